package dev.decipher.cipher.polygraphic;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The Bazeries cipher: groups of as many symbols as a number's digits say, in turn, are
 * written backwards, and each symbol becomes the one at the same place in another square:
 * from the alphabet written column by column to the number in English words and then the
 * rest of the alphabet, row by row. A digit 0 makes no group.
 *
 * @param number 1 to 999,999
 * @param key a keyword that the second square starts with, null for the number in words
 * @param omit the letter that squares of 25 lack, null for J
 */
@JsonTypeName("bazeries")
@Schema(description = "Groups as long as a number's digits are reversed, and symbols replaced from square to square",
		example = "{\"type\": \"bazeries\", \"number\": 3752}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Bazeries(
		@Range(min = 1,
				max = 999_999) @Schema(description = "A number whose digits are lengths of groups") Integer number,
		@Nullable @Schema(
				description = "The keyword of the second square; by default the number in English words, without and") Key key,
		@Nullable @Omit String omit) implements SearchableCipher {

	@Override
	public Alphabet defaultAlphabet() {
		return SquareCipher.alphabetWithout(this.omit);
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		SquareCipher.requireWithout(this.omit, alphabet);
		Square.requireRectangle(alphabet, null);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		return (this.key instanceof Key.Random left) ? new Bazeries(this.number,
				Parameters.key(KeyForm.SQUARE.draw("key", left, alphabet, random), alphabet), this.omit) : this;
	}

	/** Numbers of four digits or fewer are the usual ones. */
	@Override
	public Stream<Bazeries> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(9_999, 999_999).map((number) -> new Bazeries(number, this.key, this.omit));
	}

	/** All numbers of as many digits or fewer. */
	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.of((key) -> numbered(key[0]).over(alphabet), (key) -> numbered(key[0]),
				KeyPart.numbers(Integer.toString(this.number).length(), 10));
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		double square = (this.key != null) ? KeyPart.logFactorial(alphabet.size()) : 0;
		return keySpace(alphabet).nats() + square;
	}

	/** A key of nothing but zeros is the number 1. */
	private Bazeries numbered(int[] digits) {
		int number = 0;
		for (int digit : digits) {
			number = 10 * number + digit;
		}
		return new Bazeries(Math.max(1, number), this.key, this.omit);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		Square keyed = Square.of((this.key != null) ? Parameters.keyedAlphabet("key", this.key, alphabet)
				: Parameters.keyedAlphabet(words(alphabet), alphabet.size()));
		int rows = keyed.rows();
		int[] enciphered = new int[alphabet.size()];
		int[] deciphered = new int[alphabet.size()];
		for (int symbol = 0; symbol < enciphered.length; symbol++) {
			// the alphabet stands in the first square column by column
			enciphered[symbol] = keyed.at(symbol % rows, symbol / rows);
			deciphered[enciphered[symbol]] = symbol;
		}
		return new Groups(groups(), enciphered, deciphered);
	}

	/** The symbols of the number in words, as far as the alphabet has the letters. */
	private int[] words(Alphabet alphabet) {
		String words = EnglishNumbers.words(this.number);
		int[] symbols = new int[words.length()];
		int length = 0;
		for (int i = 0; i < symbols.length; i++) {
			int symbol = alphabet.indexOf(words.charAt(i));
			if (symbol >= 0) {
				symbols[length++] = symbol;
			}
		}
		InvalidInput.throwIf(length == 0, "/key",
				"is required, as the alphabet has no letters for the number in English words");
		return Arrays.copyOf(symbols, length);
	}

	/** The digits, save 0. */
	private int[] groups() {
		return Integer.toString(this.number).chars().map((digit) -> digit - '0').filter((digit) -> digit > 0).toArray();
	}

	/**
	 * At work.
	 *
	 * @param lengths of groups, in turn
	 * @param enciphered what each symbol becomes: (size)
	 * @param deciphered what each symbol comes from: (size)
	 */
	private record Groups(int[] lengths, int[] enciphered, int[] deciphered) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return reversed(plaintext, this.enciphered);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return reversed(ciphertext, this.deciphered);
		}

		private int[] reversed(int[] text, int[] table) {
			int[] reversed = new int[text.length];
			for (int start = 0, group = 0; start < text.length; group++) {
				int length = Math.min(this.lengths[group % this.lengths.length], text.length - start);
				for (int i = 0; i < length; i++) {
					reversed[start + i] = table[text[start + length - 1 - i]];
				}
				start += length;
			}
			return reversed;
		}

	}

}
