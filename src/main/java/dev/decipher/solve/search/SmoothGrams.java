package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import dev.decipher.language.NGrams;

/**
 * What a language's n-grams say of shorter ones, as joint instead of conditional
 * probabilities: −ln p of all the symbols of an n-gram, where the language's own costs
 * are of the last alone. A text's costs then count how likely its single symbols, pairs
 * and triples are as well, so that a key which is right in part is already the better for
 * it, and a search finds its way. The costs are those above the likeliest n-gram's, and
 * limited: whatever is unlikely is equally so.
 */
public final class SmoothGrams {

	/** Steps after which the start of a text is forgotten. */
	private static final int STEPS = 6;

	/** Units of a cost in a nat. */
	private static final int UNITS = 12;

	/** The greatest cost. */
	private static final int MOST = 128;

	/** They take a third of a second, and threads need the same. */
	private static final Map<NGrams, SmoothGrams> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

	private final NGrams triples;

	private final NGrams quadruples;

	private SmoothGrams(NGrams grams) {
		int symbols = grams.symbols();
		double[] contexts = contexts(grams);
		this.triples = joint(contexts, symbols, Math.min(3, grams.order() - 1));
		this.quadruples = joint(contexts, symbols, Math.min(4, grams.order() - 1));
	}

	/** The shorter n-grams of a language of n-grams with n of 2 or more. */
	public static SmoothGrams of(NGrams grams) {
		return KNOWN.computeIfAbsent(grams, SmoothGrams::new);
	}

	/** Trigrams, or what is one shorter than the language's if that is less. */
	public NGrams triples() {
		return this.triples;
	}

	/** Tetragrams, or what is one shorter than the language's if that is less. */
	NGrams quadruples() {
		return this.quadruples;
	}

	/** How often each n − 1 symbols occur in texts that the n-grams write: (Vⁿ⁻¹). */
	private static double[] contexts(NGrams grams) {
		byte[] costs = grams.costs();
		double[] likelihoods = new double[256];
		Arrays.setAll(likelihoods, (cost) -> Math.exp(-(double) cost / NGrams.UNITS));
		int count = costs.length / grams.symbols();
		double[] contexts = new double[count];
		Arrays.fill(contexts, 1.0 / count);
		for (int step = 0; step < STEPS; step++) {
			double[] next = new double[count];
			double sum = 0;
			for (int context = 0, gram = 0, following = 0; context < count; context++) {
				for (int last = 0; last < grams.symbols(); last++, gram++) {
					double probability = contexts[context] * likelihoods[costs[gram] & 0xff];
					next[following++] += probability;
					sum += probability;
				}
				following = (following == count) ? 0 : following;
			}
			for (int context = 0; context < count; context++) {
				contexts[context] = next[context] / sum;
			}
		}
		return contexts;
	}

	private static NGrams joint(double[] contexts, int symbols, int order) {
		double[] joint = new double[(int) Math.pow(symbols, order)];
		for (int context = 0; context < contexts.length; context++) {
			joint[context % joint.length] += contexts[context];
		}
		double likeliest = Arrays.stream(joint).max().orElseThrow();
		byte[] costs = new byte[joint.length];
		for (int gram = 0; gram < costs.length; gram++) {
			costs[gram] = (byte) Math.min(MOST, Math.round(-UNITS * Math.log(joint[gram] / likeliest)));
		}
		return new NGrams(symbols, order, costs);
	}

}
