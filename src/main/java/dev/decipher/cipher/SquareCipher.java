package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;

/**
 * A cipher whose alphabet fills a square, of 25 letters unless another one is named, and
 * whose keys are the keywords that squares start with.
 */
public interface SquareCipher extends KeyedCipher {

	/** Describes the keyword of a cipher with one square. */
	String KEYWORD = "The square's keyword: its symbols come first, each once";

	@Override
	default Alphabet defaultAlphabet() {
		return Alphabet.LATIN25;
	}

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		Square.require(alphabet);
	}

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.SQUARE;
	}

}
