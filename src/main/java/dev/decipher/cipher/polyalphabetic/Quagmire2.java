package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Quagmire II cipher: the plain alphabet is straight, the cipher alphabet keyed.
 *
 * @param alphabetKey a keyword that the keyed alphabet starts with
 * @param indicator the symbols under the same plaintext symbol in turn
 * @param under that plaintext symbol; null for the alphabet's first, A
 */
@JsonTypeName("quagmire-2")
@Schema(description = "The Vigenère cipher with a straight plain alphabet and keyed cipher alphabets",
		example = "{\"type\": \"quagmire-2\", \"alphabetKey\": \"SPRINGFEVER\", \"indicator\": \"FLOWER\"}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Quagmire2(@Schema(description = QuagmireCipher.ALPHABET) Key alphabetKey,
		@Schema(description = QuagmireCipher.INDICATOR) Key indicator,
		@Nullable @Schema(description = QuagmireCipher.UNDER) String under) implements QuagmireCipher {

	@Override
	public int[][] alphabetKeys(Alphabet alphabet) {
		return new int[][] { Parameters.keyedAlphabet("alphabetKey", this.alphabetKey, alphabet) };
	}

	@Override
	public int[][] alphabets(int[][] keys, int[] straight) {
		return new int[][] { straight, keys[0] };
	}

	@Override
	public double sameNats(int size) {
		// a keyed alphabet that begins elsewhere is slid back
		return Math.log(size);
	}

}
