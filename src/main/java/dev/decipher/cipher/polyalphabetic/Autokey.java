package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The autokey cipher: a Vigenère cipher whose key is followed by the plaintext itself.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("autokey")
@Schema(description = "Each symbol moves on by the key's symbol above it; where the key ends, the plaintext follows as key",
		example = "{\"type\": \"autokey\", \"key\": \"QUEENLY\"}")
@Source("Blaise de Vigenère, Traicté des chiffres, 1586")
public record Autokey(
		@Schema(description = "The key that the plaintext follows; one symbol of the alphabet or more") Key key)
		implements
			TextKeyed {

	@Override
	public SymbolCipher with(int[] key, int size) {
		return new PlaintextAutokey(key, size);
	}

	private record PlaintextAutokey(int[] primer, int size) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = (plaintext[i] + keyAt(i, plaintext)) % this.size;
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				plaintext[i] = (ciphertext[i] + this.size - keyAt(i, plaintext)) % this.size;
			}
			return plaintext;
		}

		private int keyAt(int position, int[] plaintext) {
			return (position < this.primer.length) ? this.primer[position] : plaintext[position - this.primer.length];
		}

	}

}
