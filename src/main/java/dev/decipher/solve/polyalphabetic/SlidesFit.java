package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;

import dev.decipher.language.NGrams;

/**
 * How well places that an alphabet is slid by may explain a ciphertext, whatever that
 * alphabet is: each ciphertext symbol gets the place by which the plaintext's symbols are
 * the likeliest by themselves. Not thread-safe; allocates nothing.
 */
final class SlidesFit {

	private final int[] symbols;

	/** The cost of each place of the plain alphabet, twice. */
	private final int[] costs;

	private final int[] sums;

	private final int size;

	/**
	 * Of a text over a straight plain alphabet.
	 * @param letters the language's letter for each symbol (size)
	 */
	SlidesFit(int[] symbols, int[] letters, NGrams grams) {
		this.symbols = symbols;
		this.size = letters.length;
		this.costs = new int[2 * this.size];
		this.sums = new int[this.size * this.size];
		double[] shares = grams.shares();
		Arrays.setAll(this.costs, (place) -> (int) Math
			.round(-NGrams.UNITS * Math.log(Math.max(shares[letters[place % this.size]], 1e-4))));
	}

	/**
	 * The cost by the best alphabet, in nats / NGrams.UNITS.
	 * @param slides places, 0 to below the size (length)
	 */
	int cost(int[] slides) {
		int count = this.size;
		Arrays.fill(this.sums, 0);
		for (int i = 0; i < this.symbols.length; i++) {
			int row = this.symbols[i] * count;
			int first = (slides[i] == 0) ? 0 : count - slides[i];
			for (int place = 0; place < count; place++) {
				this.sums[row + place] += this.costs[first + place];
			}
		}
		int cost = 0;
		for (int row = 0; row < this.sums.length; row += count) {
			int least = this.sums[row];
			for (int place = row + 1; place < row + count; place++) {
				least = Math.min(least, this.sums[place]);
			}
			cost += least;
		}
		return cost;
	}

}
