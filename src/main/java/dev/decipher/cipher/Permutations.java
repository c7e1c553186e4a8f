package dev.decipher.cipher;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

}
