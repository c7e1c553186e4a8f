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
import dev.decipher.alphabet.Tokens;
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
	@Type(dev.decipher.cipher.substitution.Caesar.class),
	@Type(dev.decipher.cipher.substitution.Rot13.class),
	@Type(dev.decipher.cipher.substitution.Rot47.class),
	@Type(dev.decipher.cipher.substitution.Atbash.class),
	@Type(dev.decipher.cipher.substitution.Affine.class),
	@Type(dev.decipher.cipher.substitution.Substitution.class),
	@Type(dev.decipher.cipher.polyalphabetic.Vigenere.class),
	@Type(dev.decipher.cipher.polyalphabetic.VariantVigenere.class),
	@Type(dev.decipher.cipher.polyalphabetic.Beaufort.class),
	@Type(dev.decipher.cipher.polyalphabetic.Porta.class),
	@Type(dev.decipher.cipher.polyalphabetic.Gronsfeld.class),
	@Type(dev.decipher.cipher.polyalphabetic.Autokey.class),
	@Type(dev.decipher.cipher.polyalphabetic.RunningKey.class),
	@Type(dev.decipher.cipher.polyalphabetic.Trithemius.class),
	@Type(dev.decipher.cipher.polyalphabetic.Progressive.class),
	@Type(dev.decipher.cipher.polyalphabetic.Quagmire1.class),
	@Type(dev.decipher.cipher.polyalphabetic.Quagmire2.class),
	@Type(dev.decipher.cipher.polyalphabetic.Quagmire3.class),
	@Type(dev.decipher.cipher.polyalphabetic.Quagmire4.class),
	@Type(dev.decipher.cipher.polyalphabetic.Alberti.class),
	@Type(dev.decipher.cipher.polyalphabetic.Vernam.class),
	@Type(dev.decipher.cipher.polyalphabetic.InterruptedKey.class),
	@Type(dev.decipher.cipher.polyalphabetic.Gromark.class),
	@Type(dev.decipher.cipher.polyalphabetic.PeriodicGromark.class),
	@Type(dev.decipher.cipher.polyalphabetic.Nicodemus.class),
	@Type(dev.decipher.cipher.polyalphabetic.Portax.class),
	@Type(dev.decipher.cipher.polyalphabetic.Ragbaby.class),
	@Type(dev.decipher.cipher.polyalphabetic.Condi.class),
	@Type(dev.decipher.cipher.polyalphabetic.Slidefair.class),
	@Type(dev.decipher.cipher.polygraphic.Hill.class),
	@Type(dev.decipher.cipher.polygraphic.Playfair.class),
	@Type(dev.decipher.cipher.fractionating.Bifid.class),
	@Type(dev.decipher.cipher.fractionating.Trifid.class),
	@Type(dev.decipher.cipher.fractionating.Adfgx.class),
	@Type(dev.decipher.cipher.fractionating.Adfgvx.class),
	@Type(dev.decipher.cipher.fractionating.StraddlingCheckerboard.class),
	@Type(dev.decipher.cipher.fractionating.FractionatedMorse.class),
	@Type(dev.decipher.cipher.fractionating.Morbit.class),
	@Type(dev.decipher.cipher.fractionating.Pollux.class),
	@Type(dev.decipher.cipher.fractionating.MonomeDinome.class),
	@Type(dev.decipher.cipher.fractionating.Vic.class),
	@Type(dev.decipher.cipher.polygraphic.FourSquare.class),
	@Type(dev.decipher.cipher.polygraphic.TwoSquare.class),
	@Type(dev.decipher.cipher.polygraphic.SeriatedPlayfair.class),
	@Type(dev.decipher.cipher.polygraphic.TriSquare.class),
	@Type(dev.decipher.cipher.polygraphic.Phillips.class),
	@Type(dev.decipher.cipher.polygraphic.Bazeries.class),
	@Type(dev.decipher.cipher.fractionating.CmBifid.class),
	@Type(dev.decipher.cipher.fractionating.Digrafid.class),
	@Type(dev.decipher.cipher.transposition.Columnar.class),
	@Type(dev.decipher.cipher.transposition.DoubleColumnar.class),
	@Type(dev.decipher.cipher.transposition.RailFence.class),
	@Type(dev.decipher.cipher.transposition.Scytale.class),
	@Type(dev.decipher.cipher.transposition.Reverse.class),
	@Type(dev.decipher.cipher.transposition.Permutation.class),
	@Type(dev.decipher.cipher.transposition.Route.class),
	@Type(dev.decipher.cipher.transposition.Redefence.class),
	@Type(dev.decipher.cipher.transposition.Amsco.class),
	@Type(dev.decipher.cipher.transposition.Myszkowski.class),
	@Type(dev.decipher.cipher.transposition.Grille.class),
	@Type(dev.decipher.cipher.transposition.Cadenus.class),
	@Type(dev.decipher.cipher.transposition.Swagman.class),
	@Type(dev.decipher.cipher.transposition.NihilistTransposition.class),
	@Type(dev.decipher.cipher.transposition.Ubchi.class),
	@Type(dev.decipher.cipher.polyalphabetic.Nihilist.class),
	@Type(dev.decipher.cipher.substitution.Homophonic.class),
	@Type(dev.decipher.cipher.substitution.Keyword.class),
	@Type(dev.decipher.cipher.substitution.A1z26.class),
	@Type(dev.decipher.cipher.substitution.Polybius.class),
	@Type(dev.decipher.cipher.substitution.Bacon.class),
	@Type(dev.decipher.cipher.substitution.Morse.class),
	@Type(dev.decipher.cipher.substitution.TapCode.class),
	@Type(dev.decipher.cipher.substitution.Nomenclator.class),
	@Type(dev.decipher.cipher.substitution.KeyPhrase.class),
	@Type(dev.decipher.cipher.substitution.NumberedKey.class),
	@Type(dev.decipher.cipher.substitution.Tridigital.class),
	@Type(dev.decipher.cipher.substitution.Grandpre.class),
	@Type(dev.decipher.cipher.substitution.Checkerboard.class),
	@Type(dev.decipher.cipher.substitution.Syllabary.class),
	@Type(dev.decipher.cipher.machine.Chaocipher.class),
	@Type(dev.decipher.cipher.machine.Enigma.class),
	@Type(dev.decipher.cipher.machine.M209.class),
	@Type(dev.decipher.cipher.machine.M94.class),
	@Type(dev.decipher.cipher.machine.Solitaire.class),
	@Type(dev.decipher.cipher.Chain.class)
})
// @formatter:on
@Schema(description = "A cipher: its type and the parameters of that type, see GET /ciphers",
		example = "{\"type\": \"caesar\", \"shift\": 13}")
