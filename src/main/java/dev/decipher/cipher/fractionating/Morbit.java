package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Morbit: of the message in Morse, with x between letters and xx between words, two marks
 * at a time become a digit.
 *
 * @param key nine letters, whose order gives the nine pairs of marks their digits
 */
@JsonTypeName("morbit")
@Schema(description = "The message in Morse, with x between letters and xx between words, becomes a digit for each "
		+ "two marks", example = "{\"type\": \"morbit\", \"key\": \"WISECRACK\"}")
@Source("American Cryptogram Association, The ACA and You, 2016, Morbit")
public record Morbit(@Schema(description = "Nine letters above the pairs .. .- .x -. -- -x x. x- xx, numbered by the "
		+ "alphabet; or the digits themselves, such as 958427136") Key key) implements MorseCipher {

	private static final int MARKS = 2;

	private static final Alphabet DIGITS = Alphabet.of("123456789");

	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return Alphabet.LATIN36;
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return DIGITS;
	}

	@Override
	public KeyForm keyForm(String name) {
		return new NineColumns();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		MorseMarks code = new MorseMarks(alphabet);
		return (keys) -> new Groups(code, MARKS, KeyNumbers.ranks(keys[0]));
	}

	/** Nine letters, which number as many columns. */
	private record NineColumns() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] letters = COLUMNS.read(name, key, alphabet);
			InvalidInput.throwIf(letters.length != DIGITS.size(), "/" + name,
					"must have " + DIGITS.size() + " letters, not " + letters.length);
			return letters;
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			left.requireLength(name, DIGITS.size(), "which every key has");
			return IntStream.of(KeyPart.permutation(Alphabet.LATIN26.size()).draw(random))
				.limit(DIGITS.size())
				.toArray();
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.columns(DIGITS.size());
		}

	}

}
