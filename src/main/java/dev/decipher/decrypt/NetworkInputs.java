package dev.decipher.decrypt;

import java.util.List;

import dev.decipher.alphabet.CiphertextFormat;

/**
 * The messages and blocks that a network reads of some texts.
 *
 * @param symbols (B, T), each of its own length T
 * @param prefixLengths (B): how many symbols of each are the key in front
 */
record NetworkInputs(int[][] symbols, int[] prefixLengths) {

	static NetworkInputs of(List<CiphertextFormat.Reading> readings) {
		int count = 0;
		for (CiphertextFormat.Reading reading : readings) {
			count += reading.inputs().length;
		}
		int[][] symbols = new int[count][];
		int[] prefixLengths = new int[count];
		int next = 0;
		for (CiphertextFormat.Reading reading : readings) {
			for (int[] input : reading.inputs()) {
				symbols[next] = input;
				prefixLengths[next++] = reading.prefixLength();
			}
		}
		return new NetworkInputs(symbols, prefixLengths);
	}

}
