package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;

/**
 * A cipher whose alphabet fills a square, of 25 letters unless another one is named.
 */
public interface SquareCipher extends Cipher {

	@Override
	default Alphabet defaultAlphabet() {
		return Alphabet.LATIN25;
	}

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		Square.require(alphabet);
	}

}
