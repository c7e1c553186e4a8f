package dev.decipher.cipher;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of an alphabet written into a square or another rectangle row by row: first
 * those of a keyword, each once, then the others in their order.
 */
public final class Square {

	/** An alphabet of two long rows is hardly meant to be a rectangle. */
	private static final int FEWEST_ROWS = 3;

	private final int columns;

	/** Row by row: (rows · columns). */
	private final int[] symbols;

	/** The row and then the column of each symbol: (rows · columns, 2). */
	private final int[] coordinates;

	private Square(int[] symbols, int columns) {
		this.columns = columns;
		this.symbols = symbols;
		this.coordinates = new int[2 * symbols.length];
		for (int row = 0, place = 0; place < symbols.length; row++) {
			for (int column = 0; column < columns; column++, place++) {
				this.coordinates[2 * symbols[place]] = row;
				this.coordinates[2 * symbols[place] + 1] = column;
			}
		}
	}

	/** The alphabet in its order. */
	public static Square plain(int size) {
		return plain(size, columns(size));
	}

	/** The alphabet in its order, in rows of so many columns. */
	public static Square plain(int size, int columns) {
		return new Square(IntStream.range(0, size).toArray(), columns);
	}

	/**
	 * The square, or else the rectangle nearest to one, with these symbols row by row:
	 * (rows · columns), not to be changed.
	 */
	public static Square of(int[] symbols) {
		return new Square(symbols, columns(symbols.length));
	}

	/** As {@link #of(int[])}, in rows of so many columns. */
	public static Square of(int[] symbols, int columns) {
		return new Square(symbols, columns);
	}

	/**
	 * The columns of the rectangle that is nearest to a square, and at least as wide as
	 * high.
	 * @param size how many symbols there are
	 */
	public static int columns(int size) {
		int rows = (int) Math.sqrt(size);
		while (size % rows != 0) {
			rows--;
		}
		return size / rows;
	}

	/**
	 * Holds an alphabet to the size of a square.
	 * @throws InvalidInput at the empty pointer for another one
	 */
	public static void require(Alphabet alphabet) {
		int size = alphabet.size();
		InvalidInput.throwIf(columns(size) * columns(size) != size, "",
				"must fill a square, as the 25 letters of latin25 or the 36 symbols of latin36 do; it has " + size
						+ " symbols");
	}

	/**
	 * Holds an alphabet to a size that fills a rectangle.
	 * @param columns how many it has, null for those of {@link #columns}
	 * @throws InvalidInput at the empty pointer for another size
	 */
	public static void requireRectangle(Alphabet alphabet, @Nullable Integer columns) {
		int size = alphabet.size();
		InvalidInput.throwIf(columns != null && (size % columns != 0 || size == columns), "",
				"must fill two rows or more of as many symbols as the cipher has columns, " + columns + "; it has "
						+ size + " symbols");
		int rows = size / columns(size);
		InvalidInput.throwIf(columns == null && rows < FEWEST_ROWS && rows != columns(size), "",
				"must fill a square or a rectangle, as 25 symbols do, 36, 24 (4 × 6) or 30 (5 × 6); it has " + size
						+ " symbols. The cipher's \"columns\" allow others");
	}

	public int size() {
		return this.symbols.length;
	}

	public int rows() {
		return this.symbols.length / this.columns;
	}

	public int columns() {
		return this.columns;
	}

	/** The rows and the columns, of a square. */
	public int side() {
		return this.columns;
	}

	public int row(int symbol) {
		return this.coordinates[2 * symbol];
	}

	public int column(int symbol) {
		return this.coordinates[2 * symbol + 1];
	}

	/** The row (0) or the column (1) of a symbol. */
	public int coordinate(int symbol, int axis) {
		return this.coordinates[2 * symbol + axis];
	}

	/** The symbol at a place. */
	public int at(int row, int column) {
		return this.symbols[row * this.columns + column];
	}

	/** The symbol at a place, counted row by row. */
	public int at(int place) {
		return this.symbols[place];
	}

	/** The place of a symbol, counted row by row. */
	public int place(int symbol) {
		return this.coordinates[2 * symbol] * this.columns + this.coordinates[2 * symbol + 1];
	}

}
