package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.language.Language;

/**
 * Squares of five by five letters over a language of 26: letters are indices in
 * {@link Alphabet#LATIN25} in a square, and indices in {@link Alphabet#LATIN26} in texts.
 */
public final class Squares {

	public static final int SIDE = 5;

	public static final int CELLS = SIDE * SIDE;

	private static final int I = 8;

	private Squares() {
	}

	/** A shorter text fits too many squares. */
	private static final int SHORTEST = 30;

	/** Letters that are enough to find a square by. */
	public static final int ENOUGH = 500;

	/** Whether a text is made of what squares are, and long enough. */
	public static boolean suit(Language language, Ciphertext ciphertext) {
		return language.alphabet().equals(Alphabet.LATIN26) && ciphertext.alphabet().equals(language.alphabet())
				&& ciphertext.length() >= SHORTEST;
	}

	/** The letters of a text's beginning; J is read as I. */
	public static int[] beginning(Ciphertext ciphertext) {
		return letters(Arrays.copyOf(ciphertext.symbols(), Math.min(ciphertext.length(), ENOUGH)));
	}

	/** The letters of a text; J is read as I. */
	public static int[] letters(int[] text) {
		int[] letters = new int[text.length];
		for (int i = 0; i < text.length; i++) {
			letters[i] = (text[i] <= I) ? text[i] : text[i] - 1;
		}
		return letters;
	}

	/** The index of a square's letter in a text. */
	public static int inText(int letter) {
		return (letter <= I) ? letter : letter + 1;
	}

	/** What a cipher of squares deciphers a text to. */
	public static int[] plaintext(Cipher cipher, int[] ciphertext) {
		int[] plaintext = cipher.over(Alphabet.LATIN25).decrypt(letters(ciphertext));
		Arrays.setAll(plaintext, (i) -> inText(plaintext[i]));
		return plaintext;
	}

	public static void shuffle(int[] square, SplittableRandom random) {
		for (int cell = CELLS - 1; cell > 0; cell--) {
			swap(square, cell, random.nextInt(cell + 1));
		}
	}

	public static void swap(int[] square, int cell, int other) {
		int letter = square[cell];
		square[cell] = square[other];
		square[other] = letter;
	}

	public static void swapRows(int[] square, int row, int other) {
		for (int column = 0; column < SIDE; column++) {
			swap(square, row * SIDE + column, other * SIDE + column);
		}
	}

	public static void swapColumns(int[] square, int column, int other) {
		for (int row = 0; row < SIDE; row++) {
			swap(square, row * SIDE + column, row * SIDE + other);
		}
	}

	/** The square as a key, row by row. */
	public static Key key(int[] square) {
		StringBuilder text = new StringBuilder();
		for (int letter : square) {
			text.append(Alphabet.LATIN25.symbol(letter));
		}
		return new Key.Given(text.toString());
	}

}
