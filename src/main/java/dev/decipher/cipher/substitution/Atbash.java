package dev.decipher.cipher.substitution;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Atbash: the first symbol changes places with the last, the second with the last but
 * one, and so on.
 */
@JsonTypeName("atbash")
@Schema(description = "The alphabet backwards: the first symbol changes places with the last; twice is nothing",
		example = "{\"type\": \"atbash\"}")
@Source("Book of Jeremiah, 25:26 and 51:41")
public record Atbash() implements KeylessCipher {

	@Override
	public String generalType() {
		return "substitution";
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int last = alphabet.size() - 1;
		return new Monoalphabetic(alphabet.size(), (symbol) -> last - symbol);
	}

}
