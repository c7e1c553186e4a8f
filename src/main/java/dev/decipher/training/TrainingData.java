package dev.decipher.training;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/**
 * Where messages come from. Those for validation and those for training have nothing to
 * do with each other; everything drawn comes from the seed that the data was made with.
 */
interface TrainingData extends AutoCloseable {

	/**
	 * Messages and their truth, as symbols.
	 *
	 * @param ciphertexts ciphertext symbols
	 * @param plaintexts as many plaintext symbols for each
	 */
	record Examples(int[][] ciphertexts, int[][] plaintexts) {
	}

	/** The next messages to learn from. */
	Examples next(int count);

	/** A fixed, smaller set of messages to watch training by. */
	Examples watch();

	/**
	 * Messages to judge by: fresh ones at each call where they are made, else all that
	 * were held out, which are no more however often they are asked for.
	 * @param count how many there should be
	 */
	Examples judge(int count);

	/** Whether {@link #judge} makes fresh messages. */
	boolean isEndless();

	/** Messages of other lengths than those trained on, shortest first. */
	List<Examples> otherLengths();

	Alphabet plaintextAlphabet();

	Alphabet ciphertextAlphabet();

	/** Lets go of what the data is kept in. */
	@Override
	default void close() {
		// most is made as it is asked for
	}

}
