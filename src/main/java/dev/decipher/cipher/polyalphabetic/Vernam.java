package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Vernam cipher, a one-time pad where no part of the key is used twice: each symbol
 * has a key symbol of its own. Letters are added modulo the alphabet's size; a
 * teleprinter adds the five bits of their codes, each modulo 2.
 * <p>
 * Bits are those of a symbol's index, for which the alphabet must have a power of two of
 * symbols. Unless another alphabet is named, these are the teleprinter's: the 32 codes of
 * the International Telegraph Alphabet No. 2, first impulse first, with the signs of
 * Bletchley Park for those that are no letters: {@code /} null, {@code 3} carriage
 * return, {@code 4} line feed, {@code 5} figures, {@code 8} letters, {@code 9} space.
 *
 * @param key as long as the message at least, read like any text: what is foreign to the
 * alphabet, as blanks between groups, is left out or becomes its foreign symbol
 * @param mode {@code modulo} or {@code xor}; null for modulo
 */
@JsonTypeName("vernam")
@Schema(description = "Each symbol is combined with a key symbol of its own: a one-time pad where no key is used twice",
		example = "{\"type\": \"vernam\", \"key\": \"XMCKL QEUBF ZAWRT HNPVO\"}")
@Source("Gilbert Vernam, Secret signaling system, US patent 1310719, 1919")
public record Vernam(
		@Schema(description = "The key, at least as long as the message, at most 100,000 characters; what passes "
				+ "through the alphabet, as blanks do, is no part of it") Key key,
		@Nullable @Schema(
				description = "modulo: indices are added modulo the alphabet's size. xor: their bits are, as those of "
						+ "a teleprinter's code; without an alphabet its 32 codes, /T3O9HNM4LRGIPCVEZDBSYFXAWJ5UQK8",
				allowableValues = {
						"modulo", "xor" },
				defaultValue = "modulo") String mode)
		implements
			TextKeyed{

	private static final Alphabet TELEPRINTER = Alphabet.of("/T3O9HNM4LRGIPCVEZDBSYFXAWJ5UQK8");

	/** It stands in every answer that shows its job. */
	private static final int LONGEST_KEY = 100_000;

	/** As long as the messages that a network learns from where nobody says how long. */
	private static final Key.Length USUAL = new Key.Length(32, 32);

	private boolean isXor() {
		return "xor".equals(this.mode);
	}

	@Override
	public Alphabet defaultAlphabet() {
		return isXor() ? TELEPRINTER : Alphabet.LATIN26;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(isXor() && Integer.bitCount(alphabet.size()) != 1, "",
				"must have 2, 4, 8, 16, 32, 64, 128 or 256 symbols for xor; leave it out for the teleprinter's 32");
	}

	@Override
	public KeyForm keyForm(String name) {
		return new Pad();
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		return (this.key instanceof Key.Any any)
				? AnyKey.text(alphabet, Pad.orUsual(any.length()), (pad) -> with(pad, alphabet.size())) : null;
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet, keyForm("key").read("key", this.key, alphabet).length);
	}

	/** Any plaintext as long as the ciphertext has a key. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return List.of();
	}

	@Override
	public SymbolCipher with(int[] pad, int size) {
		return isXor()
				? new Polyalphabetic(pad.length, (position) -> pad[position], (symbol, bits) -> symbol ^ bits,
						(symbol, bits) -> symbol ^ bits)
				: Polyalphabetic.adding(size, pad.length, (position) -> pad[position]);
	}

	/** A key as long as messages are. */
	private record Pad() implements KeyForm {

		static Key.Length orUsual(Key.@Nullable Length length) {
			return (length != null) ? length : USUAL;
		}

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			if (!(key instanceof Key.Given given)) {
				throw InvalidInput.at("/" + name, "must be given");
			}
			InvalidInput.throwIf(given.text().length() > LONGEST_KEY, "/" + name,
					"must have at most " + LONGEST_KEY + " characters");
			int[] pad = InvalidInput.under("/" + name, () -> alphabet.read(given.text())).symbols();
			InvalidInput.throwIf(pad.length == 0, "/" + name, "must have at least one symbol of the alphabet");
			return pad;
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			return TEXT.draw(name, new Key.Random(orUsual(left.length())), alphabet, random);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return TEXT.part(alphabet, length);
		}

	}

}
