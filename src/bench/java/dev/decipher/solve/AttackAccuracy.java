package dev.decipher.solve;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Autokey;
import dev.decipher.cipher.Beaufort;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Columnar;
import dev.decipher.cipher.DoubleColumnar;
import dev.decipher.cipher.Gronsfeld;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Porta;
import dev.decipher.cipher.Progressive;
import dev.decipher.cipher.RailFence;
import dev.decipher.cipher.Scytale;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.Trithemius;
import dev.decipher.cipher.VariantVigenere;
import dev.decipher.cipher.Vigenere;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * How well ciphers with a period and transpositions are solved: prints a table in
 * Markdown. The passages come from texts that the language model has not seen, as many
 * from each source, and begin with a word; keys are drawn at random. Seeds are fixed, so
 * that only the clock makes one run differ from another.
 */
public final class AttackAccuracy {

	private static final int THREADS = 2;

	private static final long SEED = 20_260;

	/** Candidates within this SER count as solved. */
	private static final double SOLVED = 0.05;

	private AttackAccuracy() {
	}

	private record Task(String name, String aim, int letters, int seconds, Attack attack, Set<String> types,
			Function<SplittableRandom, Cipher> cipher) {
	}

	private record Outcome(double errors, double seconds, boolean settled) {
	}

	/**
	 * Prints the table: the settings are those of {@link SolveBenchmark}, and
	 * {@code -Dsolve.verbose=true} shows each text.
	 */
	public static void main(String[] arguments) throws Exception {
		Language language = English.get();
		List<String> sources = sources(SolveBenchmark.CORPUS);
		System.out.println("| task | aim | mean SER % | solved | settled | false settled | mean s | longest s |");
		System.out.println("|---|---|---|---|---|---|---|---|");
		for (Task task : tasks()) {
			if (SolveBenchmark.ROWS.matcher(task.name()).find()) {
				System.out.println(row(task, SolveBenchmark.PASSAGES, sources, language));
			}
		}
	}

	private static List<Task> tasks() {
		List<Task> tasks = new ArrayList<>();
		for (int letters : new int[] { 60, 100 }) {
			String aim = (letters == 60) ? "≤ 3" : "≤ 0.2";
			Attack attack = PeriodicAttack.repeatingKey();
			Key.Length periods = new Key.Length(3, 10);
			Key key = new Key.Random(periods);
			add(tasks, "vigenere", aim, letters, 10, attack, attack.types(), new Vigenere(key));
			add(tasks, "beaufort", aim, letters, 10, attack, attack.types(), new Beaufort(key));
			add(tasks, "variant-vigenere", aim, letters, 10, attack, Set.of("variant-vigenere"),
					new VariantVigenere(key));
			add(tasks, "gronsfeld", aim, letters, 10, attack, Set.of("gronsfeld"), new Gronsfeld(key));
			add(tasks, "porta", aim, letters, 10, attack, attack.types(), new Porta(key));
		}
		Attack autokey = PeriodicAttack.autokey();
		add(tasks, "autokey, primer 3–8", "≤ 2", 100, 10, autokey, autokey.types(),
				new Autokey(new Key.Random(new Key.Length(3, 8))));
		Attack progressive = PeriodicAttack.progressiveKey();
		add(tasks, "trithemius", "", 60, 10, progressive, progressive.types(), new Trithemius());
		add(tasks, "progressive, period 3–10", "", 100, 10, progressive, progressive.types(),
				new Progressive(new Key.Random(null), 3));
		Attack columnar = new ColumnarAttack();
		add(tasks, "columnar, 5–12 columns", "≤ 0.5", 100, 10, columnar, columnar.types(),
				new Columnar(new Key.Random(new Key.Length(5, 12)), null));
		Key key = new Key.Random(new Key.Length(5, 8));
		Attack doubleColumnar = new DoubleColumnarAttack();
		add(tasks, "double-columnar, keys of 5–8", "≤ 5", 200, 60, doubleColumnar, doubleColumnar.types(),
				new DoubleColumnar(key, key, null));
		Attack route = new RouteAttack();
		for (int letters : new int[] { 40, 100 }) {
			tasks.add(new Task("rail-fence, 2–12 rails, " + letters + " letters", "", letters, 10, route, route.types(),
					(random) -> new RailFence(random.nextInt(2, 13), null)));
			tasks.add(new Task("scytale, 2–12 columns, " + letters + " letters", "", letters, 10, route, route.types(),
					(random) -> new Scytale(random.nextInt(2, 13), null)));
		}
		return tasks;
	}

