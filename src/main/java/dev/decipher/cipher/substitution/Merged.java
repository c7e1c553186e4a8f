package dev.decipher.cipher.substitution;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;

/** Alphabets in which two letters count as one. */
final class Merged {

	private Merged() {
	}

	/**
	 * Numbers the letters.
	 * @param pairs two letters each, of which the second counts as the first where the
	 * alphabet has both
	 * @return the number of each symbol, from 0 in the alphabet's order: (size)
	 */
	static int[] numbers(Alphabet alphabet, String... pairs) {
		int[] numbers = new int[alphabet.size()];
		Arrays.fill(numbers, -1);
		int next = 0;
		for (int symbol = 0; symbol < numbers.length; symbol++) {
			if (first(symbol, alphabet, pairs) < 0) {
				numbers[symbol] = next++;
			}
		}
		for (int symbol = 0; symbol < numbers.length; symbol++) {
			int first = first(symbol, alphabet, pairs);
			if (first >= 0) {
				numbers[symbol] = numbers[first];
			}
		}
		return numbers;
	}

	/** The letter that a symbol counts as, -1 if that is itself. */
	private static int first(int symbol, Alphabet alphabet, String... pairs) {
		for (String pair : pairs) {
			if (alphabet.codePoint(symbol) == pair.charAt(1) && alphabet.symbols().indexOf(pair.charAt(0)) >= 0) {
				return alphabet.indexOf(pair.charAt(0));
			}
		}
		return -1;
	}

}
