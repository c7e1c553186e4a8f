package dev.decipher.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A model: its name, its versions, and all about the active one.
 *
 * @param name what requests call it
 * @param isDefault whether it answers requests that name no model
 * @param activeVersion the version that answers requests that name none
 * @param versions all versions there are, oldest first
 * @param active the active version
 */
record Model(@Schema(example = "seed") String name, @JsonProperty("default") boolean isDefault,
		@Schema(example = "1") int activeVersion, @Schema(example = "[1]") List<Integer> versions,
		@JsonUnwrapped ModelVersion active) {
}
