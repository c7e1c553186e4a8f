package dev.decipher.cipher;

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

}
