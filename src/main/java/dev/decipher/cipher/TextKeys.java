package dev.decipher.cipher;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one symbol or more, in any order and as often as one likes.
 */
public final class TextKeys {

	/** Lengths that occur in textbooks, and that a network learns. */
	private static final Key.Length DEFAULT_LENGTH = new Key.Length(3, 10);

	private TextKeys() {
	}

	/** The key, drawn if it was left to chance. */
	public static Key drawn(Key key, Alphabet alphabet, RandomGenerator random) {
		return (key instanceof Key.Random left)
				? Parameters.key(draw(orDefault(left.length()), alphabet, random), alphabet) : key;
	}

	public static int[] read(String name, Key key, Alphabet alphabet) {
		return Parameters.symbols(name, key, alphabet, 1);
	}

	/**
	 * The keys of which each message has one, or null if all have the same.
	 * @param cipher makes a cipher of a key
	 */
	public static @Nullable AnyKey any(Key key, Alphabet alphabet, Function<int[], SymbolCipher> cipher) {
		return (key instanceof Key.Any any) ? new OneEach(alphabet, orDefault(any.length()), cipher) : null;
	}

	private static Key.Length orDefault(Key.@Nullable Length length) {
		return (length != null) ? length : DEFAULT_LENGTH;
	}

	private static int[] draw(Key.Length length, Alphabet alphabet, RandomGenerator random) {
		int symbols = length.draw(random);
		int[] key;
		do {
			key = random.ints(symbols, 0, alphabet.size()).toArray();
		}
		// a key that enciphers nothing
		while (IntStream.of(key).allMatch((symbol) -> symbol == 0));
		return key;
	}

	private record OneEach(Alphabet alphabet, Key.Length length,
			Function<int[], SymbolCipher> cipher) implements AnyKey {

		@Override
		public int[] draw(RandomGenerator random) {
			return TextKeys.draw(this.length, this.alphabet, random);
		}

		@Override
		public SymbolCipher with(int[] key) {
			return this.cipher.apply(key.clone());
		}

	}

}
