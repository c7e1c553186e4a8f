package dev.decipher.training;

import java.util.List;

import dev.decipher.network.NetworkConfig;
import org.jspecify.annotations.Nullable;

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

	/** The share of that rate for a head of several layers. */
	private static final double DEEPER = 0.6;

	/**
	 * And for one whose layers are normalised: at three times that, an Enigma was found
	 * much later.
	 */
	private static final double NORMED = 0.3;

	static final int MESSAGE_LENGTH = 32;

	static final double VALIDATION_FRACTION = 0.1;

	/** The farthest that attention of the recipe's networks reaches. */
	private static final int MOST_REACH = 128;

	private static final int LARGER_HEAD = 96;

	private static final int LARGER_HEAD_LAYERS = 2;

	private static final int LARGER_HEADS = 4;

	private static final int PUPIL_EMBEDDING = 64;

	private static final int PUPIL_HIDDEN = 128;

	private static final int PUPIL_HEAD = 768;

	private static final int PUPIL_HEAD_LAYERS = 3;

	private static final int LANGUAGE_EMBEDDING = 48;

	private static final int LANGUAGE_HIDDEN = 256;

	private static final double LANGUAGE_RATE = 0.003;

	private static final int LANGUAGE_BATCH = 32;

	private static final int BATCH = 64;

	private static final int EXAMPLES_PER_EPOCH = 4096;

	/**
	 * With a curriculum, which is for what takes long, so much of whose time would
	 * otherwise go into validation.
	 */
	private static final int EXAMPLES_PER_LONG_EPOCH = 4 * EXAMPLES_PER_EPOCH;

	private static final int MAX_EPOCHS = 2_000;

	private static final int MAX_SECONDS = 900;

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
				or(asked.attentionReach(), 0), or(asked.headLayers(), 1), or(asked.period(), 0),
				or(asked.headProducts(), false), or(asked.headNorm(), false));
	}

	/**
	 * Whole settings.
	 * @param pairs how many pairs there are, 0 for a cipher. Of few pairs an epoch is
	 * short, so that validation notices in time when they are learned by heart
	 */
	static TrainingPlan.Settings settings(TrainRequest.Training asked, NetworkConfig network, int pairs, long seed) {
		boolean curriculum = Boolean.TRUE.equals(asked.curriculum());
		int examples = (pairs > 0) ? Math.max(EXAMPLES_PER_EPOCH / 4, Math.min(EXAMPLES_PER_EPOCH, 8 * pairs))
				: curriculum ? EXAMPLES_PER_LONG_EPOCH : EXAMPLES_PER_EPOCH;
		return new TrainingPlan.Settings(or(asked.learningRate(), rate(network)), or(asked.batchSize(), BATCH),
				or(asked.examplesPerEpoch(), examples), or(asked.maxEpochs(), MAX_EPOCHS),
				or(asked.maxSeconds(), MAX_SECONDS), or(asked.targetAccuracy(), 1.0), seed, curriculum ? true : null);
	}

	/** The settings for a curriculum that nobody asked for. */
	static TrainingPlan.Settings withCurriculum(TrainingPlan.Settings settings, double rate) {
		int examples = settings.examplesPerEpoch();
		return settings.with(rate, (examples == EXAMPLES_PER_EPOCH) ? EXAMPLES_PER_LONG_EPOCH : examples, true);
	}

	/**
	 * A whole network to learn a language.
	 * @param asked without a part that sees what comes behind a position, or its own
	 * output
	 */
	static NetworkConfig language(TrainRequest.Network asked) {
		return new NetworkConfig(or(asked.embedding(), LANGUAGE_EMBEDDING), or(asked.hidden(), LANGUAGE_HIDDEN),
				or(asked.layers(), 1), false, or(asked.dropout(), 0.0), or(asked.headHidden(), 0),
				or(asked.skip(), false), false, 0, 0, or(asked.headLayers(), 1), 0);
	}

	/** Whole settings to learn a language. */
	static TrainingPlan.Settings language(TrainRequest.Training asked, long seed) {
		return new TrainingPlan.Settings(or(asked.learningRate(), LANGUAGE_RATE), or(asked.batchSize(), LANGUAGE_BATCH),
				or(asked.examplesPerEpoch(), EXAMPLES_PER_EPOCH), or(asked.maxEpochs(), MAX_EPOCHS),
				or(asked.maxSeconds(), MAX_SECONDS), or(asked.targetAccuracy(), 1.0), seed);
	}

	/** The learning rate that a network begins with. */
	static double rate(NetworkConfig network) {
		int widest = Math.max(network.hidden(), network.headHidden());
		double rate = LEARNING_RATE * Math.min(1, Math.sqrt((double) HIDDEN / widest));
		rate *= (network.headLayers() > 1) ? DEEPER : 1;
		return rounded(network.headNorm() ? NORMED * rate : rate);
	}

	static double rounded(double rate) {
		return Math.round(rate * 1e5) / 1e5;
	}

	/** Whether a request says so little of the network that it may be any. */
	static boolean isOpen(TrainRequest.@Nullable Network asked) {
		return asked == null || (asked.layers() == null && asked.bidirectional() == null && asked.headHidden() == null
				&& asked.skip() == null && asked.feedback() == null && asked.attentionHeads() == null
				&& asked.attentionReach() == null && asked.headLayers() == null && asked.period() == null
				&& asked.headProducts() == null && asked.headNorm() == null);
	}

	/**
	 * The networks to try where nobody said which one, the plainest first. Where a period
	 * explains the messages it is enough to know the phase; else the LSTM may have to
	 * look elsewhere in the ciphertext, or at what it has deciphered.
	 * @param plain the network without any of that
	 * @param longest positions of the longest message
	 * @param period as {@link Observations#period()} found it
	 */
	static List<NetworkConfig> contenders(NetworkConfig plain, int longest, int period) {
		if (period > 0) {
			return List.of((period == 1) ? plain : with(plain, false, 0, 0, period));
		}
		int reach = Math.min(longest, MOST_REACH);
		return List.of(plain, with(plain, false, 1, reach, 0), with(plain, true, 1, reach, 0));
	}

	/** A larger network for what one could not learn. */
	static NetworkConfig larger(NetworkConfig network, int longest) {
		return new NetworkConfig(network.embedding(), network.hidden(), network.layers(), false, network.dropout(),
				Math.max(LARGER_HEAD, network.headHidden()), true, network.feedback(), LARGER_HEADS,
				Math.min(longest, MOST_REACH), LARGER_HEAD_LAYERS, network.period(), true, false);
	}

	/**
	 * A network for what nobody could begin to learn, to be taught step by step. Three
	 * layers of products are what it takes to follow a symbol through a machine, turned
	 * by a key on its way in, inside and on its way out.
	 * @param key symbols of the longest key, each of which a head of attention looks at
	 */
	static NetworkConfig pupil(NetworkConfig plain, int longest, int key) {
		return new NetworkConfig(Math.max(PUPIL_EMBEDDING, plain.embedding()), Math.max(PUPIL_HIDDEN, plain.hidden()),
				plain.layers(), false, plain.dropout(), PUPIL_HEAD, true, false,
				Math.min(key, NetworkConfig.MAX_ATTENTION_HEADS), Math.min(longest, MOST_REACH), PUPIL_HEAD_LAYERS, 0,
				true, true);
	}

	private static NetworkConfig with(NetworkConfig plain, boolean feedback, int heads, int reach, int period) {
		return new NetworkConfig(plain.embedding(), plain.hidden(), plain.layers(), plain.bidirectional(),
				plain.dropout(), plain.headHidden(), plain.skip(), feedback, heads, reach, plain.headLayers(), period,
				plain.headProducts(), plain.headNorm());
	}

	static <T> T or(T asked, T chosen) {
		return (asked != null) ? asked : chosen;
	}

}
