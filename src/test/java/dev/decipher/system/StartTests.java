package dev.decipher.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import dev.decipher.DecipherApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What whoever starts the service sees of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	@TempDir
	Path folder;

	@Test
	void startsWithoutAWarning(CapturedOutput output) {
		start(this.folder.resolve("made/when/missing")).close();
		assertThat(output).contains("Started").doesNotContain("WARN").doesNotContain("ERROR");
		assertThat(this.folder.resolve("made/when/missing/decipher.mv.db")).exists();
	}

	@Test
	void saysThatTheDataFolderCannotBeWritten(CapturedOutput output) throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatException().isThrownBy(() -> start(file.resolve("data")));
		assertThat(output).contains("The data folder " + file.resolve("data") + " cannot be made or written")
			.contains("DECIPHER_DATA_DIR")
			.doesNotContain("\tat ");
	}

	@Test
	void saysThatTheDataFolderIsInUse(CapturedOutput output) throws IOException {
		start(this.folder).close();
		try (FileChannel file = FileChannel.open(this.folder.resolve("decipher.mv.db"), StandardOpenOption.WRITE);
				FileLock lock = file.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThatException().isThrownBy(() -> start(this.folder));
		}
		assertThat(output).contains("The data folder is in use by another process")
			.contains("DECIPHER_DATA_DIR")
			.doesNotContain("\tat ");
	}

	private static ConfigurableApplicationContext start(Path folder) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							Map.of("DECIPHER_DATA_DIR", folder.toString())));
		return new SpringApplicationBuilder(DecipherApplication.class).environment(environment)
			.registerShutdownHook(false)
			.run("--server.port=0");
	}

}
