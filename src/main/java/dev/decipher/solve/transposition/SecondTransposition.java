package dev.decipher.solve.transposition;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.cipher.KeyPart;

/**
 * The second key of a double columnar transposition of one length, as a search changes
 * it: the order of the columns and, one time in four, apart from that which ones are
 * long, having a symbol in the last row. Then two columns can change places while all
 * others keep their symbols; in the end the long ones are those at the left again.
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

	/** By rank, whether a column is long. */
	private final boolean[] isLong;

	private final boolean[] wasLong;

	private final int[] starts;

	/** Whether the long columns are changed by themselves. */
	private boolean apart;

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
		this.wasLong = new boolean[columns];
		this.starts = new int[columns];
	}

	/** By column from the left, as which one it is read (columns); to be copied. */
	int[] ranks() {
		return this.ranks;
	}

	/** Takes any key. */
	void draw(SplittableRandom random) {
		set(this.order.draw(random));
		this.apart = this.longColumns > 0 && random.nextInt(4) == 0;
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
		System.arraycopy(this.isLong, 0, this.wasLong, 0, this.columns);
		if (!this.apart) {
			this.order.change(this.ranks, random);
			markLong();
			return;
		}
		if (random.nextInt(10) < 7) {
			this.order.change(this.ranks, random);
			return;
		}
		int one = random.nextInt(this.columns);
		int other = random.nextInt(this.columns);
		if (random.nextInt(3) > 0) {
			other = (one + 1 + random.nextInt(3)) % this.columns;
		}
		boolean moved = this.isLong[one];
		this.isLong[one] = this.isLong[other];
		this.isLong[other] = moved;
	}

	/** Takes the last change back. */
	void restore() {
		System.arraycopy(this.ranksBefore, 0, this.ranks, 0, this.columns);
		System.arraycopy(this.wasLong, 0, this.isLong, 0, this.columns);
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
			// in the last row, a short column has no symbol, and lends its neighbour's
			int place = this.starts[this.ranks[column]] + row;
			this.between[i] = this.ciphertext[Math.min(place, this.ciphertext.length - 1)];
			if (++column == this.columns) {
				column = 0;
				row++;
			}
		}
	}

}
