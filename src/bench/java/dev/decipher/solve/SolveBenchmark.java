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
import dev.decipher.solve.identify.ClassifierTraining;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeClassifier;
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

	static final Pattern ROWS = Pattern.compile(System.getProperty("solve.rows", ".*"));

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
				case "texts" -> benchmark.solvesWhatItNeverSaw();
				case "types" -> benchmark.tellsTypesApart();
				case "types-by-searching" -> benchmark.tellsTypesApartBySearching();
				case "confidence" -> benchmark.calibrates();
				default -> throw new IllegalArgumentException(arguments[0]);
			}
		}
		finally {
			benchmark.keep();
		}
	}

	/**
	 * A task.
	 *
	 * @param cipher its JSON, with keys to be drawn
	 * @param spaces whether words are shown
	 * @param aim a mean SER in %, or NaN
	 */
	private record Row(String name, String cipher, int letters, boolean spaces, double seconds, double aim) {

		/** Whether the search is told the type. */
		boolean isNamed() {
			return this.name.endsWith("named");
		}

	}

	private static List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		String substitution = "'substitution','key':{'random':{}}";
		rows.add(new Row("1:1 substitution, no spaces", substitution, 40, false, 10, 20));
		rows.add(new Row("1:1 substitution, no spaces", substitution, 64, false, 10, 3));
		rows.add(new Row("1:1 substitution, no spaces", substitution, 128, false, 2, 0.1));
		rows.add(new Row("1:1 substitution, no spaces", substitution, 256, false, 10, 0.05));
		rows.add(new Row("1:1 substitution, spaces kept", substitution, 32, true, 10, 8));
		rows.add(new Row("1:1 substitution, spaces kept", substitution, 64, true, 10, 0.5));
		rows.add(new Row("1:1 substitution, spaces kept", substitution, 128, true, 10, 0.05));
		String key = ",'key':{'random':{'length':[%d,%d]}}";
		rows.add(new Row("Vigenère, period 3–10", "'vigenere'" + key.formatted(3, 10), 60, false, 10, 3));
		rows.add(new Row("Vigenère, period 3–10", "'vigenere'" + key.formatted(3, 10), 100, false, 10, 0.2));
		rows.add(new Row("Beaufort, period 3–10", "'beaufort'" + key.formatted(3, 10), 100, false, 10, Double.NaN));
		rows.add(new Row("Porta, period 3–10", "'porta'" + key.formatted(3, 10), 100, false, 10, Double.NaN));
		rows.add(new Row("autokey, primer of 3–8", "'autokey'" + key.formatted(3, 8), 100, false, 10, 2));
		rows.add(new Row("columnar, 5–12 columns", "'columnar'" + key.formatted(5, 12), 100, false, 10, 0.5));
		rows.add(new Row("double columnar, keys of 5–8",
				"'double-columnar','key1':{'random':{'length':[5,8]}},'key2':{'random':{'length':[5,8]}}", 200, false,
				60, 5));
		rows.add(new Row("rail fence, 5 rails", "'rail-fence','rails':5", 100, false, 10, Double.NaN));
		rows.add(new Row("scytale, 7 columns", "'scytale','columns':7", 100, false, 10, Double.NaN));
		rows.add(new Row("playfair", "'playfair','key':{'random':{}}", 150, false, 60, 3));
		rows.add(new Row("bifid, period 7", "'bifid','key':{'random':{}},'period':7", 300, false, 60, Double.NaN));
		rows.add(new Row("four-square", "'four-square','key1':{'random':{}},'key2':{'random':{}}", 400, false, 60,
				Double.NaN));
		for (String direction : List.of("vertical", "horizontal")) {
			rows.add(new Row("two-square, " + direction + ", named",
					"'two-square','key1':{'random':{}},'key2':{'random':{}},'direction':'" + direction + "'", 400,
					false, 30, 5));
		}
		rows.add(new Row("trifid, period 7, named", "'trifid','key':{'random':{}},'period':7", 400, false, 30, 5));
		rows.add(new Row("hill 2×2", "'hill','key':{'random':{'length':[4,4]}}", 100, false, 10, Double.NaN));
		rows.add(new Row("Enigma I, no plugs, named", "'enigma','model':'I','plugboard':''", 150, false, 600,
				Double.NaN));
		rows.add(new Row("Enigma I, 3 plugs, named", "'enigma','model':'I','plugboard':{'random':{'length':[3,3]}}",
				250, false, 600, Double.NaN));
		rows.add(new Row("homophonic, 1–4 tokens a letter", "'homophonic','key':{'random':{}}", 400, false, 60,
				Double.NaN));
		return rows;
	}

	private void keep() throws IOException {
		this.workers.shutdownNow();
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target", "solve.md"), this.lines);
	}

	private void solvesWhatItNeverSaw() {
		Passages passages = new Passages(CORPUS, "heldout");
		print("| task | letters | aim | SER | by n-grams alone | without an error | confidence ≥ 0.9 | of these right |"
				+ " type right | seconds |");
		print("|---|---|---|---|---|---|---|---|---|---|");
		rows().stream()
			.filter((row) -> ROWS.matcher(row.name() + " " + row.letters()).find())
			.forEach((row) -> measure(row, passages));
		if (this.lines.size() == 2) {
			throw new IllegalArgumentException("no row is like " + ROWS);
		}
	}

	private void measure(Row row, Passages passages) {
		SplittableRandom random = new SplittableRandom(SEED);
		Tally tally = new Tally();
		for (int i = 0; i < PASSAGES; i++) {
			Case one = new Case(row, passages.draw(row.letters(), random), random);
			tally.add(one,
					search(one.text, Math.min(row.seconds(), CAP), row.isNamed() ? one.type : SolveRequest.AUTO));
		}
		print(String.format(Locale.ROOT, "| %s | %d | %s | %.2f %% | %.2f %% | %.0f %% | %d | %d | %.0f %% | %.1f |",
				row.name(), row.letters(),
				Double.isNaN(row.aim()) ? "–" : String.format(Locale.ROOT, "%.2f %%", row.aim()),
				100 * tally.errors / PASSAGES, 100 * tally.errorsByNGrams / PASSAGES, 100.0 * tally.exact / PASSAGES,
				tally.sure, tally.sureAndRight, 100.0 * tally.typeRight / PASSAGES, tally.seconds / PASSAGES));
	}

	private Solver.Findings search(String text, double seconds, String cipher) {
		SolveRequest request = new SolveRequest(text, cipher, "english", seconds, 5, false);
		return this.solver.search(List.of(Cryptogram.of(text)), Tongues.of(this.language), request, () -> false,
				SolveListener.NONE);
	}

	/** A ciphertext as people would send it, and what it means. */
	private static final class Case {

		private final Enciphering enciphering;

		private final String text;

		private final String type;

		Case(Row row, String passage, SplittableRandom random) {
			Cipher cipher = Enciphering.cipher("{'type':" + row.cipher() + "}");
			this.enciphering = Enciphering.of(cipher, Passages.letters(passage), random);
			this.type = TypeClass.of(cipher.type());
			StringBuilder text = new StringBuilder();
			if (this.enciphering.cipher().ciphertextSymbols(Alphabet.LATIN26) instanceof Tokens tokens) {
				for (int token : this.enciphering.ciphertext()) {
					text.append(text.isEmpty() ? "" : " ").append(tokens.symbol(token));
				}
			}
			else {
				int[] ciphertext = this.enciphering.ciphertext();
				int at = 0;
				for (char character : passage.toCharArray()) {
					if (character != ' ') {
						text.append(letter(ciphertext[at++]));
					}
					else if (row.spaces()) {
						text.append(' ');
					}
				}
				while (at < ciphertext.length) {
					text.append(letter(ciphertext[at++]));
				}
			}
			this.text = text.toString();
		}

		/** A cipher may have a full stop beside the letters. */
		private static char letter(int index) {
			return (index < 0) ? '.' : (char) ('A' + index);
		}

		double errors(Candidate candidate) {
			int[] truth = this.enciphering.plaintext();
			int wrong = 0;
			for (int i = 0; i < truth.length; i++) {
				wrong += (truth[i] != candidate.plaintext()[i]) ? 1 : 0;
			}
			return (double) wrong / truth.length;
		}

	}

	private static final class Tally {

		private double errors;

		private double errorsByNGrams;

		private int exact;

		private int sure;

		private int sureAndRight;

		private int typeRight;

		private double seconds;

		void add(Case one, Solver.Findings findings) {
			double error = findings.ranked().isEmpty() ? 1 : one.errors(findings.ranked().get(0).candidate());
			this.errors += error;
			this.errorsByNGrams += findings.byNGrams().isEmpty() ? 1
					: one.errors(findings.byNGrams().get(0).candidate());
			this.exact += (error == 0) ? 1 : 0;
			boolean isSure = findings.confidences().length > 0 && findings.confidences()[0] >= 0.9;
			this.sure += isSure ? 1 : 0;
			this.sureAndRight += (isSure && error <= Confidence.SAME) ? 1 : 0;
			this.typeRight += TypeClass.of(findings.types().get(0).type()).equals(one.type) ? 1 : 0;
			this.seconds += findings.seconds();
		}

	}

	/** Which class of cipher it is, after a search of at most 10 s. */
	private void tellsTypesApartBySearching() {
		Passages passages = new Passages(CORPUS, "heldout");
		SplittableRandom random = new SplittableRandom(SEED + 2);
		print("| class, 100 letters | right at once | among the first three | taken for |");
		print("|---|---|---|---|");
		int[] all = new int[3];
		for (String type : ClassifierTraining.CLASSES) {
			int[] within = new int[3];
			List<String> takenFor = new ArrayList<>();
			for (int i = 0; i < PASSAGES; i++) {
				StringBuilder text = new StringBuilder();
				for (int letter : TypeExamples.draw(type, passages, 100, random).ciphertext()) {
					text.append((char) ('A' + letter));
				}
				List<String> types = search(text.toString(), Math.min(10, CAP), SolveRequest.AUTO).types()
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
		print(types("all", PASSAGES * ClassifierTraining.CLASSES.size(), all) + " |");
	}

	private static String types(String name, int count, int[] within) {
		return String.format(Locale.ROOT, "| %s | %.1f %% | %.1f %% |", name, 100.0 * within[0] / count,
				100.0 * within[2] / count);
	}

	/** Which class of cipher it is, by the statistics alone. */
	private void tellsTypesApart() {
		Passages passages = new Passages(CORPUS, "heldout");
		ClassifierTraining training = new ClassifierTraining(this.language.letters());
		print("| letters | ciphertexts | right at once | among the first three |");
		print("|---|---|---|---|");
		for (int letters : new int[] { 60, 100, 200 }) {
			int[] classes = new int[PASSAGES * ClassifierTraining.CLASSES.size()];
			double[][] figures = training.draw(passages, PASSAGES, letters, SEED, classes);
			int[] within = new int[3];
			training.confusion(TypeClassifier.trained(), figures, classes, within);
			print(String.format(Locale.ROOT, "| %d | %d | %.1f %% | %.1f %% |", letters, classes.length,
					100.0 * within[0] / classes.length, 100.0 * Arrays.stream(within).sum() / classes.length));
		}
	}

	/**
	 * What speaks for the best reading, and whether it was right, of many searches of
	 * many kinds: what {@link Confidence} is fitted to.
	 */
	private void calibrates() {
		Passages passages = new Passages(CORPUS, "tune");
		SplittableRandom random = new SplittableRandom(SEED + 1);
		List<double[]> features = new ArrayList<>();
		List<Boolean> right = new ArrayList<>();
		List<Row> rows = rows().stream().filter((row) -> ROWS.matcher(row.name()).find()).toList();
		for (int i = 0; i < PASSAGES * rows.size(); i++) {
			Row row = rows.get(i % rows.size());
			int letters = (int) (row.letters() * (0.3 + random.nextDouble()));
			Row one = new Row(row.name(), row.cipher(), Math.max(10, letters), row.spaces(), row.seconds(), row.aim());
			Case drawn = new Case(one, passages.draw(one.letters(), random), random);
			Solver.Findings findings = search(drawn.text, 2, drawn.enciphering.cipher().type());
			if (!findings.ranked().isEmpty()) {
				features.add(Confidence.features(findings.ranked(), 0));
				right.add(drawn.errors(findings.ranked().get(0).candidate()) <= Confidence.SAME);
			}
		}
		double[] weights = Confidence.fit(features, right);
		print("Weights: `" + Arrays.toString(weights) + "`");
		print("");
		print("| confidence | readings | right |");
		print("|---|---|---|");
		double[] bounds = { 0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01 };
		for (int bin = 0; bin + 1 < bounds.length; bin++) {
			int count = 0;
			int correct = 0;
			for (int i = 0; i < features.size(); i++) {
				double confidence = Confidence.probability(features.get(i), weights);
				if (confidence >= bounds[bin] && confidence < bounds[bin + 1]) {
					count++;
					correct += right.get(i) ? 1 : 0;
				}
			}
			print(String.format(Locale.ROOT, "| %.2f–%.2f | %d | %.1f %% |", bounds[bin], Math.min(1, bounds[bin + 1]),
					count, 100.0 * correct / Math.max(1, count)));
		}
	}

	private void print(String line) {
		System.out.println(line);
		this.lines.add(line);
	}

}
