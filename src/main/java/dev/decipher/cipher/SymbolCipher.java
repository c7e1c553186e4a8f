package dev.decipher.cipher;

import java.util.random.RandomGenerator;

/**
 * A cipher with its key over an alphabet, at work on indices of symbols. Safe for use by
 * many threads.
 */
public interface SymbolCipher {

	/**
	 * Enciphers one message.
	 * @param plaintext indices of symbols, (length), left as they are
	 * @return indices of symbols, (length)
	 */
	int[] encrypt(int[] plaintext);

	/**
	 * Deciphers one message: what {@link #encrypt} was given.
	 * @param ciphertext indices of symbols, (length), left as they are
	 * @return indices of symbols, (length)
	 */
	int[] decrypt(int[] ciphertext);

	/**
	 * Draws a message that this cipher can encipher as it is, each symbol as likely as
	 * any other that may stand there.
	 * @param length how many symbols it should have; rounded up to a length that the
	 * cipher can do without padding
	 * @param random where the symbols come from
	 * @return indices of plaintext symbols, (length)
	 */
	int[] draw(int length, RandomGenerator random);

}
