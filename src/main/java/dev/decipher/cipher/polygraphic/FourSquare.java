package dev.decipher.cipher.polygraphic;

import java.util.function.Function;

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
 * The four-square cipher: two symbols, found in the plain squares at the upper left and
 * the lower right, become the other corners of their rectangle, in the keyed squares at
 * the upper right and the lower left.
 *
 * @param key1 a keyword that the square at the upper right starts with
 * @param key2 a keyword that the square at the lower left starts with
 * @param columns how many each square has, null for as many as rows
 * @param omit the letter that squares of 25 lack, null for J
 */
@JsonTypeName("four-square")
@Schema(description = "Two symbols at a time, found in two plain squares, become the corners of their rectangle in two "
		+ "keyed ones", example = "{\"type\": \"four-square\", \"key1\": \"EXAMPLE\", \"key2\": \"KEYWORD\"}")
@Source("Félix Delastelle, Traité élémentaire de cryptographie, 1902")
public record FourSquare(@Schema(description = "The upper right square's keyword") Key key1,
		@Schema(description = "The lower left square's keyword") Key key2, @Nullable @Columns Integer columns,
		@Nullable @Omit String omit) implements DigraphicCipher {

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		return Rectangles.lookups(plain(alphabet), ciphertext, 2, 0, 1, 2, 2);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		Square plain = plain(alphabet);
		int across = plain.columns();
		int filler = Fillers.of(alphabet);
		return (keys) -> new Rectangles(plain, plain, Square.of(keys[0], across), Square.of(keys[1], across), filler);
	}

}
