package dev.decipher.cipher.polygraphic;

import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Playfair cipher: of two symbols in a square, those in one row become their right
 * neighbours, those in one column the ones below them, any others the other corners of
 * their rectangle, each in its own row. Charles Wheatstone, 1854; described in Helen
 * Fouché Gaines, Cryptanalysis, 1939, chapter XXI.
 *
 * @param key a keyword that the square starts with
 */
@JsonTypeName("playfair")
@Schema(description = "Two symbols at a time become the other corners of their rectangle in a square",
		example = "{\"type\": \"playfair\", \"key\": \"PLAYFAIREXAMPLE\"}")
public record Playfair(@Schema(description = SquareCipher.KEYWORD) Key key) implements DigraphicCipher {

	/** Rows and columns go round. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return -Math.log(alphabet.size());
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int side = Square.plain(alphabet.size()).side();
		Pairs enciphered = Pairs.of(side, 1);
		Pairs deciphered = Pairs.of(side, -1);
		int filler = Fillers.of(alphabet);
		int otherFiller = Fillers.second(alphabet);
		return (keys) -> new Corners(Square.of(keys[0]), enciphered, deciphered, filler, otherFiller);
	}

	/**
	 * The places that two places of a square become.
	 *
	 * @param places for one place and another the first and the second, in {@value #BITS}
	 * bits: (side⁴)
	 */
	private record Pairs(int[] places) {

		static final int BITS = 16;

		/** In one row or column each becomes the place so many further. */
		static Pairs of(int side, int further) {
			int[] pairs = new int[side * side * side * side];
			for (int pair = 0; pair < pairs.length; pair++) {
				int row = pair / (side * side) / side;
				int column = pair / (side * side) % side;
				int otherRow = pair % (side * side) / side;
				int otherColumn = pair % side;
				int down = (row != otherRow && column == otherColumn) ? further : 0;
				int right = (row == otherRow) ? further : 0;
				boolean corners = down == 0 && right == 0;
				int first = place(row + down, (corners ? otherColumn : column) + right, side);
				int second = place(otherRow + down, (corners ? column : otherColumn) + right, side);
				pairs[pair] = first << BITS | second;
			}
			return new Pairs(pairs);
		}

		private static int place(int row, int column, int side) {
			return Math.floorMod(row, side) * side + Math.floorMod(column, side);
		}

	}

	/**
	 * At work.
	 *
	 * @param enciphered what the places of a pair become
	 * @param deciphered what they come from
	 */
	private record Corners(Square square, Pairs enciphered, Pairs deciphered, int filler,
			int otherFiller) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			int[] prepared = new int[2 * plaintext.length];
			int length = 0;
			for (int i = 0; i < plaintext.length;) {
				int first = plaintext[i++];
				prepared[length++] = first;
				boolean pair = i < plaintext.length && plaintext[i] != first;
				prepared[length++] = pair ? plaintext[i++] : (first != this.filler) ? this.filler : this.otherFiller;
			}
			return Arrays.copyOf(prepared, length);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return exchange(plaintext, this.enciphered);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return exchange(ciphertext, this.deciphered);
		}

		private int[] exchange(int[] symbols, Pairs pairs) {
			Fillers.require(2, symbols);
			int side = this.square.side();
			int[] exchanged = new int[symbols.length];
			for (int i = 0; i < symbols.length; i += 2) {
				int one = this.square.place(symbols[i]);
				int other = this.square.place(symbols[i + 1]);
				int pair = pairs.places[one * side * side + other];
				exchanged[i] = this.square.at(pair >> Pairs.BITS);
				exchanged[i + 1] = this.square.at(pair & (1 << Pairs.BITS) - 1);
			}
			return exchanged;
		}

		/** The second symbol of a pair is one of those that the first is not. */
		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			int[] plaintext = new int[Fillers.roundUp(length, 2)];
			for (int i = 0; i < plaintext.length; i += 2) {
				plaintext[i] = random.nextInt(size);
				plaintext[i + 1] = (plaintext[i] + 1 + random.nextInt(size - 1)) % size;
			}
			return plaintext;
		}

	}

}
