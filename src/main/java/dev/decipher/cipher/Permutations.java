package dev.decipher.cipher;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;

/**
 * Keys that have each symbol of the alphabet once.
 */
public final class Permutations {

	private Permutations() {
	}

	/** Fisher and Yates, in Durstenfeld's form: every order is as likely. */
	public static int[] draw(int size, RandomGenerator random) {
		int[] symbols = IntStream.range(0, size).toArray();
		for (int i = size - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int symbol = symbols[i];
			symbols[i] = symbols[j];
			symbols[j] = symbol;
		}
		return symbols;
	}

	/** A key left to chance, whose length can only be the alphabet's size. */
	public static int[] key(String name, Key.Random left, int size, RandomGenerator random) {
		if (left.length() != null && !left.length().contains(size)) {
			throw InvalidInput.at("/" + name + "/random/length",
					"must allow " + size + ", the alphabet's size, which every key of this cipher has");
		}
		return draw(size, random);
	}

	/** As {@link #key}, for what is a key already as well. */
	public static Key drawn(String name, Key key, Alphabet alphabet, RandomGenerator random) {
		return (key instanceof Key.Random left) ? Parameters.key(key(name, left, alphabet.size(), random), alphabet)
				: key;
	}

	public static int[] read(String name, Key key, Alphabet alphabet) {
		int[] symbols = Parameters.symbols(name, key, alphabet);
		int size = alphabet.size();
		if (symbols.length != size || IntStream.of(symbols).distinct().count() != size) {
			throw InvalidInput.at("/" + name, "must have each of the alphabet's " + size + " symbols once");
		}
		return symbols;
	}

}
