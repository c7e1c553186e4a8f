package dev.decipher.alphabet;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The two forms an alphabet has in JSON, spelled out as types for the API's description.
 */
final class AlphabetSchema {

	private AlphabetSchema() {
	}

	@Schema(name = "AlphabetName", description = "A well-known alphabet")
	enum Name {

		// as they are spelled in JSON
		latin26, latin27, latin25, latin36

	}

	@Schema(name = "CustomAlphabet", description = "An alphabet of one's own")
	record Custom(
			@Schema(description = "2 to 256 distinct characters; their order counts", example = "0123456789",
					requiredMode = Schema.RequiredMode.REQUIRED) String symbols,
			@Schema(description = "The symbol that every foreign character becomes; without it they pass through",
					example = "0") @Nullable String foreign) {
	}

}
