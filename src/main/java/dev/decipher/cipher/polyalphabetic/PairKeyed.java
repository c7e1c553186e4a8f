package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import org.jspecify.annotations.Nullable;

/**
 * A cipher with one key of symbols, in any order and as often as one likes, each of which
 * enciphers pairs of symbols. A message of an odd length is filled up.
 */
interface PairKeyed extends KeyedCipher {

	/** The key. */
	Key key();

	/**
	 * The cipher with a key at work.
	 * @param key indices of symbols, (length)
	 * @param size how many symbols a message is made of
	 * @param filler fills up a message
	 */
	PairCipher with(int[] key, int size, int filler);

	@Override
	default boolean fits(int length) {
		return length % 2 == 0;
	}

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.TEXT;
	}

	@Override
	default boolean takesAnyKey(String name) {
		return true;
	}

	@Override
	default Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int filler = Fillers.of(alphabet);
		return (keys) -> with(keys[0], alphabet.size(), filler);
	}

	@Override
	default @Nullable AnyKey anyKey(Alphabet alphabet) {
		int filler = Fillers.of(alphabet);
		return (key() instanceof Key.Any any)
				? AnyKey.text(alphabet, any.length(), (key) -> with(key, alphabet.size(), filler)) : null;
	}

	@Override
	default double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(1, Math.max(1, Math.min(TextKeyed.LONGEST_SEARCHED, ciphertext.length / 6)))
			.mapToObj((letters) -> keySpace(alphabet, letters))
			.toList();
	}

	/** Such a cipher at work. */
	interface PairCipher extends SymbolCipher {

		/** Fills up a message. */
		int filler();

		@Override
		default int[] prepare(int[] plaintext) {
			return Fillers.fill(plaintext, 2, filler());
		}

		@Override
		default int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(Fillers.roundUp(length, 2), 0, size).toArray();
		}

	}

}
