package dev.decipher.job;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it stands at one moment, and as clients see it. What is null has no value yet
 * and is left out of the JSON.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "id", "kind", "model", "state", "progress", "createdAt", "startedAt", "finishedAt", "version",
		"error", "request", "result" })
@Schema(description = "A job as it stands now. What has no value yet is left out.")
public record Job(
		@Schema(description = "Its name in /jobs/{id}", example = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913") String id,
		@Schema(description = "What the job is for", example = "TRAIN") JobKind kind,
		@Schema(description = "The model that the job works on; none of kind SOLVE",
				example = "lemon") @Nullable String model,
		@Schema(description = "Where the job stands; the last three are its ends", example = "RUNNING") JobState state,
		@JsonUnwrapped JobProgress progress,
		@Schema(description = "When the job was handed in", example = "2026-03-01T09:30:00.125Z") Instant createdAt,
		@Schema(description = "When the work began, the last time it did",
				example = "2026-03-01T09:30:00.131Z") @Nullable Instant startedAt,
		@Schema(description = "When the job ended", example = "2026-03-01T09:31:12.402Z") @Nullable Instant finishedAt,
		@Schema(description = "The version that the job made; given once it has succeeded",
				example = "1") @Nullable Integer version,
		@Schema(description = "Why the job failed", example = "The loss is no longer a number.") @Nullable String error,
		@Schema(implementation = Map.class,
				description = "What was asked for, with everything that was left open filled in; pairs are replaced "
						+ "by their count and checksum. Of kind REPRODUCE the model and version",
				example = "{\"model\": \"lemon\", \"data\": {\"cipher\": {\"type\": \"vigenere\", \"key\": \"LEMON\"}}}") JsonNode request,
		@Schema(implementation = Map.class,
				description = "Once it has succeeded: of kind SOLVE what POST /solve would have answered, of kind "
						+ "REPRODUCE whether the weights are equal, and what differs",
				example = "{\"types\": [], \"candidates\": [], \"seconds\": 60.0}") @Nullable JsonNode result) {

	/** Where clients find it. */
	public URI address() {
		return URI.create("/jobs/" + this.id);
	}

	public static Job queued(String id, JobKind kind, @Nullable String model, JsonNode request, Instant createdAt) {
		return new Job(id, kind, model, JobState.QUEUED, JobProgress.NONE, createdAt, null, null, null, null, request,
				null);
	}

	public Job with(JobProgress progress) {
		return new Job(this.id, this.kind, this.model, this.state, progress, this.createdAt, this.startedAt,
				this.finishedAt, this.version, this.error, this.request, this.result);
	}

	public Job with(JsonNode request) {
		return new Job(this.id, this.kind, this.model, this.state, this.progress, this.createdAt, this.startedAt,
				this.finishedAt, this.version, this.error, request, this.result);
	}

}
