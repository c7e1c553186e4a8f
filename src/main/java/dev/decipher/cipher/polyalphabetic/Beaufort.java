package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Beaufort cipher, after Sir Francis Beaufort: what a symbol becomes is the key's
 * symbol moved back by the symbol's index. Twice is nothing.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("beaufort")
@Schema(description = "The key's symbol, moved back by the plaintext's; twice is nothing",
		example = "{\"type\": \"beaufort\", \"key\": \"FORTIFICATION\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter XIII")
public record Beaufort(@Schema(description = TextKeyed.KEY) Key key) implements TextKeyed {

	@Override
	public SymbolCipher with(int[] key, int size) {
		return Base.BEAUFORT.repeating(key, size);
	}

}
