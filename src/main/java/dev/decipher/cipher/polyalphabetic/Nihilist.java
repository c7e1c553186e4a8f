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
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Nihilist cipher: a symbol is the number of its row and column in a square, 11 to 55
 * for five rows, to which the number of the key's symbol above it is added. The sums are
 * written in full, 22 to 110, or as two digits, of which 00 to 10 are 100 to 110.
 *
 * @param key one symbol of the alphabet or more, repeated along the message
 * @param squareKey a keyword that the square starts with
 * @param hundreds whether they are written, which they are if null
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("nihilist")
@Schema(description = "The number of a symbol's row and column in a square plus that of the key's symbol above it",
		example = "{\"type\": \"nihilist\", \"key\": \"RUSSIAN\", \"squareKey\": \"ZEBRAS\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 18")
public record Nihilist(@Schema(description = TextKeyed.KEY) Key key,
		@Schema(description = SquareCipher.KEYWORD) Key squareKey,
		@Nullable @Schema(
				description = "Whether sums above 99 are written with their hundred, 106, or without, 06, as the "
						+ "American Cryptogram Association has it; then all sums have two digits, which need no space between them",
				allowableValues = {
						Nihilist.WRITTEN, Nihilist.DROPPED },
				defaultValue = Nihilist.WRITTEN) String hundreds,
		@Nullable @Omit String omit) implements SquareCipher{

	static final String WRITTEN = "written";

	static final String DROPPED = "dropped";

	private static final int HUNDRED = 100;

	/** Columns that a digit can name. */
	private static final int MOST_COLUMNS = 9;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		SquareCipher.requireWithout(this.omit, alphabet);
		Square.requireRectangle(alphabet, null);
		InvalidInput.throwIf(Square.columns(alphabet.size()) > MOST_COLUMNS, "",
				"must fill at most nine rows and columns, which a digit can name; it has " + alphabet.size()
						+ " symbols");
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
		int modulus = modulus();
		return (keys) -> {
			Square square = Square.of(keys[1]);
			return new Sums(square, IntStream.of(keys[0]).map((symbol) -> number(square, symbol)).toArray(), sums,
					modulus);
		};
	}

	/** Every sum of two numbers, whatever the keys are. */
	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return isDropped()
				? Tokens.ofLength(2, IntStream.of(sums(alphabet)).mapToObj((sum) -> "%02d".formatted(sum)).toList())
				: Tokens.of(IntStream.of(sums(alphabet)).mapToObj(Integer::toString).toList());
	}

	private boolean isDropped() {
		return DROPPED.equals(this.hundreds);
	}

	/** What is left of a sum is below this. */
	private int modulus() {
		return isDropped() ? HUNDRED : 2 * HUNDRED;
	}

	private int[] sums(Alphabet alphabet) {
		Square square = Square.plain(alphabet.size());
		return IntStream.range(0, square.size())
			.map((symbol) -> number(square, symbol))
			.flatMap((one) -> IntStream.range(0, square.size()).map((symbol) -> one + number(square, symbol)))
			.map((sum) -> sum % modulus())
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
	 * @param modulus what is left of sums is below it
	 */
	private record Sums(Square square, int[] key, int[] sums, int modulus) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] indexOf = new int[this.sums[this.sums.length - 1] + 1];
			for (int index = 0; index < this.sums.length; index++) {
				indexOf[this.sums[index]] = index;
			}
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = indexOf[(number(this.square, plaintext[i]) + this.key[i % this.key.length])
						% this.modulus];
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				// numbers of symbols are less than a hundred apart
				int number = Math.floorMod(this.sums[ciphertext[i]] - this.key[i % this.key.length], this.modulus);
				int row = Math.floorDiv(number, 10) - 1;
				int column = Math.floorMod(number, 10) - 1;
				if (row < 0 || row >= this.square.rows() || column < 0 || column >= this.square.columns()) {
					throw new IllegalArgumentException(
							"no symbol gives " + this.sums[ciphertext[i]] + " with the key at position " + i);
				}
				plaintext[i] = this.square.at(row, column);
			}
			return plaintext;
		}

	}

}
