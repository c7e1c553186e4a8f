package dev.decipher.decrypt;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.network.Focus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Hidden states of the LSTM's top layer while it read a message, and where it looked.
 *
 * @param positions T, the symbols of the message
 * @param units D·H, the hidden states at a position
 * @param values (T, D·H)
 * @param attention (T, K); null without attention
 */
@Schema(description = "Hidden states of the LSTM's top layer while it read a message, and where it looked")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Activations(
		@Schema(description = "Symbols of the message; characters that pass through are none",
				example = "2") int positions,
		@Schema(description = "Hidden states at a position; where two directions read, those of both",
				example = "3") int units,
		@Schema(description = "A row for each position, each value between -1 and 1; the forward direction's come first",
				example = "[[0.12, -0.4, 0.98], [0.2, -0.31, 0.76]]") float[][] values,
		@Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "Only of networks with attention: for each position, the place that each head looks at most",
				example = """
						[[{"position": 1, "weight": 0.97}], [{"position": 0, "weight": 0.95}]]""") @Nullable List<List<Focus>> attention) {
}
