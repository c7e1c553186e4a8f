package dev.decipher.solve;

import java.util.Arrays;

import dev.decipher.language.NGrams;

/**
 * Shorter n-grams of a language, which its n-grams imply.
 */
final class Marginals {

	/** Steps after which the start is forgotten. */
	private static final int STEPS = 8;

	private Marginals() {
	}

	/**
	 * The m-grams of texts that n-grams would write.
	 * @param grams n-grams
	 * @param order m, less than n
	 */
	static NGrams of(NGrams grams, int order) {
		int symbols = grams.symbols();
		double[] likelihoods = new double[256];
		Arrays.setAll(likelihoods, (cost) -> Math.exp(-(double) cost / NGrams.UNITS));
		int contexts = grams.costs().length / symbols; // Vⁿ⁻¹
		double[] contextProbabilities = new double[contexts];
		Arrays.fill(contextProbabilities, 1.0 / contexts);
		for (int step = 0; step < STEPS; step++) {
			double[] next = new double[contexts];
			double sum = 0;
			for (int gram = 0; gram < grams.costs().length; gram++) {
				double probability = contextProbabilities[gram / symbols] * likelihoods[grams.costs()[gram] & 0xff];
				next[gram % contexts] += probability;
				sum += probability;
			}
			for (int context = 0; context < contexts; context++) {
				contextProbabilities[context] = next[context] / sum;
			}
		}
		double[] joint = new double[(int) Math.pow(symbols, order)];
		for (int context = 0; context < contexts; context++) {
			joint[context % joint.length] += contextProbabilities[context];
		}
		byte[] costs = new byte[joint.length];
		for (int gram = 0; gram < costs.length; gram++) {
			double before = 0;
			for (int last = 0; last < symbols; last++) {
				before += joint[gram / symbols * symbols + last];
			}
			costs[gram] = (byte) Math.min(255, Math.round(-NGrams.UNITS * Math.log(joint[gram] / before)));
		}
		return new NGrams(symbols, order, costs);
	}

}
