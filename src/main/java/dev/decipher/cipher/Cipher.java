package dev.decipher.cipher;

import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.fractionating.Bifid;
import dev.decipher.cipher.fractionating.Trifid;
import dev.decipher.cipher.machine.Chaocipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Nihilist;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.cipher.polygraphic.TwoSquare;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.cipher.substitution.Rot13;
import dev.decipher.cipher.substitution.Rot47;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonTypeResolver;

/**
 * A cipher as one names it: its type and parameters, which are also its JSON,
 * {@code {"type": "caesar", "shift": 13}}.
 * <p>
 * A cipher is a record, listed above, with its type as {@code @JsonTypeName} and a
 * {@code @Schema} on itself (description, example) and on each parameter, which is
 * {@code @Nullable} if it may be left out. JSON, the catalogue, the API's description,
 * its rank among the readings of a ciphertext and the general attack follow from that and
 * from its keys. Reading JSON holds parameters to what is declared of them; a constructor
 * doesn't.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeResolver(CheckedCiphers.class)
// @formatter:off
@JsonSubTypes({
	@Type(Caesar.class),
	@Type(Rot13.class),
	@Type(Rot47.class),
	@Type(Atbash.class),
	@Type(Affine.class),
	@Type(Substitution.class),
	@Type(Vigenere.class),
	@Type(VariantVigenere.class),
	@Type(Beaufort.class),
	@Type(Porta.class),
	@Type(Gronsfeld.class),
	@Type(Autokey.class),
	@Type(RunningKey.class),
	@Type(Trithemius.class),
	@Type(Progressive.class),
	@Type(Hill.class),
	@Type(Playfair.class),
	@Type(Bifid.class),
	@Type(Trifid.class),
	@Type(FourSquare.class),
	@Type(TwoSquare.class),
	@Type(Columnar.class),
	@Type(DoubleColumnar.class),
	@Type(RailFence.class),
	@Type(Scytale.class),
	@Type(Nihilist.class),
	@Type(Homophonic.class),
	@Type(Chaocipher.class),
	@Type(Enigma.class)
})
// @formatter:on
@Schema(description = "A cipher: its type and the parameters of that type, see GET /ciphers",
		example = "{\"type\": \"caesar\", \"shift\": 13}")
public interface Cipher {

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
		// most ciphers compute with indices and take any
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

	/**
	 * What ciphertexts are made of.
	 * @param alphabet the plaintext's
	 * @return the alphabet itself for most ciphers
	 * @throws InvalidInput with a pointer relative to the cipher if that depends on a key
	 * which is still to be drawn
	 */
	default Symbols ciphertextSymbols(Alphabet alphabet) {
		return alphabet;
	}

	/**
	 * Whether a key may be another one for each message, which {@link #anyKey} is then
	 * about.
	 * @param name the parameter's
	 * @return false for most ciphers
	 */
	default boolean takesAnyKey(String name) {
		return false;
	}

	/**
	 * The keys to choose from where each message has a key of its own.
	 * @param alphabet the plaintext's
	 * @return the keys, or null if this cipher has one key for all messages
	 * @throws InvalidInput with a pointer relative to the cipher if there are none
	 */
	default @Nullable AnyKey anyKey(Alphabet alphabet) {
		return null;
	}

	/**
	 * Whether the cipher moves symbols to other places instead of replacing them, so that
	 * what it does depends on the message's length.
	 * @return false for most ciphers
	 */
	default boolean transposes() {
		return false;
	}

	/**
	 * Whether a ciphertext may have so many symbols.
	 * @param length a number of symbols, at least 1
	 * @return true for most ciphers; false for an odd number of those that take pairs
	 */
	default boolean fits(int length) {
		return true;
	}

	/**
	 * The most general type whose ciphertexts are like those of this one, so that no
	 * ciphertext tells the two apart.
	 * @return this type itself for most ciphers
	 */
	default String generalType() {
		return type();
	}

	/**
	 * The description length of the key, its length or period included.
	 * @param alphabet the plaintext's
	 * @return nats
	 */
	double keyNats(Alphabet alphabet);

	/**
	 * The keys that are searched where only the type is known.
	 * @param alphabet the plaintext's
	 * @param ciphertext indices of ciphertext symbols, (length)
	 * @return a space for each shape, the likeliest first; none where keys can only be
	 * counted
	 */
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return List.of();
	}

	/**
	 * The description length of as much of the key as a message shows.
	 * @param alphabet the plaintext's
	 * @param ciphertext indices of ciphertext symbols, (length)
	 * @param plaintext indices of plaintext symbols, (length)
	 * @return nats
	 */
	default double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		return keyNats(alphabet);
	}

	/**
	 * The type's name.
	 * @return what JSON has as {@code "type"}
	 */
	default String type() {
		return getClass().getAnnotation(JsonTypeName.class).value();
	}

	/**
	 * The length of the blocks that a transposition takes a message apart into.
	 * @return a number of symbols, or null where a message is one block
	 */
	default @Nullable Integer block() {
		return null;
	}

}
