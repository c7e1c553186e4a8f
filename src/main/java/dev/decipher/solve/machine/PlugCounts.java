package dev.decipher.solve.machine;

import java.util.Arrays;

/**
 * What the letters of a text come out as behind the rotors, by the ciphertext's letter
 * and by where that is plugged to: counted once for a start of the rotors, this tells
 * without another look at the text how many of each letter a plugboard gives. So plugs
 * are climbed to by the cost of single letters in some microseconds. One thread's.
 */
final class PlugCounts {

	private static final int LETTERS = 26;

	private static final int PAIRS = LETTERS * LETTERS;

	/** What each letter costs, in units: (26). */
	private final int[] costs;

	/** By letter behind the rotors, ciphertext letter and what it is plugged to. */
	private final short[] counts = new short[LETTERS * PAIRS];

	/** What a ciphertext letter's places cost by what it is plugged to: (26 · 26). */
	private final int[] costsOfPlug = new int[PAIRS];

	/** How often each letter comes out behind the rotors: (26). */
	private final int[] behind = new int[LETTERS];

	private final int[] plugs = new int[LETTERS];

	/** The letters whose plugs a change is about. */
	private final int[] touched = new int[4];

	private final int[] becomes = new int[4];

	PlugCounts(int[] costs) {
		this.costs = costs;
	}

	/** What each letter is plugged to in the end: (26), read-only. */
	int[] plugs() {
		return this.plugs;
	}

	/**
	 * Counts.
	 * @param table a scrambler's
	 * @param places where it has each letter of the text: (length)
	 * @param ciphertext (length)
	 */
	void count(byte[] table, int[] places, int[] ciphertext, int[] start) {
		System.arraycopy(start, 0, this.plugs, 0, LETTERS);
		Arrays.fill(this.counts, (short) 0);
		Arrays.fill(this.costsOfPlug, 0);
		Arrays.fill(this.behind, 0);
		for (int i = 0; i < places.length; i++) {
			int place = places[i];
			int row = ciphertext[i] * LETTERS;
			for (int plug = 0; plug < LETTERS; plug++) {
				int letter = table[place + plug];
				this.counts[letter * PAIRS + row + plug]++;
				this.costsOfPlug[row + plug] += this.costs[this.plugs[letter]];
			}
			this.behind[table[place + this.plugs[ciphertext[i]]]]++;
		}
	}

	/** What the text's letters cost with the plugs as they are. */
	int cost() {
		int cost = 0;
		for (int letter = 0; letter < LETTERS; letter++) {
			cost += this.behind[letter] * this.costs[this.plugs[letter]];
		}
		return cost;
	}

	/**
	 * Makes the change that is most for the better again and again, until none is.
	 * @param fixed letters whose plugs are known: (26)
	 * @return what the letters cost then
	 */
	int climb(boolean[] fixed) {
		int cost = cost();
		while (true) {
			int best = 0;
			int first = 0;
			int second = 0;
			for (int one = 0; one < LETTERS; one++) {
				if (fixed[one]) {
					continue;
				}
				for (int other = one + 1; other < LETTERS; other++) {
					if (fixed[other]) {
						continue;
					}
					int change = change(one, other);
					if (change < best) {
						best = change;
						first = one;
						second = other;
					}
				}
			}
			if (best == 0) {
				return cost;
			}
			make(touch(first, second));
			cost += best;
		}
	}

	/**
	 * The letters that get other plugs if a pair is plugged, or unplugged if it is.
	 * @return how many there are
	 */
	private int touch(int one, int other) {
		int[] plugs = this.plugs;
		this.touched[0] = one;
		this.touched[1] = other;
		boolean plugged = plugs[one] == other;
		this.becomes[0] = plugged ? one : other;
		this.becomes[1] = plugged ? other : one;
		int size = 2;
		if (!plugged && plugs[one] != one) {
			this.touched[size] = plugs[one];
			this.becomes[size++] = plugs[one];
		}
		if (!plugged && plugs[other] != other) {
			this.touched[size] = plugs[other];
			this.becomes[size++] = plugs[other];
		}
		return size;
	}

