package dev.decipher.network;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The sizes and parts of a network. Those that there were not from the beginning may be
 * missing in JSON, for none.
 *
 * @param embedding E, the size of a symbol's vector
 * @param hidden H, the LSTM's units in each direction
 * @param attentionReach A: these places are among the message's first A positions and A /
 * 2 positions to either side, or only those before with feedback; 0 for no attention
 * @param period P: the LSTM also gets an embedding of the position modulo P; 0 for none
 * @param headProducts whether a unit of a hidden head layer is the product of two linear
 * maps instead of a ReLU; what is a sum modulo V is then a matter of turning vectors,
 * cos(a + b) = cos a·cos b − sin a·sin b, and quickly found
 * @param headNorm whether what a hidden head layer gives is divided by its root mean
 * square (Zhang and Sennrich, "Root mean square layer normalization", 2019), so that
 * products of products stay within bounds
 */
@Schema(name = "Network", description = "The network's sizes and parts")
public record NetworkConfig(@Schema(description = "Size of a symbol's vector", example = "5") int embedding,
		@Schema(description = "Units of the LSTM in each direction", example = "10") int hidden,
		@Schema(description = "LSTM layers on one another", example = "1") int layers,
		@Schema(description = "Whether a second LSTM reads from the message's end",
				example = "false") boolean bidirectional,
		@Schema(description = "Share of LSTM outputs left out in training, after each layer",
				example = "0.0") double dropout,
		@Schema(description = "Units of a hidden ReLU layer between LSTM and linear; 0 for none",
				example = "0") int headHidden,
		@Schema(description = "Whether the head also gets the embedded ciphertext symbol",
				example = "false") boolean skip,
		@Schema(description = "Whether the LSTM also gets the previous plaintext symbol",
				example = "false") boolean feedback,
		@LeftOutForNone @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "How many places the LSTM may look at from each position; 0 for no attention",
				example = "0") int attentionHeads,
		@LeftOutForNone @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "The places are among so many at the message's start, and half as many to either side",
				example = "0") int attentionReach,
		@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = AtMostOne.class) @JsonSetter(
				nulls = Nulls.AS_EMPTY) @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
						description = "Hidden head layers on one another, where there are any",
						example = "0") int headLayers,
		@LeftOutForNone @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "The LSTM also gets the position modulo this; 0 for not", example = "0") int period,
		@LeftOutForNone @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "Whether hidden head layers multiply two linear maps instead of taking a ReLU",
				example = "false") boolean headProducts,
		@LeftOutForNone @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED,
				description = "Whether what a hidden head layer gives is divided by its root mean square",
				example = "false") boolean headNorm) {

	public static final int MAX_EMBEDDING = 1024;

	public static final int MAX_HIDDEN = 4096;

	public static final int MAX_LAYERS = 8;

	public static final int MAX_ATTENTION_HEADS = 16;

	public static final int MAX_ATTENTION_REACH = 1024;

	public static final int MAX_PERIOD = 4096;

	public NetworkConfig {
		// as stored before there could be several
		headLayers = (headHidden == 0) ? 0 : Math.max(1, headLayers);
		requireBetween("embedding", embedding, 1, MAX_EMBEDDING);
		requireBetween("hidden", hidden, 1, MAX_HIDDEN);
		requireBetween("layers", layers, 1, MAX_LAYERS);
		require(dropout >= 0 && dropout < 1, "dropout must be at least 0 and below 1");
		requireBetween("headHidden", headHidden, 0, MAX_HIDDEN);
		require(!(feedback && bidirectional),
				"feedback needs a network that reads in one direction: the plaintext behind a position is not known yet");
		requireBetween("attentionHeads", attentionHeads, 0, MAX_ATTENTION_HEADS);
		requireBetween("attentionReach", attentionReach, 0, MAX_ATTENTION_REACH);
		require((attentionHeads == 0) == (attentionReach == 0),
				"attentionHeads and attentionReach must both be 0, for no attention, or both be more");
		requireBetween("headLayers", headLayers, 0, MAX_LAYERS);
		require(!headProducts || headHidden > 0, "headProducts must be left out or false, since headHidden is 0");
		require(!headNorm || headHidden > 0, "headNorm must be left out or false, since headHidden is 0");
		requireBetween("period", period, 0, MAX_PERIOD);
	}

	/** Marks a part that may be missing in JSON, and is left out where there is none. */
	@JacksonAnnotationsInside
	@JsonInclude(JsonInclude.Include.NON_DEFAULT)
	@JsonSetter(nulls = Nulls.AS_EMPTY)
	@Retention(RetentionPolicy.RUNTIME)
	@interface LeftOutForNone {

	}

	/** Leaves out of the JSON what goes without saying. */
	static final class AtMostOne {

		@Override
		public boolean equals(Object value) {
			return value instanceof Integer number && number <= 1;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

	private static void requireBetween(String name, int value, int least, int most) {
		require(value >= least && value <= most, name + " must be between " + least + " and " + most);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	int directions() {
		return this.bidirectional ? 2 : 1;
	}

	/**
	 * Size of an LSTM layer's input: in the lowest, 0, E, and E more with feedback and
	 * with a period; D·H above it.
	 */
	int lstmInput(int layer) {
		if (layer > 0) {
			return directions() * this.hidden;
		}
		return embedded() + ((this.period > 0) ? this.embedding : 0);
	}

	/** Size of what attention finds at a place, F: E, twice E with feedback. */
	int embedded() {
		return this.feedback ? 2 * this.embedding : this.embedding;
	}

	/** How many positions attention reaches to either side: W. */
	int attentionSide() {
		return (this.attentionReach + 1) / 2;
	}

	/**
	 * The places around a position that attention can reach, itself among them, R: 2W +
	 * 1, or W + 1 with feedback, where what is behind isn't known yet.
	 */
	int attentionAround() {
		return this.feedback ? attentionSide() + 1 : 2 * attentionSide() + 1;
	}

	/**
	 * The place that a slot of attention stands for: of A + R slots the first A are the
	 * message's first positions, the others those around a position. It may lie beyond
	 * the message's ends.
	 */
	int attentionPlace(int position, int slot) {
		return (slot < this.attentionReach) ? slot : position - attentionSide() + slot - this.attentionReach;
	}

	/** The scores of all places for all heads: K·(A + R), 0 without attention. */
	int attentionScores() {
		return this.attentionHeads * (this.attentionReach + attentionAround());
	}

	/** Size of what the head reads: D·H, E more with skip, K·F more with attention. */
	int headInput() {
		return directions() * this.hidden + (this.skip ? this.embedding : 0) + this.attentionHeads * embedded();
	}

	/**
	 * Size of what the last linear layer reads: a hidden layer's units or the head's
	 * input.
	 */
	int linearInput() {
		return (this.headHidden > 0) ? this.headHidden : headInput();
	}

	/** Size of the output of a hidden head layer's linear map, before any product. */
	int headOutput() {
		return this.headProducts ? 2 * this.headHidden : this.headHidden;
	}

	/** The number of weights, for C ciphertext and V plaintext symbols. */
	public long parameters(int ciphertextSymbols, int plaintextSymbols) {
		long count = (long) ciphertextSymbols * this.embedding;
		if (this.feedback) {
			count += (long) plaintextSymbols * this.embedding;
		}
		count += (long) this.period * this.embedding;
		count += attentionScores() * (directions() * (long) this.hidden + 1);
		for (int layer = 0; layer < this.layers; layer++) {
			count += directions() * 4L * this.hidden * (lstmInput(layer) + this.hidden + 2);
		}
		if (this.headHidden > 0) {
			count += (long) headOutput() * (headInput() + 1);
			count += (this.headLayers - 1L) * headOutput() * (this.headHidden + 1);
		}
		return count + (long) plaintextSymbols * (linearInput() + 1);
	}

	/**
	 * Bytes that training needs at its peak outside the Java heap: weights, the gradients
	 * of both shards of a batch, and what the forward pass keeps for the backward pass.
	 * Of an LSTM layer that is its input, the four gates before and after their
	 * activation, cell and hidden state, each again as a gradient.
	 * @param symbols T·N, the symbols of a batch
	 */
	public long trainingBytes(int ciphertextSymbols, int plaintextSymbols, long symbols) {
		long perSymbol = 2L * this.embedding;
		for (int layer = 0; layer < this.layers; layer++) {
			perSymbol += directions() * (lstmInput(layer) + 12L * this.hidden);
		}
		// scores, weights and their places in the message, and what is found there
		perSymbol += 6L * attentionScores() + 2L * this.attentionHeads * embedded();
		long head = headInput() + (this.headHidden * (this.headNorm ? 2 : 1) + headOutput()) * (long) this.headLayers;
		perSymbol += head + 4L * plaintextSymbols;
		// what large layers read, are and give, and its gradients, in half the size
		int rounded = LinearBlock.isLarge(this.headHidden, headOutput()) ? 1 : 0;
		// in floating point, which ends at Long.MAX_VALUE and does not overflow
		return (long) (Float.BYTES * ((4.0 + rounded) * parameters(ciphertextSymbols, plaintextSymbols)
				+ (2.0 * perSymbol + rounded * head) * symbols));
	}

	/**
	 * Bytes that training needs on the Java heap: Adam's two moments, a scratch of each
	 * weight and gradient, and the best weights so far, twice while others replace them.
	 */
	public long trainingHeapBytes(int ciphertextSymbols, int plaintextSymbols) {
		return Float.BYTES * 6 * parameters(ciphertextSymbols, plaintextSymbols);
	}

}
