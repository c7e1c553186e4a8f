package dev.decipher.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.English;
import dev.decipher.language.Language;

/**
 * How many symbols the attacks on simple and homophonic substitution get wrong, as a
 * table: passages of held-out text, every source's in turn, with random keys, all from
 * fixed seeds.
 */
public final class SubstitutionAccuracy {

	private static final int WORKERS = 2;

	private SubstitutionAccuracy() {
	}

	/**
	 * Measures; the settings are those of {@link SolveBenchmark}, and
	 * {@code -Dsolve.verbose=true} shows each text.
	 * @param args {@code lstm} or {@code ngrams}; seconds for each; then tasks:
	 * {@code 40}, with spaces kept {@code 32s}, or {@code zodiac}
	 */
	public static void main(String[] args) throws Exception {
		run(English.get(), args[0].equals("lstm"), Double.parseDouble(args[1]),
				Stream.of(args).skip(2).filter((task) -> SolveBenchmark.ROWS.matcher(task).find()).toList(),
				System::nanoTime);
	}

	private static void run(Language language, boolean judging, double seconds, List<String> tasks, LongSupplier clock)
			throws Exception {
		int count = SolveBenchmark.PASSAGES;
		List<String> sources = sources(SolveBenchmark.CORPUS, "heldout");
		System.out.println("| letters | SER, % | exact, % | mean seconds | worst seconds |\n|---|---|---|---|---|");
		ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
		for (String task : tasks) {
			if (task.equals("zodiac")) {
				zodiac(language, judging, count, seconds, clock, threads);
				continue;
			}
			boolean spaced = task.endsWith("s");
			int letters = Integer.parseInt(task.replace("s", ""));
			SplittableRandom random = new SplittableRandom(letters);
			double errors = 0;
			int exact = 0;
			double sum = 0;
			double worst = 0;
			for (int i = 0; i < count; i++) {
				Ciphertext plain = passage(sources.get(i % sources.size()), letters, spaced, random);
				int[] key = shuffled(random);
				int[] text = IntStream.of(plain.symbols()).map((letter) -> key[letter]).toArray();
				Ciphertext ciphertext = new Ciphertext(Alphabet.LATIN26, text, plain.wordStarts());
				long start = clock.getAsLong();
				List<Candidate> found = solve(new MonoalphabeticAttack(judging), Set.of("substitution"), ciphertext,
						language, new Search(clock, (long) (seconds * 1e9), () -> false, 5), threads, random);
				double taken = (clock.getAsLong() - start) / 1e9;
				double error = errors(found, plain.symbols());
				if (Boolean.getBoolean("solve.verbose")) {
					System.out.printf("%.3f %.1f s %s%n", error, taken, found.isEmpty() ? "" : found.get(0).score());
					System.out
						.println("       " + text(plain.symbols()) + "\n       " + text(found.get(0).plaintext()));
				}
				errors += error;
				exact += (error == 0) ? 1 : 0;
				sum += taken;
				worst = Math.max(worst, taken);
			}
			System.out.printf(Locale.ROOT, "| %d%s | %.3f | %.1f | %.2f | %.2f |%n", letters,
					spaced ? ", spaces kept" : "", 100 * errors / count, 100.0 * exact / count, sum / count, worst);
		}
		threads.shutdown();
	}

	private static void zodiac(Language language, boolean judging, int count, double seconds, LongSupplier clock,
			ExecutorService threads) throws Exception {
		double errors = 0;
		int exact = 0;
		double sum = 0;
		double worst = 0;
		for (int i = 0; i < count; i++) {
			long start = clock.getAsLong();
			List<Candidate> found = solve(new HomophonicAttack(judging), Set.of("homophonic"), Zodiac408.ciphertext(),
					language, new Search(clock, (long) (seconds * 1e9), () -> false, 5), threads,
					new SplittableRandom(i));
			double taken = (clock.getAsLong() - start) / 1e9;
			double error = errors(found, Zodiac408.plaintext());
			errors += error;
			exact += (error == 0) ? 1 : 0;
			sum += taken;
			worst = Math.max(worst, taken);
		}
		System.out.printf(Locale.ROOT, "| Zodiac-408, 390 symbols | %.3f | %.1f | %.2f | %.2f |%n",
				100 * errors / count, 100.0 * exact / count, sum / count, worst);
	}

	static String text(int[] letters) {
		return IntStream.of(letters)
			.collect(StringBuilder::new, (b, letter) -> b.append((char) ('A' + letter)), StringBuilder::append)
			.toString();
	}

	/** The share of letters that the best candidate gets wrong. */
	static double errors(List<Candidate> found, int[] plaintext) {
		if (found.isEmpty()) {
			return 1;
		}
		int[] best = found.get(0).plaintext();
		return (double) IntStream.range(0, plaintext.length).filter((i) -> best[i] != plaintext[i]).count()
				/ plaintext.length;
	}

	static List<Candidate> solve(Attack attack, Set<String> types, Ciphertext ciphertext, Language language,
			Search search, ExecutorService threads, SplittableRandom random) throws Exception {
		List<Future<?>> workers = new ArrayList<>();
		for (int worker = 0; worker < WORKERS; worker++) {
			int number = worker;
			SplittableRandom own = random.split();
			workers.add(threads.submit(() -> attack.run(types, ciphertext, language, search, own, number, WORKERS)));
		}
		for (Future<?> worker : workers) {
			worker.get();
		}
		return search.best();
	}

	/** The texts of one split, one source each. */
	static List<String> sources(Path folder, String split) throws IOException {
		List<String> sources = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.getFileName().toString().startsWith(split + "-"))
				.sorted()
				.toList()) {
				sources.add(Files.readString(file).replace('\n', ' '));
			}
		}
		return sources;
	}

	/**
	 * Whole words with so many letters in all if spaced, else any letters from a word's
	 * first on.
	 */
	static Ciphertext passage(String source, int letters, boolean spaced, SplittableRandom random) {
		while (true) {
			int at = source.indexOf(' ', random.nextInt(source.length() - 3 * letters - 50)) + 1;
			int[] text = new int[letters];
			boolean[] starts = new boolean[letters];
			int length = 0;
			for (boolean start = true; length < letters; at++) {
				if (source.charAt(at) == ' ') {
					start = true;
					continue;
				}
				starts[length] = start;
				text[length++] = source.charAt(at) - 'A';
				start = false;
			}
			if (!spaced || source.charAt(at) == ' ') {
				return new Ciphertext(Alphabet.LATIN26, text, spaced ? starts : null);
			}
		}
	}

	static int[] shuffled(SplittableRandom random) {
		int[] key = new int[26];
		for (int i = 0; i < key.length; i++) {
			int j = random.nextInt(i + 1);
			key[i] = key[j];
			key[j] = i;
		}
		return key;
	}

}
