package dev.decipher.cipher;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Vigenère cipher: each symbol moves on by the index of the key's symbol above it,
 * the key being repeated along the message.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("vigenere")
@Schema(name = "vigenere",
		description = "Each symbol moves on by the key's symbol above it, the key being repeated along the message",
		example = "{\"type\": \"vigenere\", \"key\": \"LEMON\"}")
public record Vigenere(@Schema(description = "One symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	/** Lengths that occur in textbooks, and that a network learns. */
	private static final Key.Length DEFAULT_LENGTH = new Key.Length(3, 10);

	public Vigenere {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		Key.Length length = (left.length() != null) ? left.length() : DEFAULT_LENGTH;
		int[] symbols = new int[random.nextInt(length.min(), length.max() + 1)];
		do {
			for (int i = 0; i < symbols.length; i++) {
				symbols[i] = random.nextInt(alphabet.size());
			}
		}
		// a key that enciphers nothing
		while (IntStream.of(symbols).allMatch((symbol) -> symbol == 0));
		return new Vigenere(Parameters.key(symbols, alphabet));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] symbols = Parameters.symbols("key", this.key, alphabet);
		if (symbols.length == 0) {
			throw InvalidInput.at("/key", "must have at least one symbol");
		}
		return new RepeatedShift(symbols, alphabet.size());
	}

	private record RepeatedShift(int[] key, int size) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = (plaintext[i] + this.key[i % this.key.length]) % this.size;
			}
			return ciphertext;
		}

		@Override
		public int[] draw(int length, RandomGenerator random) {
			return random.ints(length, 0, this.size).toArray();
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				plaintext[i] = (ciphertext[i] + this.size - this.key[i % this.key.length]) % this.size;
			}
			return plaintext;
		}

	}

}
