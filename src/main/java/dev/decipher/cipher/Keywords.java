package dev.decipher.cipher;

import java.util.stream.IntStream;

/**
 * Alphabets that a keyword begins: its symbols, each once, and then the others in their
 * order.
 */
public final class Keywords {

	private Keywords() {
	}

	/**
	 * The shortest keyword of an alphabet.
	 * @param alphabet indices of all symbols, (size)
	 * @return how many symbols it has, at least 1
	 */
	public static int length(int[] alphabet) {
		int length = alphabet.length - 1;
		while (length > 1 && alphabet[length - 1] < alphabet[length]) {
			length--;
		}
		return length;
	}

	/**
	 * What it takes to write down an alphabet by its keyword, and how long that is: much
	 * less than for any order of the symbols where the keyword is short.
	 * @param alphabet indices of all symbols, (size)
	 * @return nats
	 */
	public static double nats(int[] alphabet) {
		int size = alphabet.length;
		return KeyPart.logFactorial(size) - KeyPart.logFactorial(size - length(alphabet)) + Math.log(size);
	}

	/**
	 * What a key costs of which some alphabets may have keywords.
	 * @param mixed the cost of a key with alphabets in any order
	 * @param same how much less this is since keys of the same effect count as one
	 * @param alphabets (alphabets, size)
	 * @return the less of this and of what it takes with the keywords, in nats
	 */
	public static double keyNats(double mixed, double same, int[]... alphabets) {
		double less = IntStream.range(0, alphabets.length)
			.mapToDouble((i) -> KeyPart.logFactorial(alphabets[i].length) - nats(alphabets[i]))
			.sum();
		return Math.min(mixed, mixed + same - less);
	}

}
