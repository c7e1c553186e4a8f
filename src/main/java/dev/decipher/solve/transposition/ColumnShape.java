package dev.decipher.solve.transposition;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;

/**
 * Transpositions that write a message into columns, or on rails, always the same symbols
 * into the same one, and read these in an order which is the key. Nothing is allocated by
 * deciphering.
 */
final class ColumnShape implements Shape {

	/** Orders that one annealing tries, for each column. */
	private static final int STEPS = 500;

	/** Where there are few orders, an annealing tries so many for each of them. */
	private static final int STEPS_FOR_AN_ORDER = 3;

	private final int columns;

	private final KeyPart order;

	private final int[] ciphertext;

	/** The column of each symbol of the plaintext, and how many are above it. */
	private final int[] column;

	private final int[] above;

	private final int[] heights;

	private final int[] columnsByRank;

	private final int[] starts;

	private final Function<int[], Cipher> cipher;

	/** Whether the columns going round give the same text, moved, but for its ends. */
	private final boolean turns;

	/**
	 * A shape.
	 * @param columns how many there are
	 * @param ciphertext column by column in the order of the key (length)
	 * @param column the column of each symbol of the plaintext (length)
	 * @param most how many symbols of the plaintext are deciphered at most
	 * @param turns whether the columns going round give the same text, moved
	 * @param cipher for the rank of each column, 0 for the one that is read first
	 */
	ColumnShape(int columns, int[] ciphertext, int[] column, int most, boolean turns, Function<int[], Cipher> cipher) {
		this.columns = columns;
		this.order = KeyPart.columns(columns);
		this.ciphertext = ciphertext;
		this.column = Arrays.copyOf(column, Math.min(most, column.length));
		this.above = new int[this.column.length];
		this.heights = new int[columns];
		for (int place = 0; place < column.length; place++) {
			int above = this.heights[column[place]]++;
			if (place < this.above.length) {
				this.above[place] = above;
			}
		}
		this.columnsByRank = new int[columns];
		this.starts = new int[columns];
		this.turns = turns;
		this.cipher = cipher;
	}

	@Override
	public List<KeyPart> parts() {
		return List.of(this.order);
	}

	@Override
	public int steps() {
		double orders = Math.exp(this.order.nats());
		return (int) Math.min(STEPS * this.columns, STEPS_FOR_AN_ORDER * orders);
	}

	@Override
	public void decipher(int[][] key, int[] text) {
		int[] ranks = key[0];
		for (int place = 0; place < this.columns; place++) {
			this.columnsByRank[ranks[place]] = place;
		}
		int start = 0;
		for (int place : this.columnsByRank) {
			this.starts[place] = start;
			start += this.heights[place];
		}
		for (int i = 0; i < text.length; i++) {
			text[i] = this.ciphertext[this.starts[this.column[i]] + this.above[i]];
		}
	}

	@Override
	public Cipher cipher(int[][] key) {
		return this.cipher.apply(key[0]);
	}

	@Override
	public List<Cipher> twins(int[][] key) {
		return this.turns ? IntStream.range(1, this.columns)
			.mapToObj((first) -> this.cipher.apply(turned(key[0], first)))
			.toList() : List.of();
	}

	/** The same columns in a row, from another one on. */
	static int[] turned(int[] ranks, int first) {
		return IntStream.range(0, ranks.length).map((column) -> ranks[(column + first) % ranks.length]).toArray();
	}

}
