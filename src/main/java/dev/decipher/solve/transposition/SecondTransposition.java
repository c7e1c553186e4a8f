package dev.decipher.solve.transposition;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.cipher.KeyPart;

/**
 * The second key of a double columnar transposition of one length, as a search changes
 * it.
 */
final class SecondTransposition {

	private final int[] ciphertext;

	private final int[] between;

	private final int columns;

	private final int longColumns;

	private final KeyPart order;

	/** By column from the left, as which one it is read. */
	private final int[] ranks;

	private final int[] ranksBefore;

	/** By rank, whether a column has a symbol in the last row. */
	private final boolean[] isLong;

	private final int[] starts;

	/**
	 * Keys of a length.
	 * @param ciphertext (length)
	 * @param between what the ciphertext was made from; is written to: (length)
	 */
	SecondTransposition(int[] ciphertext, int[] between, int columns) {
		this.ciphertext = ciphertext;
		this.between = between;
		this.columns = columns;
		this.longColumns = ciphertext.length % columns;
		this.order = KeyPart.columns(columns);
		this.ranks = new int[columns];
		this.ranksBefore = new int[columns];
		this.isLong = new boolean[columns];
		this.starts = new int[columns];
	}

	/** By column from the left, as which one it is read (columns); to be copied. */
	int[] ranks() {
		return this.ranks;
	}

	/** Takes any key. */
	void draw(SplittableRandom random) {
		set(this.order.draw(random));
	}

	/** Takes a key, whose long columns are those at the left. */
	void set(int[] key) {
		System.arraycopy(key, 0, this.ranks, 0, this.columns);
		markLong();
	}

	private void markLong() {
		Arrays.fill(this.isLong, false);
		for (int column = 0; column < this.longColumns; column++) {
			this.isLong[this.ranks[column]] = true;
		}
	}

	/** Makes the key a neighbour of itself. */
	void change(SplittableRandom random) {
		System.arraycopy(this.ranks, 0, this.ranksBefore, 0, this.columns);
		this.order.change(this.ranks, random);
		markLong();
	}

	/** Takes the last change back. */
	void restore() {
		System.arraycopy(this.ranksBefore, 0, this.ranks, 0, this.columns);
		markLong();
	}

	/** Undoes the transposition. */
	void undo() {
		int rows = this.ciphertext.length / this.columns;
		int start = 0;
		for (int rank = 0; rank < this.columns; rank++) {
			this.starts[rank] = start;
			start += rows + (this.isLong[rank] ? 1 : 0);
		}
		int column = 0;
		int row = 0;
		for (int i = 0; i < this.between.length; i++) {
			this.between[i] = this.ciphertext[this.starts[this.ranks[column]] + row];
			if (++column == this.columns) {
				column = 0;
				row++;
			}
		}
	}

}
