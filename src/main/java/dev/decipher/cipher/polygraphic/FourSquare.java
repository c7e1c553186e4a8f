package dev.decipher.cipher.polygraphic;

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
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The four-square cipher: two symbols, found in the plain squares at the upper left and
 * the lower right, become the other corners of their rectangle, in the keyed squares at
 * the upper right and the lower left. Félix Delastelle, Traité élémentaire de
 * cryptographie, 1902.
 *
 * @param key1 a keyword that the square at the upper right starts with
 * @param key2 a keyword that the square at the lower left starts with
 */
@JsonTypeName("four-square")
@Schema(name = "four-square",
		description = "Two symbols at a time, found in two plain squares, become the corners of their rectangle in two "
				+ "keyed ones",
		example = "{\"type\": \"four-square\", \"key1\": \"EXAMPLE\", \"key2\": \"KEYWORD\"}")
public record FourSquare(
		@Schema(description = "The upper right square's keyword", requiredMode = Schema.RequiredMode.REQUIRED) Key key1,
		@Schema(description = "The lower left square's keyword", requiredMode = Schema.RequiredMode.REQUIRED) Key key2)
		implements
			SquareCipher {

	public FourSquare {
		Parameters.requireOneKey("key1", key1);
		Parameters.requireOneKey("key2", key2);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn1 = Square.drawn("key1", this.key1, alphabet, random);
		Key drawn2 = Square.drawn("key2", this.key2, alphabet, random);
		return (drawn1 == this.key1 && drawn2 == this.key2) ? this : new FourSquare(drawn1, drawn2);
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0;
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		Square plain = Square.plain(alphabet.size());
		int filler = Fillers.of(alphabet);
		return KeySpace.of((key) -> new Rectangles(plain, plain, Square.of(key[0]), Square.of(key[1]), filler),
				(key) -> new FourSquare(Parameters.key(key[0], alphabet), Parameters.key(key[1], alphabet)),
				KeyPart.grid(plain.side(), 2), KeyPart.grid(plain.side(), 2));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		Square plain = Square.plain(alphabet.size());
		return new Rectangles(plain, plain, Square.of("key1", this.key1, alphabet),
				Square.of("key2", this.key2, alphabet), Fillers.of(alphabet));
	}

}
