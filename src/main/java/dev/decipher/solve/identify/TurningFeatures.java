package dev.decipher.solve.identify;

import java.util.Arrays;

/**
 * Features of alphabets that turn: by a place behind each group of letters, or the eight
 * squares of Phillips' cipher.
 */
final class TurningFeatures {

	private static final int LETTERS = TextSymbols.LETTERS;

	/** Pairs farther apart tell nothing of a group's alphabet. */
	private static final int NEAR = 240;

	/** Places by which an alphabet is usually turned. */
	private static final int[] TURNS = { 1, 3, 5, 7 };

	private static final int MOST_IN_GROUP = 10;

	private static final int PHILLIPS_GROUP = 5;

	private static final int PHILLIPS_SQUARES = 8;

	private final int[] text;

	private final int length;

	private final double index;

	private final LetterProfiles.Profile english;

	private final FeatureList features;

	private TurningFeatures(int[] text, LetterProfiles profiles, FeatureList features) {
		this.text = text;
		this.length = text.length;
		this.index = Coincidences.index(Coincidences.counts(text, LETTERS, 0, 1));
		this.english = profiles.all().get(0);
		this.features = features;
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, LetterProfiles profiles, FeatureList features) {
		TurningFeatures all = new TurningFeatures(text, profiles, features);
		all.turning();
		all.phillips();
	}

	/**
	 * An alphabet in any order, which turns by a place behind each group of letters:
	 * equal letters stand for such whose distance is known.
	 */
	private void turning() {
		double[] together = new double[LETTERS];
		for (int distance = 0; distance < LETTERS; distance++) {
			for (int letter = 0; letter < LETTERS; letter++) {
				together[distance] += Math
					.exp(this.english.logs()[letter] + this.english.logs()[(letter + distance) % LETTERS]);
			}
		}
		double[] logs = Arrays.stream(together).map((p) -> Math.log(p / this.index)).toArray();
		int[] equal = equalPairs();
		double best = Double.NEGATIVE_INFINITY;
		int bestGroup = 0;
		for (int group = 2; group <= MOST_IN_GROUP; group++) {
			double[] found = new double[TURNS.length];
			for (int i = 0; i < equal.length; i += 2) {
				int groups = equal[i + 1] / group - equal[i] / group;
				for (int turn = 0; turn < TURNS.length; turn++) {
					found[turn] += logs[groups * TURNS[turn] % LETTERS];
				}
			}
			for (int turn = 0; turn < TURNS.length; turn++) {
				double likelihood = found[turn] - expected(together, group, TURNS[turn]);
				if (likelihood > best) {
					best = likelihood;
					bestGroup = group;
				}
			}
		}
		this.features.add(best / 10);
		this.features.add(bestGroup / 5.0);
	}

	/** The places of equal letters that are near one another: (2 · pairs). */
	private int[] equalPairs() {
		int[] pairs = new int[256];
		int size = 0;
		for (int i = 0; i < this.length; i++) {
			for (int j = i + 1; j < Math.min(this.length, i + NEAR); j++) {
				if (this.text[i] == this.text[j]) {
					pairs = (size + 2 > pairs.length) ? Arrays.copyOf(pairs, 2 * size) : pairs;
					pairs[size++] = i;
					pairs[size++] = j;
				}
			}
		}
		return Arrays.copyOf(pairs, size);
	}

	/**
	 * What letters that aren't equal say against a turn, nearly: as many as there are at
	 * each distance.
	 */
	private double expected(double[] together, int group, int turn) {
		double sum = 0;
		for (int distance = 1; distance < Math.min(this.length, NEAR); distance++) {
			double share = (double) (distance % group) / group;
			int groups = distance / group;
			double p = (1 - share) * together[groups * turn % LETTERS]
					+ share * together[(groups + 1) * turn % LETTERS];
			sum += (this.length - distance) * (p - this.index) / (1 - this.index);
		}
		return sum;
	}

	/** Eight squares in turn, of five letters each; neighbours are much alike. */
	private void phillips() {
		double[] equal = new double[PHILLIPS_SQUARES];
		double[] all = new double[PHILLIPS_SQUARES];
		int[][] counts = new int[PHILLIPS_SQUARES][LETTERS];
		int[] totals = new int[PHILLIPS_SQUARES];
		for (int i = 0; i < this.length; i++) {
			int square = i / PHILLIPS_GROUP % PHILLIPS_SQUARES;
			counts[square][this.text[i]]++;
			totals[square]++;
		}
		for (int one = 0; one < PHILLIPS_SQUARES; one++) {
			for (int other = one; other < PHILLIPS_SQUARES; other++) {
				int apart = other - one;
				for (int letter = 0; letter < LETTERS; letter++) {
					equal[apart] += (apart == 0) ? Coincidences.pairs(new int[] { counts[one][letter] })
							: (double) counts[one][letter] * counts[other][letter];
				}
				all[apart] += (apart == 0) ? Coincidences.pairs(totals[one]) : (double) totals[one] * totals[other];
			}
		}
		for (int apart = 0; apart < PHILLIPS_SQUARES; apart++) {
			this.features.add(Coincidences.deviation(equal[apart], all[apart] * this.index));
		}
	}

}
