package dev.decipher.solve.substitution;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.Passages;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/**
 * How homophones are read by the number of symbols for each letter of the text: prints a
 * line for each class of ratios, as Markdown, and keeps them in the build's folder. Texts
 * have 54 to 680 letters and 22 to 330 symbols; letters have symbols by how frequent they
 * are or at random, and these are used in turn or at random. Passages and keys come from
 * fixed seeds. Time is the processor's for one thread, so that other work on the machine
 * doesn't count. Where a text isn't read, either the right key is likelier by n-grams
 * than the one that was found, and the search missed it, or another is likelier.
 * <p>
 * {@code -Dsolve.corpus=} names the folder with the texts {@code other-*.txt},
 * {@code -Dsolve.passages=} says how many for each class, {@code -Dsolve.cap=} how many
 * seconds each may take, {@code -Dsolve.rows=} chooses classes by a regular expression,
 * and {@code -Dhomophonic.each=true} prints each text.
 */
public final class HomophonicBenchmark {

	private static final Path CORPUS = Path.of(System.getProperty("solve.corpus", "target/corpus"));

	private static final int PASSAGES = Integer.getInteger("solve.passages", 12);

	private static final int SECONDS = Integer.getInteger("solve.cap", 20);

	private static final String ROWS = System.getProperty("solve.rows", ".*");

	private static final boolean EACH = Boolean.getBoolean("homophonic.each");

	private static final double[] CLASSES = { 0.08, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5 };

	private static final int FEWEST_LETTERS = 54;

	private static final int MOST_LETTERS = 680;

	private static final int FEWEST_SYMBOLS = 22;

	private static final int MOST_SYMBOLS = 330;

	/** So much of a text may be wrong where it is read. */
	private static final double READ = 0.05;

	private static final long SEED = 20_262;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Language language = English.get();

	private final Passages passages = new Passages(CORPUS, "other");

	private final List<String> lines = new ArrayList<>();

	private HomophonicBenchmark() {
	}

	/** Prints the curve. */
	public static void main(String[] arguments) throws IOException {
		HomophonicBenchmark benchmark = new HomophonicBenchmark();
		benchmark.print("| symbols per letter | texts | read to 5 % | used in turn | at random | SER | key missed |"
				+ " another likelier | seconds | keys |");
		benchmark.print("|---|---|---|---|---|---|---|---|---|---|");
		for (int i = 0; i + 1 < CLASSES.length; i++) {
			benchmark.measure(CLASSES[i], CLASSES[i + 1]);
		}
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target", "homophonic.md"), benchmark.lines);
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

	private void measure(double least, double most) {
		String name = String.format(Locale.ROOT, "%.2f to %.2f", least, most);
		if (!name.matches(ROWS)) {
			return;
		}
		SplittableRandom random = new SplittableRandom(SEED + Math.round(1000 * least));
		int[] read = new int[2];
		int missed = 0;
		int likelier = 0;
		double errors = 0;
		double seconds = 0;
		long keys = 0;
		for (int i = 0; i < PASSAGES; i++) {
			Example one = example(least, most, (i & 1) == 0, (i & 2) == 0, random);
			LongAdder tried = new LongAdder();
			long start = THREADS.getCurrentThreadCpuTime();
			Search search = new Search(one.ciphertext, this.language, Hints.NONE, THREADS::getCurrentThreadCpuTime,
					SECONDS * 1_000_000_000L, () -> false, 5, tried);
			new HomophonicAttack().run(Set.of("homophonic"), search, random.split(), 0, 1);
			double taken = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
			Candidate best = search.best().get(0);
			double error = one.errors(best.plaintext());
			double truth = one.truth(search).worth();
			read[i & 1] += (error <= READ) ? 1 : 0;
			double found = search
				.candidate(best.cipher(), best.plaintext(), this.language.letters().score(best.plaintext()))
				.worth();
			missed += (error > READ && found < truth) ? 1 : 0;
			likelier += (error > READ && found >= truth) ? 1 : 0;
			errors += error;
			seconds += taken;
			keys += tried.sum();
			if (EACH) {
				System.out.printf(Locale.ROOT, "%s n=%d s=%d %s %s: %.3f, best %.1f, truth %.1f, %.1f s, %.1f M%n",
						name, one.plaintext.length, one.symbols(), ((i & 1) == 0) ? "turn" : "random",
						((i & 2) == 0) ? "frequency" : "random", error, found, truth, taken, tried.sum() / 1e6);
			}
		}
		print(String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %.1f %% | %d | %d | %.1f | %.1f M |", name,
				PASSAGES, read[0] + read[1], read[0], read[1], 100 * errors / PASSAGES, missed, likelier,
				seconds / PASSAGES, keys / 1e6 / PASSAGES));
	}

