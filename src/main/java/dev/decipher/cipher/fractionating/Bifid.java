package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The bifid cipher: of the symbols of one period all rows in a square are written down,
 * then all columns, and two by two these are read as rows and columns again. The last
 * period may be shorter.
 *
 * @param key a keyword that the square starts with
 * @param period how many symbols are taken together, 2 to 10,000; the whole message if
 * null
 */
@JsonTypeName("bifid")
@Schema(description = "The rows and then the columns of some symbols in a square are read in pairs as rows and columns",
		example = "{\"type\": \"bifid\", \"key\": \"BGWKZQPNDSIOAXEFCLUMTHYVR\", \"period\": 10}")
@Source("Félix Delastelle, Traité élémentaire de cryptographie, 1902")
public record Bifid(@Schema(description = SquareCipher.KEYWORD) Key key,
		@Nullable @Range(min = 2, max = 10_000) @Schema(
				description = "How many symbols are taken together, 2 to 10,000; " + "without it the whole message",
				example = "10") Integer period)
		implements
			SquareCipher {

	@Override
	public boolean dependsOnLength() {
		return this.period == null;
	}

	/** Rows and columns go round. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH - Math.log(alphabet.size());
	}

	@Override
	public Stream<Bifid> shapes(Alphabet alphabet, int[] ciphertext) {
		return new Periods(ciphertext, alphabet.size(), 2)
			.sorted(IntStream.concat(IntStream.rangeClosed(3, 12), IntStream.of(ciphertext.length)))
			.stream()
			.map((period) -> new Bifid(this.key, period));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Fractionation(Square.of(keys[0]), (this.period != null) ? this.period : Integer.MAX_VALUE);
	}

	private record Fractionation(Square square, int period) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			// rows, then columns
			int[] coordinates = new int[2 * Math.min(this.period, plaintext.length)];
			for (int start = 0; start < plaintext.length; start += this.period) {
				int length = Math.min(this.period, plaintext.length - start);
				for (int i = 0; i < length; i++) {
					coordinates[i] = this.square.row(plaintext[start + i]);
					coordinates[length + i] = this.square.column(plaintext[start + i]);
				}
				for (int i = 0; i < length; i++) {
					ciphertext[start + i] = this.square.at(coordinates[2 * i], coordinates[2 * i + 1]);
				}
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int start = 0; start < ciphertext.length; start += this.period) {
				int length = Math.min(this.period, ciphertext.length - start);
				for (int i = 0; i < length; i++) {
					// the rows of all letters were written first, and then the columns
					int row = this.square.coordinate(ciphertext[start + (i >> 1)], i & 1);
					int column = this.square.coordinate(ciphertext[start + (length + i >> 1)], length + i & 1);
					plaintext[start + i] = this.square.at(row, column);
				}
			}
			return plaintext;
		}

	}

}
