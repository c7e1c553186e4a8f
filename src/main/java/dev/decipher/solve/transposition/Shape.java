package dev.decipher.solve.transposition;

import java.util.List;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;

/**
 * All keys of a transposition that have one size, as a search changes them. For one
 * thread.
 */
interface Shape {

	/** What a key consists of. */
	List<KeyPart> parts();

	/**
	 * Deciphers the beginning of the text.
	 * @param key (parts, length)
	 * @param text what to write it to; at most as long as the ciphertext
	 */
	void decipher(int[][] key, int[] text);

	/** The simplest cipher that does so with a key. */
	Cipher cipher(int[][] key);

	/**
	 * Ciphers whose plaintexts are nearly that of a key, so that n-grams hardly tell them
	 * apart.
	 */
	default List<Cipher> twins(int[][] key) {
		return List.of();
	}

	/** How many keys one annealing tries at first. */
	int steps();

}
