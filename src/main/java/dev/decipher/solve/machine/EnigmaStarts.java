package dev.decipher.solve.machine;

import java.util.Arrays;

/** The cheapest starts that a sweep has met. */
final class EnigmaStarts {

	/** Bits of a start; above them stands its cost. */
	private static final int BITS = 41;

	private static final int LETTERS = 26;

	/** More ways to step than there are. */
	private static final int WAYS = LETTERS * LETTERS;

	private final int kept;

	private final long[] best;

	private int size;

	private int limit = Integer.MAX_VALUE;

	/**
	 * None so far.
	 * @param kept how many to keep
	 */
	EnigmaStarts(int kept) {
		this.kept = kept;
		this.best = new long[2 * kept];
	}

	/**
	 * A start.
	 *
	 * @param machine the number of the machine
	 * @param left how far the left rotor is turned before the first letter
	 * @param middle how far the middle rotor is turned
	 * @param right how far the right rotor is turned
	 * @param way the number of the way in which the rotors step
	 */
	record Start(int cost, int machine, int left, int middle, int right, int way) {
	}

	/** What a start has to cost less than to be kept. */
	int limit() {
		return this.limit;
	}

	/** Keeps a start if it is among the cheapest. */
	void add(int cost, int machine, int left, int middle, int right, int way) {
		if (cost >= this.limit) {
			return;
		}
		if (this.size == this.best.length) {
			shrink();
		}
		long start = ((((long) machine * LETTERS + left) * LETTERS + middle) * LETTERS + right) * WAYS + way;
		this.best[this.size++] = (long) cost << BITS | start;
	}

	private void shrink() {
		Arrays.sort(this.best, 0, this.size);
		if (this.size > this.kept) {
			this.size = this.kept;
		}
		if (this.size == this.kept) {
			this.limit = (int) (this.best[this.kept - 1] >> BITS);
		}
	}

	/** The cheapest, best first. */
	Start[] best() {
		shrink();
		Start[] starts = new Start[this.size];
		for (int i = 0; i < starts.length; i++) {
			long start = this.best[i] & (1L << BITS) - 1;
			int turns = (int) (start / WAYS % (LETTERS * LETTERS * LETTERS));
			starts[i] = new Start((int) (this.best[i] >> BITS), (int) (start / WAYS / (LETTERS * LETTERS * LETTERS)),
					turns / (LETTERS * LETTERS), turns / LETTERS % LETTERS, turns % LETTERS, (int) (start % WAYS));
		}
		return starts;
	}

}
