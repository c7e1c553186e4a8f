package dev.decipher.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.model.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A language as {@code GET /languages} shows it. */
@Schema(name = "Language", description = "A language in which plaintexts are looked for")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LanguageEntry(@Schema(description = "The name by which requests call it", example = "german") String name,
		@Schema(description = "The letters that its texts are read as: without accents, for a built-in one") Alphabet alphabet,
		@Nullable @Schema(
				description = "The letters of a text that has the language's own letters as symbols; left out "
						+ "where it counts none with accents as its own") Alphabet ownAlphabet,
		@Schema(description = "Whether it is part of the application; else it is a model that a job has learned",
				example = "true") boolean builtIn,
		@Schema(description = "Whether a network judges readings in it, and not n-grams alone",
				example = "false") boolean network,
		@Nullable @Schema(
				description = "How many bits its n-grams take for a letter of works that they were not "
						+ "learned from, without spaces; left out of a learned one",
				example = "2.51") Double bitsPerLetter,
		@Nullable @Schema(description = "A learned one's active version; left out of a built-in one",
				example = "1") Integer version) {

	static LanguageEntry of(Language language, double bitsPerLetter) {
		Alphabet own = language.ownAlphabet();
		return new LanguageEntry(language.name(), language.alphabet(), own.equals(language.alphabet()) ? null : own,
				true, language.hasNetwork(), bitsPerLetter, null);
	}

	static LanguageEntry of(ModelVersion version, Alphabet letters) {
		return new LanguageEntry(version.model(), letters, null, false, true, null, version.version());
	}

}
