package dev.decipher.network;

import java.util.function.IntConsumer;

/**
 * Runs a network freely, that is with nothing but ciphertext, over messages of any number
 * and length at a bounded use of memory.
 */
interface Forward {

	/** The symbols of the longest message that can be read. */
	int maxLength();

	/**
	 * Runs the network over messages.
	 * @param prefixLengths how many positions of each message stand before what is to be
	 * decrypted
	 * @param passes is told how many messages share each pass
	 */
	void run(int[][] messages, int[] prefixLengths, Decoder.Sink sink, IntConsumer passes);

	/** Runs the network over messages, however these share passes. */
	default void run(int[][] messages, int[] prefixLengths, Decoder.Sink sink) {
		run(messages, prefixLengths, sink, (size) -> {
		});
	}

}
