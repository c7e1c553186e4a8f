package dev.decipher.cipher.substitution;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * ROT47: the Caesar cipher by 47 places over the 94 visible characters of ASCII, where it
 * undoes itself.
 */
@JsonTypeName("rot47")
@Schema(description = "Each of ASCII's 94 visible characters changes places with the one 47 further; twice is nothing",
		example = "{\"type\": \"rot47\"}")
@Source("The Jargon File, rot13")
public record Rot47() implements KeylessCipher {

	private static final Alphabet ASCII = Alphabet
		.of(IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining()));

	@Override
	public Alphabet defaultAlphabet() {
		return ASCII;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (!alphabet.symbols().equals(ASCII.symbols())) {
			throw InvalidInput.at("", "must be ASCII's characters from ! to ~ for rot47; caesar takes any alphabet");
		}
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Caesar(47).over(alphabet);
	}

}
