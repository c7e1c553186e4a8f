package dev.decipher.cipher.transposition;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;

/** A transposition whose keys number columns. */
interface ColumnarCipher extends TranspositionCipher, KeyedCipher {

	/** Describes a key. */
	String KEY = "Two symbols of the alphabet or more, one above each column, or the columns' numbers, 3 1 2";

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.COLUMNS;
	}

	@Override
	default double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	/** The numbers of columns that are searched for in a message of a length. */
	static IntStream columns(Alphabet alphabet, int length) {
		int most = Math.min(Math.min(Transposition.MOST_SEARCHED, alphabet.size()), Math.max(2, length / 3));
		return IntStream.rangeClosed(2, most);
	}

}
