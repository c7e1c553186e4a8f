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
 * The Gronsfeld cipher: a Vigenère cipher whose key is a number, each symbol moving on by
 * a digit. Gaspar Schott, Magia universalis naturae et artis, 1659, who has it from the
 * Count of Gronsfeld.
 *
 * @param key one digit or more
 */
@JsonTypeName("gronsfeld")
@Schema(name = "gronsfeld",
		description = "Each symbol moves on by the key's digit above it, the key being repeated along the message",
		example = "{\"type\": \"gronsfeld\", \"key\": \"432513\"}")
public record Gronsfeld(@Schema(description = "One digit or more", requiredMode = Schema.RequiredMode.REQUIRED) Key key)
		implements
			Cipher {

	private static final Alphabet DIGITS = Alphabet.of("0123456789");

	public Gronsfeld {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, DIGITS, random);
		return (drawn == this.key) ? this : new Gronsfeld(drawn);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return with(TextKeys.read("key", this.key, DIGITS), alphabet.size());
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		return TextKeys.any(this.key, DIGITS, (symbols) -> with(symbols, alphabet.size()));
	}

	private static SymbolCipher with(int[] key, int size) {
		return Polyalphabetic.adding(size, Integer.MAX_VALUE, (position) -> key[position % key.length] % size);
	}

}
