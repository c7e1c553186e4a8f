package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Periodic;
import dev.decipher.cipher.PlaceLookups;
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
			KeyedCipher,
			Periodic {

	private static final int LONGEST_SEARCHED_PERIOD = 8;

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

	@Override
	public Stream<Digrafid> shapes(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(2, LONGEST_SEARCHED_PERIOD)
			.mapToObj((period) -> new Digrafid(this.key1, this.key2, period));
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		int side = side(alphabet);
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 2, ciphertext.length, true);
		IntUnaryOperator[] parts = parts(side);
		IntBinaryOperator between = (first, second) -> first / side / side * side + second / side / side;
		IntUnaryOperator none = (place) -> 0;
		IntBinaryOperator[] pairs = new IntBinaryOperator[6];
		IntUnaryOperator[] lines = new IntUnaryOperator[6];
		for (int part = 0; part < 6; part++) {
			IntUnaryOperator line = parts[part];
			lines[part] = (place) -> line.applyAsInt(place) * side * side;
			pairs[part] = (one, other) -> one % (side * side) + line.applyAsInt(other) * side * side;
		}
		for (int start = 0; start < ciphertext.length; start += 2 * this.period) {
			int count = Math.min(this.period, (ciphertext.length - start) / 2);
			for (int pair = 0; pair < count; pair++) {
				for (int letter = 0; letter < 2; letter++) {
					int position = start + 2 * pair + letter;
					// its place in a line, and its line
					int inLine = pair + 2 * letter * count;
					int line = pair + count;
					int part = 2 * (line % 3) + letter;
					int lineEntry = entry(lookups, ciphertext, start, line, letter);
					if (inLine % 3 == 1) {
						lookups.set(position, entry(lookups, ciphertext, start, inLine, 0),
								entry(lookups, ciphertext, start, inLine, 1), between, letter);
						lookups.add(position, lineEntry, lines[part]);
					}
					else {
						lookups.set(position, entry(lookups, ciphertext, start, inLine, 0), lineEntry, pairs[part],
								letter);
						lookups.add(position, lineEntry, none);
					}
				}
			}
		}
		return lookups;
	}

	/** Both halves of each of a pair's three numbers by the place of one symbol. */
	private static IntUnaryOperator[] parts(int side) {
		IntUnaryOperator line = (place) -> place / side / side;
		IntUnaryOperator first = (place) -> place % (side * side) / side;
		IntUnaryOperator second = (place) -> place % side;
		return new IntUnaryOperator[] { first, second, line, line, first, second };
	}

	/** The symbol that a number is of, or one of its halves where it is of both. */
	private static int entry(PlaceLookups lookups, int[] ciphertext, int start, int number, int half) {
		int symbol = (number % 3 == 1) ? half : number % 3 / 2;
		return lookups.entry(symbol, ciphertext[start + number / 3 * 2 + symbol]);
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
