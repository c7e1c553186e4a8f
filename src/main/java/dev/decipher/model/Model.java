package dev.decipher.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** A model: its name, its versions, and all about one of them. */
@Schema(description = "A model: its versions, and all about the active one, or the one that an alias names")
record Model(@Schema(description = "What requests call it", example = "seed") String name,
		@JsonProperty("default") @Schema(description = "Whether it answers requests that name no model",
				example = "true") boolean isDefault,
		@Schema(description = "The version that answers requests that name none", example = "1") int activeVersion,
		@Schema(description = "All versions there are, oldest first", example = "[1]") List<Integer> versions,
		@Schema(description = "Further names of versions: `name@alias` is that version",
				example = "{\"best\": 1}") Map<String, Integer> aliases,
		@JsonUnwrapped ModelVersion shown) {
}
