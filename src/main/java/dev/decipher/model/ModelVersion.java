package dev.decipher.model;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a model, without its weights. */
@Schema(description = "A version of a model")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelVersion(@Schema(description = "The model's name", example = "seed") String model,
		@Schema(description = "Its number: 1, 2, 3 …, never given twice", example = "1") int version,
		@Schema(description = "When its training ended or it was imported",
				example = "2026-03-01T09:31:12.398Z") Instant createdAt,
		@Nullable @Schema(
				description = "The job that trained it, also when that was deleted since; left out of one that was imported",
				example = "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913") String job,
		@Schema(description = "Bytes of the weights' file", example = "5216") long size,
		@Schema(description = "Checksum of the weights' file, in hexadecimal",
				example = "6976f0e48b391e7a1e50c8fb6e36399d668f70c3d8dc97d289ab42dd85474b23") String sha256,
		@Nullable @Schema(description = "Free text about it",
				example = "trained for the spring letters") String description,
		@Nullable @Schema(description = "Words to find it by", example = "[\"reviewed\"]") List<String> tags,
		@JsonUnwrapped VersionDetails details) {

	public VersionId id() {
		return new VersionId(this.model, this.version);
	}

	/** Whether another one has the same weights, whatever is said of it. */
	boolean isSameAs(@Nullable ModelVersion other) {
		return other != null && id().equals(other.id()) && this.sha256.equals(other.sha256);
	}

	/** The same version with something else said of it. */
	ModelVersion with(@Nullable String description, @Nullable List<String> tags) {
		return new ModelVersion(this.model, this.version, this.createdAt, this.job, this.size, this.sha256, description,
				tags, this.details);
	}

}
