package dev.decipher.cipher.polygraphic;

import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;

import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SymbolCipher;

/**
 * Two symbols at a time, each found in a square, become the other corners of their
 * rectangle in two squares.
 *
 * @param first where the first symbol is found
 * @param second where the second symbol is found
 * @param firstTo the square of the corner in the first symbol's row
 * @param secondTo the square of the corner in the second symbol's row
 * @param filler the last symbol of a message with an odd number of them
 */
record Rectangles(Square first, Square second, Square firstTo, Square secondTo, int filler) implements SymbolCipher {

	/**
	 * How pairs of a ciphertext are deciphered.
	 * @param squares how many the key has
	 * @param firstFrom the square that the first ciphertext symbol is found in
	 * @param secondFrom the square that the second ciphertext symbol is found in
	 * @param first the square of the first plaintext symbol
	 * @param second the square of the second plaintext symbol
	 */
	static PlaceLookups lookups(Square shape, int[] ciphertext, int squares, int firstFrom, int secondFrom, int first,
			int second) {
		int across = shape.columns();
		PlaceLookups lookups = new PlaceLookups(shape.size(), squares, ciphertext.length, false);
		IntBinaryOperator corner = (inRow, inColumn) -> inRow / across * across + inColumn % across;
		IntBinaryOperator otherCorner = (inColumn, inRow) -> inRow / across * across + inColumn % across;
		for (int i = 0; i + 1 < ciphertext.length; i += 2) {
			int one = lookups.entry(firstFrom, ciphertext[i]);
			int other = lookups.entry(secondFrom, ciphertext[i + 1]);
			lookups.set(i, one, other, corner, first);
			lookups.set(i + 1, one, other, otherCorner, second);
		}
		return lookups;
	}

	@Override
	public int[] prepare(int[] plaintext) {
		return Fillers.fill(plaintext, 2, this.filler);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		return exchange(plaintext, this.first, this.second, this.firstTo, this.secondTo);
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return exchange(ciphertext, this.firstTo, this.secondTo, this.first, this.second);
	}

	private static int[] exchange(int[] symbols, Square from, Square otherFrom, Square to, Square otherTo) {
		Fillers.require(2, symbols);
		int[] exchanged = new int[symbols.length];
		for (int i = 0; i < symbols.length; i += 2) {
			exchanged[i] = to.at(from.row(symbols[i]), otherFrom.column(symbols[i + 1]));
			exchanged[i + 1] = otherTo.at(otherFrom.row(symbols[i + 1]), from.column(symbols[i]));
		}
		return exchanged;
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(Fillers.roundUp(length, 2), 0, size).toArray();
	}

}
