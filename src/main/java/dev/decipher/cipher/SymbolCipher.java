package dev.decipher.cipher;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
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

	/**
	 * Whether it matters which symbols are of the same word, so that {@link #inWords} has
	 * to be told.
	 * @return false for most ciphers
	 */
	default boolean readsWords() {
		return false;
	}

	/**
	 * The cipher for a text of several words; its ciphertexts have blanks where
	 * plaintexts have them.
	 * @param lengths how many symbols each word of the text has, (words), in all as many
	 * as the message
	 * @return this cipher itself where words don't matter
	 */
	default SymbolCipher inWords(Supplier<int[]> lengths) {
		return this;
	}

	/**
	 * Chances for a cipher that writes any one of several symbols: they follow from the
	 * message, so that a message always becomes the same ciphertext.
	 * @param plaintext indices of symbols, (length)
	 */
	static SplittableRandom choices(int[] plaintext) {
		return new SplittableRandom(Arrays.hashCode(plaintext));
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
	 * Refuses a ciphertext that no message is enciphered to where {@link #decrypt} makes
	 * something of it all the same, as a search must which meets a garbled letter.
	 * @param ciphertext indices of symbols, (length)
	 * @throws IllegalArgumentException whose message is a phrase for the client
	 */
	default void requireCiphertext(int[] ciphertext) {
		// most ciphers write anything, or decrypt refuses it
	}

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
