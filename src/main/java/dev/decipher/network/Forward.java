package dev.decipher.network;

import java.util.Arrays;
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

	/**
	 * Decrypts messages.
	 * @param predictions of each message without what stands before, to be filled in
	 * @param symbols V
	 */
	default void predict(int[][] messages, int[] prefixLengths, Prediction[] predictions, int symbols,
			IntConsumer passes) {
		run(messages, prefixLengths, into(predictions, prefixLengths, symbols), passes);
	}

	/** Fills in predictions. */
	static Decoder.Sink into(Prediction[] predictions, int[] prefixLengths, int symbols) {
		int[][] plaintexts = new int[predictions.length][];
		Arrays.setAll(plaintexts, (row) -> predictions[row].symbols());
		return Decoder.Sink.bySymbol(plaintexts, prefixLengths, symbols, (row, position, probabilities,
				offset) -> predictions[row].put(position, probabilities, offset, symbols));
	}

	/** Runs the network over messages, however these share passes. */
	default void run(int[][] messages, int[] prefixLengths, Decoder.Sink sink) {
		run(messages, prefixLengths, sink, (size) -> {
		});
	}

}
