package dev.decipher.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.Layout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.network.NetworkConfig;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a version came to be and what it has learned. Accuracies are shares of symbols
 * right, decrypted freely, on messages that training never saw.
 *
 * @param alphabet the plaintext's
 * @param ciphertextAlphabet the ciphertext's symbols
 * @param layout what ciphertexts have to be like besides; null where there is nothing to
 * say
 * @param network its sizes and parts
 * @param parameters the number of weights
 * @param request what was asked for, with what was chosen; training it again gives the
 * same weights
 * @param epoch the epoch that the weights are of
 * @param step the training step that the weights are of
 * @param accuracy over all symbols
 * @param exactMessages the share of messages without an error
 * @param validationLoss in nats a symbol
 * @param accuracyByPosition at each position of a message
 * @param accuracyByLength for messages of other lengths than trained
 */
public record VersionDetails(@Schema(description = "The plaintext's") Alphabet alphabet,
		@Schema(description = "The ciphertext's: an alphabet, or tokens") Symbols ciphertextAlphabet,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "What a ciphertext has to be like beside its "
				+ "symbols; left out where there is nothing to say") @Nullable Layout layout,
		NetworkConfig network, @Schema(description = "The number of weights", example = "1112") long parameters,
		@Schema(implementation = Map.class,
				description = "What was asked for, with what was chosen; training it again gives the same weights",
				example = "{\"model\": \"caesar3\", \"data\": {\"cipher\": {\"type\": \"caesar\", \"shift\": 3}}}") JsonNode request,
		@Schema(description = "The epoch that the weights are of, counted from 1", example = "1") int epoch,
		@Schema(description = "The training step that the weights are of", example = "400") long step,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.9998") double accuracy,
		@Schema(description = "The share of those messages without an error", example = "0.9991") double exactMessages,
		@Schema(description = "In nats a symbol", example = "0.0053") double validationLoss,
		@Schema(description = "Accuracy at each position of a message",
				example = "[0.9995, 1.0, 1.0]") List<Double> accuracyByPosition,
		@Schema(description = "Accuracy on messages of other lengths than trained") List<LengthAccuracy> accuracyByLength) {

	/**
	 * How a text becomes what the network reads.
	 * @return the format of ciphertexts
	 */
	public CiphertextFormat format() {
		return new CiphertextFormat(this.ciphertextAlphabet, this.layout);
	}

	/**
	 * Accuracy on messages of one length.
	 *
	 * @param length symbols a message
	 * @param messages how many were decrypted
	 * @param accuracy the share of their symbols right
	 */
	@Schema(description = "Accuracy on messages of one length")
	public record LengthAccuracy(@Schema(description = "Symbols in each message", example = "64") int length,
			@Schema(description = "How many were decrypted", example = "256") int messages,
			@Schema(description = "The share of their symbols right", example = "0.9998") double accuracy) {
	}

}
