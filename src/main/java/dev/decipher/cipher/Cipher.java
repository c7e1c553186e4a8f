package dev.decipher.cipher;

import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A cipher as one names it: its type and parameters, which are also its JSON,
 * {@code {"type": "caesar", "shift": 13}}.
 * <p>
 * A new cipher is a record, named in the {@code permits} clause, with its type as
 * {@code @JsonTypeName} and a {@code @Schema} on itself (name, description, example) and
 * on each parameter: JSON, the catalogue and the API's description follow from that. The
 * schema's name is the type once more, since OpenAPI looks for a schema of the name that
 * it finds in {@code "type"}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "A cipher: its type and the parameters of that type, see GET /ciphers",
		example = "{\"type\": \"caesar\", \"shift\": 13}")
public sealed interface Cipher permits Caesar, Rot13, Atbash, Affine, Substitution, Vigenere {

	/**
	 * The alphabet to use where none is named.
	 * @return an alphabet this cipher can use
	 */
	default Alphabet defaultAlphabet() {
		return Alphabet.LATIN26;
	}

	/**
	 * Holds an alphabet to what this cipher needs of it.
	 * @param alphabet the alphabet
	 * @throws InvalidInput at the empty pointer if this cipher cannot use the alphabet
	 */
	default void requireAlphabet(Alphabet alphabet) {
		// most ciphers reckon with indices and take any
	}

	/**
	 * Draws the keys that were left to chance.
	 * @param alphabet what keys are made of
	 * @param random where they come from; the same state draws the same key
	 * @return this cipher with every key given; itself if none was left to chance
	 * @throws InvalidInput with a pointer relative to the cipher if there is no such key
	 */
	default Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		return this;
	}

	/**
	 * Fits the cipher to an alphabet.
	 * @param alphabet an alphabet that {@link #requireAlphabet} accepts
	 * @return the cipher over that alphabet
	 * @throws InvalidInput with a pointer relative to the cipher if a parameter doesn't
	 * suit the alphabet, or a key is still to be drawn
	 */
	SymbolCipher over(Alphabet alphabet);

}
