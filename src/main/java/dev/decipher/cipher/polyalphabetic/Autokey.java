package dev.decipher.cipher.polyalphabetic;

import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeys;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The autokey cipher: a Vigenère cipher whose key is followed by the plaintext itself.
 * Blaise de Vigenère, Traicté des chiffres, 1586.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("autokey")
@Schema(name = "autokey",
		description = "Each symbol moves on by the key's symbol above it; where the key ends, the plaintext follows as key",
		example = "{\"type\": \"autokey\", \"key\": \"QUEENLY\"}")
public record Autokey(@Schema(description = "The key that the plaintext follows; one symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public Autokey {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new Autokey(drawn);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return with(TextKeys.read("key", this.key, alphabet), alphabet.size());
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		return TextKeys.any(this.key, alphabet, (symbols) -> with(symbols, alphabet.size()));
	}

	private static SymbolCipher with(int[] key, int size) {
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

		@Override
		public int[] draw(int length, RandomGenerator random) {
			return random.ints(length, 0, this.size).toArray();
		}

	}

}
