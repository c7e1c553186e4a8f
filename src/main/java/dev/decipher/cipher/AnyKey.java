package dev.decipher.cipher;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;

/**
 * The keys of a cipher of which each message has one of its own, written in front of the
 * ciphertext as in {@code LEMON:LXFOPV}.
 */
public interface AnyKey {

	/**
	 * What keys are made of.
	 * @return the plaintext's alphabet for most ciphers
	 */
	Alphabet alphabet();

	/**
	 * How long a key may be.
	 * @return numbers of symbols
	 */
	Key.Length length();

	/**
	 * Draws a key.
	 * @param random where it comes from
	 * @return indices of symbols of {@link #alphabet()}, (length)
	 */
	int[] draw(RandomGenerator random);

	/**
	 * The cipher with one of the keys. Any symbol may stand at any place of a key.
	 * @param key indices of symbols of {@link #alphabet()}, (length)
	 * @return the cipher
	 */
	SymbolCipher with(int[] key);

}
