package dev.decipher.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The folder of {@code decipher.data-dir}, made and tried before the database opens its
 * files there, since the database's own complaint is hard to read.
 */
@Configuration(proxyBeanMethods = false)
class DataDirectory {

	@Bean
	static BeanFactoryPostProcessor dataDirectoryCheck(Environment environment) {
		return (beans) -> {
			// a database elsewhere needs no folder here
			if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:")) {
				prepare(Path.of(environment.getRequiredProperty("decipher.data-dir")).toAbsolutePath().normalize());
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
