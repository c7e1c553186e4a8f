package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;

/** A zigzag, down and up over rails. */
final class Rails {

	private Rails() {
	}

	/**
	 * The places on the rails, rail by rail.
	 * @param ranks by rail from the top, as which one it is read
	 * @param offset how many places of the zigzag are left out before the message
	 */
	static IntFunction<int[]> places(int[] ranks, int offset) {
		int lowest = ranks.length - 1;
		int period = Math.max(1, 2 * lowest);
		return (length) -> Transposition.inTurn(length, ranks.length,
				(place) -> ranks[lowest - Math.abs(lowest - (place + offset % period) % period)]);
	}

}
