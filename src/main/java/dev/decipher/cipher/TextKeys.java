package dev.decipher.cipher;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one symbol or more, in any order and as often as one likes, of which each
 * message has one.
 *
 * @param cipher makes a cipher of a key
 */
record TextKeys(Alphabet alphabet, Key.Length length, Function<int[], SymbolCipher> cipher) implements AnyKey {

	/** Lengths that occur in textbooks, and that a network learns. */
	private static final Key.Length DEFAULT_LENGTH = new Key.Length(3, 10);

	static Key.Length orDefault(Key.@Nullable Length length) {
		return (length != null) ? length : DEFAULT_LENGTH;
	}

	static int[] draw(Key.Length length, Alphabet alphabet, RandomGenerator random) {
		int symbols = length.draw(random);
		int[] key;
		do {
			key = random.ints(symbols, 0, alphabet.size()).toArray();
		}
		// a key that enciphers nothing
		while (IntStream.of(key).allMatch((symbol) -> symbol == 0));
		return key;
	}

	@Override
	public int[] draw(RandomGenerator random) {
		return draw(this.length, this.alphabet, random);
	}

	@Override
	public SymbolCipher with(int[] key) {
		return this.cipher.apply(key.clone());
	}

}
