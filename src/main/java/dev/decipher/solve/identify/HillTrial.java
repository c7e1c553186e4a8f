package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features of a text in whose pairs a matrix of two rows may have mixed the letters. Safe
 * for use by many threads.
 */
final class HillTrial {

	private static final int LETTERS = TextSymbols.LETTERS;

	/** Rows of a matrix that are tried with one another. */
	private static final int ROWS = 12;

	private final LetterProfiles profiles;

	/** ln p of each letter in all languages together. */
	private final double[] pooled;

	HillTrial(LetterProfiles profiles) {
		this.profiles = profiles;
		this.pooled = profiles.pooled();
	}

	/** A matrix of two rows: the likeliest rows, each by itself and then two together. */
	void add(int[] text, FeatureList features) {
		int pairs = text.length / 2;
		double[] logs = this.profiles.all().get(0).logs();
		double[] pooled = this.pooled;
		int[] counts = new int[LETTERS];
		double[] likelihoods = new double[LETTERS * LETTERS];
		for (int row = 0; row < likelihoods.length; row++) {
			Arrays.fill(counts, 0);
			int one = row / LETTERS;
			int other = row % LETTERS;
			for (int i = 0; i < pairs; i++) {
				counts[(one * text[2 * i] + other * text[2 * i + 1]) % LETTERS]++;
			}
			double english = 0;
			double any = 0;
			for (int letter = 0; letter < LETTERS; letter++) {
				english += counts[letter] * logs[letter];
				any += counts[letter] * pooled[letter];
			}
			likelihoods[row] = Math.max(english, any);
		}
		int[] rows = IntStream.range(0, likelihoods.length)
			.boxed()
			.sorted((one, other) -> Double.compare(likelihoods[other], likelihoods[one]))
			.limit(ROWS)
			.mapToInt(Integer::intValue)
			.toArray();
		features.add((likelihoods[rows[0]] + likelihoods[rows[1]]) / (2 * pairs));
		features.add((likelihoods[rows[0]] - likelihoods[rows[2]]) / pairs);
		double reading = -2;
		int[] plaintext = new int[2 * pairs];
		for (int upper : rows) {
			for (int lower : rows) {
				for (int i = 0; upper != lower && i < pairs; i++) {
					plaintext[2 * i] = (upper / LETTERS * text[2 * i] + upper % LETTERS * text[2 * i + 1]) % LETTERS;
					plaintext[2 * i + 1] = (lower / LETTERS * text[2 * i] + lower % LETTERS * text[2 * i + 1])
							% LETTERS;
				}
				if (upper != lower) {
					reading = Math.max(reading,
							this.profiles.likeliest(Coincidences.counts(plaintext, LETTERS, 0, 1)).reading(plaintext));
				}
			}
		}
		features.add(reading);
	}

}
