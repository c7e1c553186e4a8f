package dev.decipher.training;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What training had reached at the end of an epoch, for the job's history. All figures
 * are finite: training that diverges fails and leaves no point.
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
@Schema(description = "What the work had reached at the end of an epoch")
record HistoryPoint(@Schema(description = "The epoch, counted from 1", example = "1") int epoch,
		@Schema(description = "Steps taken so far", example = "64") long step,
		@Schema(description = "Seconds since the work began", example = "3.2") double seconds,
		@Schema(description = "In nats a symbol", example = "2.871") double trainingLoss,
		@Schema(description = "In nats a symbol", example = "2.604") double validationLoss,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.187") double accuracy,
		@Schema(description = "The share of those messages without an error", example = "0.0") double exactMessages,
		@Schema(description = "At the end of the epoch", example = "0.001") double learningRate,
		@Schema(description = "A few of those messages, and what became of them") List<Sample> samples) {

	HistoryPoint {
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
	@Schema(name = "HistorySample", description = "A message that training never saw, and what the network made of it")
	record Sample(@Schema(description = "What the network was given", example = "LXFOPVEFRNHR") String ciphertext,
			@Schema(description = "What it should have found", example = "ATTACKATDAWN") String plaintext,
			@Schema(description = "What it found", example = "ATTACKATDAVN") String decrypted) {
	}

}
