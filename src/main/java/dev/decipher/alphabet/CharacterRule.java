package dev.decipher.alphabet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** The characters of a text that are symbols. */
@Schema(description = "Which characters are symbols: `letters`, those that the alphabet reads; or `all`, each one as "
		+ "it is, blanks and line breaks too")
public enum CharacterRule {

	/** Those that the alphabet reads as a symbol; it decides on the others. */
	@JsonProperty("letters")
	LETTERS,

	/** Every one, as it is. */
	@JsonProperty("all")
	ALL

}
