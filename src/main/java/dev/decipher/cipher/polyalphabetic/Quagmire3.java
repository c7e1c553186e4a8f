package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Coprimes;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Quagmire III cipher: both alphabets are keyed, and the same.
 *
 * @param alphabetKey a keyword that the keyed alphabet starts with
 * @param indicator the symbols under the same plaintext symbol in turn
 * @param under that plaintext symbol; null for the alphabet's first, A
 */
@JsonTypeName("quagmire-3")
@Schema(description = "The Vigenère cipher with plain and cipher alphabets keyed by the same keyword",
		example = "{\"type\": \"quagmire-3\", \"alphabetKey\": \"AUTOMOBILE\", \"indicator\": \"HIGHWAY\"}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Quagmire3(@Schema(description = QuagmireCipher.ALPHABET) Key alphabetKey,
		@Schema(description = QuagmireCipher.INDICATOR) Key indicator,
		@Nullable @Schema(description = QuagmireCipher.UNDER) String under) implements QuagmireCipher {

	@Override
	public int[][] alphabetKeys(Alphabet alphabet) {
		return new int[][] { Parameters.keyedAlphabet("alphabetKey", this.alphabetKey, alphabet) };
	}

	@Override
	public int[][] alphabets(int[][] keys, int[] straight) {
		return new int[][] { keys[0], keys[0] };
	}

	@Override
	public double sameNats(int size) {
		// an alphabet that begins elsewhere, or of which every so manieth symbol is taken
		return Math.log(size) + Math.log(Coprimes.of(size).length);
	}

}
