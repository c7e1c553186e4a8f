package dev.decipher.solve.search;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.language.NGrams;

/**
 * Changes a square by which each pair of symbols becomes another pair, as Playfair's
 * does. Nearly all neighbours of a key cost far more than it does, which shows in a few
 * of the pairs, so that the others aren't deciphered: an early rejection, as in Solonen
 * et al., Efficient MCMC for climate model parameter estimation, Bayesian Analysis 7,
 * 2012, save that a part of the costs doesn't bound all of them, but is likely to.
 */
final class PairWalk implements KeyWalk {

	/**
	 * By so many temperatures above the limit the beginning of a text may cost more. Of
	 * English Playfairs of 100 letters as many squares are found a key by 5 as without
	 * any early rejection, but by 2 a third fewer, and by 0 four fifths fewer.
	 */
	private static final float BEGINNING_MARGIN = 5;

	/**
	 * The same for the pairs that the exchanged symbols stand in, by themselves, which
	 * two neighbours in three don't pass. By 0 a quarter fewer squares are found, by -1
	 * five sixths fewer.
	 */
	private static final float OWN_PAIRS_MARGIN = 2;

	/** The n-grams that are two pairs. */
	private static final int TWO_PAIRS = 4;

	/** Bits of a place, of two in a number. */
	private static final int BITS = 8;

	private static final int MASK = (1 << BITS) - 1;

	private final KeyPart.Order part;

	private final int size;

	private final SplittableRandom random;

	/** The symbols of each pair of the ciphertext: (pairs). */
	private final int[] first;

	private final int[] second;

	/** The pairs that each symbol stands in: (size, of each). */
	private final int[][] pairsOf;

	/** The two places that two places become, the first one's bits above: (size²). */
	private final int[] becomes;

	private final int[] places;

	private final int[] square;

	private final int[] squareBefore;

	/** The table of costs, and its n-grams' length and base. */
	private byte[] table = {};

	private int order;

	private int base;

	/** The text behind as many zeros as an n-gram is long, before and after a change. */
	private int[] text = {};

	private int[] changedText = {};

	/** What it costs up to each pair. */
	private int[] costs;

	private int[] changedCosts;

	/** The places exchanged; the same where all of the square was changed. */
	private int one;

	private int other;

	/**
	 * A walk that has yet to go to a key.
	 * @param lookups of pairs
	 */
	PairWalk(PlaceLookups lookups, KeySpace space, SplittableRandom random) {
		this.part = (KeyPart.Order) space.parts().get(0);
		this.size = lookups.size();
		this.random = random;
		int pairs = lookups.length() / 2;
		this.first = IntStream.range(0, pairs).map((pair) -> lookups.first(2 * pair)).toArray();
		this.second = IntStream.range(0, pairs).map((pair) -> lookups.second(2 * pair)).toArray();
		this.pairsOf = IntStream.range(0, this.size)
			.mapToObj((symbol) -> IntStream.range(0, pairs)
				.filter((pair) -> this.first[pair] == symbol || this.second[pair] == symbol)
				.toArray())
			.toArray(int[][]::new);
		this.becomes = IntStream.range(0, this.size * this.size)
			.map((two) -> lookups.place(0, two / this.size, two % this.size) << BITS
					| lookups.place(1, two / this.size, two % this.size))
			.toArray();
		this.places = new int[this.size];
		this.square = new int[this.size];
		this.squareBefore = new int[this.size];
		this.costs = new int[pairs];
		this.changedCosts = new int[pairs];
	}

	@Override
	public void goTo(int[][] key, NGrams grams) {
		this.table = grams.costs();
		this.order = grams.order();
		this.base = grams.symbols();
		this.text = new int[this.order + 2 * this.first.length];
		this.changedText = this.text.clone();
		put(key[0]);
		decipher(Float.POSITIVE_INFINITY);
		accept();
	}

	private void put(int[] square) {
		for (int place = 0; place < this.size; place++) {
			this.square[place] = square[place];
			this.places[square[place]] = place;
		}
	}

	@Override
	public int cost() {
		return this.costs[this.costs.length - 1];
	}

