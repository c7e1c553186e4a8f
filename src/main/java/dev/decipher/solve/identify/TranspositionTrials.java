package dev.decipher.solve.identify;

import java.util.stream.IntStream;

/**
 * Features of a text whose letters are as frequent as in a language: how well neighbours
 * go together once it is read in columns, rails, squares and on other ways.
 */
final class TranspositionTrials {

	static final int COUNT = 58 + ReadingTrials.COUNT;

	private static final int LETTERS = TextSymbols.LETTERS;

	/** By how many nats a letter the letters may be less likely than is usual. */
	private static final double UNLIKE = 0.45;

	private TranspositionTrials() {
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, LetterProfiles profiles, FeatureList features) {
		int end = features.size() + COUNT;
		int[] counts = Coincidences.counts(text, LETTERS, 0, 1);
		LetterProfiles.Profile profile = profiles.likeliest(counts);
		double usual = IntStream.range(0, LETTERS)
			.mapToDouble((letter) -> Math.exp(profile.logs()[letter]) * profile.logs()[letter])
			.sum();
		boolean fits = profile.likelihood(counts) / text.length > usual - UNLIKE && text.length >= 12;
		features.add(fits);
		if (fits) {
			PairGains pairs = new PairGains(text, profile);
			ReadingTrials readings = new ReadingTrials(text, profile, features);
			distances(pairs, features);
			ColumnTrials columns = new ColumnTrials(pairs, features);
			columns.add();
			BrokenColumnTrials broken = new BrokenColumnTrials(pairs, features);
			broken.cadenus();
			broken.amsco();
			WayTrials ways = new WayTrials(pairs, readings, features);
			ways.rails();
			ways.routes();
			broken.swagman();
			readings.add(columns.inColumns(), columns.inLikeColumns(), columns.inRows());
		}
		features.fill(end);
	}

	private static void distances(PairGains pairs, FeatureList features) {
		double[] best = new double[3];
		int[] where = new int[3];
		for (int distance = 1; distance <= Math.min(pairs.length() / 2, 150); distance++) {
			double forwards = 0;
			double backwards = 0;
			int count = pairs.length() - distance;
			for (int i = 0; i < count; i++) {
				forwards += pairs.gain(i, i + distance);
				backwards += pairs.gain(i + distance, i);
			}
			double one = pairs.above(forwards / count, count, 1);
			double other = pairs.above(backwards / count, count, 1);
			if (distance <= 10) {
				features.add(one);
				features.add(other);
			}
			double more = Math.max(one, other);
			int place = distance;
			for (int i = 0; i < best.length; i++) {
				if (more > best[i]) {
					double lower = best[i];
					int lowerPlace = where[i];
					best[i] = more;
					where[i] = place;
					more = lower;
					place = lowerPlace;
				}
			}
		}
		for (int i = 0; i < best.length; i++) {
			features.add(best[i]);
			features.add((double) where[i] / pairs.length() * 10);
		}
	}

}
