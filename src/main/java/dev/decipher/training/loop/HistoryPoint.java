package dev.decipher.training.loop;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The figures at the end of an epoch, for the job's history. All figures are finite:
 * training that diverges fails and leaves no point.
 */
@JsonPropertyOrder({ "epoch", "step", "seconds", "trainingLoss", "validationLoss", "accuracy", "exactMessages",
		"learningRate", "samples" })
@Schema(description = "What the work had reached at the end of an epoch")
public record HistoryPoint(@Schema(description = "The epoch, counted from 1", example = "1") int epoch,
		@Schema(description = "Steps taken so far", example = "64") long step,
		@Schema(description = "Seconds since the work began", example = "3.2") double seconds,
		@Schema(description = "In nats a symbol", example = "2.871") double trainingLoss,
		@Schema(description = "In nats a symbol", example = "2.604") double validationLoss,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.187") double accuracy,
		@Schema(description = "The share of those messages without an error", example = "0.0") double exactMessages,
		@Schema(description = "At the end of the epoch", example = "0.001") double learningRate,
		@Schema(description = "A few of those messages, and what became of them") List<Sample> samples) {

	public HistoryPoint {
		samples = List.copyOf(samples);
		for (double value : new double[] { seconds, trainingLoss, validationLoss, accuracy, exactMessages,
				learningRate }) {
			if (!Double.isFinite(value)) {
				throw new IllegalArgumentException("a figure of epoch " + epoch + " is not finite");
			}
		}
	}

	/** A message that training never saw, and what the network made of it. */
	@JsonPropertyOrder({ "ciphertext", "plaintext", "decrypted" })
	@Schema(name = "HistorySample", description = "A message that training never saw, and what the network made of it")
	public record Sample(
			@Schema(description = "What the network was given", example = "LXFOPVEFRNHR") String ciphertext,
			@Schema(description = "What it should have found", example = "ATTACKATDAWN") String plaintext,
			@Schema(description = "What it found", example = "ATTACKATDAVN") String decrypted) {
	}

}
