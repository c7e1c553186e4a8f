package dev.decipher.job;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it stands at one moment, and as clients see it. What is null has no value yet
 * and is left out of the JSON.
 *
 * @param id a UUID
 * @param kind what the job is for
 * @param model the name of the model that the job works on; none for a kind without one
 * @param state where the job stands
 * @param progress the share of the work that is done; it never goes back, and is 1 only
 * when the job has succeeded
 * @param epoch the epoch that the work is in, counted from 1
 * @param step steps taken so far
 * @param trainingLoss in nats a symbol
 * @param validationLoss in nats a symbol
 * @param accuracy the share of symbols right on messages not trained on
 * @param exactMessages the share of those messages without an error
 * @param targetReached whether the work met its target; known once it has succeeded
 * @param symbolsPerSecond how fast the work goes
 * @param etaSeconds how long it may still take; gone when the job has ended
 * @param createdAt when the job was handed in
 * @param startedAt when the work began, the last time it did
 * @param finishedAt when the job ended
 * @param version the version that the work made; known once it has succeeded
 * @param error why the job failed, for its owner
 * @param request what was asked for
 * @param result what came of it, where that is no version; known once it has succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "id", "kind", "model", "state", "progress", "epoch", "step", "trainingLoss", "validationLoss",
		"accuracy", "exactMessages", "targetReached", "symbolsPerSecond", "etaSeconds", "createdAt", "startedAt",
		"finishedAt", "version", "error", "request", "result" })
@Schema(description = "A job as it stands now. What has no value yet is left out.")
public record Job(
		@Schema(description = "Its name in /jobs/{id}", example = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913") String id,
		@Schema(description = "What the job is for", example = "TRAIN") JobKind kind,
		@Schema(description = "The model that the job works on; none of kind SOLVE",
				example = "lemon") @Nullable String model,
		@Schema(description = "Where the job stands; the last three are its ends", example = "RUNNING") JobState state,
		@Schema(description = "The share of the work done; never goes back, and is 1 only on success",
				example = "0.42") double progress,
		@Schema(description = "The epoch the work is in, counted from 1", example = "21") @Nullable Integer epoch,
		@Schema(description = "Steps taken so far", example = "1344") @Nullable Long step,
		@Schema(description = "In nats a symbol", example = "0.318") @Nullable Double trainingLoss,
		@Schema(description = "In nats a symbol", example = "0.331") @Nullable Double validationLoss,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.913") @Nullable Double accuracy,
		@Schema(description = "The share of messages without an error",
				example = "0.274") @Nullable Double exactMessages,
		@Schema(description = "Whether the target accuracy was met; given once the job has succeeded",
				example = "true") @Nullable Boolean targetReached,
		@Schema(description = "Symbols trained on in a second, on average",
				example = "185000") @Nullable Double symbolsPerSecond,
		@Schema(description = "Seconds that the job may still take", example = "37.5") @Nullable Double etaSeconds,
		@Schema(description = "When the job was handed in", example = "2026-03-01T09:30:00.125Z") Instant createdAt,
		@Schema(description = "When the work began, the last time it did",
				example = "2026-03-01T09:30:00.131Z") @Nullable Instant startedAt,
		@Schema(description = "When the job ended", example = "2026-03-01T09:31:12.402Z") @Nullable Instant finishedAt,
		@Schema(description = "The version that the job made; given once it has succeeded",
				example = "1") @Nullable Integer version,
		@Schema(description = "Why the job failed", example = "The loss is no longer a number.") @Nullable String error,
		@Schema(implementation = Map.class,
				description = "What was asked for, with everything that was left open filled in; pairs are replaced "
						+ "by their count and checksum",
				example = "{\"model\": \"lemon\", \"data\": {\"cipher\": {\"type\": \"vigenere\", \"key\": \"LEMON\"}}}") JsonNode request,
		@Schema(implementation = Map.class,
				description = "Of kind SOLVE, once it has succeeded: what POST /solve would have answered",
				example = "{\"types\": [], \"candidates\": [], \"seconds\": 60.0}") @Nullable JsonNode result) {

	/** The nearest to done that unfinished work may come. */
	private static final double ALMOST = 0.9999;

	Job with(JobProgress now) {
		// a job that runs for the second time does again what it had already shown
		double progress = Math.max(this.progress, Math.min(now.progress(), ALMOST));
		boolean epochs = now.epoch() > 0;
		return new Job(this.id, this.kind, this.model, this.state, progress, epochs ? now.epoch() : null,
				epochs ? now.step() : null, now.trainingLoss(), now.validationLoss(), now.accuracy(),
				now.exactMessages(), this.targetReached, now.symbolsPerSecond(), now.etaSeconds(), this.createdAt,
				this.startedAt, this.finishedAt, this.version, this.error, this.request, this.result);
	}

	Job with(JsonNode request) {
		return new Job(this.id, this.kind, this.model, this.state, this.progress, this.epoch, this.step,
				this.trainingLoss, this.validationLoss, this.accuracy, this.exactMessages, this.targetReached,
				this.symbolsPerSecond, this.etaSeconds, this.createdAt, this.startedAt, this.finishedAt, this.version,
				this.error, request, this.result);
	}

	Job ended(double progress) {
		return new Job(this.id, this.kind, this.model, this.state, progress, this.epoch, this.step, this.trainingLoss,
				this.validationLoss, this.accuracy, this.exactMessages, this.targetReached, this.symbolsPerSecond, null,
				this.createdAt, this.startedAt, this.finishedAt, this.version, this.error, this.request, this.result);
	}

}
