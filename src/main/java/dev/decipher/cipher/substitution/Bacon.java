package dev.decipher.cipher.substitution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Bacon's biliteral cipher: the number of a letter with five digits in base two, each of
 * them one of two signs. In Bacon's alphabet of 24 letters J is I, and V is U.
 *
 * @param letters 24, where I and J are one letter, and U and V; or 26
 * @param symbols the signs for 0 and 1
 */
@JsonTypeName("bacon")
@Schema(description = "A letter is written as five signs of two kinds, its number in base two",
		example = "{\"type\": \"bacon\", \"letters\": 24, \"symbols\": \"AB\"}")
@Source("Francis Bacon, De dignitate et augmentis scientiarum, 1623")
public record Bacon(
		@Nullable @Range(min = 24, max = 26) @Schema(
				description = "24, where J is read as I and V as U, or 26, where each symbol is itself",
				defaultValue = "24") Integer letters,
		@Nullable @Schema(description = "The two signs", defaultValue = "AB") String symbols,
		@Nullable @Schema(
				description = "How the signs are hidden in the letters of another text: the first is a small letter and "
						+ "the second a capital, or A to M and N to Z, or a consonant and a vowel. Left out, they are "
						+ "written themselves",
				allowableValues = {
						Bacon.CASE, Bacon.HALVES, Bacon.VOWELS }) String cover)
		implements
			KeylessCipher{

	static final String CASE = "case";

	static final String HALVES = "halves";

	static final String VOWELS = "vowels";

	private static final int LENGTH = 5;

	private static final int MOST = 1 << LENGTH;

	private static final int COVERS = 3;

	public Bacon {
		InvalidInput.throwIf(letters != null && letters != 24 && letters != 26, "/letters", "must be 24 or 26");
		if (symbols != null) {
			List<String> signs = LabelledGrid.distinct("symbols", symbols);
			InvalidInput.throwIf(signs.size() != 2, "/symbols", "must be two characters");
		}
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(alphabet.size() > MOST, "",
				"must have at most " + MOST + " symbols, which five signs can tell apart; it has " + alphabet.size());
	}

	/** A ciphertext doesn't say which of two letters with one number it was. */
	@Override
	public boolean determinesPlaintext() {
		return isOfEach();
	}

	private boolean isOfEach() {
		return this.letters != null && this.letters == 26;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return names(alphabet).tokens(LENGTH);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return names(alphabet).cipher();
	}

	private List<String> signs() {
		return (this.symbols != null) ? LabelledGrid.distinct("symbols", this.symbols) : List.of("A", "B");
	}

	/** The signs that the letters of a text hide; fewer than five at the end are none. */
	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		if (this.cover == null) {
			return ciphertext;
		}
		int[] letters = ciphertext.codePoints()
			.filter((character) -> this.cover.equals(CASE)
					? Character.isUpperCase(character) || Character.isLowerCase(character)
					: Alphabet.LATIN26.indexOf(character) >= 0)
			.toArray();
		List<String> signs = signs();
		return IntStream.of(letters)
			.limit(letters.length / LENGTH * LENGTH)
			.mapToObj((letter) -> signs.get(isSecond(letter) ? 1 : 0))
			.collect(Collectors.joining());
	}

	private boolean isSecond(int letter) {
		if (CASE.equals(this.cover)) {
			return Character.isUpperCase(letter);
		}
		int capital = Character.toUpperCase(letter);
		return HALVES.equals(this.cover) ? capital > 'M' : "AEIOU".indexOf(capital) >= 0;
	}

	/** The plainest of covers: two letters. */
	@Override
	public String written(String ciphertext) {
		if (this.cover == null) {
			return ciphertext;
		}
		String letters = this.cover.equals(CASE) ? "aB" : this.cover.equals(HALVES) ? "AN" : "BA";
		List<String> signs = signs();
		return ciphertext.codePoints()
			.mapToObj((sign) -> letters.charAt(Character.toString(sign).equals(signs.get(0)) ? 0 : 1))
			.map(String::valueOf)
			.collect(Collectors.joining());
	}

	/**
	 * Letters that hide two signs could have been others, which has to be told as well.
	 * In mixed case they are a text by themselves, which tells nothing.
	 */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		if (this.cover == null || this.cover.equals(CASE)) {
			return keyNats(alphabet);
		}
		Map<Integer, Integer> counts = new HashMap<>();
		double letters = 0;
		for (int i = 0; i < ciphertext.length; i++) {
			int count = counts.merge(ciphertext[i], 1, Integer::sum);
			// Laplace's rule of succession
			letters += Math.log((double) (i + Alphabet.LATIN26.size()) / count);
		}
		return keyNats(alphabet) + Math.max(0, letters - LENGTH * plaintext.length * Math.log(2));
	}

	/** Which of the covers it is. */
	@Override
	public double keyNats(Alphabet alphabet) {
		return (this.cover != null) ? Math.log(COVERS) : 0;
	}

	private Names names(Alphabet alphabet) {
		List<String> signs = signs();
		int[] numbers = isOfEach() ? IntStream.range(0, alphabet.size()).toArray()
				: Merged.numbers(alphabet, "IJ", "UV");
		return new Names(IntStream.of(numbers).mapToObj((number) -> {
			StringBuilder name = new StringBuilder();
			for (int digit = LENGTH - 1; digit >= 0; digit--) {
				name.append(signs.get(number >> digit & 1));
			}
			return name.toString();
		}).toList());
	}

}
