package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.TextKeyed;
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
 * @param cipher the cipher, with any key
 * @param letters how many letters there are
 * @param values how many values of a key symbol differ
 * @param repeats whether the key is repeated as it is, so that a repeated key is no other
 * @param movesOn whether the key is moved on by a step at each repetition, so that a
 * repetition is another key with another step
 * @param naming names the cipher with a key
 */
record PeriodicCipher(TextKeyed cipher, int letters, int values, boolean repeats, boolean movesOn, Naming naming) {

	private static final Key ANY = new Key.Any(null);

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
		if (types.contains("vigenere") || types.contains("variant-vigenere")) {
			ciphers.add(repeating(new Vigenere(ANY), size, size, (key) -> vigenere(key, types, alphabet)));
		}
		else if (types.contains("gronsfeld")) {
			ciphers.add(repeating(new Gronsfeld(ANY), size, Math.min(10, size), (key) -> gronsfeld(key)));
		}
		if (types.contains("beaufort")) {
			ciphers.add(repeating(new Beaufort(ANY), size, size, (key) -> beaufort(key, alphabet)));
		}
		if (types.contains("porta") && size % 2 == 0) {
			ciphers.add(repeating(new Porta(ANY, null), size, size / 2,
					(key) -> new Porta(Parameters.key(IntStream.of(key).map((value) -> 2 * value).toArray(), alphabet),
							null)));
		}
		if (types.contains("autokey")) {
			ciphers.add(new PeriodicCipher(new Autokey(ANY), size, size, false, false,
					(key) -> new Autokey(Parameters.key(key, alphabet))));
		}
		for (int step = 1; step < size && types.contains("progressive"); step++) {
			ciphers.add(progressive(step, alphabet));
		}
		return ciphers;
	}

	private static PeriodicCipher repeating(TextKeyed cipher, int letters, int values, Naming naming) {
		return new PeriodicCipher(cipher, letters, values, true, false, naming);
	}

	private static PeriodicCipher progressive(int step, Alphabet alphabet) {
		return new PeriodicCipher(new Progressive(ANY, step), alphabet.size(), alphabet.size(), false, true,
				(key) -> (key.length == 1 && key[0] == 0 && step == 1) ? new Trithemius()
						: new Progressive(Parameters.key(key, alphabet), step));
	}

	/**
	 * What letters are read as by each value of their key symbol.
	 * @param ciphertext indices of letters (length)
	 * @param period the key's length
	 * @return plaintext letters (length × values)
	 */
	int[] readings(int[] ciphertext, int period) {
		int[] readings = new int[ciphertext.length * this.values];
		int[] key = new int[period];
		for (int value = 0; value < this.values; value++) {
			// of Porta's key symbols two do the same
			Arrays.fill(key, (this.cipher instanceof Porta) ? 2 * value : value);
			int[] plaintext = this.cipher.with(key, this.letters).decrypt(ciphertext);
			for (int i = 0; i < plaintext.length; i++) {
				readings[i * this.values + value] = plaintext[i];
			}
		}
		return readings;
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
