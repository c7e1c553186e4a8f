package dev.decipher.cipher.substitution;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tap code of prisoners: taps for a letter's row in the square of the alphabet, a
 * pause, and taps for its column. K is tapped as C. Both ways of writing are read.
 *
 * @param form taps as digits, or as dots with two blanks between letters
 */
@JsonTypeName("tap-code")
@Schema(description = "The numbers of a letter's row and column in a square without K, which is tapped as C",
		example = "{\"type\": \"tap-code\", \"form\": \"digits\"}")
@Source("Jeremiah Denton, When Hell Was in Session, 1976")
public record TapCode(@Nullable @Schema(
		description = "Taps as digits, 52 11, or as dots, ..... ..  . . with two blanks between letters; both are read",
		defaultValue = "digits", allowableValues = {
				"digits", "dots" }) String form)
		implements
			KeylessCipher{

	private static final Pattern TAPS = Pattern.compile("[.\u00b7\u2022\u22c5\u2219\u2026*]++");

	/** The greatest number of taps. */
	private static final int MOST_TAPS = 9;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(alphabet.size() > MOST_TAPS * MOST_TAPS, "",
				"must have at most 81 symbols, as a row and a column have at most 9 taps each");
	}

	/** A ciphertext doesn't tell K from C. */
	@Override
	public boolean determinesPlaintext() {
		return false;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return names(alphabet).tokens(2);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return names(alphabet).cipher();
	}

	private static Names names(Alphabet alphabet) {
		int[] cells = Merged.numbers(alphabet, "CK");
		int count = IntStream.of(cells).max().orElseThrow() + 1;
		List<String> names = LabelledGrid.of(count, null, null).names(count, false);
		return new Names(IntStream.of(cells).mapToObj(names::get).toList());
	}

	/** Dots become digits. */
	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		Matcher taps = TAPS.matcher(ciphertext);
		return (ciphertext.codePoints().anyMatch(Character::isDigit) || !taps.find()) ? ciphertext
				: taps.reset().results().map(TapCode::digit).collect(Collectors.joining());
	}

	private static String digit(MatchResult run) {
		int taps = run.group().replace("\u2026", "...").length();
		if (taps > MOST_TAPS) {
			throw InvalidInput.at("", "has " + taps + " taps at a time; there are at most " + MOST_TAPS);
		}
		return Integer.toString(taps);
	}

	@Override
	public String written(String ciphertext) {
		if (!"dots".equals(this.form)) {
			return ciphertext;
		}
		StringBuilder dots = new StringBuilder();
		for (int i = 0; i < ciphertext.length(); i++) {
			dots.append((i == 0) ? "" : (i % 2 == 0) ? "  " : " ").append(".".repeat(ciphertext.charAt(i) - '0'));
		}
		return dots.toString();
	}

}
