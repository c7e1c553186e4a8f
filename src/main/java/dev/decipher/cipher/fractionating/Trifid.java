package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Periodic;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The trifid cipher: bifid with a cube. Of the symbols of one period all layers are
 * written down, then all rows, then all columns, and three by three these are read as
 * layer, row and column again. The last period may be shorter.
 *
 * @param key a keyword that the cube starts with, layer by layer
 * @param period how many symbols are taken together, 2 to 10,000
 */
@JsonTypeName("trifid")
@Schema(description = "The layers, rows and columns of some symbols in a cube are read in threes as layer, row and column",
		example = "{\"type\": \"trifid\", \"key\": \"FELIXMARDSTBCGHJKNOPQUVWYZ\", \"period\": 5}")
@Source("Félix Delastelle, Traité élémentaire de cryptographie, 1902")
public record Trifid(@Schema(description = "The cube's keyword: its symbols come first, each once") Key key,
		@Period Integer period) implements KeyedCipher, Periodic {

	private static final Alphabet LETTERS_AND_STOP = Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.");

	private static final int LONGEST_SEARCHED_PERIOD = 15;

	@Override
	public Alphabet defaultAlphabet() {
		return LETTERS_AND_STOP;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		int side = side(alphabet);
		if (side * side * side != alphabet.size()) {
			throw InvalidInput.at("", "must fill a cube, as 27 symbols do; it has " + alphabet.size() + " symbols");
		}
	}

	private static int side(Alphabet alphabet) {
		return (int) Math.round(Math.cbrt(alphabet.size()));
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.CUBE;
	}

	/** The names of layers, rows and columns may be exchanged, alike in all three. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH - KeyPart.logFactorial(side(alphabet));
	}

	@Override
	public boolean ranksShapes() {
		return true;
	}

	@Override
	public Stream<Trifid> shapes(Alphabet alphabet, int[] ciphertext) {
		return new Periods(ciphertext, alphabet.size(), 3).sorted(IntStream.rangeClosed(3, LONGEST_SEARCHED_PERIOD))
			.stream()
			.map((period) -> new Trifid(this.key, period));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int side = side(alphabet);
		return (keys) -> new Cube(keys[0], side, this.period);
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		int side = side(alphabet);
		IntBinaryOperator[] places = new IntBinaryOperator[9];
		IntUnaryOperator[] more = new IntUnaryOperator[3];
		for (int axis = 0; axis < 3; axis++) {
			int column = axis;
			more[axis] = (place) -> coordinate(place, column, side);
			for (int other = 0; other < 3; other++) {
				int layer = axis;
				int row = other;
				places[3 * axis + other] = (one,
						two) -> (coordinate(one, layer, side) * side + coordinate(two, row, side)) * side;
			}
		}
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 1, ciphertext.length, true);
		for (int start = 0; start < ciphertext.length; start += this.period) {
			int length = Math.min(this.period, ciphertext.length - start);
			for (int i = 0; i < length; i++) {
				// where its layer, its row and its column are among all numbers
				int row = length + i;
				int column = 2 * length + i;
				lookups.set(start + i, ciphertext[start + i / 3], ciphertext[start + row / 3],
						places[3 * (i % 3) + row % 3], 0);
				lookups.add(start + i, ciphertext[start + column / 3], more[column % 3]);
			}
		}
		return lookups;
	}

	private static int coordinate(int place, int axis, int side) {
		return switch (axis) {
			case 0 -> place / side / side;
			case 1 -> place / side % side;
			default -> place % side;
		};
	}

	/**
	 * At work.
	 *
	 * @param cube symbols layer by layer and row by row: (side³)
	 * @param coordinates layer, row and column of each symbol: (side³, 3)
	 */
	private record Cube(int[] cube, int[] coordinates, int side, int period) implements SymbolCipher {

		Cube(int[] cube, int side, int period) {
			this(cube, new int[3 * cube.length], side, period);
			int place = 0;
			for (int layer = 0; layer < side; layer++) {
				for (int row = 0; row < side; row++) {
					for (int column = 0; column < side; column++) {
						int symbol = 3 * cube[place++];
						this.coordinates[symbol] = layer;
						this.coordinates[symbol + 1] = row;
						this.coordinates[symbol + 2] = column;
					}
				}
			}
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			for (int start = 0; start < plaintext.length; start += this.period) {
				int length = Math.min(this.period, plaintext.length - start);
				for (int i = 0; i < length; i++) {
					int place = 0;
					for (int j = 3 * i; j < 3 * i + 3; j++) {
						// the layers of all symbols come first, then the rows, then the
						// columns
						place = place * this.side + this.coordinates[3 * plaintext[start + j % length] + j / length];
					}
					ciphertext[start + i] = this.cube[place];
				}
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			int[] written = new int[3 * Math.min(this.period, ciphertext.length)];
			for (int start = 0; start < ciphertext.length; start += this.period) {
				int length = Math.min(this.period, ciphertext.length - start);
				for (int i = 0; i < length; i++) {
					int symbol = 3 * ciphertext[start + i];
					written[3 * i] = this.coordinates[symbol];
					written[3 * i + 1] = this.coordinates[symbol + 1];
					written[3 * i + 2] = this.coordinates[symbol + 2];
				}
				for (int i = 0; i < length; i++) {
					plaintext[start + i] = this.cube[(written[i] * this.side + written[length + i]) * this.side
							+ written[2 * length + i]];
				}
			}
			return plaintext;
		}

	}

}
