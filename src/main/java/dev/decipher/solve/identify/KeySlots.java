package dev.decipher.solve.identify;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How a text is taken apart for keys of one length. */
interface KeySlots {

	/**
	 * Says which units there are for keys of a length.
	 * @return where each unit begins, its second letter, and its place in the key: (3,
	 * units); nothing where a text is too short
	 */
	int[][] of(int period);

	static int[][] singles(int count, IntUnaryOperator slot) {
		int[] places = IntStream.range(0, count).toArray();
		return new int[][] { places, places, IntStream.range(0, count).map(slot).toArray() };
	}

	static int[][] pairs(int count, IntUnaryOperator first, IntUnaryOperator second, IntUnaryOperator slot) {
		return new int[][] { IntStream.range(0, count).map(first).toArray(),
				IntStream.range(0, count).map(second).toArray(), IntStream.range(0, count).map(slot).toArray() };
	}

	/**
	 * Pairs above one another in two lines of a length, the last ones perhaps shorter.
	 */
	static int[][] lines(int length, int period) {
		int count = length / 2;
		return pairs(count, (i) -> i / period * 2 * period + i % period,
				(i) -> i / period * 2 * period + i % period + Math.min(period, (length - i / period * 2 * period) / 2),
				(i) -> i % period);
	}

}
