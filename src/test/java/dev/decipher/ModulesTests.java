package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the packages to the arrows that they declare, no more and no fewer, those inside
 * a module to one way, and the picture in CONTRIBUTING to both.
 */
class ModulesTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(DecipherApplication.class);

	@Test
	void arrowsPointOneWay() {
		MODULES.verify();
	}

	@ParameterizedTest
	@ValueSource(strings = { "training", "solve", "job" })
	void roomsOfAModuleUseEachOtherOneWay(String module) {
		Rooms rooms = new Rooms(DecipherApplication.class.getPackageName() + "." + module);
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(rooms.module());
		assertThat(classes.stream().map(rooms::getIdentifierOf).distinct()).hasSizeGreaterThan(1);
		SlicesRuleDefinition.slices().assignedFrom(rooms).should().beFreeOfCycles().check(classes);
	}

	@Test
	void packagesDeclareWhatTheyUse() {
		assertThat(MODULES).allSatisfy((module) -> assertThat(declared(module)).as(module.getDisplayName())
			.containsExactlyInAnyOrderElementsOf(targets(module).toList()));
	}

	/** The names of packages; with the rooms of one, it is named once more. */
	private static Set<String> declared(ApplicationModule module) {
		try {
			return Arrays
				.stream(Class.forName(module.getBasePackage().getName() + ".package-info")
					.getAnnotation(org.springframework.modulith.ApplicationModule.class)
					.allowedDependencies())
				.map((name) -> name.split(" ")[0])
				.collect(Collectors.toSet());
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
	void thePictureShowsThem() throws IOException {
		String picture = MODULES.stream()
			.flatMap((module) -> arrows(module).sorted())
			.collect(Collectors.joining("\n", "```mermaid\nflowchart BT\n", "\n```"));
		assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains(picture);
	}

	private static Stream<String> arrows(ApplicationModule module) {
		return targets(module).map((target) -> "    %s --> %s".formatted(module.getDisplayName(), target));
	}

	private static Stream<String> targets(ApplicationModule module) {
		return module.getDirectDependencies(MODULES).uniqueModules().map(ApplicationModule::getDisplayName);
	}

	/**
	 * The packages of a module: its own, and those below it.
	 *
	 * @param module the name of the module's own package
	 */
	private record Rooms(String module) implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return SliceIdentifier.of(type.getPackageName());
		}

		@Override
		public String getDescription() {
			return "the packages of " + this.module;
		}

	}

}
