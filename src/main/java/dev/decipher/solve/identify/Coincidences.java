package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts of equal symbols, and how much more of them there are than by chance. */
final class Coincidences {

	/** Added to both counts, so that few say little. */
	private static final double PRIOR = 0.5;

	private Coincidences() {
	}

	/** The logarithm of what there is by what there would be by chance. */
	static double excess(double found, double chance) {
		return Math.log((found + PRIOR) / (chance + PRIOR));
	}

	/** How far what there is lies from what there would be by chance, in deviations. */
	static double deviation(double found, double chance) {
		return (found - chance) / Math.sqrt(chance + PRIOR);
	}

	/** Pairs of equal ones among so many of each. */
	static double pairs(int[] counts) {
		double pairs = 0;
		for (int count : counts) {
			pairs += count * (count - 1.0) / 2;
		}
		return pairs;
	}

	/** All pairs of so many. */
	static double pairs(double total) {
		return total * (total - 1) / 2;
	}

	/** The share of pairs that are equal; 0 where there are none. */
	static double index(int[] counts) {
		double total = IntStream.of(counts).sum();
		return (total > 1) ? pairs(counts) / pairs(total) : 0;
	}

	/** How often each symbol occurs at some places: first, first + step, … */
	static int[] counts(int[] symbols, int size, int first, int step) {
		int[] counts = new int[size];
		for (int i = first; i < symbols.length; i += step) {
			counts[symbols[i]]++;
		}
		return counts;
	}

	/** In nats. */
	static double entropy(int[] counts) {
		double total = Math.max(1, IntStream.of(counts).sum());
		double entropy = 0;
		for (int count : counts) {
			if (count > 0) {
				entropy -= count / total * Math.log(count / total);
			}
		}
		return entropy;
	}

	/** The share of each symbol. */
	static double[] shares(int[] counts) {
		double total = Math.max(1, IntStream.of(counts).sum());
		return IntStream.of(counts).mapToDouble((count) -> count / total).toArray();
	}

	/**
	 * Pairs of equal symbols in the same column, and how many there are of all.
	 * @return equal, all: (2)
	 */
	static double[] inColumns(int[] symbols, int size, int period) {
		double equal = 0;
		double all = 0;
		int[] counts = new int[size];
		for (int column = 0; column < period; column++) {
			Arrays.fill(counts, 0);
			int length = 0;
			for (int i = column; i < symbols.length; i += period, length++) {
				equal += counts[symbols[i]]++;
			}
			all += pairs(length);
		}
		return new double[] { equal, all };
	}

	/**
	 * Pairs of places with equal pairs of symbols, by how many there would be if the two
	 * were independent.
	 * @param first the first place of a pair
	 * @param step from one pair to the next
	 * @param distance from a pair's first symbol to its second
	 */
	static double pairExcess(int[] symbols, int size, int first, int step, int distance) {
		int[] both = new int[size * size];
		int[] ones = new int[size];
		int[] others = new int[size];
		int total = 0;
		for (int i = first; i + distance < symbols.length; i += step, total++) {
			both[symbols[i] * size + symbols[i + distance]]++;
			ones[symbols[i]]++;
			others[symbols[i + distance]]++;
		}
		double all = pairs(total);
		double chance = (all > 0) ? pairs(ones) * pairs(others) / all : 0;
		return excess(pairs(both), chance);
	}

	/** Equal symbols at a distance, in deviations from so many as the index says. */
	static double kappa(int[] symbols, int distance, double index) {
		int equal = 0;
		for (int i = 0; i + distance < symbols.length; i++) {
			equal += (symbols[i] == symbols[i + distance]) ? 1 : 0;
		}
		return deviation(equal, Math.max(0, symbols.length - distance) * index);
	}

}
