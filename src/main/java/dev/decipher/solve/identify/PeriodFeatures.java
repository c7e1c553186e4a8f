package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features of equal letters at each distance and in the columns of each period, and of
 * columns that are moved to where they are alike.
 */
final class PeriodFeatures {

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final int LONGEST_PERIOD = 20;

	private static final int FARTHEST = 15;

	private static final int SHORTEST_ALIGNED = 3;

	private static final int LONGEST_ALIGNED = 10;

	/** Times that each column is moved anew to where it is like all others. */
	private static final int PASSES = 3;

	private final int[] text;

	private final int length;

	private final double index;

	private final LetterProfiles profiles;

	private final FeatureList features;

	private PeriodFeatures(int[] text, LetterProfiles profiles, FeatureList features) {
		this.text = text;
		this.length = text.length;
		this.index = Coincidences.index(Coincidences.counts(text, LETTERS, 0, 1));
		this.profiles = profiles;
		this.features = features;
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, LetterProfiles profiles, FeatureList features) {
		PeriodFeatures all = new PeriodFeatures(text, profiles, features);
		all.distances();
		all.periods();
	}

	private void distances() {
		double most = 0;
		for (int distance = 1; distance <= FARTHEST; distance++) {
			double kappa = Coincidences.kappa(this.text, distance, this.index);
			most = Math.max(most, kappa);
			this.features.add(kappa);
		}
		this.features.add(most);
		for (int distance = 2; distance <= FARTHEST; distance++) {
			this.features.add(Coincidences.pairExcess(this.text, LETTERS, 0, 1, distance));
		}
	}

	private void periods() {
		double best = 0;
		int bestPeriod = 2;
		for (int period = 2; period <= LONGEST_PERIOD; period++) {
			double[] found = Coincidences.inColumns(this.text, LETTERS, period);
			double deviation = Coincidences.deviation(found[0], found[1] * this.index);
			this.features.add(deviation);
			if (period > 2 && deviation > best) {
				best = deviation;
				bestPeriod = period;
			}
		}
		double[] found = Coincidences.inColumns(this.text, LETTERS, bestPeriod);
		this.features.add(best);
		this.features.add(bestPeriod / 5.0);
		this.features.add(LETTERS * found[0] / Math.max(1, found[1]));
		double[] fits = new double[bestPeriod];
		for (int column = 0; column < bestPeriod; column++) {
			fits[column] = this.profiles.sortedFit(Coincidences.counts(this.text, LETTERS, column, bestPeriod));
		}
		this.features.add(Arrays.stream(fits).average().orElse(0));
		aligned(bestPeriod, 1);
		aligned(bestPeriod, -1);
		allAligned();
	}

	/**
	 * How unequal letters are once each column is moved to where it is most like the
	 * others: alphabets that differ by no more than that become one.
	 * @param sign −1 to turn every second column around first
	 */
	private void aligned(int period, int sign) {
		int[] counts = moved(period, sign);
		this.features.add(LETTERS * Coincidences.index(counts));
		this.features.add(this.profiles.sortedFit(counts));
	}

	/** The letters of all columns together, once they are moved. */
	private int[] moved(int period, int sign) {
		int[] all = new int[LETTERS];
		int[] moves = new int[period];
		int[][] counts = new int[period][];
		for (int column = 0; column < period; column++) {
			int[] found = Coincidences.counts(this.text, LETTERS, column, period);
			boolean turned = sign < 0 && column % 2 == 1;
			counts[column] = turned
					? IntStream.range(0, LETTERS).map((letter) -> found[(LETTERS - letter) % LETTERS]).toArray()
					: found;
		}
		for (int pass = 0; pass < PASSES; pass++) {
			for (int column = 0; column < period; column++) {
				if (pass > 0) {
					place(all, counts[column], moves[column], -1);
				}
				int best = -1;
				for (int shift = 0; shift < LETTERS; shift++) {
					int product = 0;
					for (int letter = 0; letter < LETTERS; letter++) {
						int place = letter + shift;
						product += counts[column][letter] * all[(place < LETTERS) ? place : place - LETTERS];
					}
					if (product > best) {
						best = product;
						moves[column] = shift;
					}
				}
				place(all, counts[column], moves[column], 1);
			}
		}
		return all;
	}

	private static void place(int[] all, int[] counts, int shift, int sign) {
		for (int letter = 0; letter < LETTERS; letter++) {
			all[(letter + shift) % LETTERS] += sign * counts[letter];
		}
	}

	/** The same for each period by itself, as far as it is more than by chance. */
	private void allAligned() {
		for (int period = SHORTEST_ALIGNED; period <= LONGEST_ALIGNED; period++) {
			int[] counts = moved(period, 1);
			this.features
				.add(Coincidences.deviation(Coincidences.pairs(counts), Coincidences.pairs(this.length) * this.index));
			this.features.add(this.profiles.sortedFit(counts));
		}
	}

}
