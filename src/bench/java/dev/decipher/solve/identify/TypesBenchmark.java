package dev.decipher.solve.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well types are told apart by statistics alone, on works that the classifier learned
 * nothing from: prints what the documentation shows, as Markdown. Passages and keys come
 * from a fixed seed. {@code -Dlanguages.texts=} names the folder with the texts,
 * {@code -Dclassifier.passages=} says how many passages each type has.
 */
public final class TypesBenchmark {

	private static final int PASSAGES = Integer.getInteger("classifier.passages", 50);

	private static final long SEED = 987_654_321;

	private static final String ENGLISH = "english";

	private static final int BINS = 10;

	/** No probability below is counted: nearly all are. */
	private static final double LEAST = 0.01;

	private static final int MOST_CONFUSED = 25;

	private static final List<String> LABELS = TypeLabels.ALL;

	private final TypeIdentifier identifier = TypeIdentifier.trained();

	private final Works works = Works.heldOut();

	private TypesBenchmark() {
	}

	/** Prints all tables. */
	public static void main(String[] arguments) {
		TypesBenchmark benchmark = new TypesBenchmark();
		Outcomes hundred = benchmark.identify(ENGLISH, 100, TypeExamples.Layout.ROW);
		benchmark.printTotals(hundred);
		benchmark.printCalibration(hundred);
		benchmark.printTypes(hundred);
		System.out.println("| language, letters | catalogue | its first three | NCID's | its first three | ms |");
		System.out.println("|---|---|---|---|---|---|");
		for (int letters : new int[] { 50, 200, 400, 30, 1000 }) {
			benchmark.printNeighbour(ENGLISH, letters, TypeExamples.Layout.ROW);
		}
		for (String language : benchmark.works.works().keySet()) {
			benchmark.printNeighbour(language, 100, TypeExamples.Layout.ANY);
		}
	}

	private void printNeighbour(String language, int letters, TypeExamples.Layout layout) {
		Outcomes outcomes = identify(language, letters, layout);
		double[] all = shares(outcomes, null);
		double[] ncid = shares(outcomes, Set.copyOf(TypeLabels.NCID));
		System.out.printf(Locale.ROOT, "| %s, %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f |%n", language, letters,
				all[0], all[1], ncid[0], ncid[1], outcomes.milliseconds());
	}

	/**
	 * What came of some texts.
	 *
	 * @param labels what each is: (texts)
	 * @param probabilities of all labels: (texts, labels)
	 * @param milliseconds of a processor for one text
	 */
	private record Outcomes(int[] labels, double[][] probabilities, double milliseconds) {
	}

	private Outcomes identify(String language, int letters, TypeExamples.Layout layout) {
		int[] labels = IntStream.range(0, LABELS.size() * PASSAGES).map((i) -> i / PASSAGES).toArray();
		double[][] probabilities = new double[labels.length][];
		var threads = java.lang.management.ManagementFactory.getThreadMXBean();
		long nanos = 0;
		for (int i = 0; i < labels.length; i++) {
			String text = draw(LABELS.get(labels[i]), language, letters, layout, new SplittableRandom(SEED * (i + 1)));
			long start = threads.getCurrentThreadCpuTime();
			probabilities[i] = this.identifier.probabilities(text);
			nanos += threads.getCurrentThreadCpuTime() - start;
		}
		return new Outcomes(labels, probabilities, nanos / 1e6 / labels.length);
	}

	private String draw(String label, String language, int letters, TypeExamples.Layout layout,
			SplittableRandom random) {
		while (true) {
			try {
				return TypeExamples.draw(label, this.works, language, letters, layout, random);
			}
			catch (RuntimeException ex) {
				// a key that can't encipher this text: it lacks a letter
			}
		}
	}

	/** The probability of each name, of which a label is one or a part. */
	private static double[] merged(double[] probabilities, List<String> names, Set<String> among) {
		double[] merged = new double[LABELS.size()];
		for (int label = 0; label < merged.length; label++) {
			if (among == null || among.contains(LABELS.get(label))) {
				merged[names.indexOf(names.get(label))] += probabilities[label];
			}
		}
		return merged;
	}

	private static int rank(double[] probabilities, int right) {
		return (int) IntStream.range(0, probabilities.length)
			.filter((other) -> probabilities[other] > probabilities[right])
			.count();
	}

	private static List<String> classes() {
		return LABELS.stream().map(TypeIdentifier::classOf).toList();
	}

