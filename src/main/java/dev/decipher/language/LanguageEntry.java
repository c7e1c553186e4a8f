package dev.decipher.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.model.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A language as {@code GET /languages} shows it. */
@Schema(name = "Language", description = "A language in which plaintexts are looked for")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LanguageEntry(@Schema(description = "What requests call it", example = "german") String name,
		@Schema(description = "The letters that its texts are read as, accents folded") Alphabet alphabet,
		@Schema(description = "Whether it is part of the application; else it is a model that a job has learned",
				example = "true") boolean builtIn,
		@Nullable @Schema(
				description = "What its 5-grams take for a letter of text that they were not learned from, without "
						+ "spaces; left out of a learned one",
				example = "2.5") Double bitsPerLetter,
		@Nullable @Schema(description = "A learned language's active version", example = "1") Integer version) {

	static LanguageEntry of(Language language) {
		return new LanguageEntry(language.name(), language.alphabet(), true, null, null);
	}

	static LanguageEntry of(ModelVersion version, Alphabet letters) {
		return new LanguageEntry(version.model(), letters, false, null, version.version());
	}

}
