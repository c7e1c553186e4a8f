package dev.decipher.cipher.polyalphabetic;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the ciphers that the American Cryptogram Association calls periodic, by
 * the name of the cipher: what a symbol becomes with a key symbol.
 */
enum Base {

	/** The key is added. */
	VIGENERE("vigenere") {
		@Override
		int encipher(int symbol, int key, int size) {
			return (symbol + key) % size;
		}

		@Override
		int decipher(int symbol, int key, int size) {
			return (symbol + size - key) % size;
		}
	},

	/** The key is subtracted. */
	VARIANT("variant-vigenere") {
		@Override
		int encipher(int symbol, int key, int size) {
			return VIGENERE.decipher(symbol, key, size);
		}

		@Override
		int decipher(int symbol, int key, int size) {
			return VIGENERE.encipher(symbol, key, size);
		}
	},

	/** The symbol is subtracted from the key. */
	BEAUFORT("beaufort") {
		@Override
		int encipher(int symbol, int key, int size) {
			return (key + size - symbol) % size;
		}

		@Override
		int decipher(int symbol, int key, int size) {
			return encipher(symbol, key, size);
		}
	},

	/** Halves change places, the second one moved on by half the key. */
	PORTA("porta") {
		@Override
		int encipher(int symbol, int key, int size) {
			int half = size / 2;
			return (symbol < half) ? half + (symbol + key / 2) % half : (symbol - key / 2) % half;
		}

		@Override
		int decipher(int symbol, int key, int size) {
			return encipher(symbol, key, size);
		}

		@Override
		void requireAlphabet(Alphabet alphabet) {
			InvalidInput.throwIf(alphabet.size() % 2 != 0, "",
					"must have an even number of symbols, for porta halves it");
		}
	};

	private final String type;

	Base(String type) {
		this.type = type;
	}

	/** The one of a name that JSON is held to; Vigenère's if null. */
	static Base of(@Nullable String name) {
		return Arrays.stream(values()).filter((base) -> base.type.equals(name)).findAny().orElse(VIGENERE);
	}

	/** What a symbol becomes with a key symbol, each below the alphabet's size. */
	abstract int encipher(int symbol, int key, int size);

	/** The inverse of {@link #encipher}. */
	abstract int decipher(int symbol, int key, int size);

	/** As {@link dev.decipher.cipher.Cipher#requireAlphabet} has it. */
	void requireAlphabet(Alphabet alphabet) {
		// sums need no more than a modulus
	}

	/** At work with a key that is repeated along the message. */
	Polyalphabetic repeating(int[] key, int size) {
		return Polyalphabetic.repeating(key, (symbol, at) -> encipher(symbol, at, size),
				(symbol, at) -> decipher(symbol, at, size));
	}

}
