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
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Porta cipher, after Giambattista della Porta, De furtivis literarum notis, 1563:
 * the first half of the alphabet changes places with the second, moved on by half the
 * index of the key's symbol. Twice is nothing. The table is the one of the American
 * Cryptogram Association, in which keys A and B pair A with N, and C and D pair A with O.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("porta")
@Schema(name = "porta",
		description = "The alphabet's halves change places, the second moved on by the key; twice is nothing",
		example = "{\"type\": \"porta\", \"key\": \"FORTIFICATION\"}")
public record Porta(@Schema(description = "One symbol of the alphabet or more",
		requiredMode = Schema.RequiredMode.REQUIRED) Key key) implements Cipher {

	public Porta {
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(this.key, alphabet, random);
		return (drawn == this.key) ? this : new Porta(drawn);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return with(TextKeys.read("key", this.key, alphabet), alphabet.size());
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		return TextKeys.any(this.key, alphabet, (symbols) -> with(symbols, alphabet.size()));
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (alphabet.size() % 2 != 0) {
			throw InvalidInput.at("", "must have an even number of symbols, for porta halves it");
		}
	}

	private static SymbolCipher with(int[] key, int size) {
		int half = size / 2;
		return Polyalphabetic.repeating(key, size, (symbol, shift) -> exchange(symbol, shift / 2, half),
				(symbol, shift) -> exchange(symbol, shift / 2, half));
	}

	private static int exchange(int symbol, int places, int half) {
		return (symbol < half) ? half + (symbol + places) % half : (symbol - places) % half;
	}

}
