package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Vigenère cipher: each symbol moves on by the index of the key's symbol above it,
 * the key being repeated along the message.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("vigenere")
@Schema(description = "Each symbol moves on by the key's symbol above it, the key being repeated along the message",
		example = "{\"type\": \"vigenere\", \"key\": \"LEMON\"}")
@Source("Giovan Battista Bellaso, La cifra del Sig. Giovan Battista Belaso, 1553")
public record Vigenere(@Schema(description = TextKeyed.KEY) Key key) implements TextKeyed {

	@Override
	public SymbolCipher with(int[] key, int size) {
		return Base.VIGENERE.repeating(key, size);
	}

}
