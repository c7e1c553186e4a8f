package dev.decipher.cipher.transposition;

import dev.decipher.cipher.Cipher;

/** A cipher that moves symbols to other places. */
interface TranspositionCipher extends Cipher {

	@Override
	default boolean transposes() {
		return true;
	}

}
