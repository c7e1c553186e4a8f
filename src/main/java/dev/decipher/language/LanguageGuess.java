package dev.decipher.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.util.function.SingletonSupplier;

/**
 * Which of the built-in languages a text is in, in microseconds: by its n-grams where the
 * plaintext is at hand, or by its letters' frequencies alone where it isn't. All arrays
 * are in the order of {@link Languages#builtIn()}.
 */
public final class LanguageGuess {

	/**
	 * How much evidence counts of what its n-grams, its letters and their order by
	 * frequency say, which are no independent draws: by these the probabilities came
	 * right for passages of works that the tables don't know.
	 */
	private static final double OF_GRAMS = 0.9;

	private static final double OF_FREQUENCIES = 1;

	private static final double OF_SORTED_FREQUENCIES = 0.5;

	/** The share of texts that are unlike any language. */
	private static final double DOUBT = 0.005;

	/** Letters that a text has of its own, however it is written. */
	private static final double ODD = 0.001;

	private static final SingletonSupplier<double[][]> FREQUENCIES = SingletonSupplier
		.of(() -> QuickTables.BY_LETTERS.obtain().stream().map(LanguageGuess::frequencies).toArray(double[][]::new));

	private static final SingletonSupplier<double[][]> SORTED = SingletonSupplier
		.of(() -> Arrays.stream(FREQUENCIES.obtain()).map(LanguageGuess::sorted).toArray(double[][]::new));

	private LanguageGuess() {
	}

	private static double[] frequencies(QuickTables.Table table) {
		return Arrays.stream(table.shares()).map((share) -> (1 - ODD) * share + ODD / table.shares().length).toArray();
	}

	private static double[] sorted(double[] shares) {
		double[] sorted = shares.clone();
		Arrays.sort(sorted);
		return IntStream.range(0, sorted.length).mapToDouble((i) -> sorted[sorted.length - 1 - i]).toArray();
	}

	/**
	 * How likely a plaintext is in each language, by 4-grams.
	 * @param text indices of A to Z, without spaces
	 * @return ln p(text), in nats: (languages)
	 */
	public static double[] logProbabilities(int[] text) {
		return QuickTables.BY_LETTERS.obtain().stream().mapToDouble((table) -> table.logProbability(text)).toArray();
	}

	/**
	 * The language of a plaintext.
	 * @param text indices of A to Z, without spaces
	 * @return the probability of each language: (languages)
	 */
	public static double[] of(int[] text) {
		return posterior(logProbabilities(text), OF_GRAMS);
	}

	/**
	 * The language of a text whose letters are in another order, by how often each
	 * occurs.
	 * @param counts of the letters A to Z (26)
	 * @return the probability of each language: (languages)
	 */
	public static double[] byFrequencies(int[] counts) {
		return posterior(likelihoods(counts, FREQUENCIES.obtain()), OF_FREQUENCIES);
	}

	/**
	 * The language of a text whose letters have been replaced by symbols and put into
	 * another order, by how often the most frequent symbol occurs, the next, and so on.
	 * @param counts of the symbols, in any order, at most 26 of them above 0
	 * @return the probability of each language: (languages)
	 */
	public static double[] bySortedFrequencies(int[] counts) {
		int[] sorted = IntStream.of(counts)
			.filter((count) -> count > 0)
			.boxed()
			.sorted(Comparator.reverseOrder())
			.mapToInt(Integer::intValue)
			.limit(26)
			.toArray();
		return posterior(likelihoods(sorted, SORTED.obtain()), OF_SORTED_FREQUENCIES);
	}

	/**
	 * The language of a text of which each letter has been replaced by a symbol of its
	 * own, its order kept.
	 * @param text symbols below 256, whichever they are (length)
	 * @return the probability of each language: (languages)
	 */
	public static double[] bySubstitution(int[] text) {
		return posterior(SubstitutionProfiles.BUILT_IN.obtain().logLikelihoods(text), 1);
	}

	private static double[] likelihoods(int[] counts, double[][] frequencies) {
		return Arrays.stream(frequencies)
			.mapToDouble((shares) -> IntStream.range(0, counts.length)
				.mapToDouble((i) -> counts[i] * Math.log(shares[i]))
				.sum())
			.toArray();
	}

	private static double[] posterior(double[] likelihoods, double share) {
		double[] prior = QuickTables.prior();
		double best = Arrays.stream(likelihoods).max().orElseThrow();
		double[] weights = IntStream.range(0, prior.length)
			.mapToDouble((i) -> prior[i] * Math.exp(share * (likelihoods[i] - best)))
			.toArray();
		double sum = Arrays.stream(weights).sum();
		return IntStream.range(0, prior.length)
			.mapToDouble((i) -> (1 - DOUBT) * weights[i] / sum + DOUBT * prior[i])
			.toArray();
	}

	/** Probabilities by the languages' names, the likeliest first. */
	public static Map<String, Double> byName(double[] probabilities) {
		List<String> names = Languages.builtIn();
		Map<String, Double> sorted = new LinkedHashMap<>();
		IntStream.range(0, probabilities.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed())
			.forEach((i) -> sorted.put(names.get(i), probabilities[i]));
		return sorted;
	}

}
