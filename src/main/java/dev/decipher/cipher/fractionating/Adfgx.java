package dev.decipher.cipher.fractionating;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SquareCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The ADFGX cipher of the German army, March to June 1918, by Fritz Nebel.
 *
 * @param squareKey a keyword that the square of 25 starts with
 * @param key two letters or more, one above each column of the transposition
 */
@JsonTypeName("adfgx")
@Schema(description = "Each symbol becomes two of the letters ADFGX by a square, and these are transposed in columns",
		example = "{\"type\": \"adfgx\", \"squareKey\": \"BTALPDHOZKQFVSNGICUXMREWY\", \"key\": \"CARGO\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 11")
public record Adfgx(@Schema(description = SquareCipher.KEYWORD) Key squareKey,
		@Schema(description = AdfgvxCipher.COLUMNS) Key key) implements AdfgvxCipher {

	private static final Alphabet LABELS = Alphabet.of("ADFGX");

	@Override
	public Alphabet defaultAlphabet() {
		return Alphabet.LATIN25;
	}

	@Override
	public Alphabet labels() {
		return LABELS;
	}

}
