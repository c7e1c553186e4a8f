package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.language.NGrams;

/**
 * Changes squares and works out the changed symbols of the plaintext alone. If two
 * symbols of a square change places, these are among those that follow from the place of
 * one of the two and those that are one of the two. Sets of positions are bits, by 64 in
 * a word.
 */
final class LookupWalk implements KeyWalk {

	/**
	 * By so many temperatures above the limit the beginning of a text may cost more (see
	 * {@link PairWalk}). In the same time a two-square of 300 letters so tries 1.6 times
	 * as many keys.
	 */
	private static final float MARGIN = 3;

	private final PlaceLookups lookups;

	private final List<KeyPart.Order> parts;

	private final int size;

	private final SplittableRandom random;

	private final CribCost cribs;

	private final boolean hasCribsAnywhere;

	/** The place of each entry, and the symbols by their places, squares first. */
	private final int[] places;

	private final int[] symbols;

	private final int[] text;

	private final int words;

	/** The positions that follow from each entry's place: (entries · words). */
	private final long[] following;

	/** The positions where each entry is the plaintext: (entries · words). */
	private final long[] standing;

	/** The table of costs, and its n-grams' length and base. */
	private byte[] table = {};

	private int order;

	private int base;

	/** The cost of the n-gram that begins at each position, before and after a change. */
	private final int[] costs;

	private final int[] changedCosts;

	/** The n-grams that a change has changed, by where they begin. */
	private final long[] changedGrams;

	/** The positions changed, and what stood there. */
	private final int[] positions;

	private final int[] before;

	private int changes;

	/** The square that was changed. */
	private int square;

	/** The places exchanged; both 0 where all of a square was changed. */
	private int one;

	private int other;

	/** The entries that were exchanged. */
	private int oneEntry;

	private int otherEntry;

	private final int[] part;

	private final int[] partBefore;

	private int cost;

	private int anywhere;

	private int difference;

	private int anywhereDifference;

	LookupWalk(PlaceLookups lookups, KeySpace space, CribCost cribs, SplittableRandom random) {
		this.lookups = lookups;
		this.parts = space.parts().stream().map(KeyPart.Order.class::cast).toList();
		this.size = lookups.size();
		this.random = random;
		this.cribs = cribs;
		this.hasCribsAnywhere = cribs.hasAnywhere();
		int entries = lookups.squares() * this.size;
		int length = lookups.length();
		this.places = new int[entries];
		this.symbols = new int[entries + this.size];
		for (int symbol = 0; symbol < this.size; symbol++) {
			this.symbols[entries + symbol] = symbol;
		}
		this.text = new int[length];
		this.words = (length + Long.SIZE - 1) / Long.SIZE;
		this.following = new long[entries * this.words];
		this.standing = new long[(entries + this.size) * this.words];
		for (int position = 0; position < length; position++) {
			for (int entry : lookups.entries(position)) {
				this.following[entry * this.words + (position >> 6)] |= 1L << position;
			}
		}
		this.costs = new int[length];
		this.changedCosts = new int[length];
		this.changedGrams = new long[this.words];
		this.positions = new int[length];
		this.before = new int[length];
		this.part = new int[this.size];
		this.partBefore = new int[this.size];
	}

	@Override
	public void goTo(int[][] key, NGrams grams) {
		for (int square = 0; square < this.parts.size(); square++) {
			put(square, key[square]);
		}
		this.table = grams.costs();
		this.order = grams.order();
		this.base = grams.symbols();
		Arrays.fill(this.standing, 0);
		this.cost = 0;
		for (int position = 0; position < this.text.length; position++) {
			int symbol = this.lookups.symbol(position, this.places, this.symbols);
			this.text[position] = symbol;
			this.standing[(this.lookups.target(position) + symbol) * this.words + (position >> 6)] |= 1L << position;
			this.cost += this.cribs.of(position, symbol);
		}
		for (int start = 0; start + this.order <= this.text.length; start++) {
			int gram = 0;
			for (int i = start; i < start + this.order; i++) {
				gram = gram * this.base + this.text[i];
			}
			this.costs[start] = this.table[gram] & 0xff;
			this.cost += this.costs[start];
		}
		this.anywhere = this.cribs.ofAnywhere(this.text);
		this.cost += this.anywhere;
	}

	private void put(int square, int[] part) {
		int start = square * this.size;
		for (int place = 0; place < this.size; place++) {
			this.symbols[start + place] = part[place];
			this.places[start + part[place]] = place;
		}
	}

	@Override
	public int cost() {
		return this.cost;
	}

	@Override
	public int change(float limit, float temperature) {
		long bits = this.random.nextLong();
		this.square = (this.parts.size() > 1) ? MetropolisRule.below(this.parts.size(), bits) : 0;
		this.changes = 0;
		this.difference = 0;
		KeyPart.Order part = this.parts.get(this.square);
		if (MetropolisRule.below(part.rearrangedSeldom(), bits >>> 32) == 0) {
			rearrange(part);
		}
		else {
			exchange();
		}
		addCosts(this.hasCribsAnywhere ? Float.POSITIVE_INFINITY : limit + MARGIN * temperature);
		if (this.hasCribsAnywhere) {
			this.anywhereDifference = this.cribs.ofAnywhere(this.text) - this.anywhere;
			this.difference += this.anywhereDifference;
		}
		return this.difference;
	}

