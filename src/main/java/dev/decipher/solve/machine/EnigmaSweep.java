package dev.decipher.solve.machine;

import java.util.Arrays;

import dev.decipher.solve.search.Search;

/**
 * One thread's way through all starts of the rotors, for the texts that are least evenly
 * spread over the alphabet: with the greatest sum of the squares of how often each letter
 * occurs, which is the index of coincidence but for constants. A plugged letter spoils
 * only those letters of the text which it enciphers to, so it shows through some plugs.
 */
final class EnigmaSweep {

	private static final int LETTERS = 26;

	/** Letters that are enough, and with which the left rotor steps once at most. */
	private static final int ENOUGH = 300;

	/** How many starts to keep. */
	private static final int KEPT = 4000;

	private final int[] ciphertext;

	private final boolean leftSteps;

	private final Search search;

	/**
	 * The text letter by letter as it is with the left and the middle rotor turned so far
	 * all the time: (26 · 26, length).
	 */
	private final byte[][] texts;

	private final int[] places;

	private final int[] counts = new int[LETTERS];

	private final int[] stepped = new int[LETTERS];

	/** The best starts so far, with the sum before the start, in no order. */
	private final long[] best = new long[2 * KEPT];

	private int size;

	private int least;

	private int tried;

	EnigmaSweep(int[] ciphertext, boolean leftSteps, Search search) {
		this.ciphertext = Arrays.copyOf(ciphertext, Math.min(ciphertext.length, ENOUGH));
		this.leftSteps = leftSteps;
		this.search = search;
		this.texts = new byte[LETTERS * LETTERS][this.ciphertext.length];
		this.places = new int[this.ciphertext.length];
	}

	/** The starts found, best first, packed. */
	long[] best() {
		Arrays.sort(this.best, 0, this.size);
		long[] starts = new long[Math.min(KEPT, this.size)];
		for (int i = 0; i < starts.length; i++) {
			starts[i] = this.best[this.size - 1 - i] & ((1L << EnigmaStart.BITS) - 1);
		}
		return starts;
	}

	private void keep(int sum, long start) {
		if (sum <= this.least) {
			return;
		}
		if (this.size == this.best.length) {
			Arrays.sort(this.best);
			System.arraycopy(this.best, KEPT, this.best, 0, KEPT);
			this.size = KEPT;
			this.least = (int) (this.best[0] >> EnigmaStart.BITS);
		}
		this.best[this.size++] = (long) sum << EnigmaStart.BITS | start;
	}

	/**
	 * Tries all starts of one order.
	 * @param order its number
	 * @param table what letters become, as in {@code EnigmaScrambler}
	 */
	void run(int order, byte[] table) {
		for (int right = 0; right < LETTERS && !this.search.isOver(); right++) {
			for (int i = 0; i < this.places.length; i++) {
				this.places[i] = (right + i + 1) % LETTERS * LETTERS + this.ciphertext[i];
			}
			for (int turns = 0; turns < this.texts.length; turns++) {
				byte[] text = this.texts[turns];
				for (int i = 0; i < text.length; i++) {
					text[i] = table[turns * LETTERS * LETTERS + this.places[i]];
				}
			}
			for (int left = 0; left < LETTERS; left++) {
				for (int middle = 0; middle < LETTERS; middle++) {
					step(order, left, middle, right);
				}
			}
			this.search.tried(this.tried);
			this.tried = 0;
		}
	}

	/** Tries all moments at which the middle rotor may step for the first time. */
	private void step(int order, int left, int middle, int right) {
		int length = this.places.length;
		int[] counts = this.counts;
		Arrays.fill(counts, 0);
		for (int i = 0; i < length; i++) {
			counts[text(left, middle + 1 + i / LETTERS)[i]]++;
		}
		int sum = 0;
		for (int count : counts) {
			sum += count * count;
		}
		int most = 0;
		int mostSteps = 0;
		for (int steps = 0;; steps++) {
			this.tried++;
			if (this.leftSteps) {
				stepLeft(order, left, middle, right, steps, sum);
			}
			else if (sum > most) {
				most = sum;
				mostSteps = steps;
			}
			if (steps == LETTERS - 1) {
				break;
			}
			// these letters come before a step that they came after
			int turn = middle;
			for (int i = steps; i < length; i += LETTERS) {
				int after = text(left, turn + 1)[i];
				int before = text(left, turn)[i];
				sum -= 2 * counts[after]-- - 1;
				sum += 2 * counts[before]++ + 1;
				turn++;
			}
		}
		if (!this.leftSteps) {
			keep(most, EnigmaStart.pack(order, left, middle, right, mostSteps, EnigmaStart.NEVER));
		}
	}

	/** Tries all moments at which the left rotor may step, from the last to the first. */
	private void stepLeft(int order, int left, int middle, int right, int middleSteps, int sumBefore) {
		int length = this.places.length;
		int[] counts = this.stepped;
		System.arraycopy(this.counts, 0, counts, 0, LETTERS);
		int sum = sumBefore;
		int most = 0;
		int mostSteps = 0;
		int end = length;
		for (int steps = (length - 2 - middleSteps) / LETTERS + 1; steps >= 1; steps--) {
			this.tried++;
			int start = middleSteps + (steps - 1) * LETTERS + 1;
			// the last of these letters, before which the middle rotor steps again
			byte[] before = text(left, middle + steps);
			byte[] after = text(left + 1, middle + steps + 1);
			for (int i = start; i < end; i++) {
				if (i == start + LETTERS - 1) {
					before = text(left, middle + steps + 1);
					after = text(left + 1, middle + steps + 2);
				}
				sum -= 2 * counts[before[i]]-- - 1;
				sum += 2 * counts[after[i]]++ + 1;
			}
			end = start;
			if (sum > most) {
				most = sum;
				mostSteps = steps;
			}
		}
		keep(most, EnigmaStart.pack(order, left, middle, right, middleSteps, mostSteps));
	}

	private byte[] text(int left, int middle) {
		return this.texts[left % LETTERS * LETTERS + middle % LETTERS];
	}

}
