package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Gronsfeld cipher: a Vigenère cipher whose key is a number, each symbol moving on by
 * a digit. Schott has it from the Count of Gronsfeld.
 *
 * @param key one digit or more
 */
@JsonTypeName("gronsfeld")
@Schema(description = "Each symbol moves on by the key's digit above it, the key being repeated along the message",
		example = "{\"type\": \"gronsfeld\", \"key\": \"432513\"}")
@Source("Gaspar Schott, Magia universalis naturae et artis, 1659")
public record Gronsfeld(
		@Schema(description = "One digit or more; blanks between them don't count") Key key) implements TextKeyed {

	@Override
	public KeyForm keyForm(String name) {
		return new Digits(1, null);
	}

	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return Alphabet.DIGITS;
	}

	@Override
	public String generalType() {
		return "vigenere";
	}

	@Override
	public SymbolCipher with(int[] key, int size) {
		return Polyalphabetic.adding(size, Integer.MAX_VALUE, (position) -> key[position % key.length] % size);
	}

}
