package dev.decipher.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import dev.decipher.language.English;
import dev.decipher.language.Languages;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.rank.Confidence;

/**
 * How well texts are solved that nothing here was learned from, each search without any
 * setting but the type where the table says so: prints what the documentation shows, as
 * Markdown, and keeps it in the build's folder. Passages and keys come from fixed seeds;
 * what a search finds in its time depends on the machine.
 * <p>
 * {@code -Dsolve.corpus=} names the folder with the texts {@code heldout-*.txt}, of the
 * sources that the English model learned other passages of, and {@code other-*.txt}, of
 * sources that it knows nothing of; {@code -Dsolve.part=} chooses one of these, or the
 * held-out works of a language, {@code german|czech}, from the folder that
 * {@code -Dlanguages.texts=} names; {@code -Dsolve.rows=} chooses rows by a regular
 * expression, {@code -Dsolve.passages=} says how many passages each, {@code -Dsolve.cap=}
 * cuts the time of each search short, {@code -Dsolve.stretch=2} doubles it, for measuring
 * on one core what two would do, and {@code -Dsolve.threads=} says how many search.
 */
public final class SolveTable {

	static final Path CORPUS = Path.of(System.getProperty("solve.corpus", "target/corpus"));

	private static final int PASSAGES = Integer.getInteger("solve.passages", 0);

	private static final Pattern ROWS = Pattern.compile(System.getProperty("solve.rows", ".*"));

	private static final String PART = System.getProperty("solve.part", "heldout|other");

	private static final int CAP = Integer.getInteger("solve.cap", 3600);

	private static final int STRETCH = Integer.getInteger("solve.stretch", 1);

	private static final int THREADS = Integer.getInteger("solve.threads", 2);

	private static final long SEED = 20_261;

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private final Solver solver = new Solver(Attacks.known(), this.workers, THREADS, System::nanoTime);

	private final Tongues tongues = Tongues.builtIn(Languages.builtIn(), null);

	private final List<String> lines = new ArrayList<>();

	SolveTable() {
	}

	/** Prints the table. */
	public static void main(String[] arguments) throws IOException {
		SolveTable table = new SolveTable();
		try {
			table.print("| task | letters | seconds at most | texts | aim | SER | without an error | confidence ≥ 0.9 |"
					+ " of these right | type right | language right | seconds | keys |");
			table.print("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
			for (String part : PART.split("\\|")) {
				Passages passages = Languages.builtIn().contains(part) ? Passages.of(part) : new Passages(CORPUS, part);
				SolveRow.all()
					.stream()
					.filter(SolveTable::isChosen)
					.forEach((row) -> table.measure(row, part, passages));
			}
		}
		finally {
			table.close();
			Files.createDirectories(Path.of("target"));
			Files.write(Path.of("target", "solve.md"), table.lines);
		}
	}

	static boolean isChosen(SolveRow row) {
		return ROWS.matcher(row.name() + " " + row.letters()).find();
	}

	void close() {
		this.workers.shutdownNow();
	}

	private void measure(SolveRow row, String part, Passages passages) {
		SplittableRandom random = new SplittableRandom(SEED);
		Tally tally = new Tally();
		int count = (PASSAGES > 0) ? PASSAGES : row.passages();
		for (int i = 0; i < count; i++) {
			SolveCase one = SolveCase.of(row, passages.draw(row.letters(), random), random);
			tally.add(one, language(part), search(one, STRETCH * Math.min(row.seconds(), CAP), row.named()));
		}
		print(String.format(Locale.ROOT,
				"| %s, %s | %d | %.0f | %d | %s | %.2f %% | %.0f %% | %d | %d | %.0f %% | %.0f %% | %.1f | %.1f M |",
				row.name(), part, row.letters(), row.seconds(), count,
				Double.isNaN(row.aim()) ? "–" : String.format(Locale.ROOT, "%s %%", row.aim()),
				100 * tally.errors / count, 100.0 * tally.exact / count, tally.sure, tally.sureAndRight,
				100.0 * tally.typeRight / count, 100.0 * tally.languageRight / count, tally.seconds / count,
				tally.keys / 1e6 / count));
	}

	private static String language(String part) {
		return Languages.builtIn().contains(part) ? part : English.NAME;
	}

	Solver.Findings search(SolveCase one, double seconds, boolean named) {
		SolveRequest request = new SolveRequest(one.text(), named ? one.cipher().type() : SolveRequest.AUTO,
				SolveRequest.AUTO, seconds, 5, false);
		return this.solver.search(Forms.read(request), this.tongues, request, () -> false, SolveListener.NONE);
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

	private static final class Tally {

		private double errors;

		private int exact;

		private int sure;

		private int sureAndRight;

		private int typeRight;

		private int languageRight;

		private double seconds;

		private long keys;

		void add(SolveCase one, String language, Solver.Findings findings) {
			boolean found = !findings.ranked().isEmpty();
			double error = found ? one.errors(findings.ranked().get(0).candidate().plaintext()) : 1;
			this.errors += error;
			this.exact += (error == 0) ? 1 : 0;
			boolean isSure = findings.confidences().length > 0 && findings.confidences()[0] >= 0.9;
			this.sure += isSure ? 1 : 0;
			this.sureAndRight += (isSure && error <= Confidence.SAME) ? 1 : 0;
			this.typeRight += TypeClass.of(findings.types().get(0).type()).equals(one.type()) ? 1 : 0;
			this.languageRight += (found && findings.ranked().get(0).source().language().name().equals(language)) ? 1
					: 0;
			this.seconds += findings.seconds();
			this.keys += findings.keysTried();
		}

	}

}
