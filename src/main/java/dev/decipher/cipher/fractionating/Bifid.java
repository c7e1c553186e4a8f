package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Periodic;
import dev.decipher.cipher.PlaceLookups;
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
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("bifid")
@Schema(description = "The rows and then the columns of some symbols in a square are read in pairs as rows and columns",
		example = "{\"type\": \"bifid\", \"key\": \"BGWKZQPNDSIOAXEFCLUMTHYVR\", \"period\": 10}")
@Source("Félix Delastelle, Traité élémentaire de cryptographie, 1902")
public record Bifid(@Schema(description = SquareCipher.KEYWORD) Key key,
		@Nullable @Range(min = 2, max = 10_000) @Schema(
				description = "How many symbols are taken together, 2 to 10,000; without it the whole message",
				example = "10") Integer period,
		@Nullable @Omit String omit) implements SquareCipher, Periodic {

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
	public boolean ranksShapes() {
		return true;
	}

	@Override
	public Stream<Bifid> shapes(Alphabet alphabet, int[] ciphertext) {
		return new Periods(ciphertext, alphabet.size(), 2)
			.sorted(IntStream.concat(IntStream.rangeClosed(3, 12), IntStream.of(ciphertext.length)))
			.stream()
			.map((period) -> new Bifid(this.key, period, this.omit));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> {
			Square square = Square.of(keys[0]);
			return new Fractionation(square, square, (this.period != null) ? this.period : Integer.MAX_VALUE);
		};
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		return Fractionation.lookups(ciphertext, Square.columns(alphabet.size()), 1, 0, 0,
				(this.period != null) ? this.period : ciphertext.length);
	}

}
