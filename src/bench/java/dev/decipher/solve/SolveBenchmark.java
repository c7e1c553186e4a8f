package dev.decipher.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeExamples;
import dev.decipher.solve.identify.TypeLabels;
import dev.decipher.solve.identify.Works;
import dev.decipher.solve.rank.Confidence;
import dev.decipher.solve.search.Candidate;

/**
 * How well texts are solved that nothing here was learned from: prints what the
 * documentation shows, as Markdown, and keeps it in the build's folder. Passages and keys
 * come from fixed seeds; what a search finds in its time depends on the machine.
 * <p>
 * {@code -Dsolve.corpus=} names the folder with the texts {@code heldout-*.txt} (letters
 * A to Z and single spaces), and for training {@code train-*.txt} and {@code tune-*.txt};
 * {@code -Dsolve.rows=} chooses rows by a regular expression, {@code -Dsolve.passages=50}
 * says how many passages each.
 */
public final class SolveBenchmark {

	public static final Path CORPUS = Path.of(System.getProperty("solve.corpus", "target/corpus"));

	static final int PASSAGES = Integer.getInteger("solve.passages", 50);

	/** Cuts the time of each search short, for a quick look. */
	private static final int CAP = Integer.getInteger("solve.cap", 3600);

	public static final long SEED = 20_261;

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private final Solver solver = new Solver(Attacks.known(), this.workers, 2, System::nanoTime);

	private final Language language = English.get();

	private final List<String> lines = new ArrayList<>();

	private SolveBenchmark() {
	}

	/**
	 * Measures one thing.
	 * @param arguments which one
	 */
	public static void main(String[] arguments) throws IOException {
		SolveBenchmark benchmark = new SolveBenchmark();
		try {
			switch (arguments[0]) {
				case "types-by-searching" -> benchmark.tellsTypesApartBySearching();
				default -> throw new IllegalArgumentException(arguments[0]);
			}
		}
		finally {
			benchmark.keep();
		}
	}

	private void keep() throws IOException {
		this.workers.shutdownNow();
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target", "solve.md"), this.lines);
	}

	private Solver.Findings search(String text, double seconds, String cipher) {
		SolveRequest request = new SolveRequest(text, cipher, "english", seconds, 5, false);
		return this.solver.search(List.of(Cryptogram.of(text)), Tongues.of(this.language), request, () -> false,
				SolveListener.NONE);
	}

	/** Which class of cipher it is, after a search of at most 10 s. */
	private void tellsTypesApartBySearching() {
		Works works = Works.heldOut();
		SplittableRandom random = new SplittableRandom(SEED + 2);
		print("| class, 100 letters | right at once | among the first three | taken for |");
		print("|---|---|---|---|");
		int[] all = new int[3];
		List<String> classes = TypeLabels.classes();
		for (String type : classes) {
			int[] within = new int[3];
			List<String> takenFor = new ArrayList<>();
			for (int i = 0; i < PASSAGES; i++) {
				String text = TypeExamples.draw(type, works, "english", 100, TypeExamples.Layout.ROW, random);
				List<String> types = search(text, Math.min(10, CAP), SolveRequest.AUTO).types()
					.stream()
					.map((one) -> TypeClass.of(one.type()))
					.toList();
				int place = types.indexOf(type);
				for (int k = 0; k < 3; k++) {
					within[k] += (place >= 0 && place <= k) ? 1 : 0;
					all[k] += (place >= 0 && place <= k) ? 1 : 0;
				}
				if (place != 0) {
					takenFor.add(types.get(0));
				}
			}
			print(types(type, PASSAGES, within) + " " + String.join(", ", takenFor) + " |");
		}
		print(types("all", PASSAGES * classes.size(), all) + " |");
	}

	private static String types(String name, int count, int[] within) {
		return String.format(Locale.ROOT, "| %s | %.1f %% | %.1f %% |", name, 100.0 * within[0] / count,
				100.0 * within[2] / count);
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

}
