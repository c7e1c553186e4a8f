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
 * The Vigenère cipher: each symbol moves on by the index of the key's symbol above it,
 * the key being repeated along the message. Giovan Battista Bellaso, La cifra del Sig.
 * Giovan Battista Bel[l]aso, 1553.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("vigenere")
@Schema(name = "vigenere",
		description = "Each symbol moves on by the key's symbol above it, the key being repeated along the message",
		example = "{\"type\": \"vigenere\", \"key\": \"LEMON\"}")
public record Vigenere(@Schema(description = "One symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public Vigenere {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new Vigenere(drawn);
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
		return Polyalphabetic.adding(size, Integer.MAX_VALUE, (position) -> key[position % key.length]);
	}

}
