package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods that a ciphertext may have, by the index of coincidence of its columns: how
 * far more often than by chance two symbols at a distance of some periods are the same.
 * William Friedman, The index of coincidence and its applications in cryptography, 1922.
 */
final class PeriodRanks {

	private PeriodRanks() {
	}

	/**
	 * Ranks periods.
	 * @param symbols indices (length)
	 * @param size how many symbols there are
	 * @param periods those that may be
	 * @return the likeliest first
	 */
	static List<Integer> of(int[] symbols, int size, IntStream periods) {
		return periods.boxed()
			.sorted(Comparator.comparingDouble((Integer period) -> -excess(symbols, size, period)))
			.toList();
	}

	/** By how many standard deviations there are more coincidences than by chance. */
	private static double excess(int[] symbols, int size, int period) {
		long pairs = 0;
		long same = 0;
		int[] counts = new int[size];
		int[] all = new int[size];
		for (int symbol : symbols) {
			all[symbol]++;
		}
		double chance = 0;
		for (int count : all) {
			chance += Math.pow((double) count / symbols.length, 2);
		}
		for (int column = 0; column < period; column++) {
			Arrays.fill(counts, 0);
			int length = 0;
			for (int i = column; i < symbols.length; i += period) {
				same += counts[symbols[i]]++;
				pairs += length++;
			}
		}
		return (pairs > 0) ? (same - pairs * chance) / Math.sqrt(pairs * chance * (1 - chance)) : 0;
	}

}
