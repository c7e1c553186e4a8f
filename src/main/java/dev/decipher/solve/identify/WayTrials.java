package dev.decipher.solve.identify;

import java.util.stream.IntStream;

import dev.decipher.cipher.transposition.Route;

/** Features of ways through rails and grids. */
final class WayTrials {

	private static final int SAMPLE = 64;

	private static final int MOST_RAILS = 20;

	/** All orders of so many rails are tried. */
	private static final int MOST_ORDERED = 6;

	private static final int LONGEST_ROUTE = 1500;

	private final PairGains pairs;

	private final int length;

	private final FeatureList features;

	private final ReadingTrials readings;

	WayTrials(PairGains pairs, ReadingTrials readings, FeatureList features) {
		this.pairs = pairs;
		this.length = pairs.length();
		this.features = features;
		this.readings = readings;
	}

	/** Rails in their order, and then in any. */
	void rails() {
		double[] best = { -5, -5 };
		int[] bestCount = new int[2];
		BestWays[] read = { new BestWays(), new BestWays() };
		for (int rails = 2; rails <= Math.min(MOST_RAILS, this.length / 2); rails++) {
			int period = 2 * (rails - 1);
			for (int offset = 0; offset < Math.min(period, 16); offset++) {
				int[] rail = new int[this.length];
				int[] place = new int[this.length];
				int[] counts = new int[rails];
				for (int i = 0; i < this.length; i++) {
					int phase = (i + offset) % period;
					rail[i] = Math.min(phase, period - phase);
					place[i] = counts[rail[i]]++;
				}
				int[] order = IntStream.range(0, rails).toArray();
				double plain = railed(order, counts, rail, place);
				read[0].add(plain, () -> places(order, counts, rail, place));
				if (plain > best[0]) {
					best[0] = plain;
					bestCount[0] = rails;
				}
				if (rails > 2 && rails <= MOST_ORDERED && offset < rails) {
					do {
						double ordered = railed(order, counts, rail, place);
						read[1].add(ordered, () -> places(order, counts, rail, place));
						if (ordered > best[1]) {
							best[1] = ordered;
							bestCount[1] = rails;
						}
					}
					while (next(order));
				}
			}
		}
		for (int i = 0; i < best.length; i++) {
			this.features.add(best[i]);
			this.features.add(bestCount[i] / 5.0);
			this.features.add(read[i].reading(this.pairs, this.readings));
		}
	}

	/** Where each letter of the plaintext stands. */
	private int[] places(int[] order, int[] counts, int[] rail, int[] place) {
		int[] starts = starts(order, counts);
		return IntStream.range(0, this.length).map((i) -> starts[rail[i]] + place[i]).toArray();
	}

	private static int[] starts(int[] order, int[] counts) {
		int[] starts = new int[counts.length];
		int start = 0;
		for (int next : order) {
			starts[next] = start;
			start += counts[next];
		}
		return starts;
	}

	private double railed(int[] order, int[] counts, int[] rail, int[] place) {
		int[] starts = starts(order, counts);
		int samples = Math.min(SAMPLE, this.length - 1);
		double sum = 0;
		for (int sample = 0; sample < samples; sample++) {
			int i = sample * (this.length - 1) / samples;
			sum += this.pairs.gain(starts[rail[i]] + place[i], starts[rail[i + 1]] + place[i + 1]);
		}
		return this.pairs.above(sum / samples, samples, 1);
	}

	/** Makes an order the next one; false behind the last, which becomes the first. */
	private static boolean next(int[] order) {
		int i = order.length - 2;
		while (i >= 0 && order[i] > order[i + 1]) {
			i--;
		}
		for (int low = i + 1, high = order.length - 1; low < high; low++, high--) {
			int swapped = order[low];
			order[low] = order[high];
			order[high] = swapped;
		}
		if (i < 0) {
			return false;
		}
		int j = i + 1;
		while (order[j] < order[i]) {
			j++;
		}
		int swapped = order[i];
		order[i] = order[j];
		order[j] = swapped;
		return true;
	}

	/** Grids that the text fills, written on one way and read on another. */
	void routes() {
		double best = -5;
		double bestOther = -5;
		BestWays plain = new BestWays();
		BestWays others = new BestWays();
		for (int width = 2; this.length <= LONGEST_ROUTE && width <= this.length / 2; width++) {
			if (this.length % width != 0 || (width > 30 && this.length / width > 3)) {
				continue;
			}
			int[][] ways = Route.ways(this.length / width, width);
			int samples = Math.min(SAMPLE, this.length - 1);
			int[] places = new int[this.length];
			for (int read = 0; read < ways.length; read++) {
				for (int i = 0; i < this.length; i++) {
					places[ways[read][i]] = i;
				}
				for (int write = 0; write < ways.length; write += 4) { // from one corner
					double sum = 0;
					for (int sample = 0; sample < samples; sample++) {
						int i = sample * (this.length - 1) / samples;
						sum += this.pairs.gain(places[ways[write][i]], places[ways[write][i + 1]]);
					}
					double above = this.pairs.above(sum / samples, samples, 1);
					int[] way = ways[write];
					// plain rows and columns, as a scytale has them too
					boolean isPlain = write == 0 || write == 8;
					(isPlain ? plain : others).add(above,
							() -> IntStream.of(way).map((place) -> places[place]).toArray());
					if (isPlain) {
						best = Math.max(best, above);
					}
					else {
						bestOther = Math.max(bestOther, above);
					}
				}
			}
		}
		this.features.add(best);
		this.features.add(bestOther);
		this.features.add(plain.reading(this.pairs, this.readings));
		this.features.add(others.reading(this.pairs, this.readings));
	}

}
