package dev.decipher.solve.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The best of many ways to read a text, of which each is then read as a whole. */
final class BestWays {

	/** Ways that are read as a whole. */
	private static final int MOST = 10;

	private final List<ReadingTrials.Start> ways = new ArrayList<>();

	/**
	 * Adds a way where it is among the best.
	 * @param worth by which it is chosen, the higher the better
	 * @param places where each letter of the plaintext stands
	 */
	void add(double worth, Supplier<int[]> places) {
		if (this.ways.size() < MOST || worth > this.ways.get(MOST - 1).worth()) {
			ReadingTrials.Start.add(this.ways, MOST, worth, places.get());
		}
	}

	/** How well the best of them reads. */
	double reading(PairGains pairs, ReadingTrials readings) {
		return this.ways.stream()
			.mapToDouble((way) -> readings.reading(IntStream.of(way.order()).map(pairs::letter).toArray()))
			.max()
			.orElse(-2);
	}

}
