package dev.decipher.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The folder of {@code decipher.data-dir}, made and tried before the database opens its
 * files there, since the database's own complaint is hard to read.
 */
@Configuration(proxyBeanMethods = false)
class DataDirectory {

	private static final String PROPERTY = "decipher.data-dir";

	@Bean
	static BeanFactoryPostProcessor dataDirectoryCheck(ConfigurableEnvironment environment) {
		return (beans) -> {
			// a database elsewhere needs no folder here
			if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:")) {
				Path folder = Path.of(environment.getRequiredProperty(PROPERTY)).toAbsolutePath().normalize();
				prepare(folder);
				// H2 takes no relative path that doesn't begin with a dot
				environment.getPropertySources()
					.addFirst(new MapPropertySource("absolute data folder", Map.of(PROPERTY, folder.toString())));
			}
		};
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

	/**
	 * A folder that cannot be made or written.
	 */
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
