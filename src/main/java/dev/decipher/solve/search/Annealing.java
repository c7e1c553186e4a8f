package dev.decipher.solve.search;

import java.util.SplittableRandom;

import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * Simulated annealing over keys, begun again and again: a change that makes the text
 * cheaper is kept, one that makes it dearer by d with probability exp(−d / temperature),
 * and the temperature falls geometrically (Kirkpatrick, Gelatt and Vecchi, Optimization
 * by simulated annealing, Science 220, 1983). One thread's work; nothing is allocated
 * while it searches.
 */
public abstract class Annealing {

	/** The temperature at which a pass starts, for a letter: a change touches many. */
	private static final double HOT = 0.87;

	/** The temperature at which it ends, for a letter. */
	private static final double COLD = 0.5;

	/**
	 * The temperature from which a key is bettered by the language's own n-grams, for a
	 * letter.
	 */
	private static final double LAST_HOT = 0.6;

	/** How many changes that takes; with the last sixth only for the better. */
	private static final int LAST_MOVES = 80_000;

	/** Moves between two looks at the clock. */
	private static final int STRIDE = 512;

	/** −ln of evenly spread probabilities. */
	private static final float[] DEPTHS = new float[1024];

	static {
		for (int i = 0; i < DEPTHS.length; i++) {
			DEPTHS[i] = (float) -Math.log((i + 0.5) / DEPTHS.length);
		}
	}

	/** The text's, in letters. */
	private final int length;

	/** By these a key has to be best in the end. */
	private final NGrams grams;

	/** By these it is looked for. */
	private final NGrams smooth;

	private final Search search;

	private final SplittableRandom random;

	/** What the text costs at the best key of this pass. */
	private int best;

	public Annealing(int length, Language language, Search search, SplittableRandom random) {
		this.length = length;
		this.grams = language.letters();
		this.smooth = SmoothGrams.of(this.grams).quadruples();
		this.search = search;
		this.random = random;
	}

	/** Draws a key. */
	public abstract void draw(SplittableRandom random);

	/** Changes the key a little. */
	public abstract void change(SplittableRandom random);

	/** Takes the last change back. */
	public abstract void undo();

	/** What the text costs by this key. */
	public abstract int cost(NGrams grams);

	/** Remembers the key. */
	public abstract void save();

	/** Goes back to the key remembered. */
	public abstract void restore();

	/**
	 * Goes once from a random key to a cold one, and from there, by the language's own
	 * n-grams, to where no change is for the better; less far if the search is over. The
	 * best key is saved.
	 * @param moves how many changes to try
	 */
	public final void pass(long moves) {
		draw(this.random);
		int cost = cost(this.smooth);
		this.best = cost;
		save();
		for (long move = 0; move < moves && !this.search.isOver(); move += STRIDE) {
			cost = moves(this.smooth, cost, this.length * HOT * Math.pow(COLD / HOT, (double) move / moves));
		}
		restore();
		cost = cost(this.grams);
		this.best = cost;
		for (int move = 0; move < LAST_MOVES; move += STRIDE) {
			cost = moves(this.grams, cost, this.length * LAST_HOT * Math.max(0, 1 - 1.2 * move / LAST_MOVES));
		}
	}

	private int moves(NGrams grams, int start, double temperature) {
		int cost = start;
		for (int move = 0; move < STRIDE; move++) {
			change(this.random);
			int changed = cost(grams);
			if (changed - cost <= temperature * DEPTHS[this.random.nextInt(DEPTHS.length)]) {
				cost = changed;
				if (cost < this.best) {
					this.best = cost;
					save();
				}
			}
			else {
				undo();
			}
		}
		return cost;
	}

	/**
	 * What a text costs, as {@link NGrams#cost} but without a division.
	 * @param text indices of symbols (length)
	 */
	public static int cost(NGrams grams, int[] text) {
		byte[] costs = grams.costs();
		int symbols = grams.symbols();
		int order = grams.order();
		int gram = 0;
		int beyond = costs.length; // Vⁿ
		int first = Math.min(order, text.length);
		for (int i = 0; i < first; i++) {
			gram = gram * symbols + text[i];
		}
		if (text.length < order) {
			return 0;
		}
		int cost = costs[gram] & 0xff;
		for (int i = order; i < text.length; i++) {
			// what overflows here is taken off again
			gram = gram * symbols + text[i] - text[i - order] * beyond;
			cost += costs[gram] & 0xff;
		}
		return cost;
	}

}
