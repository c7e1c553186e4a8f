package dev.decipher.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How fast it learns, beside the same network in PyTorch: both take turns in the same
 * run, each with 1 and with 2 threads, and the better one counts. CONTRIBUTING.md says
 * how to run it.
 */
public final class SpeedBenchmark {

	private static final String SCRIPT = "src/bench/python/speed.py";

	private static final int[] THREADS = { 1, 2 };

	/**
	 * Embedding, hidden, batch and parts, as {@code speed.py} describes them: the
	 * tutorial's network, larger ones, and those that the recipe tries, the plainest
	 * first and at last that for a curriculum.
	 */
	private static final List<String> NETWORKS = Stream
		.of("5 10 1 plain", "5 10 64 plain", "32 128 64 plain", "32 128 64 bidirectional", "64 256 64 plain",
				"32 64 64 head64", "32 64 64 head64+attention1", "32 64 64 head64+attention1+feedback",
				"32 64 64 head96+attention4+products2", "64 128 64 head768+attention3+products3+norm")
		.filter(Pattern.compile(System.getProperty("speed.rows", "")).asPredicate())
		.toList();

	/** Rounds of which the median counts, behind one to warm up. */
	private static final int ROUNDS = Integer.getInteger("speed.rounds", 4);

	private static final double SECONDS = 1;

	private static final int TUTORIALS = 3;

	private static final @Nullable String PYTHON = System.getProperty("speed.python");

	private SpeedBenchmark() {
	}

	public static void main(String[] arguments) throws IOException {
		stepsASecond();
		secondsToOneHundredPercent();
	}

	private static void stepsASecond() throws IOException {
		List<Side> sides = sides();
		try {
			System.out.println("| embedding, hidden, batch | Decipher, steps/s | PyTorch, steps/s | ratio |");
			System.out.println("|---|---|---|---|");
			double logarithms = 0;
			for (String network : NETWORKS) {
				String command = "steps %s %s".formatted(network, SECONDS);
				for (int round = 0; round <= ROUNDS; round++) {
					for (Side side : sides) {
						side.measure(command, round > 0);
					}
				}
				double ratio = print(network.replace(" plain", "").replace(" ", ", ").replace("+", ", "), sides, true);
				logarithms += Math.log(ratio);
			}
			System.out.printf(Locale.ROOT, "| geometric mean | | | %.2f |%n", Math.exp(logarithms / NETWORKS.size()));
		}
		finally {
			sides.forEach(Side::close);
		}
	}

	private static void secondsToOneHundredPercent() throws IOException {
		List<Side> sides = sides();
		try {
			for (int seed = 1; seed <= TUTORIALS; seed++) {
				for (Side side : sides) {
					side.measure("tutorial " + seed, true);
				}
			}
			System.out.println("| the tutorial's cipher | Decipher, s | PyTorch, s | share |");
			System.out.println("|---|---|---|---|");
			print("to 100 %", sides, false);
		}
		finally {
			sides.forEach(Side::close);
		}
	}

	private static List<Side> sides() throws IOException {
		if (PYTHON == null) {
			System.out.println("No -Dspeed.python=... names a Python with torch: Decipher's side alone");
		}
		List<Side> sides = new ArrayList<>();
		for (int threads : THREADS) {
			sides.add(new Side(true, threads, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
					SpeedWorker.class.getName(), Integer.toString(threads)));
			if (PYTHON != null) {
				sides.add(new Side(false, threads, PYTHON, SCRIPT, Integer.toString(threads)));
			}
		}
		return sides;
	}

	/** Prints a row, and returns our figure's ratio to theirs; NaN if there is none. */
	private static double print(String name, List<Side> sides, boolean moreIsBetter) {
		Figure ours = best(sides, true, moreIsBetter);
		Figure theirs = best(sides, false, moreIsBetter);
		sides.forEach((side) -> side.figures.clear());
		double ratio = (theirs != null) ? ours.value() / theirs.value() : Double.NaN;
		System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f |%n", name, ours, theirs, ratio);
		return ratio;
	}

	private static @Nullable Figure best(List<Side> sides, boolean ours, boolean moreIsBetter) {
		return sides.stream()
			.filter((side) -> side.ours == ours)
			.map(Side::median)
			.min((a, b) -> moreIsBetter ? Double.compare(b.value(), a.value()) : Double.compare(a.value(), b.value()))
			.orElse(null);
	}

	private record Figure(double value, int threads) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, (this.value < 100) ? "%.2f (%d)" : "%,.0f (%d)", this.value,
					this.threads);
		}

	}

	/** A process that measures when it is told to. */
	private static final class Side implements AutoCloseable {

		private final boolean ours;

		private final int threads;

		private final Process process;

		private final PrintWriter out;

		private final BufferedReader in;

		private final List<Double> figures = new ArrayList<>();

		Side(boolean ours, int threads, String... command) throws IOException {
			this.ours = ours;
			this.threads = threads;
			this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			this.out = new PrintWriter(this.process.outputWriter(), true);
			this.in = this.process.inputReader();
			System.out.println(answer() + ", threads: " + threads);
		}

		void measure(String command, boolean counts) throws IOException {
			this.out.println(command);
			double figure = Double.parseDouble(answer().split(" ")[0]);
			if (counts) {
				this.figures.add(figure);
			}
		}

		private String answer() throws IOException {
			String line = this.in.readLine();
			if (line == null) {
				throw new IOException("the process has ended");
			}
			return line;
		}

		Figure median() {
			double[] sorted = this.figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
			return new Figure(sorted[sorted.length / 2], this.threads);
		}

		@Override
		public void close() {
			this.process.destroy();
		}

	}

}
