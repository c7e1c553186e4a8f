package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import dev.decipher.language.NGrams;
import dev.decipher.solve.polyalphabetic.SlidingAlphabets.Keyed;
import dev.decipher.solve.search.Search;

/**
 * Tries which letters a Quagmire's keyword may have, in whatever order. Behind the
 * keyword the others stand in their own order, so that where the letters are the right
 * ones all of these are at their places, and the text of each column is as likely as the
 * language is at some shift; where one is wrong, all between it and the right one are
 * moved, and nothing is to be seen of that. So they are not searched for but all tried.
 * For a text with a period and one keyed alphabet, or two alike.
 */
final class KeywordSets {

	static final int SHORTEST = 3;

	/** There are five million sets of ten letters. */
	static final int LONGEST = 10;

	/** Sets that are kept of a length. */
	private static final int KEEP = 200;

	/** Sets between two looks at the clock. */
	private static final int STRIDE = 2_000;

	/** As many letters tell enough. */
	private static final int LETTERS = 200;

	/** What a letter costs of which nothing is known, in nats / NGrams.UNITS. */
	private static final int UNKNOWN = 3 * NGrams.UNITS;

	private final Keyed keyed;

	private final int period;

	private final int[] symbols;

	private final int[] letters;

	private final double[] shares;

	private final int[] single;

	private final Search search;

	private final int size;

	/** Places of the ciphertext's symbols; −1 in the keyword. */
	private final int[] places;

	private final int[] costs;

	private final int[] sums;

	KeywordSets(SlidingAlphabets.Text text, Keyed keyed, int period, Search search) {
		this.keyed = keyed;
		this.period = period;
		this.symbols = Arrays.copyOf(text.symbols(), Math.min(LETTERS, text.symbols().length));
		this.letters = text.letters();
		this.size = this.letters.length;
		this.search = search;
		this.shares = search.language().letters().shares();
		this.single = Arrays.stream(this.letters).map((letter) -> cost(this.shares[letter])).toArray();
		this.places = new int[this.size];
		this.costs = new int[2 * this.size];
		this.sums = new int[this.size];
	}

	private static int cost(double share) {
		return (int) Math.round(-NGrams.UNITS * Math.log(Math.max(share, 1e-4)));
	}

	private record Letters(long set, int cost) {
	}

	/**
	 * The likeliest sets of so many letters, as many as were tried until the search was
	 * over, the best first.
	 * @param worker which share of all to try
	 */
	List<int[]> best(int length, int worker, int workers) {
		PriorityQueue<Letters> best = new PriorityQueue<>(Comparator.comparingInt((Letters set) -> -set.cost()));
		long number = 0;
		long set = (1L << length) - 1;
		while (set < 1L << this.size && (number % STRIDE != 0 || !this.search.isOver())) {
			if (number++ % workers == worker) {
				int cost = cost(set, length);
				if (best.size() < KEEP || cost < best.element().cost()) {
					best.add(new Letters(set, cost));
				}
				if (best.size() > KEEP) {
					best.remove();
				}
			}
			// the next one with as many bits
			long lowest = set & -set;
			long ripple = set + lowest;
			set = ripple | ((set ^ ripple) >>> 2) / lowest;
		}
		this.search.tried(number / workers);
		return best.stream()
			.sorted(Comparator.comparingInt(Letters::cost))
			.map((found) -> alphabet(found.set()))
			.toList();
	}

	/** The set's symbols, and then the others, in their order. */
	private int[] alphabet(long set) {
		int[] alphabet = new int[this.size];
		int keyword = 0;
		int other = Long.bitCount(set);
		for (int symbol = 0; symbol < this.size; symbol++) {
			alphabet[((set >> symbol & 1) != 0) ? keyword++ : other++] = symbol;
		}
		return alphabet;
	}

	private int cost(long set, int length) {
		int count = this.size;
		double share = 0;
		int next = length;
		for (int symbol = 0; symbol < count; symbol++) {
			boolean within = (set >> symbol & 1) != 0;
			share += within ? this.shares[this.letters[symbol]] : 0;
			if (this.keyed == Keyed.PLAIN) {
				this.places[symbol] = symbol;
			}
			else {
				this.places[symbol] = within ? -1 : next;
			}
			if (this.keyed == Keyed.CIPHER) {
				this.costs[symbol] = this.single[symbol];
				next += within ? 0 : 1;
			}
			else if (!within) {
				this.costs[next++] = this.single[symbol];
			}
		}
		if (this.keyed != Keyed.CIPHER) {
			Arrays.fill(this.costs, 0, length, cost(share / length));
		}
		System.arraycopy(this.costs, 0, this.costs, count, count);
		int total = 0;
		int[] sliding = this.sums;
		int[] byPlace = this.costs;
		for (int column = 0; column < this.period; column++) {
			Arrays.fill(sliding, 0);
			for (int i = column; i < this.symbols.length; i += this.period) {
				int place = this.places[this.symbols[i]];
				if (place < 0) {
					total += UNKNOWN;
					continue;
				}
				for (int s = 0; s < count; s++) {
					sliding[s] += byPlace[place + s];
				}
			}
			int least = sliding[0];
			for (int s = 1; s < count; s++) {
				least = Math.min(least, sliding[s]);
			}
			total += least;
		}
		return total;
	}

}
