package dev.decipher.cipher;

import java.util.random.RandomGenerator;

/**
 * A cipher with its key over an alphabet, at work on indices of symbols. Safe for use by
 * many threads.
 */
public interface SymbolCipher {

	/**
	 * Makes a message one that this cipher can encipher: with the fillers that it needs.
	 * @param plaintext indices of symbols, (length), left as they are
	 * @return indices of symbols, (at least length)
	 */
	default int[] prepare(int[] plaintext) {
		return plaintext;
	}

	/** The longest message that can be enciphered, in symbols. */
	default int maxLength() {
		return Integer.MAX_VALUE;
	}

	/**
	 * Enciphers one message.
	 * @param plaintext indices of symbols, (length), as {@link #prepare} makes them; left
	 * as they are
	 * @return indices of ciphertext symbols, (length), or of another length where the
	 * cipher doesn't keep it ({@link Cipher#keepsLength})
	 * @throws IllegalArgumentException if the length is one that {@link #prepare} makes
	 * another of, or greater than {@link #maxLength()}, or the cipher has nothing to
	 * write for a symbol; its message is a phrase for the client, such as "5 symbols are
	 * no multiple of 2"
	 */
	int[] encrypt(int[] plaintext);

	/**
	 * Deciphers one message: what {@link #encrypt} was given.
	 * @param ciphertext indices of symbols, (length), left as they are
	 * @return indices of plaintext symbols, (length), or of another length where the
	 * cipher doesn't keep it
	 * @throws IllegalArgumentException if no message is enciphered to this; its message
	 * is a phrase for the client
	 */
	int[] decrypt(int[] ciphertext);

	/**
	 * Draws a message that this cipher can encipher as it is, each symbol as likely as
	 * any other that may stand there.
	 * @param length how many symbols it should have; rounded up to a length that the
	 * cipher can do without padding, and down to {@link #maxLength()}
	 * @param size how many symbols plaintexts are made of
	 * @param random where the symbols come from
	 * @return indices of plaintext symbols, (length)
	 */
	default int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(Math.min(length, maxLength()), 0, size).toArray();
	}

}
