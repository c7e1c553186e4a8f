package dev.decipher.solve;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.language.English;
import dev.decipher.language.Languages;
import dev.decipher.solve.rank.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * With how much less text each type is read once a piece of the plaintext is known, its
 * place too or not: prints, as Markdown, the least lengths at which nearly all texts are
 * read. Type and language are given to each search, and so long in one thread,
 * {@code -Dcribs.seconds=}, of the processor's time: what else runs on the machine
 * doesn't matter.
 * <p>
 * Lengths become shorter along a ladder until two in a row are too short, with a longer
 * crib from the length on at which a shorter one did; a crib whose place isn't known
 * begins there and goes up. All columns have the same passages, and longer cribs contain
 * the shorter ones. {@code -Dcribs.rows=} chooses rows by a regular expression,
 * {@code -Dcribs.texts=} says how many texts each length has.
 */
public final class SolveCribs {

	private static final List<Integer> LENGTHS = List.of(10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 130, 170, 220, 300,
			400);

	private static final List<Integer> CRIBS = List.of(5, 10, 15);

	private static final double SECONDS = Double.parseDouble(System.getProperty("cribs.seconds", "5"));

	private static final int TEXTS = Integer.getInteger("cribs.texts", 5);

	/** Of so many texts one may stay unread. */
	private static final int ONE_UNREAD_OF = 5;

	private static final int FAILURES = 2;

	/** Searches without and with a crib before any counts. */
	private static final int FIRST_SEARCHES = 2;

	private static final Pattern ROWS = Pattern.compile(System.getProperty("cribs.rows", ".*"));

	private static final long SEED = 20_262;

	private static final String ANY_KEY = ",'key':{'random':{}}";

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private final Solver solver = new Solver(Attacks.known(), this.workers, 1, PROCESS::getProcessCpuTime);

	private final Tongues tongues = Tongues.builtIn(Languages.builtIn(), null);

	private final Passages passages = new Passages(SolveTable.CORPUS, "other");

	private SolveCribs() {
	}

	/**
	 * A type of cipher.
	 *
	 * @param cipher its JSON with keys to be drawn, as in {@link SolveRow}
	 * @param from the length that is tried first, if there is no crib
	 * @param start what is known of the key, or null
	 */
	private record Row(String name, String cipher, int from, @Nullable Function<Cipher, Cipher> start) {

		Row(String name, String cipher, int from) {
			this(name, cipher, from, null);
		}

		SolveCase draw(int letters, Passages passages, SplittableRandom random) {
			SolveRow row = new SolveRow(this.name, this.cipher, letters, false, SECONDS, TEXTS, Double.NaN, true);
			return SolveCase.of(row, passages.draw(letters, random), random);
		}
	}

	/**
	 * What is known of a plaintext.
	 *
	 * @param letters how many of it, 0 if nothing is
	 * @param placed whether it is known where they stand
	 */
	private record Hint(int letters, boolean placed) {
	}

	/** Prints the table. */
	public static void main(String[] arguments) throws IOException {
		SolveCribs cribs = new SolveCribs();
		List<String> lines = new ArrayList<>(List.of(
				"| type | no crib | 5 letters | 10 letters | 15 letters | 5 anywhere | 10 anywhere | 15 anywhere |",
				"|---|---|---|---|---|---|---|---|"));
		lines.forEach(System.out::println);
		try {
			rows().stream().filter((row) -> ROWS.matcher(row.name()).find()).forEach((row) -> {
				lines.add(cribs.measure(row));
				System.out.println(lines.get(lines.size() - 1));
			});
		}
		finally {
			cribs.workers.shutdownNow();
			Files.createDirectories(Path.of("target"));
			Files.write(Path.of("target", "solve-cribs.md"), lines);
		}
	}

	private static List<Row> rows() {
		return List.of(new Row("Vigenère, period 3–10", key("vigenere", "key", 3, 10), 50),
				new Row("autokey, primer of 3–8", key("autokey", "key", 3, 8), 50),
				new Row("Hill 2×2", key("hill", "key", 4, 4), 40), new Row("Hill 3×3", key("hill", "key", 9, 9), 80),
				new Row("substitution, no spaces", "'substitution'" + ANY_KEY, 60),
				new Row("columnar, keys of 10–14", key("columnar", "key", 10, 14), 60),
				new Row("nihilist, key of 5–8", key("nihilist", "key", 5, 8) + ",'squareKey':{'random':{}}", 100),
				new Row("Playfair", "'playfair'" + ANY_KEY, 220),
				new Row("Enigma I, 10 plugs, order and reflector known", "'enigma','model':'I'", 150,
						SolveCribs::order),
				new Row("ADFGVX, key of 9", key("adfgvx", "key", 9, 9) + ",'squareKey':{'random':{}}", 300),
				new Row("bifid, period 7", "'bifid','period':7" + ANY_KEY, 220),
				new Row("four-square", "'four-square','key1':{'random':{}},'key2':{'random':{}}", 400),
				new Row("Quagmire III, period 4–8",
						"'quagmire-3','alphabetKey':{'random':{}},'indicator':{'random':{'length':[4,8]}}", 170),
				new Row("homophonic, 1–4 tokens a letter", "'homophonic'" + ANY_KEY, 300));
	}