	@Override
	public int change(float limit, float temperature) {
		if (MetropolisRule.below(this.part.rearrangedSeldom(), this.random.nextLong()) == 0) {
			rearrange();
		}
		else {
			long bits = this.random.nextLong();
			this.one = MetropolisRule.below(this.size, bits);
			this.other = MetropolisRule.below(this.size - 1, bits >>> 32);
			this.other += (this.other >= this.one) ? 1 : 0;
			exchange();
			float most = limit + OWN_PAIRS_MARGIN * temperature;
			int difference = (this.order == TWO_PAIRS) ? ofOwnPairs(most) : 0;
			if (difference > most) {
				return difference;
			}
		}
		return decipher(limit + BEGINNING_MARGIN * temperature);
	}

	private void rearrange() {
		this.one = this.other = 0;
		System.arraycopy(this.square, 0, this.squareBefore, 0, this.size);
		this.part.rearrange(this.square, this.random);
		put(this.square);
	}

	private void exchange() {
		int symbol = this.square[this.other];
		this.square[this.other] = this.square[this.one];
		this.square[this.one] = symbol;
		this.places[symbol] = this.one;
		this.places[this.square[this.other]] = this.other;
	}

	/**
	 * By how much the pairs cost more that the exchanged symbols stand in, each beside
	 * the neighbours that it had.
	 * @param most a greater number may be given as soon as it is reached
	 */
	private int ofOwnPairs(float most) {
		int difference = 0;
		int squared = this.base * this.base;
		for (int of = 0; of < 2; of++) {
			for (int pair : this.pairsOf[this.square[(of == 0) ? this.one : this.other]]) {
				int places = places(pair);
				int now = this.square[places >> BITS] * this.base + this.square[places & MASK];
				int was = pairBefore(pair);
				if (pair > 0) {
					int left = pairBefore(pair - 1) * squared;
					difference += (this.table[left + now] & 0xff) - (this.table[left + was] & 0xff);
				}
				if (pair + 1 < this.first.length) {
					int right = pairBefore(pair + 1);
					difference += (this.table[now * squared + right] & 0xff)
							- (this.table[was * squared + right] & 0xff);
				}
				if (difference > most) {
					return difference;
				}
			}
		}
		return difference;
	}

	private int pairBefore(int pair) {
		int index = this.order + 2 * pair;
		return this.text[index] * this.base + this.text[index + 1];
	}

	private int places(int pair) {
		return this.becomes[this.places[this.first[pair]] * this.size + this.places[this.second[pair]]];
	}

	/**
	 * By how much all the text costs more than before.
	 * @param most a greater number may be given for the beginning alone
	 */
	private int decipher(float most) {
		byte[] table = this.table;
		int[] text = this.changedText;
		int[] costs = this.changedCosts;
		int[] before = this.costs;
		int beyond = table.length;
		int order = this.order;
		int base = this.base;
		int gram = 0;
		int sum = 0;
		for (int pair = 0, last = order; pair < costs.length; pair++, last += 2) {
			int places = places(pair);
			int symbol = this.square[places >> BITS];
			text[last] = symbol;
			// an overflow here is undone by the same subtraction
			gram = gram * base + symbol - text[last - order] * beyond;
			sum += (last >= 2 * order - 1) ? table[gram] & 0xff : 0;
			symbol = this.square[places & MASK];
			text[last + 1] = symbol;
			gram = gram * base + symbol - text[last + 1 - order] * beyond;
			sum += (last >= 2 * order - 2) ? table[gram] & 0xff : 0;
			costs[pair] = sum;
			if (sum - before[pair] > most) {
				return sum - before[pair];
			}
		}
		return sum - before[costs.length - 1];
	}

	@Override
	public void accept() {
		int[] text = this.text;
		this.text = this.changedText;
		this.changedText = text;
		int[] costs = this.costs;
		this.costs = this.changedCosts;
		this.changedCosts = costs;
	}

	@Override
	public void reject() {
		if (this.one != this.other) {
			exchange();
		}
		else {
			put(this.squareBefore);
		}
	}

	@Override
	public void copyTo(int[][] key) {
		System.arraycopy(this.square, 0, key[0], 0, this.size);
	}

}
