package dev.decipher.model;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A trained version of a model, without its weights.
 *
 * @param model the model's name
 * @param version 1, 2, 3 …, never given twice
 * @param createdAt when its training ended
 * @param job which job trained it
 * @param size of the weights' safetensors file in bytes
 * @param sha256 of that file, in hexadecimal
 * @param details how it came to be and what it has learned
 */
public record ModelVersion(@Schema(example = "seed") String model, @Schema(example = "1") int version,
		Instant createdAt, String job, @Schema(description = "Bytes of the weights' file") long size,
		@Schema(description = "Of the weights' file") String sha256, @JsonUnwrapped VersionDetails details) {

	public VersionId id() {
		return new VersionId(this.model, this.version);
	}

}
