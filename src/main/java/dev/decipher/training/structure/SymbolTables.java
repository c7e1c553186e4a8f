package dev.decipher.training.structure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Each plaintext symbol is one ciphertext symbol, at a place of its own, read in one of
 * several alphabets in turn.
 *
 * @param tables the plaintext symbol for each ciphertext symbol, in the alphabets that
 * follow one another along the plaintext, {@link #UNKNOWN} where it was never seen:
 * (period, ciphertext symbols)
 * @param known the ciphertext symbols that aren't unknown: (period, some symbols)
 */
record SymbolTables(String name, Places places, int[][] tables, int[][] known) implements Structure {

	SymbolTables(String name, Places places, int[][] tables) {
		this(name, places, tables, Arrays.stream(tables)
			.map((table) -> IntStream.range(0, table.length).filter((symbol) -> table[symbol] != UNKNOWN).toArray())
			.toArray(int[][]::new));
	}

	/** Each symbol is itself. */
	static int[][] same(int symbols) {
		return new int[][] { IntStream.range(0, symbols).toArray() };
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] from = this.places.of(ciphertext.length);
		int[] plaintext = new int[ciphertext.length];
		for (int i = 0; i < plaintext.length; i++) {
			plaintext[i] = (from != null) ? this.tables[i % this.tables.length][ciphertext[from[i]]] : UNKNOWN;
		}
		return plaintext;
	}

	@Override
	public boolean moves() {
		return this.places != Places.SAME;
	}

	@Override
	public int period() {
		return moves() ? 0 : this.tables.length;
	}

	@Override
	public @Nullable Message draw(int length, RandomGenerator random) {
		int[] to = this.places.of(length);
		if (to == null) {
			return null;
		}
		int[] ciphertext = new int[length];
		int[] plaintext = new int[length];
		for (int i = 0; i < length; i++) {
			int phase = i % this.tables.length;
			int[] symbols = this.known[phase];
			if (symbols.length == 0) {
				return null;
			}
			int symbol = symbols[random.nextInt(symbols.length)];
			ciphertext[to[i]] = symbol;
			plaintext[i] = this.tables[phase][symbol];
		}
		return new Message(ciphertext, plaintext);
	}

}
