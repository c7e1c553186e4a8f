package dev.decipher.solve.identify;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.decipher.solve.search.BestList;

/** The best of many ways to read a text, of which each is then read as a whole. */
final class BestWays {

	/** Ways that are read as a whole. */
	private static final int MOST = 10;

	private final BestList<ReadingTrials.Start> ways = ReadingTrials.Start.list(MOST);

	/**
	 * Adds a way where it is among the best.
	 * @param worth by which it is chosen, the higher the better
	 * @param places where each letter of the plaintext stands
	 */
	void add(double worth, Supplier<int[]> places) {
		if (this.ways.isOpen(-worth)) {
			this.ways.add(new ReadingTrials.Start(worth, places.get()));
		}
	}

	/** How well the best of them reads. */
	double reading(PairGains pairs, ReadingTrials readings) {
		return this.ways.first(MOST)
			.stream()
			.mapToDouble((way) -> readings.reading(IntStream.of(way.order()).map(pairs::letter).toArray()))
			.max()
			.orElse(-2);
	}

}
