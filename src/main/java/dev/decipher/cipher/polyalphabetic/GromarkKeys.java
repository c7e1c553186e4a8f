package dev.decipher.cipher.polyalphabetic;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;

/**
 * The Gromark ciphers' alphabet, mixed by a keyword, and their running key of digits,
 * which a primer starts.
 */
final class GromarkKeys {

	/** A keyword of two symbols or more, each counting once. */
	static final KeyForm KEYWORD = new Keyword();

	/** Describes the keyword. */
	static final String KEY = "The keyword that mixes the alphabet: two symbols or more, each counting once";

	/** Keywords that are searched for. */
	static final int SHORTEST_SEARCHED = 4;

	static final int LONGEST_SEARCHED = 12;

	private GromarkKeys() {
	}

	/**
	 * The alphabet that a keyword starts, written in as many columns as the keyword has
	 * symbols, and taken off column by column as these number them.
	 * @param keyword indices of different symbols, (length)
	 * @param size the alphabet's
	 * @return indices of symbols, (size)
	 */
	static int[] mixedAlphabet(int[] keyword, int size) {
		int[] keyed = IntStream.concat(IntStream.of(keyword), IntStream.range(0, size)).distinct().toArray();
		return IntStream.of(KeyNumbers.order(keyword))
			.flatMap((column) -> IntStream.iterate(column, (place) -> place < size, (place) -> place + keyword.length))
			.map((place) -> keyed[place])
			.toArray();
	}

	/**
	 * The sums of each two neighbours of a primer, without tens, written behind it and
	 * added further.
	 * @param primer digits, (digits)
	 * @return digits, (length)
	 */
	static int[] runningKey(int[] primer, int length) {
		int[] digits = new int[length];
		for (int i = 0; i < length; i++) {
			int first = i - primer.length;
			digits[i] = (first < 0) ? primer[i] % 10 : (digits[first] + digits[Math.min(first + 1, i - 1)]) % 10;
		}
		return digits;
	}

	/**
	 * At work.
	 *
	 * @param alphabet the mixed one, (size)
	 * @param primer digits
	 * @param offsets places that all shifts of a group are more, group by group, each of
	 * as many symbols as there are groups
	 */
	record Running(int[] alphabet, int[] primer, int[] offsets) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] digits = runningKey(this.primer, plaintext.length);
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = this.alphabet[(plaintext[i] + digits[i] + offset(i)) % this.alphabet.length];
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int size = this.alphabet.length;
			int[] places = KeyNumbers.inverse(this.alphabet);
			int[] digits = runningKey(this.primer, ciphertext.length);
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				plaintext[i] = Math.floorMod(places[ciphertext[i]] - digits[i] - offset(i), size);
			}
			return plaintext;
		}

		private int offset(int position) {
			return this.offsets[position / this.offsets.length % this.offsets.length];
		}

	}

	/** See {@link GromarkKeys#KEYWORD}. */
	private record Keyword() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			return Parameters.symbols(name, key, alphabet, 2);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			return COLUMNS.draw(name, left, alphabet, random);
		}

		/** Other letters, and not only another order of the same. */
		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return TEXT.part(alphabet, length);
		}

	}

}
