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
 * The Beaufort cipher, after Sir Francis Beaufort: what a symbol becomes is the key's
 * symbol moved back by the symbol's index. Twice is nothing. Described in Helen Fouché
 * Gaines, Cryptanalysis, 1939, chapter XIII.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("beaufort")
@Schema(name = "beaufort", description = "The key's symbol, moved back by the plaintext's; twice is nothing",
		example = "{\"type\": \"beaufort\", \"key\": \"FORTIFICATION\"}")
public record Beaufort(@Schema(description = "One symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public Beaufort {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new Beaufort(drawn);
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
		return Polyalphabetic.repeating(key, size, (symbol, minuend) -> (minuend + size - symbol) % size,
				(symbol, minuend) -> (minuend + size - symbol) % size);
	}

}
