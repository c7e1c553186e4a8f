package dev.decipher.alphabet;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/** The JSON of {@link Tokens}, spelled out as a type for the API's description. */
@Schema(name = "Tokens", description = "Symbols of several characters each, set apart by white space")
record TokensSchema(
		@Schema(description = "What stands between two of them", allowableValues = "whitespace",
				example = "whitespace") String tokens,
		@ArraySchema(minItems = Tokens.MIN_SIZE, maxItems = Tokens.MAX_SIZE,
				arraySchema = @Schema(description = "2 to 4096 distinct tokens; their order counts",
						example = "[\"01\", \"17\"]")) List<String> symbols) {
}
