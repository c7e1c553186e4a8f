package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A board that writes some symbols as one digit, that of their column, and all others as
 * two, those of their row and their column. No digit that is a row's is a column's in the
 * row on top, so that digits need nothing between them.
 */
final class Board {

	private static final int DIGITS = 10;

	/** The digits of each symbol: (symbols, 1 or 2). */
	private final int[][] codes;

	/** The symbol of a digit in the row on top, -1 if there is none: (10). */
	private final int[] top = new int[DIGITS];

	/** The symbol of two digits, null where no row has the first one: (10, 10). */
	private final int[][] rows = new int[DIGITS][];

	/**
	 * A board.
	 * @param symbols the symbols row by row, which may leave places free at the end
	 * @param top the digits of the columns of the row on top
	 * @param labels the digits of the other rows
	 * @param columns the digits of their columns
	 */
	Board(int[] symbols, int[] top, int[] labels, int[] columns) {
		this.codes = new int[IntStream.of(symbols).max().orElse(-1) + 1][];
		Arrays.fill(this.top, -1);
		for (int label : labels) {
			this.rows[label] = new int[DIGITS];
			Arrays.fill(this.rows[label], -1);
		}
		for (int place = 0; place < symbols.length; place++) {
			if (place < top.length) {
				this.codes[symbols[place]] = new int[] { top[place] };
				this.top[top[place]] = symbols[place];
			}
			else {
				int label = labels[(place - top.length) / columns.length];
				int column = columns[(place - top.length) % columns.length];
				this.codes[symbols[place]] = new int[] { label, column };
				this.rows[label][column] = symbols[place];
			}
		}
	}

	/** The digits that a symbol is written as: 1 or 2 of them, not to be changed. */
	int[] code(int symbol) {
		return this.codes[symbol];
	}

	/** How many of the digits from a position on are a symbol: 1 or 2. */
	int lengthAt(int[] digits, int position) {
		return (this.rows[digits[position]] != null) ? 2 : 1;
	}

	/**
	 * The symbol whose digits stand at a position.
	 * @throws IllegalArgumentException if there is none
	 */
	int symbolAt(int[] digits, int position) {
		int first = digits[position];
		int symbol = this.top[first];
		if (this.rows[first] != null) {
			if (position + 1 == digits.length) {
				throw new IllegalArgumentException("it ends with " + first + ", which begins a number of two digits");
			}
			symbol = this.rows[first][digits[position + 1]];
		}
		if (symbol < 0) {
			throw new IllegalArgumentException(
					"no symbol is written as " + first + ((this.rows[first] != null) ? digits[position + 1] : "")
							+ ", which stands at position " + position);
		}
		return symbol;
	}

}
