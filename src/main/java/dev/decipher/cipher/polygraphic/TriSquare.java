package dev.decipher.cipher.polygraphic;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tri-square cipher: of two symbols, the first is found in one keyed square and the
 * second in another. They become three: any symbol of the first one's column, the symbol
 * of a third square in the first one's row and the second one's column, and any symbol of
 * the second one's row. Which symbols these are follows from the message, so that a
 * message always becomes the same ciphertext.
 *
 * @param key1 a keyword that the first symbol's square starts with
 * @param key2 a keyword that the second symbol's square starts with
 * @param key3 a keyword that the square between them starts with
 * @param columns how many each square has, null for as many as rows
 * @param omit the letter that squares of 25 lack, null for J
 */
@JsonTypeName("tri-square")
@Schema(description = "Two symbols at a time, found in two keyed squares, become three: one of a column, the crossing in a "
		+ "third square, and one of a row", example = TriSquare.EXAMPLE)
@Source("American Cryptogram Association, The ACA and You, 2005")
public record TriSquare(@Schema(description = "The keyword of the square of first symbols") Key key1,
		@Schema(description = "The keyword of the square of second symbols") Key key2,
		@Schema(description = "The keyword of the square between them") Key key3, @Nullable @Columns Integer columns,
		@Nullable @Omit String omit) implements DigraphicCipher {

	static final String EXAMPLE = """
			{"type": "tri-square", "key1": "NOVELS", "key2": "READING", "key3": "PASTIME"}""";

	@Override
	public boolean keepsLength() {
		return false;
	}

	@Override
	public boolean fits(int length) {
		return length % 3 == 0;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int across = plain(alphabet).columns();
		int filler = Fillers.of(alphabet);
		return (keys) -> new Squares(Square.of(keys[0], across), Square.of(keys[1], across), Square.of(keys[2], across),
				filler);
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		int across = plain(alphabet).columns();
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 3, ciphertext.length / 3 * 2, false);
		IntBinaryOperator corner = (inRow, inColumn) -> inRow / across * across + inColumn % across;
		for (int i = 0, to = 0; i + 2 < ciphertext.length; i += 3) {
			int crossing = lookups.entry(2, ciphertext[i + 1]);
			lookups.set(to++, crossing, lookups.entry(0, ciphertext[i]), corner, 0);
			lookups.set(to++, lookups.entry(1, ciphertext[i + 2]), crossing, corner, 1);
		}
		return lookups;
	}

	/**
	 * Of three symbols, the first could have been any of its column and the last any of
	 * its row, which has to be told as well.
	 */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		return keyNats(alphabet) + ciphertext.length / 3 * Math.log(alphabet.size());
	}

	/** At work. */
	private record Squares(Square first, Square second, Square between, int filler) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			return Fillers.fill(plaintext, 2, this.filler);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			Fillers.require(2, plaintext);
			SplittableRandom random = SymbolCipher.choices(plaintext);
			int[] ciphertext = new int[plaintext.length / 2 * 3];
			for (int i = 0, to = 0; i < plaintext.length; i += 2) {
				int column = this.first.column(plaintext[i]);
				int row = this.second.row(plaintext[i + 1]);
				ciphertext[to++] = this.first.at(random.nextInt(this.first.rows()), column);
				ciphertext[to++] = this.between.at(this.first.row(plaintext[i]), this.second.column(plaintext[i + 1]));
				ciphertext[to++] = this.second.at(row, random.nextInt(this.second.columns()));
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			Fillers.require(3, ciphertext);
			int[] plaintext = new int[ciphertext.length / 3 * 2];
			for (int i = 0, to = 0; i < ciphertext.length; i += 3) {
				int crossing = ciphertext[i + 1];
				plaintext[to++] = this.first.at(this.between.row(crossing), this.first.column(ciphertext[i]));
				plaintext[to++] = this.second.at(this.second.row(ciphertext[i + 2]), this.between.column(crossing));
			}
			return plaintext;
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(Fillers.roundUp(length, 2), 0, size).toArray();
		}

	}

}
