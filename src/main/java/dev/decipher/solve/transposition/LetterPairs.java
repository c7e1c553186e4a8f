package dev.decipher.solve.transposition;

import dev.decipher.language.NGrams;

/**
 * How much likelier two letters stand side by side than apart.
 *
 * @param symbols the number V of letters
 * @param gains {@link NGrams#UNITS}·ln(p(ab) / (p(a) p(b))), rounded: (a × V + b)
 */
record LetterPairs(int symbols, int[] gains) {

	/** Added to every frequency, so that no pair is impossible. */
	private static final double SEEN = 0.5 / 300_000;

	/** Pairs in the texts that n-grams make. */
	static LetterPairs of(NGrams grams) {
		int symbols = grams.symbols();
		double[] pairs = grams.frequencies(2);
		double[] shares = grams.shares();
		int[] gains = new int[pairs.length];
		for (int pair = 0; pair < gains.length; pair++) {
			double ratio = (pairs[pair] + SEEN) / (shares[pair / symbols] * shares[pair % symbols]);
			gains[pair] = (int) Math.round(NGrams.UNITS * Math.log(ratio));
		}
		return new LetterPairs(symbols, gains);
	}

}
