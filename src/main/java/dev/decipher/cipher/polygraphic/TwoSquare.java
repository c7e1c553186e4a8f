package dev.decipher.cipher.polygraphic;

import java.util.function.Function;
import java.util.stream.Stream;

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
 * The two-square cipher, or double Playfair: the first of two symbols is found in one
 * keyed square and the second in another. With the squares below one another, each
 * becomes the other corner of their rectangle in its own square, so that two in one
 * column stay as they are; with the squares side by side, the corners are read crosswise,
 * so that two in one row change places. The crosswise reading is the American Cryptogram
 * Association's.
 *
 * @param key1 a keyword that the upper or the left square starts with
 * @param key2 a keyword that the lower or the right square starts with
 * @param direction {@code vertical} for squares below one another, {@code horizontal} for
 * squares side by side
 * @param columns how many each square has, null for as many as rows
 * @param omit the letter that squares of 25 lack, null for J
 */
@JsonTypeName("two-square")
@Schema(description = "Two symbols at a time, found in two keyed squares, become the other corners of their rectangle",
		example = "{\"type\": \"two-square\", \"key1\": \"EXAMPLE\", \"key2\": \"KEYWORD\", \"direction\": \"vertical\"}")
@Source("Félix Delastelle, Traité élémentaire de cryptographie, 1902")
public record TwoSquare(@Schema(description = "The upper or left square's keyword") Key key1,
		@Schema(description = "The lower or right square's keyword") Key key2,
		@Schema(description = "How the squares stand: below one another or side by side", allowableValues = {
				TwoSquare.VERTICAL, TwoSquare.HORIZONTAL }, example = TwoSquare.VERTICAL) String direction,
		@Nullable @Columns Integer columns, @Nullable @Omit String omit) implements DigraphicCipher{

	static final String VERTICAL = "vertical";

	static final String HORIZONTAL = "horizontal";

	/** Two directions. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return Math.log(2);
	}

	@Override
	public Stream<TwoSquare> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(VERTICAL, HORIZONTAL)
			.map((direction) -> new TwoSquare(this.key1, this.key2, direction, this.columns, this.omit));
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		int from = this.direction.equals(HORIZONTAL) ? 1 : 0;
		return Rectangles.lookups(plain(alphabet), ciphertext, 2, from, 1 - from, 0, 1);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		boolean crosswise = this.direction.equals(HORIZONTAL);
		int across = plain(alphabet).columns();
		int filler = Fillers.of(alphabet);
		return (keys) -> {
			Square first = Square.of(keys[0], across);
			Square second = Square.of(keys[1], across);
			return new Rectangles(first, second, crosswise ? second : first, crosswise ? first : second, filler);
		};
	}

}
