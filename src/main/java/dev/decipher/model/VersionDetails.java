package dev.decipher.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.network.NetworkConfig;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a version came to be and what it has learned. Accuracies are shares of symbols
 * right, decrypted freely, on messages that training never saw. Of a version that was
 * imported all that training would have told is null, and left out of the JSON.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionDetails(@Schema(description = "The plaintext's") Alphabet alphabet,
		@Schema(description = "The ciphertext's: an alphabet, or tokens") Symbols ciphertextAlphabet,
		@Nullable @Schema(description = "What a ciphertext has to be like beside its symbols; left out where there is "
				+ "nothing to say") CiphertextLayout layout,
		NetworkConfig network, @Schema(description = "The number of weights", example = "1112") long parameters,
		@Nullable @Schema(implementation = Map.class,
				description = "What was asked for, with what was chosen; training it again gives the same weights. "
						+ "This and what follows is left out of a version that was imported",
				example = "{\"model\": \"caesar3\", \"data\": {\"cipher\": {\"type\": \"caesar\", \"shift\": 3}}}") JsonNode request,
		@Nullable @Schema(description = "The epoch that the weights are of, counted from 1",
				example = "1") Integer epoch,
		@Nullable @Schema(description = "The training step that the weights are of", example = "400") Long step,
		@Nullable @Schema(
				description = "The step at which training ended; the weights of `step` were the best until " + "then",
				example = "400") Long lastStep,
		@Nullable @Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.9998") Double accuracy,
		@Nullable @Schema(description = "The share of those messages without an error",
				example = "0.9991") Double exactMessages,
		@Nullable @Schema(description = "In nats a symbol", example = "0.0053") Double validationLoss,
		@Nullable @Schema(description = "Accuracy at each position of a message",
				example = "[0.9995, 1.0, 1.0]") List<Double> accuracyByPosition,
		@Nullable @Schema(
				description = "Accuracy on messages of other lengths than trained") List<LengthAccuracy> accuracyByLength,
		@Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "What it is: a `cipher`, which decrypts, or a `language`, by which ciphers are "
						+ "solved; a language's symbols end with the space",
				example = "cipher") ModelKind kind,
		@Nullable @Schema(
				description = "The origin of the version; left out of one that is older than this field") Provenance provenance) {

	public VersionDetails {
		kind = (kind != null) ? kind : ModelKind.CIPHER; // as once stored
	}

	/** The details of weights that came from elsewhere. */
	static VersionDetails imported(Alphabet alphabet, CiphertextFormat format, NetworkConfig network,
			Provenance provenance) {
		CiphertextLayout layout = format.layout().equals(CiphertextLayout.FREE) ? null : format.layout();
		return new VersionDetails(alphabet, format.symbols(), layout, network,
				network.parameters(format.size(), alphabet.size()), null, null, null, null, null, null, null, null,
				null, ModelKind.CIPHER, provenance);
	}

	/** How a text becomes what the network reads. */
	public CiphertextFormat format() {
		return new CiphertextFormat(this.ciphertextAlphabet, this.layout);
	}

	/** Accuracy on messages of one length. */
	@Schema(description = "Accuracy on messages of one length")
	public record LengthAccuracy(@Schema(description = "Symbols in each message", example = "64") int length,
			@Schema(description = "How many were decrypted", example = "256") int messages,
			@Schema(description = "The share of their symbols right", example = "0.9998") double accuracy) {
	}

}
