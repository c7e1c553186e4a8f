package dev.decipher.language;

/**
 * How surprising each symbol is after the n − 1 before it. The costs are a dense table,
 * one byte for each n-gram, so that a search can add them up without calling anybody.
 *
 * @param symbols the number V of symbols that texts are made of
 * @param order n
 * @param costs −16·ln p(last | the n − 1 before it), rounded, as unsigned bytes (Vⁿ); the
 * n-gram's first symbol is the most significant digit in base V. Read-only
 */
public record NGrams(int symbols, int order, byte[] costs) {

	/** Units of a cost in a nat. */
	public static final int UNITS = 16;

	/**
	 * What a text costs.
	 * @param text indices of symbols
	 * @return the sum over all its n-grams, in nats / {@link #UNITS}; 0 for a text that
	 * is shorter than one
	 */
	public int cost(int[] text) {
		int size = this.costs.length / this.symbols; // Vⁿ⁻¹
		int context = 0;
		int cost = 0;
		for (int i = 0; i < text.length; i++) {
			int gram = context * this.symbols + text[i];
			if (i >= this.order - 1) {
				cost += this.costs[gram] & 0xff;
			}
			context = gram % size;
		}
		return cost;
	}

}
