package dev.decipher.solve.search;

import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.NGrams;

/**
 * Passes of simulated annealing over keys that know how they read a text: from a random
 * one by joint n-grams, and from there by the language's own. One thread's work; nothing
 * is allocated between the first key of a pass and the last.
 */
public final class KeyPass implements RankedPasses.Pass {

	/** Where annealing begins and ends, in nats a letter. */
	private static final double HOT = 0.8 / NGrams.UNITS;

	private static final double COLD = 0.2 / NGrams.UNITS;

	private static final double LAST_HOT = 0.4 / NGrams.UNITS;

	private static final double LAST_COLD = 0.04 / NGrams.UNITS;

	/** Symbols of the n-grams by which a key is looked for. */
	private static final int SMOOTH = 4;

	/** Changes between two looks at the clock, so that none takes long. */
	private static final int CHANGES_OF_LETTERS = 2_000_000;

	private final Keys keys;

	private final int steps;

	private final Search search;

	private final NGrams grams;

	private final NGrams smooth;

	private final int[] text;

	/** Keys of one shape. */
	public interface Keys {

		/** A random one, in parts. */
		int[][] draw(SplittableRandom random);

		/** Makes a key a neighbour of itself. */
		void change(int[][] key, SplittableRandom random);

		/**
		 * Deciphers.
		 * @param text receives the language's letters (length)
		 */
		void read(int[][] key, int[] text);

		/** The cipher with a key. */
		Cipher cipher(int[][] key);

	}

	/**
	 * Prepares to search.
	 * @param length how many letters are read
	 * @param steps changes that a pass tries by joint n-grams, and half as many after
	 */
	public KeyPass(Keys keys, int length, int steps, Search search) {
		this.keys = keys;
		this.steps = steps;
		this.search = search;
		this.grams = search.language().letters();
		this.smooth = this.grams.joint(SMOOTH);
		this.text = new int[length];
	}

	@Override
	public Cipher run(int number, SplittableRandom random) {
		int[][] key = this.keys.draw(random);
		anneal(key, this.smooth, HOT, COLD, this.steps, random);
		anneal(key, this.grams, LAST_HOT, LAST_COLD, this.steps / 2, random);
		return this.keys.cipher(key);
	}

	/** In stretches, between which the clock is looked at. */
	private void anneal(int[][] key, NGrams costs, double hot, double cold, int all, SplittableRandom random) {
		int length = this.text.length;
		int stretch = Math.max(1, Math.min(all, CHANGES_OF_LETTERS / length));
		double cooling = Math.pow(cold / hot, (double) stretch / all);
		double temperature = hot * length;
		for (int step = 0; step < all && !this.search.isOver(); step += stretch) {
			MetropolisRule.anneal(key, this.keys::change, (changed) -> cost(changed, costs), temperature,
					temperature * cooling, stretch, random);
			this.search.tried(stretch);
			temperature *= cooling;
		}
	}

	private int cost(int[][] key, NGrams costs) {
		this.keys.read(key, this.text);
		return costs.cost(this.text) + this.search.cribCost(this.text);
	}

}
