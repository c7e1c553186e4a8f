package dev.decipher.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import dev.decipher.solve.rank.Confidence;

/**
 * Fits the confidence of readings: what speaks for the best reading, and whether it was
 * right, of many searches of all tasks of the benchmark, with more letters and fewer, in
 * texts of the model's own sources and of others, and of texts that have no reading.
 * Prints the weights for {@link Confidence} and how often a confidence is right.
 */
public final class SolveConfidence {

	private static final int SEARCHES = Integer.getInteger("solve.searches", 300);

	private static final int SECONDS = Integer.getInteger("solve.cap", 3);

	private static final double[] BOUNDS = { 0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01 };

	private SolveConfidence() {
	}

	/** Prints weights and table, and keeps each search in the build's folder. */
	public static void main(String[] arguments) throws IOException {
		SolveTable table = new SolveTable();
		SplittableRandom random = new SplittableRandom(20_262);
		List<Passages> parts = List.of(new Passages(SolveTable.CORPUS, "tune"),
				new Passages(SolveTable.CORPUS, "other"));
		List<SolveRow> rows = SolveRow.all().stream().filter(SolveTable::isChosen).toList();
		List<double[]> features = new ArrayList<>();
		List<Boolean> right = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < SEARCHES; i++) {
			SolveRow drawn = rows.get(i % rows.size());
			SolveRow row = drawn.of(Math.max(12, (int) (drawn.letters() * (0.3 + random.nextDouble()))));
			SolveCase one = SolveCase.of(row, parts.get(i / rows.size() % parts.size()).draw(row.letters(), random),
					random);
			Solver.Findings findings = table.search(one, SECONDS, i / rows.size() % 3 == 2);
			if (!findings.ranked().isEmpty()) {
				features.add(Confidence.features(findings.ranked().stream().map(Solver.Ranked::scored).toList(), 0));
				right.add(one.errors(findings.ranked().get(0).candidate().plaintext()) <= Confidence.SAME);
				lines.add(row.name() + ";" + row.letters() + ";" + right.get(right.size() - 1) + ";"
						+ findings.confidences()[0] + ";" + Arrays.toString(features.get(features.size() - 1)));
			}
		}
		table.close();
		Files.write(Path.of("target", "solve-confidence.csv"), lines);
		double[] weights = Confidence.fit(features, right);
		System.out.println("Weights: `" + Arrays.toString(weights) + "`\n");
		System.out.println("| confidence | readings | right |\n|---|---|---|");
		for (int bin = 0; bin + 1 < BOUNDS.length; bin++) {
			int count = 0;
			int correct = 0;
			for (int i = 0; i < features.size(); i++) {
				double confidence = Confidence.probability(features.get(i), weights);
				if (confidence >= BOUNDS[bin] && confidence < BOUNDS[bin + 1]) {
					count++;
					correct += right.get(i) ? 1 : 0;
				}
			}
			System.out.println(String.format(Locale.ROOT, "| %.2f–%.2f | %d | %.1f %% |", BOUNDS[bin],
					Math.min(1, BOUNDS[bin + 1]), count, 100.0 * correct / Math.max(1, count)));
		}
	}

}
