package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.language.NGrams;

/**
 * Simulated annealing over the keys of one shape. The temperature falls geometrically;
 * see {@link MetropolisRule}. One thread's work.
 */
final class Annealing {

	/**
	 * The temperature from which a key is bettered by the language's own n-grams, for a
	 * letter.
	 */
	private static final double LAST_HOT = 0.6;

	/** How many changes that takes; with the last sixth only for the better. */
	private static final int LAST_MOVES = 80_000;

	/** Changes that the first pass tries, and by how many more each next one. */
	private static final int FIRST_MOVES = 1_000_000;

	private static final int MORE_MOVES = 200_000;

	/** Where there are few keys, a pass tries so many changes for each of them. */
	private static final int MOVES_FOR_A_KEY = 5;

	/** Changes between two looks at the clock. */
	private static final int STRIDE = 512;

	/** A longer text settles the key without its end: unicity distances, and letters. */
	private static final int ENOUGH_DISTANCES = 12;

	private static final int ENOUGH_LETTERS = 500;

	/** About what is redundant in a letter of any language, in nats. */
	private static final double REDUNDANCY = 1.4;

	private final KeySpace space;

	private final int[] ciphertext;

	/** By these a key has to be best in the end. */
	private final NGrams grams;

	/** By these it is looked for. */
	private final NGrams smooth;

	private final Search search;

	private final SplittableRandom random;

	private final int[][] key;

	private final int[][] before;

	/** The best key of this pass, and its text's cost. */
	private final int[][] saved;

	private int least;

	private int passes;

	/**
	 * An annealing that has not begun.
	 * @param grams the language's, in the symbols of the cipher's alphabet
	 * @param smooth shorter ones, joint
	 */
	Annealing(KeySpace space, Readable readable, NGrams grams, NGrams smooth, Search search, SplittableRandom random) {
		this.space = space;
		int enough = (int) Math.max(ENOUGH_LETTERS, ENOUGH_DISTANCES * space.unicityDistance(REDUNDANCY));
		this.ciphertext = (readable.symbols().length <= enough) ? readable.symbols()
				: Arrays.copyOf(readable.symbols(), enough / 2 * 2);
		this.grams = grams;
		this.smooth = smooth;
		this.search = search;
		this.random = random;
		this.key = space.first();
		this.before = space.first();
		this.saved = space.first();
	}

	/** How many passes it has made. */
	int passes() {
		return this.passes;
	}

	/**
	 * Goes once from a random key to a cold one, and from there, by the language's own
	 * n-grams, to where no change is for the better; less far if the search is over.
	 * @return the cipher with the best key
	 */
	Cipher pass() {
		long enough = (long) (MOVES_FOR_A_KEY * Math.exp(this.space.nats()));
		long moves = Math.min(FIRST_MOVES + (long) MORE_MOVES * this.passes++, enough);
		long lastMoves = Math.min(LAST_MOVES, enough);
		MetropolisRule.copy(this.space.draw(this.random), this.key);
		int cost = cost(this.smooth);
		this.least = cost;
		MetropolisRule.copy(this.key, this.saved);
		// of a key of several parts a change touches fewer
		double letters = (double) this.ciphertext.length / this.key.length;
		KeyPart.Heat heat = this.space.parts().get(0).heat();
		for (long move = 0; move < moves && !this.search.isOver(); move += STRIDE) {
			cost = moves(this.smooth, cost,
					letters * heat.hot() * Math.pow(heat.cold() / heat.hot(), (double) move / moves));
		}
		MetropolisRule.copy(this.saved, this.key);
		cost = cost(this.grams);
		this.least = cost;
		for (int move = 0; move < lastMoves; move += STRIDE) {
			cost = moves(this.grams, cost, letters * LAST_HOT * Math.max(0, 1 - 1.2 * move / lastMoves));
		}
		return this.space.cipher().apply(this.saved);
	}

	private int moves(NGrams grams, int start, double temperature) {
		int cost = start;
		this.search.tried(STRIDE);
		for (int move = 0; move < STRIDE; move++) {
			MetropolisRule.copy(this.key, this.before);
			this.space.change(this.key, this.random);
			int changed = cost(grams);
			if (changed - cost <= MetropolisRule.limit((float) temperature, this.random.nextLong())) {
				cost = changed;
				if (cost < this.least) {
					this.least = cost;
					MetropolisRule.copy(this.key, this.saved);
				}
			}
			else {
				MetropolisRule.copy(this.before, this.key);
			}
		}
		return cost;
	}

	private int cost(NGrams grams) {
		return grams.cost(this.space.symbolCipher().apply(this.key).decrypt(this.ciphertext));
	}

}
