package dev.decipher.cipher;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * A cipher with one key of symbols, in any order and as often as one likes, which each
 * message may have another one of.
 */
public interface TextKeyed extends KeyedCipher {

	/** Describes the key. */
	String KEY = "One symbol of the alphabet or more";

	/** Longer keys are unusual, and are not searched for. */
	int LONGEST_SEARCHED = 30;

	/** The key. */
	Key key();

	/**
	 * The cipher with a key at work.
	 * @param key indices of symbols of {@link #keyAlphabet}, (length)
	 * @param size how many symbols a message is made of
	 */
	SymbolCipher with(int[] key, int size);

	/** How many symbols of a key differ in their effect. */
	default int keySymbols(Alphabet alphabet) {
		return keyAlphabet(alphabet).size();
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
		return (keys) -> with(keys[0], alphabet.size());
	}

	@Override
	default @Nullable AnyKey anyKey(Alphabet alphabet) {
		return (key() instanceof Key.Any any)
				? AnyKey.text(keyAlphabet(alphabet), any.length(), (key) -> with(key, alphabet.size())) : null;
	}

	@Override
	default double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(1, Math.max(1, Math.min(LONGEST_SEARCHED, ciphertext.length / 3)))
			.mapToObj((letters) -> keySpace(alphabet, letters))
			.toList();
	}

}
