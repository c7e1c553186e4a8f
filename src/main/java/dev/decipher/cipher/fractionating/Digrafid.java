package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;

/**
 * The digrafid cipher: the first symbol of a pair is found in a table of three rows, the
 * second in one of three columns. Three numbers name a pair: the first symbol's column,
 * the first one's row and the second one's column together, and the second one's row. Of
 * all pairs of one period the first numbers are written down, then the second ones, then
 * the third ones, and three by three these are read as pairs again. The last period may
 * be shorter.
 *
 * @param key1 a keyword that the table of three rows starts with, row by row
 * @param key2 a keyword that the table of three columns starts with, column by column
 * @param period how many pairs are taken together, 2 to 10,000
 */
@JsonTypeName("digrafid")
@Schema(description = "Each two symbols become three numbers, and the numbers of some pairs are read in threes as pairs",
		example = "{\"type\": \"digrafid\", \"key1\": \"KEYWORD\", \"key2\": \"VERTICAL\", \"period\": 3}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Digrafid(@Schema(description = "The keyword of the table of three rows, written row by row") Key key1,
		@Schema(description = "The keyword of the table of three columns, written column by column") Key key2,
		@Range(min = 2, max = 10_000) @Schema(
				description = "How many pairs are taken together, 2 to 10,000; some sources count letters, twice as many") Integer period)
		implements
			KeyedCipher {

	private static final Alphabet LETTERS_AND_SIGN = Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ#");

	@Override
	public Alphabet defaultAlphabet() {
		return LETTERS_AND_SIGN;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		int side = side(alphabet);
		InvalidInput.throwIf(side * side * side != alphabet.size(), "",
				"must fill three rows of nine, as 27 symbols do, or n rows of n · n; it has " + alphabet.size()
						+ " symbols");
	}

	private static int side(Alphabet alphabet) {
		return (int) Math.round(Math.cbrt(alphabet.size()));
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.SQUARE;
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0;
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	/**
	 * None: the numbers of each symbol go to three pairs, so that no key is told to be
	 * nearly right. With 450 letters and the right period the general attack finds
	 * nothing.
	 */
	@Override
	public Stream<Digrafid> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.empty();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int side = side(alphabet);
		int filler = Fillers.of(alphabet);
		return (keys) -> new Tables(keys[0], KeyNumbers.inverse(keys[0]), keys[1], KeyNumbers.inverse(keys[1]), side,
				this.period, filler);
	}

	/**
	 * At work.
	 *
	 * @param rows the first table row by row: (side³)
	 * @param rowPlaces where each symbol stands in that: (side³)
	 * @param columns the second table column by column: (side³)
	 * @param columnPlaces where each symbol stands in that: (side³)
	 * @param side how many rows the first table has, and columns the second
	 * @param period in pairs
	 */
	private record Tables(int[] rows, int[] rowPlaces, int[] columns, int[] columnPlaces, int side, int period,
			int filler) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			return Fillers.fill(plaintext, 2, this.filler);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			Fillers.require(2, plaintext);
			int[] ciphertext = new int[plaintext.length];
			int[] numbers = new int[3 * Math.min(this.period, plaintext.length / 2)];
			for (int start = 0; start < plaintext.length; start += 2 * this.period) {
				int pairs = Math.min(this.period, (plaintext.length - start) / 2);
				for (int pair = 0; pair < pairs; pair++) {
					for (int number = 0; number < 3; number++) {
						numbers[number * pairs + pair] = number(plaintext, start + 2 * pair, number);
					}
				}
				for (int pair = 0; pair < pairs; pair++) {
					write(numbers[3 * pair], numbers[3 * pair + 1], numbers[3 * pair + 2], ciphertext,
							start + 2 * pair);
				}
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			Fillers.require(2, ciphertext);
			int[] plaintext = new int[ciphertext.length];
			int[] numbers = new int[3 * Math.min(this.period, ciphertext.length / 2)];
			for (int start = 0; start < ciphertext.length; start += 2 * this.period) {
				int pairs = Math.min(this.period, (ciphertext.length - start) / 2);
				for (int i = 0; i < 3 * pairs; i++) {
					numbers[i] = number(ciphertext, start + 2 * (i / 3), i % 3);
				}
				for (int pair = 0; pair < pairs; pair++) {
					write(numbers[pair], numbers[pairs + pair], numbers[2 * pairs + pair], plaintext, start + 2 * pair);
				}
			}
			return plaintext;
		}

		/** One of the three numbers of a pair, each below side². */
		private int number(int[] text, int position, int number) {
			int across = this.side * this.side;
			int first = this.rowPlaces[text[position]];
			int second = this.columnPlaces[text[position + 1]];
			return switch (number) {
				case 0 -> first % across;
				case 1 -> first / across * this.side + second / across;
				default -> second % across;
			};
		}

		private void write(int column, int between, int row, int[] text, int position) {
			int across = this.side * this.side;
			text[position] = this.rows[between / this.side * across + column];
			text[position + 1] = this.columns[between % this.side * across + row];
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(Fillers.roundUp(length, 2), 0, size).toArray();
		}

	}

}
