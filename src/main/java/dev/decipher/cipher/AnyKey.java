package dev.decipher.cipher;

import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a cipher of which each message has one of its own, written in front of the
 * ciphertext as in {@code LEMON:LXFOPV}. Any symbol may stand at any place of a key.
 *
 * @param alphabet what keys are made of, the plaintext's alphabet for most ciphers
 * @param length how long a key may be, in symbols
 * @param drawing draws a key: indices of symbols of the alphabet, (length)
 * @param cipher the cipher with a key at work, whose array is its own
 */
public record AnyKey(Alphabet alphabet, Key.Length length, Function<RandomGenerator, int[]> drawing,
		Function<int[], SymbolCipher> cipher) {

	/**
	 * Keys of symbols in any order, as often as one likes.
	 * @param alphabet what keys are made of
	 * @param length how long they are, as usual if null
	 * @param cipher the cipher with a key at work
	 */
	public static AnyKey text(Alphabet alphabet, Key.@Nullable Length length, Function<int[], SymbolCipher> cipher) {
		Key.Length lengths = KeyForm.Text.orUsual(length);
		return new AnyKey(alphabet, lengths, (random) -> KeyForm.Text.draw(lengths, alphabet, random), cipher);
	}

	/**
	 * Draws a key.
	 * @param random where it comes from
	 * @return indices of symbols of {@link #alphabet()}, (length)
	 */
	public int[] draw(RandomGenerator random) {
		return this.drawing.apply(random);
	}

	/**
	 * The cipher with one of the keys.
	 * @param key indices of symbols of {@link #alphabet()}, (length)
	 * @return the cipher
	 */
	public SymbolCipher with(int[] key) {
		return this.cipher.apply(key.clone());
	}

}
