package dev.decipher.training;

import dev.decipher.network.NetworkConfig;
import dev.decipher.training.loop.NetworkChoice;
import dev.decipher.training.loop.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings that training takes where a request says nothing. One recipe for every
 * cipher, since it has to work where nobody knows which one it is: a head that can do
 * arithmetic on what the LSTM knows of the position and on the symbol itself, and a
 * learning rate that falls when validation stalls.
 */
final class Recipe {

	private static final int EMBEDDING = 32;

	private static final int HEAD_HIDDEN = 64;

	private static final int LANGUAGE_EMBEDDING = 48;

	private static final int LANGUAGE_HIDDEN = 256;

	private static final double LANGUAGE_RATE = 0.003;

	private static final int LANGUAGE_BATCH = 32;

	private static final int BATCH = 64;

	private static final int MAX_EPOCHS = 2_000;

	private static final int MAX_SECONDS = 900;

	private Recipe() {
	}

	/**
	 * A whole network.
	 * @throws IllegalArgumentException if its parts do not go together
	 */
	static NetworkConfig network(TrainRequest.Network asked) {
		return new NetworkConfig(or(asked.embedding(), EMBEDDING), or(asked.hidden(), NetworkChoice.HIDDEN),
				or(asked.layers(), 1), or(asked.bidirectional(), false), or(asked.dropout(), 0.0),
				or(asked.headHidden(), HEAD_HIDDEN), or(asked.skip(), true), or(asked.feedback(), false),
				or(asked.attentionHeads(), 0), or(asked.attentionReach(), 0), or(asked.headLayers(), 1),
				or(asked.period(), 0), or(asked.headProducts(), false), or(asked.headNorm(), false));
	}

	/**
	 * Whole settings.
	 * @param pairs how many pairs there are, 0 for a cipher. Of few pairs an epoch is
	 * short, so that validation notices in time when they are learned by heart
	 */
	static TrainingSettings settings(TrainRequest.Training asked, NetworkConfig network, int pairs, long seed) {
		int examples = (pairs > 0)
				? Math.max(TrainingSettings.EXAMPLES_PER_EPOCH / 4,
						Math.min(TrainingSettings.EXAMPLES_PER_EPOCH, 8 * pairs))
				: or(asked.curriculum(), false) ? TrainingSettings.EXAMPLES_PER_LONG_EPOCH
						: TrainingSettings.EXAMPLES_PER_EPOCH;
		return settings(asked, NetworkChoice.rate(network), BATCH, examples, seed);
	}

	private static TrainingSettings settings(TrainRequest.Training asked, double rate, int batch, int examples,
			long seed) {
		return new TrainingSettings(or(asked.learningRate(), rate), or(asked.batchSize(), batch),
				or(asked.examplesPerEpoch(), examples), or(asked.maxEpochs(), MAX_EPOCHS),
				or(asked.maxSeconds(), MAX_SECONDS), or(asked.targetAccuracy(), 1.0), seed,
				or(asked.curriculum(), false));
	}

	/**
	 * A whole network to learn a language.
	 * @param asked without a part that sees what comes behind a position, or its own
	 * output
	 */
	static NetworkConfig language(TrainRequest.Network asked) {
		return new NetworkConfig(or(asked.embedding(), LANGUAGE_EMBEDDING), or(asked.hidden(), LANGUAGE_HIDDEN),
				or(asked.layers(), 1), false, or(asked.dropout(), 0.0), or(asked.headHidden(), 0),
				or(asked.skip(), false), false, 0, 0, or(asked.headLayers(), 1), 0, false, false);
	}

	/** Whole settings to learn a language, which has no curriculum. */
	static TrainingSettings language(TrainRequest.Training asked, long seed) {
		return settings(asked, LANGUAGE_RATE, LANGUAGE_BATCH, TrainingSettings.EXAMPLES_PER_EPOCH, seed);
	}

	/** Whether a request says so little of the network that it may be any. */
	static boolean isOpen(TrainRequest.@Nullable Network asked) {
		return asked == null || (asked.layers() == null && asked.bidirectional() == null && asked.headHidden() == null
				&& asked.skip() == null && asked.feedback() == null && asked.attentionHeads() == null
				&& asked.attentionReach() == null && asked.headLayers() == null && asked.period() == null
				&& asked.headProducts() == null && asked.headNorm() == null);
	}

	static <T> T or(@Nullable T asked, T chosen) {
		return (asked != null) ? asked : chosen;
	}

}
