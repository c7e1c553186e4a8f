package dev.decipher.cipher.polygraphic;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The two-square cipher, or double Playfair: the first of two symbols is found in one
 * keyed square and the second in another. With the squares below one another, each
 * becomes the other corner of their rectangle in its own square, so that two in one
 * column stay as they are; with the squares side by side, the corners are read crosswise,
 * so that two in one row change places. Félix Delastelle, Traité élémentaire de
 * cryptographie, 1902; the crosswise reading is the American Cryptogram Association's.
 *
 * @param key1 a keyword that the upper or the left square starts with
 * @param key2 a keyword that the lower or the right square starts with
 * @param direction {@code vertical} for squares below one another, {@code horizontal} for
 * squares side by side
 */
@JsonTypeName("two-square")
@Schema(name = "two-square",
		description = "Two symbols at a time, found in two keyed squares, become the other corners of their rectangle",
		example = "{\"type\": \"two-square\", \"key1\": \"EXAMPLE\", \"key2\": \"KEYWORD\", \"direction\": \"vertical\"}")
public record TwoSquare(
		@Schema(description = "The upper or left square's keyword",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key1,
		@Schema(description = "The lower or right square's keyword",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key2,
		@Schema(description = "How the squares stand: below one another or side by side", allowableValues = {
				TwoSquare.VERTICAL, TwoSquare.HORIZONTAL }, example = TwoSquare.VERTICAL,
				requiredMode = Schema.RequiredMode.REQUIRED) String direction)
		implements
			SquareCipher{

	static final String VERTICAL = "vertical";

	static final String HORIZONTAL = "horizontal";

	public TwoSquare {
		Parameters.requireOneKey("key1", key1);
		Parameters.requireOneKey("key2", key2);
		Parameters.require("direction", direction);
		if (!direction.equals(VERTICAL) && !direction.equals(HORIZONTAL)) {
			throw InvalidInput.at("/direction", "must be vertical or horizontal");
		}
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn1 = Square.drawn("key1", this.key1, alphabet, random);
		Key drawn2 = Square.drawn("key2", this.key2, alphabet, random);
		return (drawn1 == this.key1 && drawn2 == this.key2) ? this : new TwoSquare(drawn1, drawn2, this.direction);
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0;
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet, this.direction);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(VERTICAL, HORIZONTAL).map((direction) -> keySpace(alphabet, direction)).toList();
	}

	private static KeySpace keySpace(Alphabet alphabet, String direction) {
		KeyPart square = KeyPart.grid(Square.plain(alphabet.size()).side(), 2);
		int filler = Fillers.of(alphabet);
		return KeySpace.of((key) -> rectangles(Square.of(key[0]), Square.of(key[1]), direction, filler),
				(key) -> new TwoSquare(Parameters.key(key[0], alphabet), Parameters.key(key[1], alphabet), direction),
				square, square)
			.plus(Math.log(2));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return rectangles(Square.of("key1", this.key1, alphabet), Square.of("key2", this.key2, alphabet),
				this.direction, Fillers.of(alphabet));
	}

	private static SymbolCipher rectangles(Square first, Square second, String direction, int filler) {
		return direction.equals(VERTICAL) ? new Rectangles(first, second, first, second, filler)
				: new Rectangles(first, second, second, first, filler);
	}

}