	private static void add(List<Task> tasks, String name, String aim, int letters, int seconds, Attack attack,
			Set<String> types, Cipher cipher) {
		tasks.add(new Task(name + ", " + letters + " letters", aim, letters, seconds, attack, types,
				(random) -> cipher.withKeyDrawn(Alphabet.LATIN26, random)));
	}

	private static String row(Task task, int passages, List<String> sources, Language language)
			throws InterruptedException {
		SplittableRandom random = new SplittableRandom(SEED);
		double errors = 0;
		int solved = 0;
		int settled = 0;
		int wronglySettled = 0;
		double seconds = 0;
		double longest = 0;
		for (int passage = 0; passage < passages; passage++) {
			int[] plaintext = passage(sources.get(passage % sources.size()), task.letters(), random);
			Cipher cipher = task.cipher().apply(random);
			Outcome outcome = solve(task, cipher, plaintext, language, random.nextLong());
			errors += outcome.errors();
			solved += (outcome.errors() <= SOLVED) ? 1 : 0;
			settled += outcome.settled() ? 1 : 0;
			wronglySettled += (outcome.settled() && outcome.errors() > SOLVED) ? 1 : 0;
			seconds += outcome.seconds();
			longest = Math.max(longest, outcome.seconds());
		}
		return String.format(Locale.ROOT, "| %s | %s | %.2f | %d of %d | %d | %d | %.1f | %.1f |", task.name(),
				task.aim(), 100 * errors / passages, solved, passages, settled, wronglySettled, seconds / passages,
				longest);
	}

	private static Outcome solve(Task task, Cipher cipher, int[] plaintext, Language language, long seed)
			throws InterruptedException {
		int[] symbols = cipher.over(language.alphabet()).encrypt(plaintext);
		Ciphertext ciphertext = new Ciphertext(language.alphabet(), symbols, null);
		long start = processorTime();
		Search search = new Search(AttackAccuracy::processorTime, task.seconds() * 1_000_000_000L, () -> false, 5);
		List<Thread> threads = new ArrayList<>();
		for (int worker = 0; worker < THREADS; worker++) {
			int number = worker;
			Thread thread = new Thread(() -> task.attack()
				.run(task.types(), ciphertext, language, search, new SplittableRandom(seed + number), number, THREADS));
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		double seconds = (processorTime() - start) / 1e9;
		boolean settled = search.isOver() && seconds < task.seconds();
		double errors = search.best().isEmpty() ? 1 : symbolErrorRate(plaintext, search.best().get(0).plaintext());
		if (errors > 0 && Boolean.getBoolean("solve.verbose")) {
			System.out.printf(Locale.ROOT, "%s %.3f %.1f s settled %s true %.3f%n%s%n", cipher, errors, seconds,
					settled, score(plaintext, language), text(plaintext));
			search.best()
				.stream()
				.limit(2)
				.forEach((candidate) -> System.out.printf(Locale.ROOT, "%s %.3f %s%n", text(candidate.plaintext()),
						candidate.score(), candidate.cipher()));
		}
		search.best().forEach((candidate) -> check(candidate, symbols, language));
		return new Outcome(errors, seconds, settled);
	}

	/** In ns, of each thread: what else the machine does counts for nothing. */
	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / THREADS;
	}

	private static void check(Candidate candidate, int[] symbols, Language language) {
		SymbolCipher cipher = candidate.cipher().over(language.alphabet());
		if (!Arrays.equals(cipher.decrypt(symbols), candidate.plaintext())) {
			throw new IllegalStateException(candidate.cipher() + " doesn't decipher to its text");
		}
	}

	private static double score(int[] text, Language language) {
		NGrams grams = language.letters();
		return -grams.cost(text) / (double) NGrams.UNITS / (text.length - grams.order() + 1);
	}

	private static double symbolErrorRate(int[] plaintext, int[] found) {
		int errors = 0;
		for (int i = 0; i < plaintext.length; i++) {
			errors += (plaintext[i] != found[i]) ? 1 : 0;
		}
		return (double) errors / plaintext.length;
	}

	private static List<String> sources(Path folder) throws IOException {
		List<String> sources = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.getFileName().toString().matches("heldout-.*\\.txt"))
				.sorted()
				.toList()) {
				sources.add(Files.readString(file).replaceAll("\\s+", " "));
			}
		}
		return sources;
	}

	private static int[] passage(String source, int letters, SplittableRandom random) {
		int place = source.indexOf(' ', random.nextInt(source.length() - 3 * letters));
		return source.substring(place)
			.chars()
			.filter((character) -> character != ' ')
			.limit(letters)
			.map((character) -> character - 'A')
			.toArray();
	}

	private static String text(int[] letters) {
		StringBuilder text = new StringBuilder();
		for (int letter : letters) {
			text.append((char) ('A' + letter));
		}
		return text.toString();
	}

}
