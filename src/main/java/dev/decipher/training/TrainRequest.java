package dev.decipher.training;

import dev.decipher.model.ModelRegistry;
import dev.decipher.network.NetworkConfig;
import dev.decipher.training.data.DataRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** A client's request; whatever is null the {@link Recipe} chooses. */
@Schema(description = "What to learn, and how. What is left out is chosen")
record TrainRequest(
		@NotNull @Pattern(regexp = ModelRegistry.NAME,
				message = "must be 1 to 64 lower-case letters, digits, dots, underscores and hyphens, a letter or "
						+ "digit first") @Schema(description = "The model that gets the new version; a new one is made",
								example = "lemon", requiredMode = Schema.RequiredMode.REQUIRED) String model,
		@NotNull(groups = TrainRequest.Whole.class) @Valid DataRequest data, @Nullable @Valid Network network,
		@Nullable @Valid Training training, @Nullable @Valid From from,
		@Nullable @Schema(
				description = "Whether another network than this may be chosen, one with attention, feedback or a "
						+ "period, by watching how well each learns; true unless more of it is named than sizes",
				example = "false") Boolean chooseNetwork,
		@Nullable @Schema(
				description = "Whether the version becomes the active one; a model's first does in any case. False "
						+ "keeps what is active, and is what needs no admin",
				example = "true") Boolean activate) {

	/** Thirty days. */
	static final int MAX_SECONDS = 2_592_000;

	static final String BETWEEN = "must be between {min} and {max}";

	static final String UP_TO_1 = "must be greater than 0 and at most 1";

	/** Marks what must be there unless the pairs come beside the request. */
	interface Whole {

	}

	@Schema(name = "TrainNetwork", description = "The network's sizes and parts")
	record Network(
			@Nullable @Range(min = 1, max = NetworkConfig.MAX_EMBEDDING, message = BETWEEN) @Schema(
					description = "Size of a symbol's vector", example = "32") Integer embedding,
			@Nullable @Range(min = 1, max = NetworkConfig.MAX_HIDDEN, message = BETWEEN) @Schema(
					description = "Units of the LSTM in each direction", example = "128") Integer hidden,
			@Nullable @Range(min = 1, max = NetworkConfig.MAX_LAYERS, message = BETWEEN) @Schema(
					description = "LSTM layers on one another", example = "1") Integer layers,
			@Nullable @Schema(description = "A second LSTM reads from the message's end",
					example = "false") Boolean bidirectional,
			@Nullable @DecimalMin(value = "0", message = "must be at least 0 and less than 1") @DecimalMax(value = "1",
					inclusive = false, message = "must be at least 0 and less than 1") @Schema(
							description = "Share of LSTM outputs left out in training, after each layer",
							example = "0.0") Double dropout,
			@Nullable @Range(min = 0, max = NetworkConfig.MAX_HIDDEN, message = BETWEEN) @Schema(
					description = "Units of a hidden ReLU layer between LSTM and linear; 0 for none",
					example = "0") Integer headHidden,
			@Nullable @Schema(description = "The head also gets the embedded ciphertext symbol",
					example = "false") Boolean skip,
			@Nullable @Schema(description = "The LSTM also gets the previous plaintext symbol; not with bidirectional",
					example = "false") Boolean feedback,
			@Nullable @Range(min = 0, max = NetworkConfig.MAX_ATTENTION_HEADS, message = BETWEEN) @Schema(
					description = "How many places the LSTM may look at from each position; 0 for no attention",
					example = "0") Integer attentionHeads,
			@Nullable @Range(min = 0, max = NetworkConfig.MAX_ATTENTION_REACH, message = BETWEEN) @Schema(
					description = "The places are among so many at the message's start, and half as many to either "
							+ "side; 0 for no attention",
					example = "0") Integer attentionReach,
			@Nullable @Range(min = 0, max = NetworkConfig.MAX_LAYERS, message = BETWEEN) @Schema(
					description = "Hidden head layers of headHidden units on one another; 0 if that is 0",
					example = "0") Integer headLayers,
			@Nullable @Range(min = 0, max = NetworkConfig.MAX_PERIOD, message = BETWEEN) @Schema(
					description = "The LSTM also gets the position modulo this; 0 for not",
					example = "0") Integer period,
			@Nullable @Schema(
					description = "Hidden head layers multiply two linear maps instead of taking a ReLU; only "
							+ "with headHidden",
					example = "false") Boolean headProducts,
			@Nullable @Schema(
					description = "What a hidden head layer gives is divided by its root mean square; only with "
							+ "headHidden",
					example = "false") Boolean headNorm) {

		static final Network EMPTY = new Network(null, null, null, null, null, null, null, null, null, null, null, null,
				null, null);

	}

	@Schema(name = "TrainSettings", description = "How to train")
	record Training(
			@Nullable @DecimalMin(value = "0", inclusive = false, message = UP_TO_1) @DecimalMax(value = "1",
					message = UP_TO_1) @Schema(
							description = "Adam's, at the start: it is halved when validation stops getting better",
							example = "0.001") Double learningRate,
			@Nullable @Range(min = 1, max = 65_536, message = BETWEEN) @Schema(description = "Messages in a step",
					example = "64") Integer batchSize,
			@Nullable @Range(min = 1, max = 100_000_000, message = BETWEEN) @Schema(
					description = "Messages between two validations", example = "4096") Integer examplesPerEpoch,
			@Nullable @Range(min = 1, max = 1_000_000, message = BETWEEN) @Schema(
					description = "Training ends after so many epochs", example = "200") Integer maxEpochs,
			@Nullable @Range(min = 1, max = MAX_SECONDS, message = BETWEEN) @Schema(
					description = "Training ends after so many seconds", example = "600") Integer maxSeconds,
			@Nullable @DecimalMin(value = "0", inclusive = false, message = UP_TO_1) @DecimalMax(value = "1",
					message = UP_TO_1) @Schema(
							description = "Training ends as soon as this share of symbols is right on fresh messages",
							example = "1.0") Double targetAccuracy,
			@Nullable @Range(min = -MAX_SEED, max = MAX_SEED, message = BETWEEN) @Schema(
					description = "All that is random comes from it", example = "42") Long seed,
			@Nullable @Schema(
					description = "Begin with messages of one symbol, which become longer as they are learned: only "
							+ "for a cipher with any key",
					example = "false") Boolean curriculum) {

		/** Up to here every JSON reader has exact integers. */
		static final long MAX_SEED = (1L << 53) - 1;

		static final Training EMPTY = new Training(null, null, null, null, null, null, null, null);

	}

	@VersionOrAlias
	@Schema(name = "TrainFrom", description = "A trained version to go on from")
	record From(
			@NotNull @Schema(description = "The model's name, or name@alias", example = "seed",
					requiredMode = Schema.RequiredMode.REQUIRED) String model,
			@Nullable @Min(1) @Schema(description = "Its version; only an alias goes without",
					example = "1") Integer version) {
	}

}
