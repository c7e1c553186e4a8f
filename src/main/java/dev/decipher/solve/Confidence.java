package dev.decipher.solve;

import java.util.List;

/**
 * How likely it is that a reading is right to within 5 % of its letters.
 */
final class Confidence {

	/** Readings that differ in fewer letters are of one mind. */
	static final double SAME = 0.05;

	private Confidence() {
	}

	/**
	 * The confidence in each of some readings.
	 * @param ranked best first
	 * @return probabilities, in their order
	 */
	static double[] of(List<Scores.Scored> ranked) {
		double[] confidences = new double[ranked.size()];
		double left = 1;
		for (int i = 0; i < confidences.length; i++) {
			confidences[i] = Math.min(left, probability(features(ranked, i)));
			left -= confidences[i];
		}
		return confidences;
	}

	/**
	 * What speaks for a reading.
	 * @return the letters, nats of evidence in all, ln p a letter, nats of lead over the
	 * best other reading
	 */
	static double[] features(List<Scores.Scored> ranked, int i) {
		Scores.Scored one = ranked.get(i);
		int letters = one.candidate().plaintext().length;
		double lead = ranked.stream()
			.filter((other) -> differ(one.candidate().plaintext(), other.candidate().plaintext()))
			.mapToDouble((other) -> one.total() - other.total())
			.min()
			.orElse(one.evidence());
		return new double[] { letters, one.evidence(), one.text() / letters, lead };
	}

	static boolean differ(int[] one, int[] other) {
		int different = 0;
		for (int i = 0; i < one.length; i++) {
			different += (one[i] != other[i]) ? 1 : 0;
		}
		return different > SAME * one.length;
	}

	private static double probability(double[] features) {
		double evidence = logistic((features[1] - 15) / 6);
		double language = logistic((features[2] + 2.45) / 0.08);
		double lead = logistic(features[3] / 3);
		return evidence * language * lead;
	}

	static double logistic(double x) {
		return 1 / (1 + Math.exp(-x));
	}

}
