package dev.decipher.solve;

import java.util.SplittableRandom;

import dev.decipher.language.NGrams;

/**
 * What statistics of ciphertexts need to know of a language.
 *
 * @param logs ln p of each letter: (V)
 * @param gains ln p(second letter | first) − ln p(second letter) of each digraph: (V · V)
 * @param grams its n-grams
 */
record LetterModel(double[] logs, double[] gains, NGrams grams) {

	private static final int SAMPLE = 300_000;

	/** How many digraphs a letter by itself is worth, where they are rare. */
	private static final double PRIOR = 10;

	/**
	 * Counts letters and digraphs in a text that the n-grams make up, since they say
	 * nothing of these themselves.
	 */
	static LetterModel of(NGrams grams) {
		int size = grams.symbols();
		double[] probabilities = new double[256];
		for (int cost = 0; cost < probabilities.length; cost++) {
			probabilities[cost] = Math.exp(-(double) cost / NGrams.UNITS);
		}
		int contexts = grams.costs().length / size;
		SplittableRandom random = new SplittableRandom(1);
		int[] letters = new int[size];
		int[] digraphs = new int[size * size];
		int context = random.nextInt(contexts);
		for (int i = 0; i < SAMPLE; i++) {
			double sum = 0;
			for (int letter = 0; letter < size; letter++) {
				sum += probabilities[grams.costs()[context * size + letter] & 0xff];
			}
			double left = random.nextDouble() * sum;
			int next = -1;
			do {
				next++;
				left -= probabilities[grams.costs()[context * size + next] & 0xff];
			}
			while (left > 0 && next < size - 1);
			letters[next]++;
			digraphs[context % size * size + next]++;
			context = (context * size + next) % contexts;
		}
		double[] logs = new double[size];
		double[] gains = new double[size * size];
		for (int letter = 0; letter < size; letter++) {
			logs[letter] = Math.log((letters[letter] + 0.5) / (SAMPLE + 0.5 * size));
		}
		for (int digraph = 0; digraph < gains.length; digraph++) {
			double alone = Math.exp(logs[digraph % size]);
			double together = (digraphs[digraph] + PRIOR * alone) / (letters[digraph / size] + PRIOR);
			gains[digraph] = Math.log(together / alone);
		}
		return new LetterModel(logs, gains, grams);
	}

	double gain(int first, int second) {
		return this.gains[first * this.grams.symbols() + second];
	}

	/** ln p a letter by the n-grams. */
	double perLetter(int[] text) {
		int counted = Math.max(1, text.length - this.grams.order() + 1);
		return -(double) this.grams.cost(text) / NGrams.UNITS / counted;
	}

}
