package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;

/**
 * A cipher each of whose key symbols reads the letters at every period-th place.
 *
 * @param values how many values of a key symbol differ
 * @param repeats whether the key is repeated as it is, so that a repeated key is no other
 * @param movesOn whether the key is moved on by a step at each repetition, so that a
 * repetition is another key with another step
 * @param readings what letters are read as
 * @param naming names the cipher with a key
 */
record PeriodicCipher(int values, boolean repeats, boolean movesOn, Readings readings, Naming naming) {

	/** What letters are read as. */
	interface Readings {

		/**
		 * All readings of a text.
		 * @param ciphertext indices of letters (length)
		 * @param period the key's length
		 * @return plaintext letters (length × values)
		 */
		int[] of(int[] ciphertext, int period);

	}

	/** Names a cipher. */
	interface Naming {

		/**
		 * The simplest cipher that does the same.
		 * @param key values of the key's symbols (period)
		 */
		Cipher of(int[] key);

	}

	/** The ciphers of some types, of types that read the same texts one. */
	static List<PeriodicCipher> of(Set<String> types, Alphabet alphabet) {
		List<PeriodicCipher> ciphers = new ArrayList<>();
		int size = alphabet.size();
		IntBinaryOperator backwards = (symbol, value) -> (symbol + size - value) % size;
		if (types.contains("vigenere") || types.contains("variant-vigenere")) {
			ciphers.add(new PeriodicCipher(size, true, false, tableau(size, backwards),
					(key) -> vigenere(key, types, alphabet)));
		}
		else if (types.contains("gronsfeld")) {
			ciphers.add(new PeriodicCipher(Math.min(10, size), true, false, tableau(Math.min(10, size), backwards),
					(key) -> gronsfeld(key)));
		}
		if (types.contains("beaufort")) {
			ciphers.add(new PeriodicCipher(size, true, false,
					tableau(size, (symbol, value) -> (value + size - symbol) % size),
					(key) -> beaufort(key, alphabet)));
		}
		if (types.contains("porta") && size % 2 == 0) {
			int half = size / 2;
			ciphers.add(new PeriodicCipher(half, true, false, tableau(half,
					(symbol, value) -> (symbol < half) ? half + (symbol + value) % half : (symbol - value) % half),
					(key) -> new Porta(
							Parameters.key(IntStream.of(key).map((value) -> 2 * value).toArray(), alphabet))));
		}
		if (types.contains("autokey")) {
			ciphers.add(new PeriodicCipher(size, false, false, (text, period) -> autokey(text, period, size),
					(key) -> new Autokey(Parameters.key(key, alphabet))));
		}
		for (int step = 1; step < size && types.contains("progressive"); step++) {
			ciphers.add(progressive(step, alphabet));
		}
		return ciphers;
	}

	/** A key without its repetitions, where they change nothing. */
	int[] shortest(int[] key) {
		for (int period = 1; this.repeats && period < key.length; period++) {
			if (key.length % period == 0 && Arrays.equals(key, period, key.length, key, 0, key.length - period)) {
				return Arrays.copyOf(key, period);
			}
		}
		return key.clone();
	}

	private static Readings tableau(int values, IntBinaryOperator decipher) {
		return (text, period) -> IntStream.of(text)
			.flatMap((symbol) -> IntStream.range(0, values).map((value) -> decipher.applyAsInt(symbol, value)))
			.toArray();
	}

	/**
	 * A letter of the primer runs through the text: taken from a letter, which is taken
	 * from the next one, and so on.
	 */
	private static int[] autokey(int[] text, int period, int size) {
		int[] readings = new int[text.length * size];
		for (int i = 0; i < text.length; i++) {
			for (int value = 0; value < size; value++) {
				int before = (i < period) ? value : readings[(i - period) * size + value];
				readings[i * size + value] = (text[i] + size - before) % size;
			}
		}
		return readings;
	}

	private static PeriodicCipher progressive(int step, Alphabet alphabet) {
		int size = alphabet.size();
		return new PeriodicCipher(size, false, true,
				(text, period) -> IntStream.range(0, text.length * size)
					.map((i) -> Math.floorMod(text[i / size] - i % size - i / size / period % size * step, size))
					.toArray(),
				(key) -> (key.length == 1 && key[0] == 0 && step == 1) ? new Trithemius()
						: new Progressive(Parameters.key(key, alphabet), step));
	}

	private static Cipher vigenere(int[] key, Set<String> types, Alphabet alphabet) {
		if (key.length == 1) {
			return new Caesar(key[0]);
		}
		if (types.contains("vigenere")) {
			return new Vigenere(Parameters.key(key, alphabet));
		}
		int size = alphabet.size();
		return new VariantVigenere(
				Parameters.key(IntStream.of(key).map((value) -> (size - value) % size).toArray(), alphabet));
	}

	private static Cipher gronsfeld(int[] key) {
		if (key.length == 1) {
			return new Caesar(key[0]);
		}
		StringBuilder digits = new StringBuilder();
		IntStream.of(key).forEach(digits::append);
		return new Gronsfeld(new Key.Given(digits.toString()));
	}

	private static Cipher beaufort(int[] key, Alphabet alphabet) {
		int last = alphabet.size() - 1;
		if (key.length == 1) {
			return (key[0] == last) ? new Atbash() : new Affine(last, key[0]);
		}
		return new Beaufort(Parameters.key(key, alphabet));
	}

}
