package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;

import dev.decipher.language.NGrams;

/**
 * Slides each group of a text to where its letters are the likeliest by themselves, for
 * alphabets that are known. Not thread-safe; allocates nothing.
 */
final class ColumnFit {

	private static final double LEAST_SHARE = 1e-4;

	private final int[] symbols;

	private final int[] known;

	private final int groups;

	private final int size;

	/** What each letter of the language costs. */
	private final int[] single;

	/** What the letter at each place of the plain alphabet costs, three rounds. */
	private final int[] costs;

	private final int[] sums;

	/**
	 * Prepares to slide.
	 * @param text whose groups take turns, symbol by symbol
	 */
	ColumnFit(SlidingAlphabets.Text text, NGrams grams) {
		this.symbols = text.symbols();
		this.known = text.known();
		this.groups = text.groupCount();
		this.size = text.size();
		this.single = Arrays.stream(grams.shares())
			.mapToInt((share) -> (int) Math.round(-NGrams.UNITS * Math.log(Math.max(share, LEAST_SHARE))))
			.toArray();
		this.costs = new int[3 * this.size];
		this.sums = new int[this.size];
	}

	/**
	 * Slides the groups.
	 * @param byPlace the language's letters by their place in the plain alphabet (size)
	 * @param places of the symbols in the cipher alphabet, one round more (size)
	 * @param shifts receives how far each group is slid (groups)
	 * @return what the letters cost then, in nats / NGrams.UNITS
	 */
	int slide(int[] byPlace, int[] places, int[] shifts) {
		int count = this.size;
		int[] byShift = this.costs;
		for (int place = 0; place < count; place++) {
			int cost = this.single[byPlace[place]];
			byShift[place] = cost;
			byShift[count + place] = cost;
			byShift[2 * count + place] = cost;
		}
		int total = 0;
		int[] slid = this.sums;
		for (int group = 0; group < this.groups; group++) {
			Arrays.fill(slid, 0);
			for (int i = group; i < this.symbols.length; i += this.groups) {
				int base = places[this.symbols[i]] - this.known[i];
				base -= (base >= count) ? count : 0;
				for (int s = 0; s < count; s++) {
					slid[s] += byShift[base + s];
				}
			}
			int best = 0;
			for (int s = 1; s < count; s++) {
				if (slid[s] < slid[best]) {
					best = s;
				}
			}
			shifts[group] = (best == 0) ? 0 : count - best;
			total += slid[best];
		}
		return total;
	}

}
