package dev.decipher.model;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.decipher.problem.Problem;
import dev.decipher.storage.Housekeeping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes old versions of models, on a thread of its own: after a new one was added, and
 * from time to time. Each goes as if somebody had deleted it, so that requests which it
 * answers just now are answered.
 */
@Component
class VersionRetention extends Housekeeping {

	private static final Logger logger = LoggerFactory.getLogger(VersionRetention.class);

	private final ModelDeletion deletion;

	private final ModelCatalogue catalogue;

	private final ModelStore store;

	private final List<ModelUse> uses;

	private final @Nullable Integer keep;

	VersionRetention(ModelDeletion deletion, ModelCatalogue catalogue, ModelStore store, List<ModelUse> uses,
			ModelProperties properties, JdbcClient jdbc, Clock clock) {
		super(jdbc, clock, "old versions");
		this.deletion = deletion;
		this.catalogue = catalogue;
		this.store = store;
		this.uses = uses;
		this.keep = properties.keepVersions();
	}

	@EventListener(VersionAdded.class)
	void added() {
		if (this.keep != null) {
			want();
		}
	}

	@Override
	protected void work() {
		if (this.keep == null) {
			return;
		}
		int newest = this.keep;
		Set<VersionId> needed = needed();
		this.catalogue.entries().forEach((model, entry) -> {
			List<ModelVersion> older = entry.versions().descendingMap().values().stream().skip(newest).toList();
			for (ModelVersion version : older) {
				if (isRunning() && !mustStay(version, entry, needed)) {
					delete(version, newest);
				}
			}
		});
	}

	/**
	 * Whether an old version must stay; as it is deleted, this is looked at once more.
	 */
	private static boolean mustStay(ModelVersion version, ModelEntry entry, Set<VersionId> needed) {
		return entry.whyKept(version.version()) != null || needed.contains(version.id());
	}

	/** The versions that others were trained from, or that work is about. */
	private Set<VersionId> needed() {
		Set<VersionId> needed = new HashSet<>();
		// the work before the versions: what ends between the two is a version then
		this.uses.stream().flatMap((use) -> use.requests().stream()).toList().forEach((request) -> {
			add(needed, request); // trained again
			add(needed, request.path("from"));
		});
		// as stored, since another replica may have just ended such work
		this.store.origins().forEach((from) -> add(needed, from));
		return needed;
	}

	private static void add(Set<VersionId> ids, JsonNode id) {
		if (id.path("model").isString() && id.path("version").isInt()) {
			ids.add(new VersionId(id.path("model").asString(), id.path("version").asInt()));
		}
	}

	private void delete(ModelVersion version, int newest) {
		try {
			this.deletion.delete(version.model(), version.version(), (id) -> needed().contains(id));
			logger.info("Deleted {}, as the newest {} versions of a model are kept", version.id(), newest);
		}
		catch (Problem ex) {
			logger.debug("{} stays: {}", version.id(), ex.detail());
		}
	}

}
