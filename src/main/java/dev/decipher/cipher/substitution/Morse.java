package dev.decipher.cipher.substitution;

import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.MorseCode;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Morse code. The blank is a symbol like any other: it is the separator between words.
 * Letters that have the same code in an alphabet are read as the first of them.
 *
 * @param dot the short mark
 * @param dash the long mark
 * @param letterSeparator what stands between two letters
 * @param wordSeparator what stands between two words
 */
@JsonTypeName("morse")
@Schema(description = "Letters, digits and punctuation in Morse code, with a slash between words",
		example = "{\"type\": \"morse\", \"dot\": \".\", \"dash\": \"-\"}")
@Source("ITU-R, Recommendation M.1677-1: International Morse code, 2009")
public record Morse(
		@Nullable @Schema(description = "The short mark, one character; the usual dots are read as well",
				defaultValue = ".") String dot,
		@Nullable @Schema(description = "The long mark, one character; the usual dashes are read as well",
				defaultValue = "-") String dash,
		@Nullable @Schema(
				description = "The separator of two letters, 1 to 8 characters: blanks only, or none of them; a blank "
						+ "unless given",
				defaultValue = " ") String letterSeparator,
		@Nullable @Schema(
				description = "The separator of two words, 1 to 8 characters; slashes, bars and wider gaps are read "
						+ "as well",
				defaultValue = "/") String wordSeparator)
		implements
			KeylessCipher {

	private static final Alphabet CHARACTERS_AND_BLANK = Alphabet.of(MorseCode.CHARACTERS + " ");

	private static final int LONGEST = 8;

	public Morse {
		requireMark("dot", dot);
		requireMark("dash", dash);
		String one = Objects.requireNonNullElse(dot, ".");
		String other = Objects.requireNonNullElse(dash, "-");
		InvalidInput.throwIf(one.equals(other), "/dash", "must be another character than the dot");
		String betweenLetters = Objects.requireNonNullElse(letterSeparator, " ");
		String betweenWords = Objects.requireNonNullElse(wordSeparator, "/");
		requireSeparator("letterSeparator", betweenLetters, one, other);
		requireSeparator("wordSeparator", betweenWords, one, other);
		InvalidInput.throwIf(betweenLetters.contains(betweenWords), "/wordSeparator",
				"must differ from the separator of letters, and be no part of it");
	}

	private static void requireMark(String name, @Nullable String mark) {
		InvalidInput.throwIf(mark != null && (mark.codePointCount(0, mark.length()) != 1 || !TokenTable.isWhole(mark)),
				"/" + name, "must be one character, which is no white space");
	}

	private static void requireSeparator(String name, String separator, String dot, String dash) {
		InvalidInput.throwIf(separator.isEmpty() || separator.length() > LONGEST, "/" + name,
				"must have between 1 and " + LONGEST + " characters");
		InvalidInput.throwIf(separator.contains(dot) || separator.contains(dash), "/" + name,
				"must not have the dot or the dash in it");
		InvalidInput.throwIf(!separator.isBlank() && !TokenTable.isWhole(separator), "/" + name,
				"must be blanks only, or have none");
	}

	@Override
	public Alphabet defaultAlphabet() {
		return CHARACTERS_AND_BLANK;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		IntStream.range(0, alphabet.size()).map(alphabet::codePoint).forEach((character) -> {
			if (character != ' ' && MorseCode.of(character) == null) {
				throw InvalidInput.at("", "must have characters that Morse code has; it lacks "
						+ Character.toString(character) + ". Capital letters have codes, in Latin, Greek and Russian");
			}
		});
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return names(alphabet).tokens();
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return names(alphabet).cipher();
	}

	private Names names(Alphabet alphabet) {
		MorseText text = text();
		return new Names(IntStream.range(0, alphabet.size())
			.map(alphabet::codePoint)
			.mapToObj((character) -> (character == ' ') ? text.word()
					: text.marks(Objects.requireNonNull(MorseCode.of(character))))
			.toList());
	}

	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		return text().readable(ciphertext, alphabet.symbols().indexOf(' ') >= 0);
	}

	@Override
	public String written(String ciphertext) {
		return text().written(ciphertext);
	}

	private MorseText text() {
		return new MorseText(Objects.requireNonNullElse(this.dot, "."), Objects.requireNonNullElse(this.dash, "-"),
				Objects.requireNonNullElse(this.letterSeparator, " "),
				Objects.requireNonNullElse(this.wordSeparator, "/"));
	}

}
