package dev.decipher.solve;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Bifid;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Enigma;
import dev.decipher.cipher.FourSquare;
import dev.decipher.cipher.Hill;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Playfair;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.language.English;
import dev.decipher.language.Language;

/**
 * Measures the attacks on digraphs, on bifid and on the Enigma, and prints a table. The
 * settings are those of {@link SolveBenchmark}; {@code -Dsolve.verbose=true} shows each.
 * Time is the processor's, shared by the threads, so that other work on the machine
 * doesn't count.
 */
public final class SquareAccuracy {

	private static final int THREADS = 2;

	private record Row(String name, Attack attack, int length, double seconds, Function<RandomGenerator, Cipher> key) {
	}

	private static final Key ANY = new Key.Random(null);

	public static void main(String[] args) throws Exception {
		Language language = English.get();
		List<String> texts = new ArrayList<>();
		for (String source : List.of("wordnet", "sotu", "austen", "moby")) {
			texts.add(Files.readString(SolveBenchmark.CORPUS.resolve("heldout-" + source + ".txt")));
		}
		System.out.println("| task | passages | SER % | exact % | solved % | found worse % | s mean | s max |");
		System.out.println("|---|---|---|---|---|---|---|---|");
		for (Row row : rows()) {
			if (SolveBenchmark.ROWS.matcher(row.name).find()) {
				measure(row, SolveBenchmark.PASSAGES, texts, language);
			}
		}
	}

	private static List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (double seconds : new double[] { 10, 60 }) {
			for (int length : new int[] { 100, 150 }) {
				rows.add(new Row("playfair, " + length, new PlayfairAttack(), length, seconds,
						(random) -> new Playfair(ANY)));
				rows.add(new Row("four-square, " + length, new FourSquareAttack(), length, seconds,
						(random) -> new FourSquare(ANY, ANY)));
				rows.add(new Row("bifid, period 3 to 12, " + length, new BifidAttack(), length, seconds,
						(random) -> new Bifid(ANY, random.nextInt(3, 13))));
				rows.add(new Row("bifid, whole, " + length, new BifidAttack(), length, seconds,
						(random) -> new Bifid(ANY, 10_000)));
			}
		}
		for (int length : new int[] { 100, 150 }) {
			rows.add(new Row("hill 2x2, " + length, new HillAttack(), length, 10, (random) -> new Hill(ANY)));
		}
		for (int length : new int[] { 150, 200, 250 }) {
			for (int plugs : new int[] { 0, 3, 6 }) {
				rows.add(new Row("enigma, " + plugs + " plugs, " + length, new EnigmaAttack(), length, 300,
						(random) -> new Enigma("I", null, new Key.Given("B"), null, null,
								(plugs == 0) ? new Key.Given("") : new Key.Random(new Key.Length(plugs, plugs)))));
			}
		}
		return rows.stream()
			.map((row) -> new Row(row.name + ", " + (int) row.seconds + " s", row.attack, row.length, row.seconds,
					row.key))
			.toList();
	}

	private static void measure(Row row, int passages, List<String> texts, Language language) throws Exception {
		double errors = 0;
		int exact = 0;
		int solved = 0;
		int worse = 0;
		double total = 0;
		double longest = 0;
		for (int passage = 0; passage < passages; passage++) {
			SplittableRandom random = new SplittableRandom(passage);
			Cipher drawn = row.key.apply(random);
			Alphabet alphabet = drawn.defaultAlphabet();
			Cipher cipher = drawn.withKeyDrawn(alphabet, random);
			SymbolCipher keyed = cipher.over(alphabet);
			int[] letters = passage(texts.get(passage % texts.size()), row.length, alphabet, random);
			int[] plaintext = Arrays.copyOf(keyed.prepare(letters), row.length);
			int[] ciphertext = in26(keyed.encrypt(plaintext), alphabet);
			int[] expected = in26(plaintext, alphabet);
			long start = CLOCK.getAsLong();
			Search search = new Search(CLOCK, (long) (row.seconds * 1e9), () -> false, 5);
			Ciphertext text = new Ciphertext(language.alphabet(), ciphertext, null);
			List<Thread> threads = new ArrayList<>();
			for (int worker = 0; worker < THREADS; worker++) {
				int number = worker;
				SplittableRandom own = random.split();
				Thread thread = new Thread(
						() -> row.attack.run(row.attack.types(), text, language, search, own, number, THREADS));
				thread.start();
				threads.add(thread);
			}
			for (Thread thread : threads) {
				thread.join();
			}
			double seconds = (CLOCK.getAsLong() - start) / 1e9;
			total += seconds;
			longest = Math.max(longest, seconds);
			double ser = 1;
			double score = Double.NEGATIVE_INFINITY;
			if (!search.best().isEmpty()) {
				Candidate best = search.best().get(0);
				int[] found = best.plaintext();
				ser = IntStream.range(0, expected.length).filter((i) -> found[i] != expected[i]).count()
						/ (double) expected.length;
				score = best.score();
				if (!Arrays.equals(in26(best.cipher().over(alphabet).decrypt(in(ciphertext, alphabet)), alphabet),
						found)) {
					throw new IllegalStateException("the cipher deciphers to something else: " + best.cipher());
				}
			}
			double truth = Restarts.score(language.letters(), expected);
			errors += ser;
			exact += (ser == 0) ? 1 : 0;
			solved += (ser <= 0.05) ? 1 : 0;
			worse += (score < truth) ? 1 : 0;
			if (Boolean.getBoolean("solve.verbose")) {
				System.out.printf(Locale.ROOT, "%d ser %.3f score %.3f truth %.3f seconds %.2f%n", passage, ser, score,
						truth, seconds);
			}
		}
		System.out.printf(Locale.ROOT, "| %s | %d | %.2f | %.0f | %.0f | %.0f | %.2f | %.1f |%n", row.name, passages,
				100 * errors / passages, 100.0 * exact / passages, 100.0 * solved / passages, 100.0 * worse / passages,
				total / passages, longest);
	}

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final LongSupplier CLOCK = () -> SYSTEM.getProcessCpuTime() / THREADS;

	private static int[] passage(String text, int length, Alphabet alphabet, SplittableRandom random) {
		while (true) {
			int start = text.indexOf(' ', random.nextInt(text.length()));
			int[] letters = text.substring(Math.max(start, 0))
				.codePoints()
				.limit(2L * length)
				.map(alphabet::indexOf)
				.filter((letter) -> letter >= 0)
				.limit(length)
				.toArray();
			if (letters.length == length) {
				return letters;
			}
		}
	}

	private static int[] in26(int[] text, Alphabet alphabet) {
		return Arrays.stream(text).map((letter) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(letter))).toArray();
	}

	private static int[] in(int[] text, Alphabet alphabet) {
		return Arrays.stream(text).map((letter) -> alphabet.indexOf(Alphabet.LATIN26.codePoint(letter))).toArray();
	}

}
