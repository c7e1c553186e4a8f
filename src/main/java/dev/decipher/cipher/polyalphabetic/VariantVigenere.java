package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The variant of the Vigenère cipher, also called variant Beaufort: each symbol moves
 * back by the index of the key's symbol above it, which is Vigenère's deciphering.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("variant-vigenere")
@Schema(description = "Each symbol moves back by the key's symbol above it: the Vigenère cipher, deciphering",
		example = "{\"type\": \"variant-vigenere\", \"key\": \"LEMON\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter XIII")
public record VariantVigenere(@Schema(description = TextKeyed.KEY) Key key) implements TextKeyed {

	@Override
	public String generalType() {
		return "vigenere";
	}

	@Override
	public SymbolCipher with(int[] key, int size) {
		return Base.VARIANT.repeating(key, size);
	}

}