	private void printTotals(Outcomes outcomes) {
		System.out.println("| 100 letters | right at once | among the first three | milliseconds |");
		System.out.println("|---|---|---|---|");
		Set<String> ncid = Set.copyOf(TypeLabels.NCID);
		printRow("the whole catalogue", outcomes, null);
		printRow("types of NCID, taken for one of these", outcomes, ncid);
		double[] counts = new double[3];
		for (int i = 0; i < outcomes.labels().length; i++) {
			if (ncid.contains(LABELS.get(outcomes.labels()[i]))) {
				int rank = rank(merged(outcomes.probabilities()[i], LABELS, ncid), outcomes.labels()[i]);
				counts[0]++;
				counts[1] += (rank == 0) ? 1 : 0;
				counts[2] += (rank < 3) ? 1 : 0;
			}
		}
		System.out.printf(Locale.ROOT, "| the same, counted as NCID does | %.1f %% | %.1f %% | |%n%n",
				100 * counts[1] / counts[0], 100 * counts[2] / counts[0]);
	}

	private void printRow(String name, Outcomes outcomes, Set<String> among) {
		double[] shares = shares(outcomes, among);
		System.out.printf(Locale.ROOT, "| %s | %.1f %% | %.1f %% | %.1f |%n", name, shares[0], shares[1],
				outcomes.milliseconds());
	}

	/** Per cent that are right at once, and among the first three. */
	private static double[] shares(Outcomes outcomes, Set<String> among) {
		List<String> classes = classes();
		double[] counts = new double[3];
		for (int i = 0; i < outcomes.labels().length; i++) {
			int label = outcomes.labels()[i];
			if (among == null || among.contains(LABELS.get(label))) {
				int rank = rank(merged(outcomes.probabilities()[i], classes, among),
						classes.indexOf(classes.get(label)));
				counts[0]++;
				counts[1] += (rank == 0) ? 1 : 0;
				counts[2] += (rank < 3) ? 1 : 0;
			}
		}
		return new double[] { 100 * counts[1] / counts[0], 100 * counts[2] / counts[0] };
	}

	private void printCalibration(Outcomes outcomes) {
		List<String> classes = classes();
		double[] said = new double[BINS];
		double[] right = new double[BINS];
		int[] counts = new int[BINS];
		for (int i = 0; i < outcomes.labels().length; i++) {
			double[] merged = merged(outcomes.probabilities()[i], classes, null);
			int truth = classes.indexOf(classes.get(outcomes.labels()[i]));
			for (int one = 0; one < merged.length; one++) {
				if (merged[one] >= LEAST) {
					int bin = (int) Math.min(BINS - 1, merged[one] * BINS);
					counts[bin]++;
					said[bin] += merged[one];
					right[bin] += (one == truth) ? 1 : 0;
				}
			}
		}
		System.out.println("| probability | types | said | right |");
		System.out.println("|---|---|---|---|");
		for (int bin = 0; bin < BINS; bin++) {
			System.out.printf(Locale.ROOT, "| %.1f to %.1f | %d | %.1f %% | %.1f %% |%n", bin / 10.0, (bin + 1) / 10.0,
					counts[bin], 100 * said[bin] / Math.max(1, counts[bin]),
					100 * right[bin] / Math.max(1, counts[bin]));
		}
		System.out.println();
	}

	private void printTypes(Outcomes outcomes) {
		List<String> classes = classes();
		int[][] taken = new int[LABELS.size()][LABELS.size()];
		int[] inThree = new int[LABELS.size()];
		for (int i = 0; i < outcomes.labels().length; i++) {
			double[] merged = merged(outcomes.probabilities()[i], classes, null);
			int truth = classes.indexOf(classes.get(outcomes.labels()[i]));
			int best = IntStream.range(0, merged.length).reduce((a, b) -> (merged[b] > merged[a]) ? b : a).orElse(0);
			taken[outcomes.labels()[i]][best]++;
			inThree[outcomes.labels()[i]] += (rank(merged, truth) < 3) ? 1 : 0;
		}
		System.out.println("| the least sure, 100 letters | right at once | among the first three | taken for |");
		System.out.println("|---|---|---|---|");
		List<Integer> order = new ArrayList<>(IntStream.range(0, LABELS.size()).boxed().toList());
		order.sort(Comparator.comparingInt((label) -> taken[label][classes.indexOf(classes.get(label))]));
		for (int label : order.subList(0, MOST_CONFUSED)) {
			int truth = classes.indexOf(classes.get(label));
			String others = IntStream.range(0, LABELS.size())
				.filter((other) -> other != truth && taken[label][other] * 25 >= PASSAGES)
				.boxed()
				.sorted(Comparator.comparingInt((other) -> -taken[label][other]))
				.limit(5)
				.map((other) -> classes.get(other) + " " + 100 * taken[label][other] / PASSAGES + " %")
				.collect(Collectors.joining(", "));
			System.out.printf(Locale.ROOT, "| %s | %.0f %% | %.0f %% | %s |%n", LABELS.get(label),
					100.0 * taken[label][truth] / PASSAGES, 100.0 * inThree[label] / PASSAGES, others);
		}
		System.out.println();
	}

}
