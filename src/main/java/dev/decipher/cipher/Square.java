package dev.decipher.cipher;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;

/**
 * The symbols of an alphabet written into a square row by row: first those of a keyword,
 * each once, then the others in their order.
 */
public final class Square {

	private final int side;

	/** Row by row: (side · side). */
	private final int[] symbols;

	/** The row and then the column of each symbol: (side · side, 2). */
	private final int[] coordinates;

	private Square(int[] symbols) {
		this.side = sideOf(symbols.length);
		this.symbols = symbols;
		this.coordinates = new int[2 * symbols.length];
		for (int row = 0, place = 0; row < this.side; row++) {
			for (int column = 0; column < this.side; column++, place++) {
				this.coordinates[2 * symbols[place]] = row;
				this.coordinates[2 * symbols[place] + 1] = column;
			}
		}
	}

	/** The alphabet in its order. */
	public static Square plain(int size) {
		return new Square(IntStream.range(0, size).toArray());
	}

	/** The square with these symbols row by row: (side · side), not to be changed. */
	public static Square of(int[] symbols) {
		return new Square(symbols);
	}

	public static void require(Alphabet alphabet) {
		if (sideOf(alphabet.size()) * sideOf(alphabet.size()) != alphabet.size()) {
			throw InvalidInput.at("", "must fill a square, as the 25 letters of latin25 or any 36 symbols do; it has "
					+ alphabet.size() + " symbols");
		}
	}

	private static int sideOf(int size) {
		return (int) Math.sqrt(size);
	}

	public int size() {
		return this.symbols.length;
	}

	public int side() {
		return this.side;
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
		return this.symbols[row * this.side + column];
	}

	/** The symbol at a place, counted row by row. */
	public int at(int place) {
		return this.symbols[place];
	}

	/** The place of a symbol, counted row by row. */
	public int place(int symbol) {
		return this.coordinates[2 * symbol] * this.side + this.coordinates[2 * symbol + 1];
	}

}
