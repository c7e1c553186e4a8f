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
 * The Quagmire IV cipher: the alphabets are keyed, each by a keyword of its own.
 *
 * @param alphabetKey a keyword that the plain alphabet starts with
 * @param ciphertextKey a keyword that the cipher alphabet starts with
 * @param indicator the symbols under the same plaintext symbol in turn
 * @param under that plaintext symbol; null for the alphabet's first, A
 */
@JsonTypeName("quagmire-4")
@Schema(description = "The Vigenère cipher with plain and cipher alphabets keyed by keywords of their own",
		example = "{\"type\": \"quagmire-4\", \"alphabetKey\": \"SENSORY\", \"ciphertextKey\": \"PERCEPTION\", "
				+ "\"indicator\": \"EXTRA\"}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Quagmire4(
		@Schema(description = "A keyword that the plain alphabet starts with: its symbols come first, "
				+ "each once") Key alphabetKey,
		@Schema(description = QuagmireCipher.CIPHER_ALPHABET) Key ciphertextKey,
		@Schema(description = QuagmireCipher.INDICATOR) Key indicator,
		@Nullable @Schema(description = QuagmireCipher.UNDER) String under) implements QuagmireCipher {

	@Override
	public int[][] alphabetKeys(Alphabet alphabet) {
		return new int[][] { Parameters.keyedAlphabet("alphabetKey", this.alphabetKey, alphabet),
				Parameters.keyedAlphabet("ciphertextKey", this.ciphertextKey, alphabet) };
	}

	@Override
	public int[][] alphabets(int[][] keys, int[] straight) {
		return keys;
	}

	@Override
	public double sameNats(int size) {
		// alphabets that begin elsewhere, or of which every so manieth symbol is taken
		return 2 * Math.log(size) + Math.log(Coprimes.of(size).length);
	}

}
