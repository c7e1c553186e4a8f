package dev.decipher.cipher.transposition;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.SymbolCipher;
import org.jspecify.annotations.Nullable;

/**
 * Moves symbols to other places, in the whole message or in one block of it after the
 * other; the last block may be shorter.
 *
 * @param block the length of a block, or null where a message is one block
 * @param order for a number of symbols, which one is the first of the ciphertext, which
 * the second, and so on: (number)
 */
public record Transposition(@Nullable Integer block, IntFunction<int[]> order) implements SymbolCipher {

	/** More columns are unusual, and are not searched for. */
	static final int MOST_SEARCHED = 20;

	/**
	 * Rows are written and columns are read; of an incomplete last row, the columns at
	 * the left have one symbol more.
	 * @param columns the columns as they are read, numbered from the left: (columns)
	 */
	static IntFunction<int[]> columns(int[] columns) {
		return (length) -> IntStream.of(columns)
			.flatMap(
					(column) -> IntStream.iterate(column, (place) -> place < length, (place) -> place + columns.length))
			.toArray();
	}

	/**
	 * As {@link #columns(int[])}, in the order of the symbols that stand above them; of
	 * the same ones from the left.
	 */
	public static IntFunction<int[]> columnsUnder(int[] key) {
		return columns(IntStream.range(0, key.length)
			.boxed()
			.sorted(Comparator.comparingInt((column) -> key[column]))
			.mapToInt(Integer::intValue)
			.toArray());
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		int[] ciphertext = new int[plaintext.length];
		int[] from = places(plaintext.length);
		for (int i = 0; i < from.length; i++) {
			ciphertext[i] = plaintext[from[i]];
		}
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] plaintext = new int[ciphertext.length];
		int[] from = places(ciphertext.length);
		for (int i = 0; i < from.length; i++) {
			plaintext[from[i]] = ciphertext[i];
		}
		return plaintext;
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		int whole = (this.block != null) ? Fillers.roundUp(length, this.block) : length;
		return random.ints(whole, 0, size).toArray();
	}

	private int[] places(int length) {
		if (this.block == null || length <= this.block) {
			return this.order.apply(length);
		}
		int[] places = new int[length];
		int[] inBlock = this.order.apply(this.block);
		for (int start = 0; start < length; start += this.block) {
			if (length - start < this.block) {
				inBlock = this.order.apply(length - start);
			}
			for (int i = 0; i < inBlock.length; i++) {
				places[start + i] = start + inBlock[i];
			}
		}
		return places;
	}

}
