package dev.decipher.solve.transposition;

import java.util.SplittableRandom;

import dev.decipher.language.NGrams;

/**
 * Finds the order of the columns of a columnar transposition with a number of columns: by
 * simulated annealing over exchanges of columns and moves of neighbouring ones together.
 * Nothing is allocated between the first order and the last.
 */
final class ColumnAnnealing {

	/** Where the annealing begins and ends, in nats. */
	private static final double HOT = 12;

	private static final double COLD = 1.5;

	/** As many letters tell the order; a text's others are left out of account. */
	private static final int ENOUGH_LETTERS = 600;

	private final byte[] costs;

	private final int symbols;

	private final int order;

	/** What the first letter of an n-gram stands for, once the next one has come. */
	private final int top;

	private final int columns;

	private final int rows;

	/** How many columns have a letter in the last row, which is incomplete. */
	private final int longColumns;

	private final int judged;

	/** By column from the left, as which one it is read. */
	private final int[] ranks;

	private final int[] before;

	private final int[] best;

	/** By rank, which column it is, and where it starts in the ciphertext. */
	private final int[] columnsByRank;

	private final int[] starts;

	private final int[] text;

	ColumnAnnealing(NGrams grams, int length, int columns) {
		this.costs = grams.costs();
		this.symbols = grams.symbols();
		this.order = grams.order();
		this.top = this.costs.length;
		this.columns = columns;
		this.rows = length / columns;
		this.longColumns = length % columns;
		this.judged = Math.min(length, ENOUGH_LETTERS);
		this.ranks = new int[columns];
		this.before = new int[columns];
		this.best = new int[columns];
		this.columnsByRank = new int[columns];
		this.starts = new int[columns];
		this.text = new int[this.judged];
	}

	/** By column from the left, as which one it is read (columns); to be copied. */
	int[] ranks() {
		return this.best;
	}

	/**
	 * Begins with a random order and betters it.
	 * @param ciphertext indices of letters (length)
	 * @param steps how many orders to try
	 * @return what the text, or its beginning, costs with the order found
	 */
	int run(int[] ciphertext, int steps, SplittableRandom random) {
		shuffle(this.ranks, random);
		int cost = cost(ciphertext, this.ranks);
		int least = cost;
		System.arraycopy(this.ranks, 0, this.best, 0, this.columns);
		double temperature = HOT * NGrams.UNITS;
		double cooling = Math.pow(COLD / HOT, 1.0 / steps);
		for (int step = 0; step < steps; step++) {
			System.arraycopy(this.ranks, 0, this.before, 0, this.columns);
			change(this.ranks, this.before, this.columns, random);
			int changed = cost(ciphertext, this.ranks);
			if (changed <= cost || random.nextDouble() < Math.exp((cost - changed) / temperature)) {
				cost = changed;
				if (cost < least) {
					least = cost;
					System.arraycopy(this.ranks, 0, this.best, 0, this.columns);
				}
			}
			else {
				System.arraycopy(this.before, 0, this.ranks, 0, this.columns);
			}
			temperature *= cooling;
		}
		return least;
	}

	/** Any order, each as likely. */
	static void shuffle(int[] order, SplittableRandom random) {
		for (int i = 0; i < order.length; i++) {
			int other = random.nextInt(i + 1);
			order[i] = order[other];
			order[other] = i;
		}
	}

	/** Exchanges two places, or two neighbouring runs of places. */
	static void change(int[] order, int[] before, int columns, SplittableRandom random) {
		if (columns < 3 || random.nextInt(3) == 0) {
			int one = random.nextInt(columns);
			int other = (one + 1 + random.nextInt(columns - 1)) % columns;
			order[one] = before[other];
			order[other] = before[one];
			return;
		}
		int from = random.nextInt(columns - 1);
		int to = from + 2 + random.nextInt(columns - from - 1);
		int middle = from + 1 + random.nextInt(to - from - 1);
		int place = from;
		for (int i = middle; i < to; i++) {
			order[place++] = before[i];
		}
		for (int i = from; i < middle; i++) {
			order[place++] = before[i];
		}
	}

	/**
	 * What a text, or its beginning, costs.
	 * @param ciphertext indices of letters (length)
	 * @param ranks by column from the left, as which one it is read (columns)
	 */
	int cost(int[] ciphertext, int[] ranks) {
		for (int column = 0; column < this.columns; column++) {
			this.columnsByRank[ranks[column]] = column;
		}
		int start = 0;
		for (int column : this.columnsByRank) {
			this.starts[column] = start;
			start += this.rows + ((column < this.longColumns) ? 1 : 0);
		}
		int gram = 0;
		int cost = 0;
		int column = 0;
		int row = 0;
		for (int i = 0; i < this.judged; i++) {
			int letter = ciphertext[this.starts[column] + row];
			this.text[i] = letter;
			gram = gram * this.symbols + letter;
			if (i >= this.order - 1) {
				if (i >= this.order) {
					gram -= this.text[i - this.order] * this.top;
				}
				cost += this.costs[gram] & 0xff;
			}
			if (++column == this.columns) {
				column = 0;
				row++;
			}
		}
		return cost;
	}

}
