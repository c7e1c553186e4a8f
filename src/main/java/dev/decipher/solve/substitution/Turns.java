package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well the homophones of each letter take turns, while a search changes their
 * letters. Who enciphers by hand likes to use them one after the other: of two symbols of
 * one letter now the one occurs, now the other, more often than two of different letters
 * would by chance. A pair of symbols is worth ln p of its changes if they take turns,
 * less ln p of them by chance. A letter's symbols count the sum of their pairs, divided
 * by how many symbols there are: a sum that grew with the square of it would gather all
 * symbols that go together by chance. What a change costs is worked out from sums, and
 * nothing is allocated for it. Not thread-safe.
 */
final class Turns {

	/** The probability that symbols that take turns don't this time. */
	private static final double SLIP = 0.1;

	/** Two symbols change at least so seldom by chance. */
	private static final double LEAST_CHANCE = 0.02;

	/** What a pair may cost at most, in nats. */
	private static final double MOST_COST = 4;

	private final int symbols;

	/** What it costs that two symbols stand for one letter: (symbols, symbols). */
	private final int[][] pairs;

	/** What each symbol costs beside those of a letter: (letters, symbols). */
	private final int[][] beside;

	/** How many symbols each letter has. */
	private final int[] sizes;

	/** The sum of the pairs of each letter. */
	private final int[] sums;

	private final float[] costs;

	private final float[] inverses;

	/**
	 * Prepares for a ciphertext.
	 * @param text symbols (length), from 0
	 * @param symbols how many there are
	 * @param letters how many letters they may stand for
	 * @param nat what a nat counts
	 */
	Turns(int[] text, int symbols, int letters, double nat) {
		this.symbols = symbols;
		this.pairs = new int[symbols][symbols];
		this.beside = new int[letters][symbols];
		this.sizes = new int[letters];
		this.sums = new int[letters];
		this.costs = new float[letters];
		this.inverses = new float[symbols + 2];
		for (int size = 1; size < this.inverses.length; size++) {
			this.inverses[size] = 1f / size;
		}
		int[][] places = places(text, symbols);
		for (int one = 0; one < symbols; one++) {
			for (int other = 0; other < one; other++) {
				int cost = (int) Math.round(-nat * worth(places[one], places[other]));
				this.pairs[one][other] = cost;
				this.pairs[other][one] = cost;
			}
		}
	}

	private static int[][] places(int[] text, int symbols) {
		int[] counts = new int[symbols];
		IntStream.of(text).forEach((symbol) -> counts[symbol]++);
		int[][] places = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
		for (int place = text.length - 1; place >= 0; place--) {
			places[text[place]][--counts[text[place]]] = place;
		}
		return places;
	}

	/** What speaks for two symbols taking turns, in nats. */
	static double worth(int[] one, int[] other) {
		int all = one.length + other.length;
		if (one.length == 0 || other.length == 0) {
			return 0;
		}
		int changes = 0;
		boolean before = one[0] < other[0];
		for (int i = 0, j = 0; i + j < all;) {
			boolean now = j == other.length || (i < one.length && one[i] < other[j]);
			changes += (now != before) ? 1 : 0;
			before = now;
			i += now ? 1 : 0;
			j += now ? 0 : 1;
		}
		double chance = 2.0 * one.length * other.length / (all * (all - 1.0));
		return Math.max(-MOST_COST, changes * Math.log((1 - SLIP) / chance)
				+ (all - 1 - changes) * Math.log(SLIP / Math.max(LEAST_CHANCE, 1 - chance)));
	}

	/** Takes another key: the letters of all symbols. */
	void key(int[] letters) {
		Arrays.fill(this.sizes, 0);
		Arrays.fill(this.sums, 0);
		Arrays.fill(this.costs, 0);
		for (int[] row : this.beside) {
			Arrays.fill(row, 0);
		}
		for (int symbol = 0; symbol < this.symbols; symbol++) {
			add(letters[symbol], symbol);
		}
	}

	/**
	 * What it would cost if a symbol stood for another letter.
	 * @param now the letter that it stands for
	 */
	float costOf(int symbol, int now, int letter) {
		return (this.sums[letter] + this.beside[letter][symbol]) * this.inverses[this.sizes[letter] + 1]
				- this.costs[letter] + (this.sums[now] - this.beside[now][symbol]) * this.inverses[this.sizes[now] - 1]
				- this.costs[now];
	}

	void move(int symbol, int now, int letter) {
		this.sums[now] -= this.beside[now][symbol];
		int[] rest = this.beside[now];
		int[] pair = this.pairs[symbol];
		for (int other = 0; other < rest.length; other++) {
			rest[other] -= pair[other];
		}
		this.costs[now] = this.sums[now] * this.inverses[--this.sizes[now]];
		add(letter, symbol);
	}

	private void add(int letter, int symbol) {
		int[] with = this.beside[letter];
		this.sums[letter] += with[symbol];
		int[] pair = this.pairs[symbol];
		for (int other = 0; other < with.length; other++) {
			with[other] += pair[other];
		}
		this.costs[letter] = this.sums[letter] * this.inverses[++this.sizes[letter]];
	}

}
