package dev.decipher.cipher.substitution;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/** ROT13: the Caesar cipher by 13 places over the 26 letters, where it undoes itself. */
@JsonTypeName("rot13")
@Schema(description = "Each of the 26 letters changes places with the one 13 further; twice is nothing",
		example = "{\"type\": \"rot13\"}")
@Source("The Jargon File, rot13")
public record Rot13() implements KeylessCipher {

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (!alphabet.symbols().equals(Alphabet.LATIN26.symbols())) {
			throw InvalidInput.at("", "must be the letters A to Z for rot13; caesar takes any alphabet");
		}
	}

	@Override
	public String generalType() {
		return "substitution";
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Caesar(13).over(alphabet);
	}

}
