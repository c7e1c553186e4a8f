package dev.decipher.model;

import dev.decipher.network.NetworkLoader;
import dev.decipher.network.Platform;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** Knows the provenance of versions that this process makes. */
@Component
public final class ProvenanceRecorder {

	private final NetworkLoader networks;

	private final String service;

	private final @Nullable String commit;

	/**
	 * Reads what the build has left.
	 * @param build none where an IDE has built the service
	 * @param git none where it was built outside a repository
	 */
	ProvenanceRecorder(NetworkLoader networks, ObjectProvider<BuildProperties> build,
			ObjectProvider<GitProperties> git) {
		this.networks = networks;
		BuildProperties properties = build.getIfAvailable();
		String version = (properties != null) ? properties.getVersion() : null;
		this.service = (version != null) ? version : "development";
		this.commit = commit(git.getIfAvailable());
	}

	private static @Nullable String commit(@Nullable GitProperties git) {
		if (git == null || git.getCommitId() == null) {
			return null;
		}
		return "true".equals(git.get("dirty")) ? git.getCommitId() + "-dirty" : git.getCommitId();
	}

	/**
	 * The provenance of a version that was trained here.
	 * @param judgedOn messages that its accuracy was measured on
	 */
	public Provenance ofTraining(int judgedOn) {
		Platform platform = this.networks.platform();
		return new Provenance(this.service, this.commit, platform.djl(), platform.torch(), platform.jvm(),
				platform.os(), platform.processor(), platform.threads(), judgedOn);
	}

	/** The provenance of a version that was made elsewhere. */
	Provenance ofImport() {
		return new Provenance(this.service, this.commit, null, null, null, null, null, null, null);
	}

}
