package dev.decipher.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * An endless text that n-grams make: their Markov chain after many steps.
 *
 * @param contexts how often each n − 1 symbols are met: (Vⁿ⁻¹), 1 in all
 * @param shares how much of it each symbol is: (V), 1 in all
 * @param expected the mean cost of an n-gram, in nats / {@link NGrams#UNITS}
 */
record EndlessText(double[] contexts, double[] shares, double expected) {

	/**
	 * Steps, for each symbol of an n-gram, after which the beginning is forgotten.
	 */
	private static final int ROUNDS = 3;

	/** The probability that a cost stands for: (256). */
	static final double[] PROBABILITIES = IntStream.range(0, 256)
		.mapToDouble((cost) -> Math.exp(-(double) cost / NGrams.UNITS))
		.toArray();

	static EndlessText of(NGrams grams) {
		return new Chain(grams).endless();
	}

	/** Whether all symbols that the text has are among some. */
	boolean isOf(int[] letters) {
		double[] left = this.shares.clone();
		for (int letter : letters) {
			left[letter] = 0;
		}
		return Arrays.stream(left).allMatch((share) -> share == 0);
	}

	/**
	 * The same of n-grams in other symbols, of which some may stand for the same one.
	 * @param here the context here of each there
	 * @param symbols how many there are there
	 */
	EndlessText translated(int[] here, int symbols) {
		double[] there = IntStream.of(here).mapToDouble((context) -> this.contexts[context]).toArray();
		double sum = Arrays.stream(there).sum();
		Arrays.setAll(there, (context) -> there[context] / sum);
		return new EndlessText(there, shares(there, symbols), this.expected);
	}

	/**
	 * The same where some symbols are written as others.
	 * @param written what each context becomes: (Vⁿ⁻¹)
	 * @param joint how often each n-gram then occurs: (Vⁿ)
	 * @param costs of the n-grams
	 */
	EndlessText merged(int[] written, float[] joint, byte[] costs) {
		double[] merged = new double[this.contexts.length];
		for (int context = 0; context < merged.length; context++) {
			merged[written[context]] += this.contexts[context];
		}
		double expected = 0;
		double sum = 0;
		for (int gram = 0; gram < joint.length; gram++) {
			expected += joint[gram] * (costs[gram] & 0xff);
			sum += joint[gram];
		}
		return new EndlessText(merged, shares(merged, this.shares.length), expected / sum);
	}

	private static double[] shares(double[] contexts, int symbols) {
		double[] shares = new double[symbols];
		for (int context = 0; context < contexts.length; context++) {
			shares[context % symbols] += contexts[context];
		}
		return shares;
	}

	/**
	 * The chain. Contexts that no text had are followed by what follows a shorter one:
	 * those that end alike are alike, and take one step together.
	 */
	private static final class Chain {

		private final int base;

		private final int rounds;

		private final byte[] costs;

		private final int count;

		/** Contexts less their first symbol. */
		private final int ends;

		/** The context whose followers most with its end have: (ends). */
		private final int[] usual;

		/** Which contexts have the followers that are usual with their end. */
		private final BitSet alike;

		Chain(NGrams grams) {
			this.base = grams.symbols();
			this.rounds = ROUNDS * grams.order();
			this.costs = grams.costs();
			this.count = this.costs.length / this.base;
			this.ends = this.count / this.base;
			this.usual = usual();
			this.alike = new BitSet(this.count);
			for (int context = 0; context < this.count; context++) {
				this.alike.set(context, isAlike(context, this.usual[context % this.ends]));
			}
		}

		/** The majority's, if there is one (Boyer and Moore, MJRTY, 1981). */
		private int[] usual() {
			int[] usual = new int[this.ends];
			int[] votes = new int[this.ends];
			for (int context = 0; context < this.count; context++) {
				int end = context % this.ends;
				if (votes[end] == 0) {
					usual[end] = context;
					votes[end] = 1;
				}
				else {
					votes[end] += isAlike(context, usual[end]) ? 1 : -1;
				}
			}
			return usual;
		}

		private boolean isAlike(int one, int other) {
			int from = one * this.base;
			int to = other * this.base;
			return Arrays.equals(this.costs, from, from + this.base, this.costs, to, to + this.base);
		}

		EndlessText endless() {
			double[] contexts = new double[this.count];
			Arrays.fill(contexts, 1.0 / this.count);
			double[] weights = weights(contexts);
			for (int round = 1; round < this.rounds; round++) {
				contexts = next(contexts, weights);
				weights = weights(contexts);
			}
			double expected = 0;
			double sum = 0;
			for (int row = 0; row < weights.length; row++) {
				int gram = context(row) * this.base;
				for (int last = 0; last < this.base; last++, gram++) {
					int cost = this.costs[gram] & 0xff;
					double probability = weights[row] * PROBABILITIES[cost];
					sum += probability;
					expected += probability * cost;
				}
			}
			contexts = next(contexts, weights);
			return new EndlessText(contexts, shares(contexts, this.base), expected / sum);
		}

		private int context(int row) {
			return (row < this.count) ? row : this.usual[row - this.count];
		}

		/** Those of contexts that aren't alike, and of each end: (count + ends). */
		private double[] weights(double[] contexts) {
			double[] weights = new double[this.count + this.ends];
			for (int context = 0, end = 0; context < this.count; context++) {
				weights[this.alike.get(context) ? this.count + end : context] += contexts[context];
				end = (end + 1 == this.ends) ? 0 : end + 1;
			}
			return weights;
		}

		private double[] next(double[] contexts, double[] weights) {
			double[] next = new double[contexts.length];
			for (int row = 0; row < weights.length; row++) {
				double weight = weights[row];
				if (weight == 0) {
					continue;
				}
				int context = context(row);
				int gram = context * this.base;
				int following = context % this.ends * this.base;
				for (int last = 0; last < this.base; last++) {
					next[following++] += weight * PROBABILITIES[this.costs[gram++] & 0xff];
				}
			}
			double sum = 0;
			for (double share : next) {
				sum += share;
			}
			for (int context = 0; context < next.length; context++) {
				next[context] /= sum;
			}
			return next;
		}

	}

}
