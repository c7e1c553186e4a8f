package dev.decipher.cipher.polygraphic;

import dev.decipher.cipher.SquareCipher;

/** A cipher that replaces two symbols at a time by places in squares. */
public interface DigraphicCipher extends SquareCipher {

	@Override
	default boolean fits(int length) {
		return length % 2 == 0;
	}

}
