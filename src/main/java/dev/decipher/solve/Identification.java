package dev.decipher.solve;

import java.util.List;

import dev.decipher.solve.identify.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a text may be, before anything was searched.
 *
 * @param types what it may have been enciphered with, the likeliest first
 * @param languages what its plaintext may be written in, the likeliest first
 * @param form what was taken off the text before it was looked at
 * @param evidence its statistics
 */
@Schema(description = "What a text may be, by its statistics alone")
record Identification(
		@Schema(description = "The types of cipher that it may be of, the likeliest first; `plaintext` and `random` "
				+ "are types, and so is `unknown`, a cipher that isn't listed. Of types that no text tells "
				+ "apart the most general stands for all") List<Solution.Type> types,
		@Schema(description = "The languages that its plaintext may be in, the likeliest first; none where nothing "
				+ "tells them apart") List<LanguageEstimate> languages,
		@Schema(description = "What was taken off before the types were looked at", example = "[]") List<String> form,
		Evidence evidence) {

	Identification {
		types = List.copyOf(types);
		languages = List.copyOf(languages);
		form = List.copyOf(form);
	}

	/**
	 * A language and how likely it is.
	 *
	 * @param language its name
	 * @param probability 0 to 1
	 */
	@Schema(name = "IdentifiedLanguage", description = "A language and how likely it is")
	record LanguageEstimate(@Schema(description = "The language's name", example = "english") String language,
			@Schema(description = "How likely it is", example = "0.97") double probability) {
	}

}
