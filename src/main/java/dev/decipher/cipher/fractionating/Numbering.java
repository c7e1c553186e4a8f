package dev.decipher.cipher.fractionating;

import java.util.stream.IntStream;

import dev.decipher.cipher.KeyNumbers;

/** Digits that the order of a key's letters gives to their places. */
final class Numbering {

	private Numbering() {
	}

	/**
	 * The rank of each place, the first of which is 1 and the tenth 0.
	 * @param key ten letters, or digits of which 0 is the last
	 */
	static int[] digits(int[] key) {
		return IntStream.of(KeyNumbers.ranks(key)).map((rank) -> (rank + 1) % 10).toArray();
	}

	/** Digits in the order in which 0 is the last. */
	static int[] zeroLast(int[] digits) {
		return IntStream.of(digits).map((digit) -> (digit + 9) % 10).toArray();
	}

}
