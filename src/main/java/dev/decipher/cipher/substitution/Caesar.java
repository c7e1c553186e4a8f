package dev.decipher.cipher.substitution;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Caesar cipher: each symbol moves on in the alphabet, and from its end to its start.
 *
 * @param shift by how many places; any integer, taken modulo the alphabet's size
 */
@JsonTypeName("caesar")
@Schema(description = "Each symbol moves on in the alphabet by a number of places",
		example = "{\"type\": \"caesar\", \"shift\": 13}")
@Source("Suetonius, The Lives of the Caesars, The Deified Julius, 56")
public record Caesar(@Schema(description = "Places to move on; any integer, modulo the alphabet's size") Integer shift)
		implements
			SearchableCipher {

	@Override
	public String generalType() {
		return "substitution";
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.of((key) -> new Caesar(key[0][0]), alphabet, KeyPart.numbers(1, alphabet.size()));
	}

	/** A shift by no place is no key. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		return (this.shift == 0) ? 0 : keyNats(alphabet);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int size = alphabet.size();
		int places = Math.floorMod(this.shift, size);
		return new Monoalphabetic(size, (symbol) -> (symbol + places) % size);
	}

}
