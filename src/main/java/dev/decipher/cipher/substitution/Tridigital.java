package dev.decipher.cipher.substitution;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The tridigital cipher: a keyed alphabet in three rows below nine digits, which stand
 * for the letters in their columns. The tenth digit stands for the blank. Deciphered is
 * the first in the alphabet of the letters in a column.
 *
 * @param key the keyword of the alphabet
 * @param columns ten letters, whose order in the alphabet numbers the columns; or ten
 * digits
 */
@JsonTypeName("tridigital")
@Schema(description = "Up to three letters share a digit, that of their column below a word of ten, and blanks have "
		+ "the tenth; deciphering gives the first of the letters in the alphabet",
		example = "{\"type\": \"tridigital\", \"key\": \"DRAGONFLY\", \"columns\": \"NOVELCRAFT\"}")
@Source("American Cryptogram Association, The ACA and You, chapter 8: Tridigital")
public record Tridigital(
		@Schema(description = "The keyword of the alphabet, which is written in rows of nine letters") Key key,
		@Schema(description = "Ten letters, numbered by their order in the alphabet, the first 1 and the tenth 0; or "
				+ "the ten digits themselves. The last one stands for the blank") Key columns)
		implements
			KeyedCipher {

	private static final Alphabet LETTERS_AND_BLANK = Alphabet.of(Alphabet.LATIN26.symbols() + " ");

	private static final int LETTER_COLUMNS = 9;

	private static final int MOST_LETTERS = 3 * LETTER_COLUMNS;

	@Override
	public Alphabet defaultAlphabet() {
		return LETTERS_AND_BLANK;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		int letters = alphabet.size() - (hasBlank(alphabet) ? 1 : 0);
		InvalidInput.throwIf(letters < 2 || letters > MOST_LETTERS, "", "must have between 2 and " + MOST_LETTERS
				+ " symbols beside the blank, which three rows have; it has " + letters);
	}

	private static boolean hasBlank(Alphabet alphabet) {
		return alphabet.symbols().indexOf(' ') >= 0;
	}

	/** The letters. */
	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return hasBlank(alphabet) ? Alphabet.of(alphabet.symbols().replace(" ", "")) : alphabet;
	}

	@Override
	public KeyForm keyForm(String name) {
		return name.equals("key") ? KeyForm.ALPHABET : new TenColumns();
	}

	@Override
	public boolean determinesPlaintext() {
		return false;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return Alphabet.DIGITS;
	}

	/** A message shows the digits of its own letters, and that of the blank. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		return IntStream.of(plaintext).distinct().count() * Math.log(LETTER_COLUMNS) + Math.log(Alphabet.DIGITS.size());
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		Alphabet letters = keyAlphabet(alphabet);
		return (keys) -> {
			int[] digits = IntStream.of(keys[1]).map((rank) -> (rank + 1) % Alphabet.DIGITS.size()).toArray();
			int[] forward = new int[alphabet.size()];
			for (int place = 0; place < letters.size(); place++) {
				forward[alphabet.indexOf(letters.codePoint(keys[0][place]))] = digits[place % LETTER_COLUMNS];
			}
			if (hasBlank(alphabet)) {
				forward[alphabet.indexOf(' ')] = digits[LETTER_COLUMNS];
			}
			return new ManyToOne(forward, Alphabet.DIGITS.size());
		};
	}

	/** The ranks of ten columns, from 0. */
	private record TenColumns() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			String text = Parameters.given(name, key).replaceAll("\\s+", "");
			boolean digits = text.chars()
				.allMatch((character) -> character >= '0' && character <= '9' && alphabet.indexOf(character) < 0);
			int[] symbols = digits
					? text.chars().map((digit) -> (digit - '0' + LETTER_COLUMNS) % Alphabet.DIGITS.size()).toArray()
					: Parameters.symbols(name, new Key.Given(text), alphabet);
			InvalidInput.throwIf(symbols.length != Alphabet.DIGITS.size(), "/" + name,
					"must have ten letters or digits; it has " + symbols.length);
			InvalidInput.throwIf(digits && IntStream.of(symbols).distinct().count() < Alphabet.DIGITS.size(),
					"/" + name, "must have each of the ten digits once");
			return KeyNumbers.ranks(symbols);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			int ten = Alphabet.DIGITS.size();
			InvalidInput.throwIf(left.length() != null && !left.length().contains(ten), "/" + name + "/random/length",
					"must allow 10, how many columns there are");
			return (alphabet.size() >= ten)
					? IntStream.of(KeyPart.permutation(alphabet.size()).draw(random)).limit(ten).toArray()
					: random.ints(ten, 0, alphabet.size()).toArray();
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.permutation(Alphabet.DIGITS.size());
		}

	}

}