	private void exchange() {
		int start = this.square * this.size;
		long bits = this.random.nextLong();
		this.one = start + MetropolisRule.below(this.size, bits);
		this.other = start + MetropolisRule.below(this.size - 1, bits >>> 32);
		this.other += (this.other >= this.one) ? 1 : 0;
		this.oneEntry = start + this.symbols[this.one];
		this.otherEntry = start + this.symbols[this.other];
		exchangePlaces();
	}

	private void exchangePlaces() {
		int start = this.square * this.size;
		int symbol = this.symbols[this.other];
		this.symbols[this.other] = this.symbols[this.one];
		this.symbols[this.one] = symbol;
		this.places[start + symbol] = this.one - start;
		this.places[start + this.symbols[this.other]] = this.other - start;
	}

	private void rearrange(KeyPart.Order part) {
		int start = this.square * this.size;
		System.arraycopy(this.symbols, start, this.part, 0, this.size);
		System.arraycopy(this.symbols, start, this.partBefore, 0, this.size);
		part.rearrange(this.part, this.random);
		put(this.square, this.part);
		this.one = this.other = 0;
	}

	/** The positions in a word that may have changed. */
	private long suspects(int word) {
		if (this.one == this.other) {
			int left = this.text.length - (word << 6);
			return (left >= Long.SIZE) ? -1L : (1L << left) - 1;
		}
		int first = this.oneEntry * this.words + word;
		int second = this.otherEntry * this.words + word;
		return this.following[first] | this.following[second] | this.standing[first] | this.standing[second];
	}

	/** Works the suspects in a word out, and gives those whose symbols have changed. */
	private long changed(int word) {
		long changed = 0;
		long some = (word < this.words) ? suspects(word) : 0;
		for (long left = some; left != 0; left &= left - 1) {
			int position = (word << 6) + Long.numberOfTrailingZeros(left);
			int symbol = this.lookups.symbol(position, this.places, this.symbols);
			int old = this.text[position];
			if (symbol != old) {
				this.positions[this.changes] = position;
				this.before[this.changes++] = old;
				this.text[position] = symbol;
				changed |= left & -left;
				this.difference += this.cribs.of(position, symbol) - this.cribs.of(position, old);
			}
		}
		return changed;
	}

	/**
	 * Adds to the difference by how much the n-grams cost more that have changed
	 * positions in them.
	 * @param most where it is greater, the rest of the text isn't looked at
	 */
	private void addCosts(float most) {
		byte[] table = this.table;
		int[] text = this.text;
		int length = text.length - this.order + 1;
		long next = changed(0);
		for (int word = 0; word < this.words; word++) {
			long changed = next;
			next = changed(word + 1);
			long grams = changed;
			for (int i = 1; i < this.order; i++) {
				grams |= changed >>> i | next << Long.SIZE - i;
			}
			int left = length - (word << 6);
			if (left < Long.SIZE) {
				grams &= (left > 0) ? (1L << left) - 1 : 0;
			}
			this.changedGrams[word] = grams;
			while (grams != 0) {
				int from = Long.numberOfTrailingZeros(grams);
				int run = Long.numberOfTrailingZeros(~(grams >>> from));
				int start = (word << 6) + from;
				int end = start + Math.min(run, Long.SIZE - from);
				this.difference += costOfRun(table, text, start, end);
				if (this.difference > most) {
					return;
				}
				grams = (from + run >= Long.SIZE) ? 0 : grams & -1L << from + run;
			}
		}
	}

	private int costOfRun(byte[] table, int[] text, int start, int end) {
		int beyond = table.length;
		int gram = 0;
		int sum = 0;
		int last = start;
		for (; last < start + this.order - 1; last++) {
			gram = gram * this.base + text[last];
		}
		int first = 0;
		for (int position = start; position < end; position++, last++) {
			gram = gram * this.base + text[last] - first * beyond;
			first = text[position];
			int cost = table[gram] & 0xff;
			this.changedCosts[position] = cost;
			sum += cost - this.costs[position];
		}
		return sum;
	}

	@Override
	public void accept() {
		this.cost += this.difference;
		this.anywhere += this.anywhereDifference;
		for (int i = 0; i < this.changes; i++) {
			int position = this.positions[i];
			int word = position >> 6;
			int start = this.lookups.target(position);
			this.standing[(start + this.before[i]) * this.words + word] &= ~(1L << position);
			this.standing[(start + this.text[position]) * this.words + word] |= 1L << position;
		}
		for (int word = 0; word < this.words; word++) {
			for (long left = this.changedGrams[word]; left != 0; left &= left - 1) {
				int position = (word << 6) + Long.numberOfTrailingZeros(left);
				this.costs[position] = this.changedCosts[position];
			}
		}
	}

	@Override
	public void reject() {
		for (int i = 0; i < this.changes; i++) {
			this.text[this.positions[i]] = this.before[i];
		}
		if (this.one != this.other) {
			exchangePlaces();
		}
		else {
			put(this.square, this.partBefore);
		}
	}

	@Override
	public void copyTo(int[][] key) {
		for (int square = 0; square < key.length; square++) {
			System.arraycopy(this.symbols, square * this.size, key[square], 0, this.size);
		}
	}

}
