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
 * The variant of the Vigenère cipher, also called variant Beaufort: each symbol moves
 * back by the index of the key's symbol above it, which is Vigenère's deciphering.
 * Described in Helen Fouché Gaines, Cryptanalysis, 1939, chapter XIII.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("variant-vigenere")
@Schema(name = "variant-vigenere",
		description = "Each symbol moves back by the key's symbol above it: the Vigenère cipher, deciphering",
		example = "{\"type\": \"variant-vigenere\", \"key\": \"LEMON\"}")
public record VariantVigenere(@Schema(description = "One symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public VariantVigenere {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new VariantVigenere(drawn);
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
		return Polyalphabetic.repeating(key, size, (symbol, shift) -> (symbol + size - shift) % size,
				(symbol, shift) -> (symbol + shift) % size);
	}

}
