package dev.decipher.cipher.polygraphic;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import org.jspecify.annotations.Nullable;

/**
 * A cipher that replaces two symbols at a time by places in squares, or in other
 * rectangles of one size.
 */
public interface DigraphicCipher extends SquareCipher {

	/** The columns of a rectangle, null for those of {@link Square#columns}. */
	@Nullable Integer columns();

	/** The alphabet in its order. */
	default Square plain(Alphabet alphabet) {
		Integer columns = columns();
		return (columns != null) ? Square.plain(alphabet.size(), columns) : Square.plain(alphabet.size());
	}

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		SquareCipher.requireWithout(omit(), alphabet);
		Square.requireRectangle(alphabet, columns());
	}

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.rectangle(columns());
	}

	@Override
	default boolean fits(int length) {
		return length % 2 == 0;
	}

}
