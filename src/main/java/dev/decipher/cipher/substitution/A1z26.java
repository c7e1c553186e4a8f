package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for letters: A is 1, B is 2, and so on. The blank, where the alphabet has it,
 * has no number: it stands between words.
 *
 * @param start the number of the first letter
 * @param separator what stands between two numbers of a word
 */
@JsonTypeName("a1z26")
@Schema(description = "A letter is written as its number in the alphabet",
		example = "{\"type\": \"a1z26\", \"start\": 1, \"separator\": \"-\"}")
@Source("dCode, Letter Number (A1Z26)")
public record A1z26(
		@Nullable @Range(min = 0, max = A1z26.MOST) @Schema(description = "The number of the first letter",
				defaultValue = "1") Integer start,
		@Nullable @Schema(
				description = "The character between two numbers, one of " + NumberText.MARKS
						+ " or a blank; any of them is read. With a blank a slash stands between words, else a blank",
				defaultValue = "-") String separator)
		implements
			KeylessCipher {

	static final int MOST = 1000;

	private static final Alphabet LETTERS_AND_BLANK = Alphabet.of(Alphabet.LATIN26.symbols() + " ");

	public A1z26 {
		InvalidInput.throwIf(
				separator != null && (separator.length() != 1 || !(NumberText.MARKS + " ").contains(separator)),
				"/separator", "must be a blank or one of " + NumberText.MARKS);
	}

	@Override
	public Alphabet defaultAlphabet() {
		return LETTERS_AND_BLANK;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return names(alphabet).tokens();
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return names(alphabet).cipher();
	}

	/** Another first number than the usual one has to be named. */
	@Override
	public double keyNats(Alphabet alphabet) {
		return (Objects.requireNonNullElse(this.start, 1) == 1) ? 0 : Math.log(MOST);
	}

	private Names names(Alphabet alphabet) {
		List<String> names = new ArrayList<>();
		int next = Objects.requireNonNullElse(this.start, 1);
		for (int symbol = 0; symbol < alphabet.size(); symbol++) {
			names.add((alphabet.codePoint(symbol) == ' ') ? NumberText.WORDS : Integer.toString(next++));
		}
		return new Names(names);
	}

	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		return NumberText.readable(ciphertext, alphabet.symbols().indexOf(' ') >= 0);
	}

	@Override
	public String written(String ciphertext) {
		return NumberText.written(ciphertext, Objects.requireNonNullElse(this.separator, "-"));
	}

}
