package dev.decipher.cipher.polygraphic;

import dev.decipher.cipher.Square;

/**
 * The places that two places of a rectangle become by Playfair's rule.
 *
 * @param places for one place and another the first and the second, in {@value #BITS}
 * bits: (size²)
 */
record Pairs(int[] places, int size) {

	private static final int BITS = 16;

	/**
	 * Two symbols in one row become their neighbours so many places further to the right,
	 * in one column so many further down; both where they are the same symbol is
	 * {@code doubles}.
	 * @param further 1 to encipher, -1 to decipher
	 */
	static Pairs of(Square shape, Doubles doubles, int further) {
		int size = shape.size();
		int[] pairs = new int[size * size];
		for (int pair = 0; pair < pairs.length; pair++) {
			int row = pair / size / shape.columns();
			int column = pair / size % shape.columns();
			int otherRow = pair % size / shape.columns();
			int otherColumn = pair % size % shape.columns();
			boolean same = row == otherRow && column == otherColumn;
			int down = (same ? doubles.down() : row != otherRow && column == otherColumn) ? further : 0;
			int right = (same ? doubles.right() : row == otherRow) ? further : 0;
			boolean corners = row != otherRow && column != otherColumn;
			int first = place(row + down, (corners ? otherColumn : column) + right, shape);
			int second = place(otherRow + down, (corners ? column : otherColumn) + right, shape);
			pairs[pair] = first << BITS | second;
		}
		return new Pairs(pairs, size);
	}

	private static int place(int row, int column, Square shape) {
		return Math.floorMod(row, shape.rows()) * shape.columns() + Math.floorMod(column, shape.columns());
	}

	/** The place that the first of two places becomes. */
	int first(int place, int otherPlace) {
		return this.places[place * this.size + otherPlace] >> BITS;
	}

	/** The place that the second of two places becomes. */
	int second(int place, int otherPlace) {
		return this.places[place * this.size + otherPlace] & (1 << BITS) - 1;
	}

	/** Exchanges the symbols at two positions of a text. */
	void exchange(Square square, int[] text, int position, int otherPosition, int[] exchanged) {
		int pair = this.places[square.place(text[position]) * this.size + square.place(text[otherPosition])];
		exchanged[position] = square.at(pair >> BITS);
		exchanged[otherPosition] = square.at(pair & (1 << BITS) - 1);
	}

}
