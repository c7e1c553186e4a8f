package dev.decipher.cipher;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;

/** What a message is filled up with to the length that a cipher needs. */
public final class Fillers {

	private Fillers() {
	}

	/** X where there is one, else the last symbol. */
	public static int of(Alphabet alphabet) {
		int filler = alphabet.indexOf('X');
		return (filler >= 0) ? filler : alphabet.size() - 1;
	}

	public static int[] fill(int[] plaintext, int multiple, int filler) {
		int[] filled = Arrays.copyOf(plaintext, roundUp(plaintext.length, multiple));
		Arrays.fill(filled, plaintext.length, filled.length, filler);
		return filled;
	}

	public static int roundUp(int length, int multiple) {
		return (length + multiple - 1) / multiple * multiple;
	}

	public static void require(int multiple, int[] symbols) {
		if (symbols.length % multiple != 0) {
			throw new IllegalArgumentException(symbols.length + " symbols are no multiple of " + multiple);
		}
	}

}
