package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the packages to the arrows that they declare, no more and no fewer, and the
 * README's picture to both.
 */
class ModulesTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(DecipherApplication.class);

	@Test
	void arrowsPointOneWay() {
		MODULES.verify();
	}

	@Test
	void packagesDeclareWhatTheyUse() {
		assertThat(MODULES).allSatisfy((module) -> assertThat(declared(module)).as(module.getDisplayName())
			.containsExactlyInAnyOrderElementsOf(targets(module).toList()));
	}

	private static String[] declared(ApplicationModule module) {
		try {
			return Class.forName(module.getBasePackage().getName() + ".package-info")
				.getAnnotation(org.springframework.modulith.ApplicationModule.class)
				.allowedDependencies();
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void onlyTheNetworkTalksToDjl() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.getParent().endsWith("network"))
				.filter((file) -> contains(file, "ai.djl."))).isEmpty();
		}
	}

	private static boolean contains(Path file, String text) {
		try {
			return Files.readString(file).contains(text);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void theReadmeShowsThem() throws IOException {
		String picture = MODULES.stream()
			.flatMap((module) -> arrows(module).sorted())
			.collect(Collectors.joining("\n", "```mermaid\nflowchart BT\n", "\n```"));
		assertThat(Files.readString(Path.of("README.md"))).contains(picture);
	}

	private static Stream<String> arrows(ApplicationModule module) {
		return targets(module).map((target) -> "    %s --> %s".formatted(module.getDisplayName(), target));
	}

	private static Stream<String> targets(ApplicationModule module) {
		return module.getDirectDependencies(MODULES).uniqueModules().map(ApplicationModule::getDisplayName);
	}

}
