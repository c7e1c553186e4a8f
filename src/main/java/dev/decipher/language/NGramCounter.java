package dev.decipher.language;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Counts n-grams in a dense table. */
final class NGramCounter {

	/** The longest n-grams. */
	private static final int MAX_ORDER = 5;

	/** The most cells of a table. */
	private static final int MAX_CELLS = 1 << 25;

	private final int symbols; // V

	private final int order; // n

	private final int[] counts; // Vⁿ

	private int[] weights; // likewise: each occurrence with its text's weight

	NGramCounter(int symbols, int order) {
		this.symbols = symbols;
		this.order = order;
		this.counts = new int[Math.toIntExact(Math.round(Math.pow(symbols, order)))];
		this.weights = this.counts; // until there is a weight other than 1
	}

	/** The length of n-grams of which a table has a reasonable size. */
	static int order(int symbols) {
		int order = MAX_ORDER;
		while (Math.pow(symbols, order) > MAX_CELLS) {
			order--;
		}
		return order;
	}

	/** Counts a text, of which all symbols count. */
	void add(Text text) {
		if (text.weight() != 1 && this.weights == this.counts) {
			this.weights = this.counts.clone();
		}
		int contexts = this.counts.length / this.symbols;
		int context = 0;
		for (int i = 0; i < text.length(); i++) {
			int gram = context * this.symbols + text.symbol(i);
			if (i >= this.order - 1) {
				add(gram, 1, text.weight());
			}
			context = gram % contexts;
		}
	}

	/**
	 * Counts a text of which expected counts alone are known, as if it had been drawn:
	 * they are rounded up or down by chance.
	 * @param expected (Vⁿ)
	 * @param share how much of it is drawn
	 */
	void add(float[] expected, double share, RandomGenerator random) {
		for (int gram = 0; gram < expected.length; gram++) {
			if (expected[gram] > 0) {
				add(gram, (int) (expected[gram] * share + random.nextDouble()), 1);
			}
		}
	}

	private void add(int gram, int count, int weight) {
		this.counts[gram] += count;
		if (this.weights != this.counts) {
			this.weights[gram] += count * weight;
		}
	}

	NGramCounts counts() {
		int[] grams = IntStream.range(0, this.counts.length).filter((gram) -> this.counts[gram] > 0).toArray();
		int[] occurring = Arrays.stream(grams).map((gram) -> this.counts[gram]).toArray();
		return new NGramCounts(this.symbols, this.order, grams, occurring,
				Arrays.stream(grams).map((gram) -> this.weights[gram]).toArray());
	}

}
