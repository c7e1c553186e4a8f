package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.PlaceLookups;
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

	/** Changes that a key takes which is supposed to be nearly right. */
	private static final int NEAR_MOVES = 200_000;

	/** How many changes that takes; with the last sixth only for the better. */
	private static final int LAST_MOVES = 80_000;

	/** After so many passes they are longer by as much as the first one is. */
	private static final int LONGER = 5;

	/** Where there are few keys, a pass tries so many changes for each of them. */
	private static final int MOVES_FOR_A_KEY = 5;

	/** Changes between two looks at the clock. */
	private static final int STRIDE = 512;

	/**
	 * Letters that are read at most once the search is over, and how often that is
	 * looked.
	 */
	private static final int LATE_LETTERS = 10_000_000;

	private static final int LATE_STRIDE = 16 * STRIDE;

	/** A longer text settles the key without its end: unicity distances, and letters. */
	private static final int ENOUGH_DISTANCES = 12;

	private static final int ENOUGH_LETTERS = 500;

	/** About what is redundant in a letter of any language, in nats. */
	private static final double REDUNDANCY = 1.4;

	/**
	 * Fewer letters of pairs are annealed hotter than by their number. The cost of a text
	 * with a wrong key varies by the root of its length, and so does the temperature at
	 * which keys freeze (Derrida, Random-energy model: an exactly solvable model of
	 * disordered systems, Physical Review B 24, 1981). Of Playfairs of 60 letters two to
	 * three times as many passes find the key as by the number of letters.
	 */
	private static final int FEW_LETTERS = 100;

	private final KeySpace space;

	private final int length;

	/** How much hotter than by the number of letters keys are annealed. */
	private final double hotter;

	/** By these a key has to be best in the end. */
	private final NGrams grams;

	/** By these it is looked for. */
	private final NGrams smooth;

	private final Search search;

	private final SplittableRandom random;

	private final KeyWalk walk;

	/** The best key of this pass, and its text's cost. */
	private final int[][] saved;

	private int least;

	private int passes;

	/**
	 * An annealing that has not begun.
	 * @param grams the language's, in the symbols of the cipher's alphabet
	 * @param joint shorter ones, joint, by their order
	 */
	Annealing(KeySpace space, Readable readable, NGrams grams, IntFunction<NGrams> joint, Search search,
			SplittableRandom random) {
		this.space = space;
		int enough = (int) Math.max(ENOUGH_LETTERS, ENOUGH_DISTANCES * space.unicityDistance(REDUNDANCY));
		int[] ciphertext = (readable.symbols().length <= enough) ? readable.symbols()
				: Arrays.copyOf(readable.symbols(), enough / 2 * 2);
		this.length = ciphertext.length;
		this.grams = grams;
		this.smooth = joint.apply(schedule().order());
		this.search = search;
		this.random = random;
		PlaceLookups lookups = space.lookups().apply(ciphertext);
		boolean areOfPairs = lookups != null && lookups.areOfPairs();
		this.hotter = areOfPairs ? Math.max(1, Math.sqrt((double) FEW_LETTERS / this.length)) : 1;
		CribCost cribs = new CribCost(search.hints().cribs(), readable.symbolsOf(search.language().alphabet()),
				(lookups != null) ? lookups.length() : ciphertext.length);
		if (lookups == null) {
			this.walk = new WholeTextWalk(space, ciphertext, this.smooth, cribs, random);
		}
		else if (areOfPairs && search.hints().cribs().isEmpty()) {
			this.walk = new PairWalk(lookups, space, random);
		}
		else {
			this.walk = new LookupWalk(lookups, space, cribs, random);
		}
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
		KeyPart.Schedule schedule = schedule();
		long moves = Math.min((long) schedule.moves() * (LONGER + this.passes++) / LONGER, enough);
		long lastMoves = Math.min(LAST_MOVES, enough);
		int[][] key = this.space.draw(this.random);
		begin(key, this.smooth);
		double letters = letters() * this.hotter;
		for (long move = 0; move < moves && !this.search.isOver(); move += STRIDE) {
			moves(letters * schedule.hot() * Math.pow(schedule.cold() / schedule.hot(), (double) move / moves));
		}
		return bettered(lastMoves);
	}

	/** Goes from a key that is supposed to be nearly right to the best one near it. */
	Cipher better(int[][] key) {
		begin(key, this.smooth);
		double cold = letters() * schedule().cold();
		for (int move = 0; move < NEAR_MOVES && !this.search.isOver(); move += STRIDE) {
			moves(cold * (1 - (double) move / NEAR_MOVES));
		}
		return bettered(LAST_MOVES);
	}

	private KeyPart.Schedule schedule() {
		return this.space.parts().get(0).schedule();
	}

	private Cipher bettered(long moves) {
		begin(this.saved, this.grams);
		double letters = letters();
		long most = moves;
		for (long move = 0; move < most; move += STRIDE) {
			if (move % LATE_STRIDE == 0 && this.search.isOver()) {
				most = Math.min(most, move + LATE_LETTERS / this.length);
			}
			moves(letters * LAST_HOT * Math.max(0, 1 - 1.2 * move / moves));
		}
		return this.space.cipher().apply(this.saved);
	}

	/** As many as a change touches: of a key of several parts fewer. */
	private double letters() {
		return (double) this.length / this.saved.length;
	}

	private void begin(int[][] key, NGrams grams) {
		this.walk.goTo(key, grams);
		this.walk.copyTo(this.saved);
		this.least = this.walk.cost();
	}

	private void moves(double temperature) {
		KeyWalk walk = this.walk;
		this.search.tried(STRIDE);
		float warmth = (float) temperature;
		for (int move = 0; move < STRIDE; move++) {
			float limit = MetropolisRule.limit(warmth, this.random.nextLong());
			if (walk.change(limit, warmth) <= limit) {
				walk.accept();
				if (walk.cost() < this.least) {
					this.least = walk.cost();
					walk.copyTo(this.saved);
				}
			}
			else {
				walk.reject();
			}
		}
	}

}
