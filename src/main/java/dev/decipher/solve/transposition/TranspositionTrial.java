package dev.decipher.solve.transposition;

import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Anneals keys of one size of a transposition: each time from another one, and longer
 * from time to time, for long keys need it.
 */
final class TranspositionTrial implements Restarts.Trial {

	/** Where an annealing begins and ends, in nats. */
	private static final double HOT = 12;

	private static final double COLD = 1.5;

	/** After so many annealings they are longer by as much as the first one is. */
	private static final int LONGER = 4;

	/** Keys between two looks at the clock. */
	private static final int STRIDE = 256;

	/** As many letters tell the key; a text's others are left out of account. */
	static final int ENOUGH_LETTERS = 600;

	private final MovedText moved;

	private final Shape shape;

	private final List<KeyPart> parts;

	private final int[] text;

	private final int[][] key;

	private final int[][] before;

	private final int[][] best;

	/** A key to begin with, or null. */
	private final int @Nullable [][] start;

	private int runs;

	/**
	 * A trial.
	 * @param start a key to begin with, at first without going far from it, or null
	 */
	TranspositionTrial(MovedText moved, Shape shape, int @Nullable [][] start) {
		this.start = start;
		this.moved = moved;
		this.shape = shape;
		this.parts = shape.parts();
		this.text = new int[Math.min(moved.length(), ENOUGH_LETTERS)];
		this.key = new int[this.parts.size()][];
		this.before = new int[this.parts.size()][];
		this.best = new int[this.parts.size()][];
		for (int part = 0; part < this.key.length; part++) {
			this.before[part] = new int[this.parts.get(part).length()];
			this.best[part] = this.before[part].clone();
		}
	}

	@Override
	public int run(Search search, SplittableRandom random) {
		for (int part = 0; part < this.key.length; part++) {
			this.key[part] = (this.start != null) ? this.start[part].clone() : this.parts.get(part).draw(random);
		}
		long steps = (long) this.shape.steps() * (LONGER + this.runs++) / LONGER;
		int now = cost();
		int least = now;
		MetropolisRule.copy(this.key, this.before);
		MetropolisRule.copy(this.key, this.best);
		double hot = (this.start != null) ? Math.min(HOT, COLD + this.runs) : HOT;
		double temperature = hot * NGrams.UNITS;
		double cooling = Math.pow(COLD / hot, 1.0 / steps);
		for (long step = 0; step < steps; step++) {
			if (step % STRIDE == 0) {
				if (search.isOver()) {
					break;
				}
				search.tried(Math.min(STRIDE, steps - step));
			}
			int part = (this.key.length > 1) ? random.nextInt(this.key.length) : 0;
			this.parts.get(part).change(this.key[part], random);
			int changed = cost();
			if (changed - now <= MetropolisRule.limit((float) temperature, random.nextLong())) {
				now = changed;
				MetropolisRule.copy(this.key, this.before);
				if (now < least) {
					least = now;
					MetropolisRule.copy(this.key, this.best);
				}
			}
			else {
				MetropolisRule.copy(this.before, this.key);
			}
			temperature *= cooling;
		}
		return least;
	}

	private int cost() {
		this.shape.decipher(this.key, this.text);
		return this.moved.cost(this.text);
	}

	@Override
	public Cipher cipher() {
		return this.shape.cipher(this.best);
	}

	@Override
	public List<Cipher> alternatives() {
		return this.shape.twins(this.best);
	}

	@Override
	public Candidate read(Search search, Cipher cipher) {
		return this.moved.read(cipher);
	}

}
