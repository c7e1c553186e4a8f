package dev.decipher.solve.transposition;

import java.util.SplittableRandom;

import dev.decipher.language.NGrams;

/**
 * How much likelier two letters stand side by side than apart.
 *
 * @param symbols the number V of letters
 * @param gains {@link NGrams#UNITS}·ln(p(ab) / (p(a) p(b))), rounded: (a × V + b)
 */
record LetterPairs(int symbols, int[] gains) {

	private static final int LETTERS = 300_000;

	/** Counts pairs in a text that is drawn from the n-grams. */
	static LetterPairs of(NGrams grams) {
		int symbols = grams.symbols();
		int contexts = grams.costs().length / symbols;
		double[] odds = new double[256];
		for (int cost = 0; cost < odds.length; cost++) {
			odds[cost] = Math.exp(-cost / (double) NGrams.UNITS);
		}
		SplittableRandom random = new SplittableRandom(1);
		double[] sums = new double[symbols];
		int[] counts = new int[symbols * symbols];
		int context = 0;
		for (int i = 0; i < LETTERS; i++) {
			double sum = 0;
			for (int letter = 0; letter < symbols; letter++) {
				sum += odds[grams.costs()[context * symbols + letter] & 0xff];
				sums[letter] = sum;
			}
			double drawn = random.nextDouble() * sum;
			int letter = 0;
			while (sums[letter] < drawn) {
				letter++;
			}
			counts[context % symbols * symbols + letter]++;
			context = (context * symbols + letter) % contexts;
		}
		return new LetterPairs(symbols, gains(symbols, counts));
	}

	private static int[] gains(int symbols, int[] counts) {
		double[] left = new double[symbols];
		double[] right = new double[symbols];
		double all = 0;
		for (int pair = 0; pair < counts.length; pair++) {
			double count = counts[pair] + 0.5; // so that no pair is impossible
			left[pair / symbols] += count;
			right[pair % symbols] += count;
			all += count;
		}
		int[] gains = new int[counts.length];
		for (int pair = 0; pair < counts.length; pair++) {
			double ratio = (counts[pair] + 0.5) * all / (left[pair / symbols] * right[pair % symbols]);
			gains[pair] = (int) Math.round(NGrams.UNITS * Math.log(ratio));
		}
		return gains;
	}

}
