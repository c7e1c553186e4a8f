package dev.decipher.model;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.NetworkConfig;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * How a version came to be and what it has learned. Accuracies are shares of symbols
 * right, decrypted freely, on messages that training never saw.
 *
 * @param alphabet the plaintext's
 * @param ciphertextAlphabet the ciphertext's
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
public record VersionDetails(Alphabet alphabet, Alphabet ciphertextAlphabet, NetworkConfig network, long parameters,
		@Schema(implementation = Object.class) JsonNode request, int epoch, long step, double accuracy,
		double exactMessages, double validationLoss, List<Double> accuracyByPosition,
		List<LengthAccuracy> accuracyByLength) {

	/**
	 * Accuracy on messages of one length.
	 *
	 * @param length symbols a message
	 * @param messages how many were decrypted
	 * @param accuracy the share of their symbols right
	 */
	public record LengthAccuracy(int length, int messages, double accuracy) {
	}

}
