package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.IntFunction;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SymbolCipher;
import org.jspecify.annotations.Nullable;

/** A transposition whose key is a number of lines: of rails, or of columns. */
interface LinesCipher extends TranspositionCipher {

	/** The most lines that a number names. */
	int MOST_LINES = 1000;

	/**
	 * How many columns a grid has, 1 at least.
	 * @param columns the number itself, or null
	 * @param rows the number of rows that a message fills, if that of columns is null
	 */
	static int width(int length, @Nullable Integer columns, @Nullable Integer rows) {
		if (columns != null) {
			return columns;
		}
		return (rows != null) ? Math.max(1, (length + rows - 1) / rows) : 1;
	}

	/** The same cipher with another number of lines. */
	Cipher withLines(int lines);

	/** For a number of symbols, which one is read first, which second, and so on. */
	IntFunction<int[]> places();

	@Override
	default double keyNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	/** All numbers of lines that a message of this length may have. */
	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int most = Math.max(1, Math.min(ciphertext.length - 1, MOST_LINES) - 1);
		return List.of(KeySpace.of((key) -> withLines(key[0][0] + 2), alphabet, KeyPart.numbers(1, most)));
	}

	@Override
	default SymbolCipher over(Alphabet alphabet) {
		return new Transposition(block(), places());
	}

}
