package dev.decipher.training;

import dev.decipher.network.NetworkConfig;

/**
 * What training does where a request says nothing. One recipe for every cipher, since it
 * has to work where nobody knows which one it is: a head that can do arithmetic on what
 * the LSTM knows of the position and on the symbol itself, and a learning rate that falls
 * when validation stalls.
 */
final class Recipe {

	private static final int EMBEDDING = 32;

	private static final int HIDDEN = 64;

	private static final int HEAD_HIDDEN = 64;

	/** For the recipe's own network; a wider one learns more calmly with less. */
	private static final double LEARNING_RATE = 0.01;

	static final int MESSAGE_LENGTH = 32;

	static final double VALIDATION_FRACTION = 0.1;

	private static final int BATCH = 64;

	private static final int EXAMPLES_PER_EPOCH = 4096;

	private static final int MAX_EPOCHS = 500;

	private static final int MAX_SECONDS = 600;

	private Recipe() {
	}

	/**
	 * A whole network.
	 * @throws IllegalArgumentException if its parts do not go together
	 */
	static NetworkConfig network(TrainRequest.Network asked) {
		return new NetworkConfig(or(asked.embedding(), EMBEDDING), or(asked.hidden(), HIDDEN), or(asked.layers(), 1),
				or(asked.bidirectional(), false), or(asked.dropout(), 0.0), or(asked.headHidden(), HEAD_HIDDEN),
				or(asked.skip(), true), or(asked.feedback(), false), or(asked.attentionHeads(), 0),
				or(asked.attentionReach(), 0), or(asked.headLayers(), 1), or(asked.period(), 0));
	}

	/**
	 * Whole settings.
	 * @param pairs how many pairs there are, 0 for a cipher. Of few pairs an epoch is
	 * short, so that validation notices in time when they are learned by heart
	 */
	static TrainingPlan.Settings settings(TrainRequest.Training asked, NetworkConfig network, int pairs, long seed) {
		int examples = (pairs > 0) ? Math.max(EXAMPLES_PER_EPOCH / 4, Math.min(EXAMPLES_PER_EPOCH, 8 * pairs))
				: EXAMPLES_PER_EPOCH;
		double rate = LEARNING_RATE * Math.min(1, Math.sqrt((double) HIDDEN / network.hidden()));
		return new TrainingPlan.Settings(or(asked.learningRate(), Math.round(rate * 1e5) / 1e5),
				or(asked.batchSize(), BATCH), or(asked.examplesPerEpoch(), examples), or(asked.maxEpochs(), MAX_EPOCHS),
				or(asked.maxSeconds(), MAX_SECONDS), or(asked.targetAccuracy(), 1.0), seed);
	}

	static <T> T or(T asked, T chosen) {
		return (asked != null) ? asked : chosen;
	}

}