	/** By how much the cost changes with such a change. */
	private int change(int one, int other) {
		int partner = this.plugs[one];
		int otherPartner = this.plugs[other];
		if (partner == other) {
			return change(one, one, other, other);
		}
		if (partner == one) {
			return (otherPartner == other) ? change(one, other, other, one)
					: change(one, other, other, one, otherPartner);
		}
		return (otherPartner == other) ? change(one, other, other, one, partner)
				: changeOfFour(one, other, partner, otherPartner);
	}

	/** Of two letters with what they are plugged to then. */
	private int change(int a, int aIs, int b, int bIs) {
		return entering(a, aIs) + entering(b, bIs)
				+ (this.behind[a] + moved(a, a, aIs) + moved(a, b, bIs)) * costlier(a, aIs)
				+ (this.behind[b] + moved(b, a, aIs) + moved(b, b, bIs)) * costlier(b, bIs);
	}

	/** The same, and a letter that is left unplugged. */
	private int change(int a, int aIs, int b, int bIs, int c) {
		return entering(a, aIs) + entering(b, bIs) + entering(c, c)
				+ (this.behind[a] + moved(a, a, aIs) + moved(a, b, bIs) + moved(a, c, c)) * costlier(a, aIs)
				+ (this.behind[b] + moved(b, a, aIs) + moved(b, b, bIs) + moved(b, c, c)) * costlier(b, bIs)
				+ (this.behind[c] + moved(c, a, aIs) + moved(c, b, bIs) + moved(c, c, c)) * costlier(c, c);
	}

	/** Of two letters that are plugged to one another, and two left unplugged. */
	private int changeOfFour(int a, int b, int c, int d) {
		return entering(a, b) + entering(b, a) + entering(c, c) + entering(d, d)
				+ (this.behind[a] + moved(a, a, b) + moved(a, b, a) + moved(a, c, c) + moved(a, d, d)) * costlier(a, b)
				+ (this.behind[b] + moved(b, a, b) + moved(b, b, a) + moved(b, c, c) + moved(b, d, d)) * costlier(b, a)
				+ (this.behind[c] + moved(c, a, b) + moved(c, b, a) + moved(c, c, c) + moved(c, d, d)) * costlier(c, c)
				+ (this.behind[d] + moved(d, a, b) + moved(d, b, a) + moved(d, c, c) + moved(d, d, d)) * costlier(d, d);
	}

	/** What a ciphertext letter's places cost more with another plug of its own. */
	private int entering(int letter, int plug) {
		int row = letter * LETTERS;
		return this.costsOfPlug[row + plug] - this.costsOfPlug[row + this.plugs[letter]];
	}

	/** How many more of a letter come out behind the rotors. */
	private int moved(int behind, int letter, int plug) {
		int row = behind * PAIRS + letter * LETTERS;
		return this.counts[row + plug] - this.counts[row + this.plugs[letter]];
	}

	/** What a letter behind the rotors costs more with another plug. */
	private int costlier(int letter, int plug) {
		return this.costs[plug] - this.costs[this.plugs[letter]];
	}

	private void make(int size) {
		for (int letter = 0; letter < LETTERS; letter++) {
			int rows = letter * PAIRS;
			for (int k = 0; k < size; k++) {
				int row = rows + this.touched[k] * LETTERS;
				this.behind[letter] += this.counts[row + this.becomes[k]]
						- this.counts[row + this.plugs[this.touched[k]]];
			}
		}
		for (int i = 0; i < size; i++) {
			int letter = this.touched[i];
			int costlier = this.costs[this.becomes[i]] - this.costs[this.plugs[letter]];
			int rows = letter * PAIRS;
			for (int row = 0; row < PAIRS; row++) {
				this.costsOfPlug[row] += costlier * this.counts[rows + row];
			}
			this.plugs[letter] = this.becomes[i];
		}
	}

}
