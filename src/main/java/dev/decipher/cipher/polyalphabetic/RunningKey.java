package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The running-key cipher: a Vigenère cipher whose key is a passage of a book, as long as
 * the message at least.
 *
 * @param text the passage, read like any text: what is foreign to the alphabet is left
 * out, or becomes its foreign symbol
 */
@JsonTypeName("running-key")
@Schema(description = "Each symbol moves on by the symbol above it of a passage which is at least as long as the message",
		example = "{\"type\": \"running-key\", \"text\": \"Errors can occur in several places. A label can be put on\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter XIV")
public record RunningKey(@Schema(
		description = "The passage, at most 100,000 characters; what passes through the alphabet is no part of it") String text)
		implements
			Cipher {

	/** It stands in every answer that shows its job. */
	private static final int LONGEST_TEXT = 100_000;

	public RunningKey {
		if (Parameters.require("text", text).length() > LONGEST_TEXT) {
			throw InvalidInput.at("/text", "must have at most " + LONGEST_TEXT + " characters");
		}
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return this.text.length() * Math.log(alphabet.size());
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] key = InvalidInput.under("/text", () -> alphabet.read(this.text)).symbols();
		if (key.length == 0) {
			throw InvalidInput.at("/text", "must have at least one symbol of the alphabet");
		}
		return Polyalphabetic.adding(alphabet.size(), key.length, (position) -> key[position]);
	}

}
