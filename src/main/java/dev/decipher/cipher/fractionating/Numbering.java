package dev.decipher.cipher.fractionating;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers that the order of a key's letters gives to their places. */
final class Numbering {

	private Numbering() {
	}

	/**
	 * Numbers places by what stands at them; the same ones from the left.
	 * @param key numbers of which each may be there several times: (length)
	 * @return the rank of each place, from 0: (length)
	 */
	static int[] of(int[] key) {
		int[] order = IntStream.range(0, key.length)
			.boxed()
			.sorted(Comparator.comparingInt((place) -> key[place]))
			.mapToInt(Integer::intValue)
			.toArray();
		int[] ranks = new int[key.length];
		for (int rank = 0; rank < order.length; rank++) {
			ranks[order[rank]] = rank;
		}
		return ranks;
	}

	/**
	 * As {@link #of}, where the first is 1 and the tenth 0.
	 * @param key ten letters, or digits of which 0 is the last
	 */
	static int[] digits(int[] key) {
		return IntStream.of(of(key)).map((rank) -> (rank + 1) % 10).toArray();
	}

	/** Digits in the order in which 0 is the last. */
	static int[] zeroLast(int[] digits) {
		return IntStream.of(digits).map((digit) -> (digit + 9) % 10).toArray();
	}

}
