package dev.decipher.cipher.fractionating;

import java.util.function.IntBinaryOperator;

import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SymbolCipher;

/**
 * Rows and then columns of the symbols of one period in a square, read two by two as rows
 * and columns again. The last period may be shorter.
 *
 * @param from where plaintext symbols are found
 * @param to where ciphertext symbols are found, a square of the same size
 * @param period how many symbols are taken together
 */
record Fractionation(Square from, Square to, int period) implements SymbolCipher {

	/**
	 * How a ciphertext is deciphered.
	 * @param side of a square
	 * @param squares how many the key has
	 * @param from the square where plaintext symbols are found
	 * @param to the square where ciphertext symbols are found
	 */
	static PlaceLookups lookups(int[] ciphertext, int side, int squares, int from, int to, int period) {
		PlaceLookups lookups = new PlaceLookups(side * side, squares, ciphertext.length, false);
		IntBinaryOperator[] places = new IntBinaryOperator[4];
		for (int kind = 0; kind < places.length; kind++) {
			int row = kind >> 1;
			int column = kind & 1;
			places[kind] = (one, other) -> coordinate(one, row, side) * side + coordinate(other, column, side);
		}
		for (int start = 0; start < ciphertext.length; start += period) {
			int length = Math.min(period, ciphertext.length - start);
			for (int i = 0; i < length; i++) {
				lookups.set(start + i, lookups.entry(to, ciphertext[start + (i >> 1)]),
						lookups.entry(to, ciphertext[start + (length + i >> 1)]), places[(i & 1) << 1 | length + i & 1],
						from);
			}
		}
		return lookups;
	}

	private static int coordinate(int place, int axis, int side) {
		return (axis == 0) ? place / side : place % side;
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		int[] ciphertext = new int[plaintext.length];
		// rows, then columns
		int[] coordinates = new int[2 * Math.min(this.period, plaintext.length)];
		for (int start = 0; start < plaintext.length; start += this.period) {
			int length = Math.min(this.period, plaintext.length - start);
			for (int i = 0; i < length; i++) {
				coordinates[i] = this.from.row(plaintext[start + i]);
				coordinates[length + i] = this.from.column(plaintext[start + i]);
			}
			for (int i = 0; i < length; i++) {
				ciphertext[start + i] = this.to.at(coordinates[2 * i], coordinates[2 * i + 1]);
			}
		}
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] plaintext = new int[ciphertext.length];
		for (int start = 0; start < ciphertext.length; start += this.period) {
			int length = Math.min(this.period, ciphertext.length - start);
			for (int i = 0; i < length; i++) {
				// the rows of all letters were written first, and then the columns
				int row = this.to.coordinate(ciphertext[start + (i >> 1)], i & 1);
				int column = this.to.coordinate(ciphertext[start + (length + i >> 1)], length + i & 1);
				plaintext[start + i] = this.from.at(row, column);
			}
		}
		return plaintext;
	}

}
