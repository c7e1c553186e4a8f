package dev.decipher.model;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An activation, as the model's history shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One time that a version became the model's active one")
record ActivationRecord(
		@Schema(description = "The version, which may have been deleted since", example = "1") int version,
		@Schema(description = "When it became the active one",
				example = "2026-03-01T09:31:12.398Z") Instant activatedAt,
		@Schema(description = "Why: the service's own training, a model's first version, the end of a job, an import, "
				+ "a request, or a start that found the one before damaged", example = "REQUEST") ActivationCause cause,
		@Nullable @Schema(description = "The name of the key, or the subject of the token, that asked for it; left out "
				+ "where none was needed, and of jobs", example = "operator") String by,
		@Nullable @Schema(description = "The job that made the version; left out where that wasn't the cause",
				example = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913") String job) {
}
