package dev.decipher.fuzz;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.decipher.alphabet.MessageFuzzer;
import dev.decipher.network.WeightsFuzzer;
import dev.decipher.training.data.CorpusFuzzer;
import dev.decipher.training.data.PairFileFuzzer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parsers of what clients send, each by a fuzzer that fails with any exception that
 * is none of the parser's own. The files in {@code src/test/resources/fuzz} are good
 * ones, and those that once did harm. Jazzer makes others of them, guided by the code
 * that these reach, in a process for each parser, for {@code -Dfuzz.seconds} in all. What
 * it finds belongs beside them.
 */
class ParserFuzzTests {

	private enum Parser {

		WEIGHTS(WeightsFuzzer.class, "dev.decipher.network.**"),

		PAIRS(PairFileFuzzer.class, "dev.decipher.training.data.**:dev.decipher.alphabet.**:de.siegmar.**"),

		CORPUS(CorpusFuzzer.class, "dev.decipher.training.data.**:dev.decipher.alphabet.**"),

		MESSAGE(MessageFuzzer.class, "dev.decipher.alphabet.**");

		private final Class<?> fuzzer;

		private final String instrumented;

		Parser(Class<?> fuzzer, String instrumented) {
			this.fuzzer = fuzzer;
			this.instrumented = instrumented;
		}

		private Path inputs() {
			return Path.of("src/test/resources/fuzz", name().toLowerCase(Locale.ROOT));
		}

	}

	@ParameterizedTest
	@EnumSource
	void takesWhatOnceDidHarm(Parser parser) throws Exception {
		Method target = parser.fuzzer.getMethod("fuzzerTestOneInput", byte[].class);
		try (Stream<Path> inputs = Files.list(parser.inputs())) {
			List<Path> files = inputs.toList();
			assertThat(files).isNotEmpty();
			for (Path file : files) {
				try {
					target.invoke(null, (Object) Files.readAllBytes(file));
				}
				catch (InvocationTargetException ex) {
					throw new AssertionError(file.toString(), ex.getCause());
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("fuzz")
	void takesWhatJazzerMakes(Parser parser) throws IOException, InterruptedException {
		Path found = Path.of("target/fuzz", parser.inputs().getFileName().toString());
		Path corpus = Files.createDirectories(found.resolve("corpus"));
		long seconds = Math.max(1, Long.getLong("fuzz.seconds", 600) / Parser.values().length);
		Path log = found.resolve("log");
		Process jazzer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+EnableDynamicAgentLoading", "-cp", System.getProperty("java.class.path"),
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + parser.fuzzer.getName(),
				"--instrumentation_includes=" + parser.instrumented,
				"--custom_hook_includes=" + parser.instrumented + ":tools.jackson.core.**",
				"--reproducer_path=" + found, "-artifact_prefix=" + found + "/", "-max_total_time=" + seconds,
				"-timeout=60", "-max_len=20000", "-print_final_stats=1", corpus.toString(), parser.inputs().toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			int exit = jazzer.waitFor();
			List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
			List<String> end = lines.subList(Math.max(0, lines.size() - 60), lines.size());
			assertThat(exit).as("%s: what it found is in %s%n%s", parser, found, String.join("\n", end)).isZero();
			end.stream()
				.filter((line) -> line.startsWith("stat::number_of_executed_units"))
				.forEach((line) -> System.out.println(parser + ": " + line + " in " + seconds + " s"));
		}
		finally {
			jazzer.destroyForcibly();
		}
	}

}
