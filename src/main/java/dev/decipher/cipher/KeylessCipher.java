package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;

/** A cipher without a key. */
public interface KeylessCipher extends SearchableCipher {

	@Override
	default KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.of((key) -> this, alphabet);
	}

}