public interface Cipher {

	/** The alphabet to use where none is named, which this cipher can use. */
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
	 * Whether the cipher moves symbols to other places instead of replacing them.
	 * @return false for most ciphers
	 */
	default boolean transposes() {
		return false;
	}

	/**
	 * Whether what the cipher does depends on the message's length, where it doesn't take
	 * {@link #block() blocks}: a model that has learned it reads messages of one length.
	 * @return true for transpositions, and for what has one in it
	 */
	default boolean dependsOnLength() {
		return transposes();
	}

	/**
	 * Whether a ciphertext has a symbol for each symbol of the (prepared) plaintext, so
	 * that a network can read it position by position. Where a cipher writes the same
	 * number of characters for each symbol, these characters are one symbol of the
	 * ciphertext ({@link Tokens#ofLength}).
	 * @return true for most ciphers; false where the number differs from one symbol or
	 * one message to another
	 */
	default boolean keepsLength() {
		return true;
	}

	/**
	 * Whether a ciphertext says which plaintext it was made from, so that
	 * {@link SymbolCipher#decrypt} finds that one.
	 * @return true for most ciphers; false where several symbols become the same one, so
	 * that only the language tells them apart
	 */
	default boolean determinesPlaintext() {
		return true;
	}

	/**
	 * A ciphertext as its symbols are read, where people also write it otherwise: Morse
	 * code with other marks, numbers with hyphens between them.
	 * @param ciphertext as somebody has written it
	 * @param alphabet the plaintext's
	 * @return the ciphertext itself for most ciphers
	 * @throws InvalidInput with an empty pointer if it is nothing that can be read
	 */
	default String readable(String ciphertext, Alphabet alphabet) {
		return ciphertext;
	}

	/**
	 * A ciphertext as people write it, where that is otherwise than its symbols are read.
	 * @param ciphertext its symbols and what passed through
	 * @return the ciphertext itself for most ciphers; {@link #readable} undoes the change
	 */
	default String written(String ciphertext) {
		return ciphertext;
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
	 * Whether a ciphertext of this type may have so many symbols, whatever the other
	 * parameters are.
	 * @param length a number of symbols, at least 1
	 * @return as this cipher itself for most types
	 */
	default boolean typeFits(int length) {
		return fits(length);
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
