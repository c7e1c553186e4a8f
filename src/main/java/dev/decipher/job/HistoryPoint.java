package dev.decipher.job;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the work had reached at the end of an epoch. All figures are finite: work that
 * diverges says so with a {@link JobFailure} and leaves no point.
 *
 * @param epoch the epoch, counted from 1; a job has at most one point for each
 * @param step steps taken so far
 * @param seconds since the work began
 * @param trainingLoss in nats a symbol
 * @param validationLoss in nats a symbol
 * @param accuracy the share of symbols right on messages not trained on
 * @param exactMessages the share of those messages without an error
 * @param learningRate the learning rate at the end of the epoch
 * @param samples a few messages and what became of them
 */
@JsonPropertyOrder({ "epoch", "step", "seconds", "trainingLoss", "validationLoss", "accuracy", "exactMessages",
		"learningRate", "samples" })
public record HistoryPoint(@Schema(example = "1") int epoch, @Schema(example = "64") long step,
		@Schema(description = "Since the work began", example = "3.2") double seconds,
		@Schema(description = "In nats a symbol", example = "2.871") double trainingLoss,
		@Schema(description = "In nats a symbol", example = "2.604") double validationLoss,
		@Schema(example = "0.187") double accuracy, @Schema(example = "0.0") double exactMessages,
		@Schema(example = "0.001") double learningRate, List<Sample> samples) {

	public HistoryPoint {
		samples = List.copyOf(samples);
		for (double value : new double[] { seconds, trainingLoss, validationLoss, accuracy, exactMessages,
				learningRate }) {
			if (!Double.isFinite(value)) {
				throw new IllegalArgumentException("a figure of epoch " + epoch + " is not finite");
			}
		}
	}

	/**
	 * A message that training never saw, and what the network made of it.
	 *
	 * @param ciphertext what the network was given
	 * @param plaintext what it should have found
	 * @param decrypted what it found
	 */
	@JsonPropertyOrder({ "ciphertext", "plaintext", "decrypted" })
	public record Sample(@Schema(example = "LXFOPVEFRNHR") String ciphertext,
			@Schema(example = "ATTACKATDAWN") String plaintext, @Schema(example = "ATTACKATDAVN") String decrypted) {
	}

}
