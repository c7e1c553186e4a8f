package dev.decipher.solve.identify;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

import dev.decipher.language.NGrams;

/**
 * What statistics of ciphertexts need to know of a language.
 *
 * @param logs ln p of each letter: (V)
 * @param gains ln p(second letter | first) − ln p(second letter) of each digraph: (V · V)
 * @param grams its n-grams
 */
public record LetterModel(double[] logs, double[] gains, NGrams grams) {

	private static final int SAMPLE = 300_000;

	/** How many digraphs a letter by itself is worth, where they are rare. */
	private static final double PRIOR = 10;

	/** By how many nats the letters of a text in the language may be less likely. */
	private static final double UNLIKE = 0.4;

	/** What a class that doesn't fit weighs beside one that does. */
	private static final double UNFIT = 0.02;

	/**
	 * Counts letters and digraphs in a text that the n-grams make up, since they say
	 * nothing of these themselves.
	 */
	public static LetterModel of(NGrams grams) {
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

	/**
	 * Which classes of cipher a text may be of, by its letters' frequencies alone: a
	 * substitution keeps how unlike they are (Friedman, The index of coincidence, 1922),
	 * a transposition each of them, and other ciphers neither.
	 * @param text indices of letters
	 * @return probabilities
	 */
	public Map<TypeClass, Double> types(int[] text) {
		int[] counts = new int[this.logs.length];
		double mean = 0;
		for (int letter : text) {
			counts[letter]++;
			mean += this.logs[letter] / text.length;
		}
		double coincidence = 0;
		double usual = 0;
		double entropy = 0;
		for (int letter = 0; letter < counts.length; letter++) {
			double p = Math.exp(this.logs[letter]);
			usual += p * p;
			entropy -= p * this.logs[letter];
			coincidence += counts[letter] * (counts[letter] - 1.0) / Math.max(1, text.length * (text.length - 1.0));
		}
		boolean uneven = coincidence > (usual + 1.0 / counts.length) / 2;
		boolean inPlace = mean > -entropy - UNLIKE;
		Map<TypeClass, Double> types = new EnumMap<>(TypeClass.class);
		for (TypeClass one : TypeClass.values()) {
			boolean keepsLetters = one.transposes() || one == TypeClass.PLAINTEXT;
			boolean fits = keepsLetters ? uneven && inPlace
					: (one == TypeClass.SUBSTITUTION) ? uneven && !inPlace : !uneven;
			types.put(one, fits ? 1 : UNFIT);
		}
		double sum = types.values().stream().mapToDouble(Double::doubleValue).sum();
		types.replaceAll((one, weight) -> weight / sum);
		return types;
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
