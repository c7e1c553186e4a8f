package dev.decipher.solve.transposition;

import java.util.SplittableRandom;

import dev.decipher.cipher.KeyPart;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.MetropolisRule;

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

	private final int length;

	/** What the first letter of an n-gram stands for, once the next one has come. */
	private final int top;

	private final int columns;

	private final KeyPart order;

	private final int rows;

	/** How many columns have a letter in the last row, which is incomplete. */
	private final int longColumns;

	private final int judged;

	/** By column from the left, as which one it is read. */
	private final int[] ranks;

	/** By rank, which column it is, and where it starts in the ciphertext. */
	private final int[] columnsByRank;

	private final int[] starts;

	private final int[] text;

	ColumnAnnealing(NGrams grams, int length, int columns) {
		this.costs = grams.costs();
		this.symbols = grams.symbols();
		this.length = grams.order();
		this.order = KeyPart.columns(columns);
		this.top = this.costs.length;
		this.columns = columns;
		this.rows = length / columns;
		this.longColumns = length % columns;
		this.judged = Math.min(length, ENOUGH_LETTERS);
		this.ranks = new int[columns];
		this.columnsByRank = new int[columns];
		this.starts = new int[columns];
		this.text = new int[this.judged];
	}

	/** By column from the left, as which one it is read (columns); to be copied. */
	int[] ranks() {
		return this.ranks;
	}

	/**
	 * Begins with a random order and betters it.
	 * @param ciphertext indices of letters (length)
	 * @param steps how many orders to try
	 * @return what the text, or its beginning, costs with the order found
	 */
	int run(int[] ciphertext, int steps, SplittableRandom random) {
		System.arraycopy(this.order.draw(random), 0, this.ranks, 0, this.columns);
		return MetropolisRule.anneal(new int[][] { this.ranks }, (key, own) -> this.order.change(key[0], own),
				(key) -> cost(ciphertext, key[0]), HOT, COLD, steps, random);
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
			if (i >= this.length - 1) {
				if (i >= this.length) {
					gram -= this.text[i - this.length] * this.top;
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
