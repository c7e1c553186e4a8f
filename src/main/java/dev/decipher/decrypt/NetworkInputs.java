package dev.decipher.decrypt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.CiphertextFormat;

/**
 * The messages and blocks that a network reads of some texts.
 *
 * @param symbols (B, T), each of its own length T
 * @param prefixLengths (B): how many symbols of each are the key in front
 */
record NetworkInputs(int[][] symbols, int[] prefixLengths) {

	static NetworkInputs of(List<CiphertextFormat.Reading> readings) {
		return new NetworkInputs(
				readings.stream().flatMap((reading) -> Arrays.stream(reading.inputs())).toArray(int[][]::new),
				readings.stream()
					.flatMapToInt((reading) -> IntStream.generate(reading::prefixLength).limit(reading.inputs().length))
					.toArray());
	}

}
