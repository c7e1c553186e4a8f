package dev.decipher.cipher.polyalphabetic;

import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Nihilist cipher: a symbol is the number of its row and column in a square, 11 to 55
 * for five rows, to which the number of the key's symbol above it is added without any
 * modulus.
 *
 * @param key one symbol of the alphabet or more, repeated along the message
 * @param squareKey a keyword that the square starts with
 */
@JsonTypeName("nihilist")
@Schema(description = "The number of a symbol's row and column in a square plus that of the key's symbol above it",
		example = "{\"type\": \"nihilist\", \"key\": \"RUSSIAN\", \"squareKey\": \"ZEBRAS\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 18")
public record Nihilist(@Schema(description = TextKeyed.KEY) Key key,
		@Schema(description = SquareCipher.KEYWORD) Key squareKey) implements SquareCipher {

	/** Rows and columns that a digit can name. */
	private static final int LONGEST_SIDE = 9;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Square.require(alphabet);
		if (alphabet.size() > LONGEST_SIDE * LONGEST_SIDE) {
			throw InvalidInput.at("", "must have at most 81 symbols, whose rows and columns a digit can name");
		}
	}

	@Override
	public KeyForm keyForm(String name) {
		return name.equals("key") ? KeyForm.TEXT : KeyForm.SQUARE;
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int[] sums = sums(alphabet);
		return (keys) -> {
			Square square = Square.of(keys[1]);
			return new Sums(square, IntStream.of(keys[0]).map((symbol) -> number(square, symbol)).toArray(), sums);
		};
	}

	/** Every sum of two numbers, whatever the keys are. */
	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return Tokens.of(IntStream.of(sums(alphabet)).mapToObj(Integer::toString).toList());
	}

	private static int[] sums(Alphabet alphabet) {
		Square square = Square.plain(alphabet.size());
		return IntStream.range(0, square.size())
			.map((symbol) -> number(square, symbol))
			.flatMap((one) -> IntStream.range(0, square.size()).map((symbol) -> one + number(square, symbol)))
			.sorted()
			.distinct()
			.toArray();
	}

	private static int number(Square square, int symbol) {
		return 10 * (square.row(symbol) + 1) + square.column(symbol) + 1;
	}

	/**
	 * At work.
	 *
	 * @param key the key's numbers
	 * @param sums the number that each ciphertext symbol stands for, in ascending order
	 */
	private record Sums(Square square, int[] key, int[] sums) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] indexOf = new int[this.sums[this.sums.length - 1] + 1];
			for (int index = 0; index < this.sums.length; index++) {
				indexOf[this.sums[index]] = index;
			}
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = indexOf[number(this.square, plaintext[i]) + this.key[i % this.key.length]];
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				int number = this.sums[ciphertext[i]] - this.key[i % this.key.length];
				int row = Math.floorDiv(number, 10) - 1;
				int column = Math.floorMod(number, 10) - 1;
				if (row < 0 || row >= this.square.side() || column < 0 || column >= this.square.side()) {
					throw new IllegalArgumentException(
							"no symbol gives " + this.sums[ciphertext[i]] + " with the key at position " + i);
				}
				plaintext[i] = this.square.at(row, column);
			}
			return plaintext;
		}

	}

}
