package dev.decipher.solve.transposition;

import dev.decipher.language.NGrams;

/**
 * How much it speaks for two letters that they stand side by side, where that is so of
 * one pair in a few: a text that is right in part has more such pairs than one by chance,
 * and no pair, however rare, speaks against it much.
 *
 * @param symbols the number V of letters
 * @param gains 100·ln(1 − s + s·p(ab) / (p(a) p(b))), rounded, s the share: (a × V + b)
 */
record LetterPairs(int symbols, int[] gains) {

	/** Units of a gain in a nat. */
	static final int UNITS = 100;

	/** The share of pairs that stand side by side, at first. */
	private static final double SHARE = 0.4;

	/** Pairs in the texts that n-grams make. */
	static LetterPairs of(NGrams grams) {
		int symbols = grams.symbols();
		double[] pairs = grams.frequencies(2);
		double[] shares = grams.shares();
		int[] gains = new int[pairs.length];
		for (int pair = 0; pair < gains.length; pair++) {
			double byChance = shares[pair / symbols] * shares[pair % symbols];
			double ratio = (byChance > 0) ? pairs[pair] / byChance : 0;
			gains[pair] = (int) Math.round(UNITS * Math.log(1 - SHARE + SHARE * ratio));
		}
		return new LetterPairs(symbols, gains);
	}

}
