package dev.decipher.cipher.polygraphic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Square;
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
@Schema(name = "playfair",
		description = "Two symbols at a time become the other corners of their rectangle in a square",
		example = "{\"type\": \"playfair\", \"key\": \"PLAYFAIREXAMPLE\"}")
public record Playfair(@Schema(description = "The square's keyword: its symbols come first, each once",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public Playfair {
		Parameters.requireOneKey("key", key);
	}

	@Override
	public Alphabet defaultAlphabet() {
		return Alphabet.LATIN25;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Square.require(alphabet);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = Square.drawn("key", this.key, alphabet, random);
		return (drawn == this.key) ? this : new Playfair(drawn);
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0;
	}

	/** Rows and columns go round. */
	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		int side = Square.plain(alphabet.size()).side();
		return KeySpace
			.of((key) -> new Rectangles(Square.of(key), Fillers.of(alphabet), Fillers.second(alphabet)),
					(key) -> new Playfair(Parameters.key(key, alphabet)), KeyPart.grid(side, 2))
			.plus(-Math.log(alphabet.size()));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Rectangles(Square.of("key", this.key, alphabet), Fillers.of(alphabet), Fillers.second(alphabet));
	}

	private record Rectangles(Square square, int filler, int otherFiller) implements SymbolCipher {

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
			return exchange(plaintext, 1);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return exchange(ciphertext, -1);
		}

		private int[] exchange(int[] symbols, int places) {
			Fillers.require(2, symbols);
			int[] exchanged = new int[symbols.length];
			for (int i = 0; i < symbols.length; i += 2) {
				int row = this.square.row(symbols[i]);
				int column = this.square.column(symbols[i]);
				int otherRow = this.square.row(symbols[i + 1]);
				int otherColumn = this.square.column(symbols[i + 1]);
				if (row == otherRow) {
					exchanged[i] = this.square.at(row, column + places);
					exchanged[i + 1] = this.square.at(row, otherColumn + places);
				}
				else if (column == otherColumn) {
					exchanged[i] = this.square.at(row + places, column);
					exchanged[i + 1] = this.square.at(otherRow + places, column);
				}
				else {
					exchanged[i] = this.square.at(row, otherColumn);
					exchanged[i + 1] = this.square.at(otherRow, column);
				}
			}
			return exchanged;
		}

		/** The second symbol of a pair is one of those that the first is not. */
		@Override
		public int[] draw(int length, RandomGenerator random) {
			int[] plaintext = new int[Fillers.roundUp(length, 2)];
			int size = this.square.size();
			for (int i = 0; i < plaintext.length; i += 2) {
				plaintext[i] = random.nextInt(size);
				plaintext[i + 1] = (plaintext[i] + 1 + random.nextInt(size - 1)) % size;
			}
			return plaintext;
		}

	}

}
