package dev.decipher.cipher;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A cipher with keys that are read, drawn and searched for by their {@link KeyForm}: all
 * of its parameters that are a {@link Key}, in their order.
 */
public interface KeyedCipher extends SearchableCipher {

	/**
	 * What the keys of a parameter look like.
	 * @param name the parameter's
	 */
	KeyForm keyForm(String name);

	/**
	 * Makes ciphers of keys. What only depends on the alphabet is worked out once, for a
	 * search tries many keys.
	 * @param alphabet the plaintext's
	 * @return the cipher with keys at work: (keys, length) as {@link KeyForm#read} gives
	 * them
	 */
	Function<int[][], SymbolCipher> keyed(Alphabet alphabet);

	/**
	 * How a ciphertext is deciphered if that takes nothing but the places of symbols in
	 * squares, so that a search need not decipher all of it with each key.
	 * @param alphabet the plaintext's
	 * @param ciphertext indices of symbols, (length)
	 * @return null for most ciphers
	 */
	default @Nullable PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		return null;
	}

	/**
	 * What keys are made of.
	 * @param alphabet the plaintext's
	 * @return the alphabet itself for most ciphers
	 */
	default Alphabet keyAlphabet(Alphabet alphabet) {
		return alphabet;
	}

	/**
	 * What the keys of a parameter are made of, where these differ.
	 * @param name the parameter's
	 * @param alphabet the plaintext's
	 */
	default Alphabet keyAlphabet(String name, Alphabet alphabet) {
		return keyAlphabet(alphabet);
	}

	/**
	 * What it takes, beside the keys, to name their shape, less what keys of the same
	 * effect have in common.
	 * @param alphabet the plaintext's
	 * @return nats
	 */
	default double shapeNats(Alphabet alphabet) {
		return 0;
	}

	@Override
	default Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		return Components.withKeys(this, (name, key) -> {
			if (!(key instanceof Key.Random left)) {
				return key;
			}
			Alphabet symbols = keyAlphabet(name, alphabet);
			return keyForm(name).write(keyForm(name).draw(name, left, symbols, random), symbols);
		});
	}

	@Override
	default SymbolCipher over(Alphabet alphabet) {
		return keyed(alphabet).apply(read(alphabet));
	}

	private int[][] read(Alphabet alphabet) {
		return Components.keys(this)
			.entrySet()
			.stream()
			.map((key) -> read(key.getKey(), key.getValue(), alphabet))
			.toArray(int[][]::new);
	}

	private int[] read(String name, Key key, Alphabet alphabet) {
		return keyForm(name).read(name, key, keyAlphabet(name, alphabet));
	}

	@Override
	default int[][] searchedKey(Alphabet alphabet) {
		return read(alphabet);
	}

	@Override
	default KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet,
				Components.keys(this)
					.entrySet()
					.stream()
					.mapToInt((key) -> length(key.getKey(), key.getValue(), alphabet))
					.toArray());
	}

	/**
	 * How many symbols a key has. The key of the catalogue's example need not be one over
	 * the alphabet of a text: then its characters are counted.
	 */
	private int length(String name, Key key, Alphabet alphabet) {
		try {
			return read(name, key, alphabet).length;
		}
		catch (InvalidInput ex) {
			return (key instanceof Key.Numbers given) ? given.numbers().size()
					: (int) Parameters.given(name, key).codePoints().filter((character) -> character != ' ').count();
		}
	}

	/**
	 * The keys of some lengths.
	 * @param alphabet the plaintext's
	 * @param lengths how many symbols each key has, where its form has several lengths
	 */
	default KeySpace keySpace(Alphabet alphabet, int... lengths) {
		List<String> names = new ArrayList<>(Components.keys(this).keySet());
		KeySpace space = KeySpace
			.of(keyed(alphabet), (keys) -> withKeys(keys, alphabet),
					IntStream.range(0, lengths.length)
						.mapToObj((i) -> keyForm(names.get(i)).part(keyAlphabet(names.get(i), alphabet), lengths[i]))
						.toArray(KeyPart[]::new))
			.plus(shapeNats(alphabet))
			.lookingUp((ciphertext) -> lookups(alphabet, ciphertext));
		return (this instanceof Periodic periodic && periodic.period() != null) ? space.ofPeriod(periodic.period())
				: space;
	}

	private Cipher withKeys(int[][] keys, Alphabet alphabet) {
		Iterator<int[]> next = List.of(keys).iterator();
		return Components.withKeys(this, (name, key) -> keyForm(name).write(next.next(), keyAlphabet(name, alphabet)));
	}

}
