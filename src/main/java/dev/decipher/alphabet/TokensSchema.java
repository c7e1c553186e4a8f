package dev.decipher.alphabet;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/** The JSON of {@link Tokens}, spelled out as a type for the API's description. */
@Schema(name = "Tokens", description = "Symbols of several characters each")
record TokensSchema(
		@Schema(description = "`whitespace` where that parts them, or the number of characters that each has", oneOf = {
				String.class, Length.class }, example = "whitespace") Object tokens,
		@ArraySchema(minItems = Tokens.MIN_SIZE, maxItems = Tokens.MAX_SIZE,
				arraySchema = @Schema(description = "2 to 4096 distinct tokens; their order counts",
						example = "[\"01\", \"17\"]")) List<String> symbols){

	@Schema(name = "TokenLength", description = "The number of characters that each token has")
	record Length(
			@Schema(description = "Characters of a token", minimum = "1", maximum = "8", example = "2") int length) {
	}

}