	private static String key(String type, String name, int min, int max) {
		return "'%s','%s':{'random':{'length':[%d,%d]}}".formatted(type, name, min, max);
	}

	/** The rotors and the reflector are known, how they are set and the plugs aren't. */
	private static Cipher order(Cipher cipher) {
		Enigma enigma = (Enigma) cipher;
		return new Enigma(enigma.model(), enigma.rotors(), enigma.reflector(), null, null, null);
	}

	private String measure(Row row) {
		warmUp(row);
		Map<Hint, Integer> least = new HashMap<>();
		int from = LENGTHS.indexOf(row.from());
		from = descend(row, new Hint(0, false), from, least);
		if (least.isEmpty()) {
			ascend(row, new Hint(0, false), from + 1, least);
		}
		for (int letters : CRIBS) {
			from = descend(row, new Hint(letters, true), Math.max(from, shortest(letters)), least);
			ascend(row, new Hint(letters, false), from, least);
		}
		StringBuilder line = new StringBuilder("| " + row.name() + " | " + shown(least, new Hint(0, false)));
		for (boolean placed : new boolean[] { true, false }) {
			CRIBS.forEach((letters) -> line.append(" | ").append(shown(least, new Hint(letters, placed))));
		}
		return line + " |";
	}

	/** What runs for the first time takes longer. */
	private void warmUp(Row row) {
		SplittableRandom random = new SplittableRandom(SEED);
		for (int i = 0; i < FIRST_SEARCHES; i++) {
			isRead(row, row.draw(row.from(), this.passages, random), new Hint(0, false), 0);
			isRead(row, row.draw(row.from(), this.passages, random), new Hint(CRIBS.get(CRIBS.size() - 1), true), 0);
		}
	}

	private static String shown(Map<Hint, Integer> least, Hint hint) {
		Integer length = least.get(hint);
		return (length != null) ? String.valueOf(LENGTHS.get(length)) : "–";
	}

	/** The least length, a number of LENGTHS, of which a crib isn't all. */
	private static int shortest(int crib) {
		return (int) LENGTHS.stream().takeWhile((length) -> length <= crib).count();
	}

	/**
	 * Looks for the least length from some length down.
	 * @param from the first, a number of LENGTHS
	 * @return it, or the length from which to go on with more hints
	 */
	private int descend(Row row, Hint hint, int from, Map<Hint, Integer> least) {
		int failures = 0;
		for (int length = from; length >= 0 && failures < FAILURES && LENGTHS.get(length) > hint.letters(); length--) {
			if (isRead(row, hint, LENGTHS.get(length))) {
				least.put(hint, length);
				failures = 0;
			}
			else {
				failures++;
			}
		}
		return least.getOrDefault(hint, from);
	}

	/** Looks for the least length from some length up, as far as none is known. */
	private void ascend(Row row, Hint hint, int from, Map<Hint, Integer> least) {
		for (int length = from; length < LENGTHS.size(); length++) {
			if (isRead(row, hint, LENGTHS.get(length))) {
				least.put(hint, length);
				return;
			}
		}
	}

	/** Whether nearly all texts of a length are read. */
	private boolean isRead(Row row, Hint hint, int letters) {
		int unread = 0;
		SplittableRandom random = new SplittableRandom(SEED + letters);
		for (int i = 0; i < TEXTS && unread <= TEXTS / ONE_UNREAD_OF; i++) {
			SolveCase one = row.draw(letters, this.passages, random);
			int places = one.plaintext().length - hint.letters() + 1;
			unread += isRead(row, one, hint, (int) (random.nextDouble() * places)) ? 0 : 1;
		}
		return unread <= TEXTS / ONE_UNREAD_OF;
	}

	private boolean isRead(Row row, SolveCase one, Hint hint, int place) {
		String known = new String(IntStream.of(Arrays.copyOfRange(one.plaintext(), place, place + hint.letters()))
			.map(Alphabet.LATIN26::codePoint)
			.toArray(), 0, hint.letters());
		SolveRequest request = new SolveRequest(one.text(), List.of(one.cipher().type()), List.of(English.NAME),
				SECONDS, 5, false, null,
				(hint.letters() > 0) ? List.of(new SolveRequest.Known(known, hint.placed() ? place : null)) : List.of(),
				Map.of(), Map.of(), null, null, null, (row.start() != null) ? row.start().apply(one.cipher()) : null,
				null, null);
		Solver.Findings findings = this.solver.search(Forms.read(request), this.tongues, request, () -> false,
				SolveListener.NONE);
		return !findings.ranked().isEmpty()
				&& one.errors(findings.ranked().get(0).candidate().plaintext()) <= Confidence.SAME;
	}

}
