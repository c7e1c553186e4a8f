package dev.decipher.cipher;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * A cipher with one key of symbols, in any order and as often as one likes, which each
 * message may have another one of.
 */
public interface TextKeyed extends Cipher {

	/** Longer keys are unusual, and are not searched for. */
	int LONGEST_SEARCHED = 30;

	/** The key. */
	Key key();

	/** The same cipher with another key. */
	TextKeyed withKey(Key key);

	/**
	 * The cipher with a key at work.
	 * @param key indices of symbols of {@link #keyAlphabet}, (length)
	 * @param size how many symbols a message is made of
	 */
	SymbolCipher with(int[] key, int size);

	/** The symbols of keys, for messages over an alphabet. */
	default Alphabet keyAlphabet(Alphabet alphabet) {
		return alphabet;
	}

	/** How many symbols of a key differ in their effect. */
	default int keySymbols(Alphabet alphabet) {
		return keyAlphabet(alphabet).size();
	}

	@Override
	default Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = TextKeys.drawn(key(), keyAlphabet(alphabet), random);
		return (drawn == key()) ? this : withKey(drawn);
	}

	@Override
	default SymbolCipher over(Alphabet alphabet) {
		return with(TextKeys.read("key", key(), keyAlphabet(alphabet)), alphabet.size());
	}

	@Override
	default @Nullable AnyKey anyKey(Alphabet alphabet) {
		return TextKeys.any(key(), keyAlphabet(alphabet), (symbols) -> with(symbols, alphabet.size()));
	}

	@Override
	default KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet, Parameters.given("key", key()).length());
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(1, Math.max(1, Math.min(LONGEST_SEARCHED, ciphertext.length / 3)))
			.mapToObj((letters) -> keySpace(alphabet, letters))
			.toList();
	}

	private KeySpace keySpace(Alphabet alphabet, int length) {
		int values = keySymbols(alphabet);
		int step = keyAlphabet(alphabet).size() / values;
		return KeySpace.of((key) -> with(IntStream.of(key[0]).map((value) -> value * step).toArray(), alphabet.size()),
				(key) -> withKey(Parameters.key(IntStream.of(key[0]).map((value) -> value * step).toArray(),
						keyAlphabet(alphabet))),
				KeyPart.numbers(length, values))
			.plus(KeySpace.LENGTH);
	}

}
