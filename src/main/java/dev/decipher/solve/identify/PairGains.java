package dev.decipher.solve.identify;

/**
 * How well letters of a ciphertext go together as neighbours, and how much better than by
 * chance. A gain is ln p(pair) less that of its letters.
 */
final class PairGains {

	private static final int LETTERS = TextSymbols.LETTERS;

	private final int[] text;

	private final int length;

	private final double[] gains;

	/** Of pairs of letters by chance. */
	private final double mean;

	private final double deviation;

	PairGains(int[] text, LetterProfiles.Profile profile) {
		this.text = text;
		this.length = text.length;
		this.gains = profile.gains();
		double[] shares = Coincidences.shares(Coincidences.counts(text, LETTERS, 0, 1));
		double sum = 0;
		double squares = 0;
		for (int pair = 0; pair < this.gains.length; pair++) {
			double p = shares[pair / LETTERS] * shares[pair % LETTERS];
			sum += p * this.gains[pair];
			squares += p * this.gains[pair] * this.gains[pair];
		}
		this.mean = sum;
		this.deviation = Math.sqrt(Math.max(1e-3, squares - sum * sum));
	}

	int length() {
		return this.length;
	}

	int letter(int place) {
		return this.text[place];
	}

	/** The gain of two letters, by their places. */
	double gain(int first, int second) {
		return this.gains[this.text[first] * LETTERS + this.text[second]];
	}

	/** A mean gain in deviations from chance, less those that the best of many has. */
	double above(double gain, double count, double tried) {
		return (gain - this.mean) * Math.sqrt(count) / this.deviation - Math.sqrt(2 * Math.log(Math.max(1, tried)));
	}

}
