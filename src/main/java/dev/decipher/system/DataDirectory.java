package dev.decipher.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of {@code decipher.data-dir}, made and tried before the database opens its
 * files there, since the database's own complaint is hard to read.
 */
@Configuration(proxyBeanMethods = false)
class DataDirectory {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	private static final String PROPERTY = "decipher.data-dir";

	private static final String TEMPORARY = "decipher.temporary-dir";

	/** No upload takes longer. */
	private static final Duration MAX_UPLOAD_TIME = Duration.ofDays(1);

	@Bean
	static BeanFactoryPostProcessor dataDirectoryCheck(ConfigurableEnvironment environment) {
		return (beans) -> {
			Path folder = Path.of(environment.getRequiredProperty(PROPERTY)).toAbsolutePath().normalize();
			Path temporary = folder.resolve("tmp");
			if (environment.getProperty("spring.datasource.url", "").matches("jdbc:h2:(async|file):.*")) {
				prepare(folder);
			}
			else {
				// needs no folder here before there are uploads, and then one that no
				// other replica uses
				temporary = temporary.resolve("replica-" + UUID.randomUUID());
			}
			// H2 takes no relative path that doesn't begin with a dot, and the web server
			// takes one from a folder of its own
			environment.getPropertySources()
				.addFirst(new MapPropertySource("absolute data folder",
						Map.of(PROPERTY, folder.toString(), TEMPORARY, temporary.toString())));
		};
	}

	/**
	 * Throws away what uploads were in the making when the process died. By then the
	 * database is open, so that no other process uses the folder; unless the database is
	 * elsewhere: then other replicas may have folders beside this one's, of which what is
	 * old is nobody's any more.
	 */
	@Bean
	SmartInitializingSingleton leftoversOfUploads(@Value("${decipher.temporary-dir}") Path folder) {
		return () -> {
			try {
				if (folder.getFileName().toString().startsWith("replica-")) {
					deleteOutdated(Objects.requireNonNull(folder.getParent()));
					return;
				}
				FileSystemUtils.deleteRecursively(folder);
				if (Files.exists(folder.getParent())) {
					// the web server would make it too, with a warning
					Files.createDirectory(folder);
				}
			}
			catch (IOException ex) {
				logger.warn("The folder of temporary files {} cannot be emptied", folder, ex);
			}
		};
	}

	private static void deleteOutdated(Path folders) throws IOException {
		if (!Files.exists(folders)) {
			return;
		}
		Instant limit = Instant.now().minus(MAX_UPLOAD_TIME);
		try (DirectoryStream<Path> replicas = Files.newDirectoryStream(folders, "replica-*")) {
			for (Path replica : replicas) {
				if (Files.getLastModifiedTime(replica).toInstant().isBefore(limit)) {
					FileSystemUtils.deleteRecursively(replica);
				}
			}
		}
	}

	static void prepare(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, ".writable", null));
		}
		catch (IOException ex) {
			throw new Unusable(folder, ex);
		}
	}

	/** A folder that cannot be made or written. */
	static final class Unusable extends RuntimeException {

		private final transient Path folder;

		Unusable(Path folder, IOException cause) {
			super("The data folder " + folder + " cannot be written", cause);
			this.folder = folder;
		}

		Path folder() {
			return this.folder;
		}

	}

}
