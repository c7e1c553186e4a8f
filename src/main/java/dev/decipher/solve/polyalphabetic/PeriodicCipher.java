package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Portax;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.Slidefair;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * A cipher each of whose key symbols reads the letters at every period-th place, or pairs
 * of letters.
 *
 * @param cipher the cipher, with any key
 * @param readable the ciphertext as it reads it
 * @param values how many values of a key symbol differ
 * @param each how many symbols of a key have the same value
 * @param places which symbol of the key reads each letter
 * @param repeats whether the key is repeated as it is, so that a repeated key is no other
 * @param movesOn whether the key is moved on by a step at each repetition, so that a
 * repetition is another key with another step
 * @param naming names the cipher with a key
 */
record PeriodicCipher(KeyedCipher cipher, Readable readable, int values, int each, Places places, boolean repeats,
		boolean movesOn, Naming naming) {

	private static final Key ANY = new Key.Any(null);

	/** Names a cipher. */
	interface Naming {

		/**
		 * The simplest cipher that does the same.
		 * @param key values of the key's symbols (period)
		 */
		Cipher of(int[] key);

	}

	/** Which symbol of the key reads a letter. */
	enum Places {

		/** One after the other. */
		LETTERS,

		/** One after the other, a pair of letters each. */
		PAIRS,

		/**
		 * One after the other, each a letter of a row as long as the key and the one
		 * below it in the next row; two rows at the end may be shorter.
		 */
		ROWS;

		int at(int position, int period, int length) {
			return switch (this) {
				case LETTERS -> position % period;
				case PAIRS -> position / 2 % period;
				case ROWS -> {
					int start = position / (2 * period) * 2 * period;
					yield (position - start) % Math.max(1, Math.min(period, (length - start) / 2));
				}
			};
		}

	}

	/** The ciphers of some types, of types that read the same texts one. */
	static List<PeriodicCipher> of(Set<String> types, Readable readable) {
		List<PeriodicCipher> ciphers = new ArrayList<>();
		Alphabet alphabet = readable.alphabet();
		int size = alphabet.size();
		if (types.contains("vigenere") || types.contains("variant-vigenere")) {
			ciphers.add(repeating(new Vigenere(ANY), readable, size, (key) -> vigenere(key, types, alphabet)));
		}
		else if (types.contains("gronsfeld")) {
			ciphers.add(repeating(new Gronsfeld(ANY), readable, Math.min(10, size), (key) -> gronsfeld(key)));
		}
		if (types.contains("beaufort")) {
			ciphers.add(repeating(new Beaufort(ANY), readable, size, (key) -> beaufort(key, alphabet)));
		}
		if (types.contains("porta") && size % 2 == 0) {
			ciphers.add(halved(new Porta(ANY, null), readable, Places.LETTERS, (key) -> new Porta(key, null)));
		}
		if (types.contains("autokey")) {
			ciphers.add(new PeriodicCipher(new Autokey(ANY), readable, size, 1, Places.LETTERS, false, false,
					(key) -> new Autokey(Parameters.key(key, alphabet))));
		}
		for (int step = 1; step < size && types.contains("progressive"); step++) {
			ciphers.add(progressive(step, readable));
		}
		boolean even = readable.symbols().length % 2 == 0;
		if (types.contains("slidefair") && even) {
			// that of the variant is that of Vigenère's with another key
			for (String base : new @Nullable String[] { null, "beaufort" }) {
				ciphers.add(new PeriodicCipher(new Slidefair(ANY, base), readable, size, 1, Places.PAIRS, true, false,
						(key) -> new Slidefair(Parameters.key(key, alphabet), base)));
			}
		}
		if (types.contains("portax") && even && size % 2 == 0) {
			ciphers.add(halved(new Portax(ANY), readable, Places.ROWS, Portax::new));
		}
		return ciphers;
	}

	private static PeriodicCipher repeating(KeyedCipher cipher, Readable readable, int values, Naming naming) {
		return new PeriodicCipher(cipher, readable, values, 1, Places.LETTERS, true, false, naming);
	}

	/** Of the symbols of a key two do the same. */
	private static PeriodicCipher halved(KeyedCipher cipher, Readable readable, Places places,
			Function<Key, Cipher> naming) {
		Alphabet alphabet = readable.alphabet();
		return new PeriodicCipher(cipher, readable, alphabet.size() / 2, 2, places, places == Places.LETTERS, false,
				(key) -> naming.apply(Parameters.key(IntStream.of(key).map((value) -> 2 * value).toArray(), alphabet)));
	}

	private static PeriodicCipher progressive(int step, Readable readable) {
		int size = readable.alphabet().size();
		return new PeriodicCipher(new Progressive(ANY, step), readable, size, 1, Places.LETTERS, false, true,
				(key) -> (key.length == 1 && key[0] == 0 && step == 1) ? new Trithemius()
						: new Progressive(Parameters.key(key, readable.alphabet()), step));
	}

	/**
	 * A search for the keys of a length.
	 * @param letters how many letters of the text to read, at most
	 */
	KeyAnnealing annealing(int period, int letters, Search search) {
		int[] symbols = this.readable.symbols();
		int length = (symbols.length <= letters) ? symbols.length : letters / (2 * period) * 2 * period;
		int[] readings = readings(Arrays.copyOf(symbols, length), period);
		if (this.places == Places.LETTERS) {
			return new KeyAnnealing(search, period, this.values, readings);
		}
		int[] keyAt = IntStream.range(0, length).map((i) -> this.places.at(i, period, length)).toArray();
		return KeyAnnealing.of(search, period, this.values, readings, keyAt);
	}

	/**
	 * What letters are read as by each value of their key symbol.
	 * @param ciphertext indices of symbols (length)
	 * @param period the key's length
	 * @return the language's letters (length × values)
	 */
	private int[] readings(int[] ciphertext, int period) {
		Function<int[][], SymbolCipher> keyed = this.cipher.keyed(this.readable.alphabet());
		int[] readings = new int[ciphertext.length * this.values];
		int[] key = new int[period];
		for (int value = 0; value < this.values; value++) {
			Arrays.fill(key, this.each * value);
			int[] plaintext = keyed.apply(new int[][] { key }).decrypt(ciphertext);
			for (int i = 0; i < plaintext.length; i++) {
				readings[i * this.values + value] = this.readable.letters()[plaintext[i]];
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
