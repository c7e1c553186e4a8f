package dev.decipher.training.structure;

import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * An explanation of known-plaintext pairs: how plaintexts follow from ciphertexts. Safe
 * for use by many threads.
 */
public interface Structure {

	/** Stands for a plaintext symbol that isn't known. */
	int UNKNOWN = -1;

	/** What it is, as a job's request says it: a word or a few, joined by hyphens. */
	String name();

	/**
	 * Deciphers a message.
	 * @param ciphertext indices of symbols, (length)
	 * @return indices of symbols, {@link #UNKNOWN} where the pairs didn't show it:
	 * (length)
	 */
	int[] decrypt(int[] ciphertext);

	/**
	 * Whether symbols move, so that it takes the message's length to know where they
	 * stand.
	 */
	default boolean moves() {
		return false;
	}

	/**
	 * The period with which the symbol at the same place alone decides, 1 where the place
	 * plays no part; 0 where others have a say.
	 */
	default int period() {
		return 0;
	}

	/** Whether a plaintext symbol follows from plaintext symbols before it. */
	default boolean usesPlaintext() {
		return false;
	}

	/**
	 * Draws a message of which all is known, each symbol as likely as any other that may
	 * stand there.
	 * @param length how many symbols it should have
	 * @return null if it isn't known how messages of that length are enciphered
	 */
	@Nullable Message draw(int length, RandomGenerator random);

	/**
	 * A ciphertext and its plaintext.
	 *
	 * @param ciphertext indices of symbols, (length)
	 * @param plaintext indices of symbols, (length)
	 */
	record Message(int[] ciphertext, int[] plaintext) {
	}

}
