package benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import dev.decipher.AccuracyBenchmark;
import dev.decipher.PairsBenchmark;
import dev.decipher.language.EnglishCorpus;
import dev.decipher.language.EnglishTraining;
import dev.decipher.language.LanguageTraining;
import dev.decipher.language.PlausibilityTraining;
import dev.decipher.network.ForwardBenchmark;
import dev.decipher.network.MemoryBenchmark;
import dev.decipher.solve.identify.ClassifierTraining;
import dev.decipher.solve.identify.TypesBenchmark;
import dev.decipher.solve.machine.EnigmaBenchmark;
import dev.decipher.solve.substitution.KeySearchBenchmark;
import dev.decipher.solve.PublicCiphertexts;
import dev.decipher.solve.SolveBenchmark;
import dev.decipher.solve.SolveConfidence;
import dev.decipher.solve.SolveCribs;
import dev.decipher.solve.SolveTable;
import dev.decipher.solve.substitution.HomophonicBenchmark;
import dev.decipher.training.SpeedBenchmark;

/**
 * Lists the benchmarks and the makers of resources, and starts one in a process of its
 * own: {@code ./mvnw -Pbench -Dbench=NAME}. All that the command line defines by
 * {@code -D} are system properties of that process.
 */
public final class Benchmarks implements Runnable {

	private static final List<Benchmark> ALL = List.of(
			new Benchmark("accuracy", "how well and how soon each cipher is learned by its name; 3 hours",
					AccuracyBenchmark.class),
			new Benchmark("pairs",
					"how well and how soon ciphers are learned from pairs that nobody names one for; 2 hours",
					PairsBenchmark.class),
			new Benchmark("speed", "training steps a second, beside PyTorch's with -Dspeed.python=PYTHON; 5 minutes",
					SpeedBenchmark.class),
			new Benchmark("load", "requests a second, batches, decryption while a job trains, start; 5 minutes",
					LoadBenchmark.class),
			new Benchmark("growth", "how figures grow with connections, lengths, models, jobs and replicas; 15 minutes",
					GrowthBenchmark.class),
			new Benchmark("forward", "what a message costs in Java and in PyTorch, by JMH; 3 minutes",
					ForwardBenchmark.class),
			new Benchmark("memory", "how much the process grows by training and decrypting; 5 minutes",
					MemoryBenchmark.class)
				.on("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"),
			new Benchmark("solve", "how well texts are solved without a key; hours", SolveTable.class),
			new Benchmark("public", "solves the ciphertexts that everybody prints; six minutes",
					PublicCiphertexts.class),
			new Benchmark("homophonic", "how homophones are read by their number for each letter; 20 minutes",
					HomophonicBenchmark.class),
			new Benchmark("solve-types", "how well types are told apart by statistics alone; three minutes",
					TypesBenchmark.class),
			new Benchmark("solve-types-search", "how well types are told apart by searching; hours",
					SolveBenchmark.class, "types-by-searching"),
			new Benchmark("solve-confidence", "fits the confidence, and shows how often it is right; half an hour",
					SolveConfidence.class),
			new Benchmark("solve-cribs", "with how much less text types are read by a crib; 20 minutes",
					SolveCribs.class),
			new Benchmark("solve-keys", "how many keys annealing tries in a second, by JMH; half a minute",
					KeySearchBenchmark.class),
			new Benchmark("solve-enigma", "how many starts of an Enigma are tried in a second, by JMH; a minute",
					EnigmaBenchmark.class),
			new Benchmark("classifier", "makes the classifier of cipher types, in src/main/resources; 20 minutes",
					ClassifierTraining.class),
			new Benchmark("plausibility", "fits how plausible a text is, and shows how often it is right; a minute",
					PlausibilityTraining.class),
			new Benchmark("corpus", "gets the English text that solve, classifier and english need; a minute",
					EnglishCorpus.class),
			new Benchmark("languages",
					"makes the n-grams of all languages of -Dlanguages.texts=FOLDER, in target/languages; 10 minutes",
					LanguageTraining.class)
				.on("-Xmx3g"),
			new Benchmark("english", "makes the network of English, in target/english; an hour and a half",
					EnglishTraining.class)
				.on("-Xmx2g"));

	private final Properties settings;

	/**
	 * Called by Maven, which chooses an argument by the parameter's name.
	 * @param userProperties those that the command line defines
	 */
	public Benchmarks(Properties userProperties) {
		this.settings = userProperties;
	}

	private record Benchmark(String name, String summary, Class<?> main, List<String> options, List<String> arguments) {

		Benchmark(String name, String summary, Class<?> main, String... arguments) {
			this(name, summary, main, List.of(), List.of(arguments));
		}

		/** The same on a JVM with options. */
		Benchmark on(String... options) {
			return new Benchmark(this.name, this.summary, this.main, List.of(options), this.arguments);
		}

	}

	@Override
	public void run() {
		String name = this.settings.getProperty("bench", "");
		if (name.isEmpty()) {
			ALL.forEach((one) -> System.out.printf("%-20s %s%n", one.name(), one.summary()));
			System.out.println("./mvnw -Pbench -Dbench=NAME starts one");
			return;
		}
		start(ALL.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"-Dbench=" + name + " is none of " + ALL.stream().map(Benchmark::name).toList())));
	}

	private void start(Benchmark benchmark) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED"));
		command.addAll(benchmark.options());
		this.settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
		command.addAll(List.of("-cp", classPath(), benchmark.main().getName()));
		command.addAll(benchmark.arguments());
		try {
			Process process = new ProcessBuilder(command).inheritIO().start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			if (process.waitFor() != 0) {
				throw new IllegalStateException(benchmark.name() + " has failed");
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** The tests' class path, for which Maven has a class loader of its own. */
	private static String classPath() {
		return List.of(((URLClassLoader) Benchmarks.class.getClassLoader()).getURLs())
			.stream()
			.map(Benchmarks::path)
			.collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static String path(URL url) {
		try {
			return Path.of(url.toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
