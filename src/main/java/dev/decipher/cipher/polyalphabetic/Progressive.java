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
 * The progressive-key cipher: a Vigenère cipher whose key moves on by some places each
 * time that it is repeated. Helen Fouché Gaines, Cryptanalysis, 1939, chapter XVII, where
 * the step is called progression index.
 *
 * @param key one symbol of the alphabet or more
 * @param step by how many places the key moves on; any integer
 */
@JsonTypeName("progressive")
@Schema(name = "progressive",
		description = "The Vigenère cipher with a key that moves on by some places each time it is repeated",
		example = "{\"type\": \"progressive\", \"key\": \"POLITICS\", \"step\": 3}")
public record Progressive(
		@Schema(description = "One symbol of the alphabet or more",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key,
		@Schema(description = "Places by which the key moves on; any integer, modulo the alphabet's size",
				example = "3", requiredMode = Schema.RequiredMode.REQUIRED) Integer step)
		implements
			Cipher {

	public Progressive {
		Parameters.require("key", key);
		Parameters.require("step", step);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new Progressive(drawn, this.step);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return with(TextKeys.read("key", this.key, alphabet), alphabet.size());
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		return TextKeys.any(this.key, alphabet, (symbols) -> with(symbols, alphabet.size()));
	}

	private SymbolCipher with(int[] symbols, int size) {
		int places = Math.floorMod(this.step, size);
		return Polyalphabetic.adding(size, Integer.MAX_VALUE,
				(position) -> (symbols[position % symbols.length] + position / symbols.length % size * places) % size);
	}

}
