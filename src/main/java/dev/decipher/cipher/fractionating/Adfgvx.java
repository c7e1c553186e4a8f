package dev.decipher.cipher.fractionating;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SquareCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The ADFGVX cipher of the German army from June 1918 on, by Fritz Nebel.
 *
 * @param squareKey a keyword that the square of 36 starts with
 * @param key two letters or more, one above each column of the transposition
 */
@JsonTypeName("adfgvx")
@Schema(description = "Each letter or digit becomes two of the letters ADFGVX by a square, and these are transposed "
		+ "in columns",
		example = "{\"type\": \"adfgvx\", \"squareKey\": \"NA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYZ\", "
				+ "\"key\": \"PRIVACY\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 11")
public record Adfgvx(@Schema(description = SquareCipher.KEYWORD) Key squareKey,
		@Schema(description = AdfgvxCipher.COLUMNS) Key key) implements AdfgvxCipher {

	private static final Alphabet LABELS = Alphabet.of("ADFGVX");

	@Override
	public Alphabet defaultAlphabet() {
		return Alphabet.LATIN36;
	}

	@Override
	public Alphabet labels() {
		return LABELS;
	}

}
