package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.KeyNumbers;
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
	 * Rows are written and columns are read, in the order of the symbols that stand above
	 * them; of the same ones from the left. Where the last row is incomplete, the columns
	 * at the left have one symbol more.
	 */
	public static IntFunction<int[]> columnsUnder(int[] key) {
		int[] ranks = KeyNumbers.ranks(key);
		return (length) -> inTurn(length, ranks.length, (place) -> ranks[place % ranks.length]);
	}

	/**
	 * The places of each group in turn, and of one group from the first to the last.
	 * @param length how many places there are
	 * @param groups how many groups there are
	 * @param group the group of a place
	 * @return (length)
	 */
	static int[] inTurn(int length, int groups, IntUnaryOperator group) {
		int[] next = new int[groups + 1];
		int[] groupOf = new int[length];
		for (int place = 0; place < length; place++) {
			groupOf[place] = group.applyAsInt(place);
			next[groupOf[place] + 1]++;
		}
		for (int i = 1; i < groups; i++) {
			next[i] += next[i - 1];
		}
		int[] places = new int[length];
		for (int place = 0; place < length; place++) {
			places[next[groupOf[place]]++] = place;
		}
		return places;
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