	private Example example(double least, double most, boolean inTurn, boolean byFrequency, SplittableRandom random) {
		while (true) {
			double ratio = random.nextDouble(least, most);
			int letters = (int) Math.exp(random.nextDouble(Math.log(FEWEST_LETTERS), Math.log(MOST_LETTERS + 1)));
			int symbols = (int) Math.round(ratio * letters);
			if (symbols < FEWEST_SYMBOLS || symbols > MOST_SYMBOLS) {
				continue;
			}
			int[] plaintext = Passages.letters(this.passages.draw(letters, random));
			Example one = Example.of(plaintext, symbols, inTurn, byFrequency, random);
			double drawn = (double) one.symbols() / letters;
			if (drawn >= least && drawn < most && one.symbols() >= FEWEST_SYMBOLS) {
				return one;
			}
		}
	}

	private record Example(int[] plaintext, Ciphertext ciphertext) {

		/** Enciphers a text in which about so many symbols occur. */
		static Example of(int[] plaintext, int symbols, boolean inTurn, boolean byFrequency, SplittableRandom random) {
			double[] shares = English.get().letters().shares();
			int[] homophones = new int[shares.length];
			Arrays.fill(homophones, 1);
			Example one = encipher(plaintext, homophones, inTurn, random);
			while (one.symbols() < symbols) {
				homophones[byFrequency ? neediest(shares, homophones) : random.nextInt(shares.length)]++;
				one = encipher(plaintext, homophones, inTurn, random);
			}
			return one;
		}

		/** The letter whose homophones would be the most frequent. */
		private static int neediest(double[] shares, int[] homophones) {
			return IntStream.range(0, shares.length)
				.reduce((one, other) -> (shares[other] / homophones[other] > shares[one] / homophones[one]) ? other
						: one)
				.orElse(0);
		}

		private static Example encipher(int[] plaintext, int[] homophones, boolean inTurn, SplittableRandom random) {
			int[] before = new int[homophones.length];
			for (int letter = 1; letter < homophones.length; letter++) {
				before[letter] = before[letter - 1] + homophones[letter - 1];
			}
			int[] used = new int[homophones.length];
			int[] symbols = IntStream.of(plaintext).map((letter) -> {
				int turn = inTurn ? used[letter]++ % homophones[letter] : random.nextInt(homophones[letter]);
				return before[letter] + turn;
			}).toArray();
			int count = IntStream.of(homophones).sum();
			Tokens tokens = Tokens.of(IntStream.range(0, count)
				.mapToObj((number) -> String.format(Locale.ROOT, "%03d", number))
				.toList());
			return new Example(plaintext, new Ciphertext(tokens, symbols, null));
		}

		int symbols() {
			return (int) IntStream.of(this.ciphertext.symbols()).distinct().count();
		}

		double errors(int[] read) {
			return (double) IntStream.range(0, read.length).filter((i) -> read[i] != this.plaintext[i]).count()
					/ read.length;
		}

		/** What the right key would be in a search. */
		Candidate truth(Search search) {
			Map<String, List<String>> table = new TreeMap<>(IntStream.range(0, this.plaintext.length)
				.boxed()
				.collect(Collectors.groupingBy((i) -> Character.toString('A' + this.plaintext[i]),
						Collectors.mapping((i) -> this.ciphertext.alphabet().symbol(this.ciphertext.symbols()[i]),
								Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf)))));
			return search.candidate(new Homophonic(new Homophones.Given(table)), this.plaintext,
					search.language().letters().score(this.plaintext));
		}

	}

}
