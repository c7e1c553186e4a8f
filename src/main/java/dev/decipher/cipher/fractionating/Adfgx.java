package dev.decipher.cipher.fractionating;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SquareCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The ADFGX cipher of the German army, March to June 1918, by Fritz Nebel.
 *
 * @param squareKey a keyword that the square of 25 starts with
 * @param key two letters or more, one above each column of the transposition
 * @param omit the letter that the square lacks, null for J
 */
@JsonTypeName("adfgx")
@Schema(description = "Each symbol becomes two of the letters ADFGX by a square, and these are transposed in columns",
		example = "{\"type\": \"adfgx\", \"squareKey\": \"BTALPDHOZKQFVSNGICUXMREWY\", \"key\": \"CARGO\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 11")
public record Adfgx(@Schema(description = SquareCipher.KEYWORD) Key squareKey,
		@Schema(description = AdfgvxCipher.COLUMNS) Key key, @Nullable @Omit String omit) implements AdfgvxCipher {

	private static final Alphabet LABELS = Alphabet.of("ADFGX");

	@Override
	public Alphabet defaultAlphabet() {
		return SquareCipher.alphabetWithout(this.omit);
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		SquareCipher.requireWithout(this.omit, alphabet);
		AdfgvxCipher.super.requireAlphabet(alphabet);
	}

	@Override
	public Alphabet labels() {
		return LABELS;
	}

}
