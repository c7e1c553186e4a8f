package dev.decipher.solve.rank;

import java.util.List;

/**
 * How likely it is that a reading is right to within 5 % of its letters: a logistic
 * regression on what speaks for it.
 */
public final class Confidence {

	/** Readings that differ in fewer letters are of one mind. */
	public static final double SAME = 0.05;

	/** As {@code -Dbench=solve-confidence} printed them, of 250 searches. */
	private static final double[] WEIGHTS = { -2.701, 1.841, -0.023, 1.243, -2.196 };

	/** A letter of the likeliest text of chance takes so many nats more than usual. */
	private static final double POORLY = 0.65;

	private static final int STEPS = 20_000;

	private static final double RATE = 0.05;

	private static final double DECAY = 1e-3;

	private Confidence() {
	}

	/**
	 * The confidence in each of some readings.
	 * @param ranked best first
	 * @return probabilities, in their order
	 */
	public static double[] of(List<DescriptionLength.Scored> ranked) {
		double[] confidences = new double[ranked.size()];
		double left = 1;
		for (int i = 0; i < confidences.length; i++) {
			double confidence = Math.min(probability(features(ranked, i), WEIGHTS), share(ranked, i));
			confidence = Math.min(confidence, overChance(ranked.get(i)));
			// what is worth less is no surer
			confidence = Math.min(Math.min(left, (i > 0) ? confidences[i - 1] : 1), confidence);
			confidences[i] = confidence;
			left -= confidence;
		}
		return confidences;
	}

	/**
	 * The evidence are the nats by which a reading is likelier than letters of chance.
	 */
	private static double overChance(DescriptionLength.Scored one) {
		return 1 / (1 + Math.exp(-one.evidence() - one.frequencies()));
	}

	/** What a reading has of the probability of all that are of another mind, and it. */
	private static double share(List<DescriptionLength.Scored> ranked, int i) {
		DescriptionLength.Scored one = ranked.get(i);
		return 1 / (1 + ranked.stream()
			.filter((other) -> differ(one.candidate().plaintext(), other.candidate().plaintext()))
			.mapToDouble((other) -> Math.exp(other.total() - one.total()))
			.sum());
	}

	/**
	 * What speaks for a reading.
	 * @param ranked best first
	 * @return a bend of the nats of evidence in all; ln p a letter, as fifths of a nat
	 * over what a text of chance has at best; a bend of the nats of lead over the best
	 * other reading; the logarithm of the length
	 */
	public static double[] features(List<DescriptionLength.Scored> ranked, int i) {
		DescriptionLength.Scored one = ranked.get(i);
		int letters = one.letters();
		double lead = ranked.stream()
			.filter((other) -> differ(one.candidate().plaintext(), other.candidate().plaintext()))
			.mapToDouble((other) -> one.total() - other.total())
			.min()
			.orElse(one.evidence());
		return new double[] { bend(one.evidence() / 10),
				Math.max(-3, Math.min(3, (one.text() / letters + one.usual() + POORLY) / 0.2)), bend(lead / 3),
				Math.log(letters / 100.0) };
	}

	/** Twice as much says less than twice. */
	private static double bend(double x) {
		return Math.signum(x) * Math.log1p(Math.abs(x));
	}

	static boolean differ(int[] one, int[] other) {
		int different = Math.abs(one.length - other.length);
		for (int i = 0; i < Math.min(one.length, other.length); i++) {
			different += (one[i] != other[i]) ? 1 : 0;
		}
		return different > SAME * one.length;
	}

	/**
	 * The regression.
	 * @param weights the constant, and one for each of the features
	 */
	public static double probability(double[] features, double[] weights) {
		double sum = weights[0];
		for (int i = 0; i < features.length; i++) {
			sum += weights[i + 1] * features[i];
		}
		return 1 / (1 + Math.exp(-sum));
	}

	/** Fits the weights by gradient descent on the cross-entropy. */
	public static double[] fit(List<double[]> features, List<Boolean> right) {
		double[] weights = new double[WEIGHTS.length];
		for (int step = 0; step < STEPS; step++) {
			double[] gradient = new double[weights.length];
			for (int i = 0; i < features.size(); i++) {
				double error = (probability(features.get(i), weights) - (right.get(i) ? 1 : 0)) / features.size();
				gradient[0] += error;
				for (int k = 1; k < weights.length; k++) {
					gradient[k] += error * features.get(i)[k - 1];
				}
			}
			for (int k = 0; k < weights.length; k++) {
				weights[k] -= RATE * (gradient[k] + ((k > 0) ? DECAY * weights[k] : 0));
			}
		}
		return weights;
	}

}
