package dev.decipher.decrypt;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Hidden states of the LSTM's top layer while it read a message.
 *
 * @param positions T, the symbols of the message
 * @param units D·H, the hidden states at a position
 * @param values (T, D·H)
 */
@Schema(description = "Hidden states of the LSTM's top layer while it read a message")
record Activations(
		@Schema(description = "Symbols of the message; characters that pass through are none",
				example = "2") int positions,
		@Schema(description = "Hidden states at a position; where two directions read, those of both",
				example = "3") int units,
		@Schema(description = "A row for each position, each value between -1 and 1; the forward direction's come first",
				example = "[[0.12, -0.4, 0.98], [0.2, -0.31, 0.76]]") float[][] values) {
}
