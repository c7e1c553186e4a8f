package dev.decipher.training.loop;

import java.util.List;

import dev.decipher.network.NetworkConfig;
import dev.decipher.training.structure.PeriodAnalysis;
import dev.decipher.training.structure.StructureMessages;

/**
 * The networks to try where a request names none, and the learning rate that each begins
 * with.
 */
public final class NetworkChoice {

	/** Units of the recipe's own network. */
	public static final int HIDDEN = 64;

	/** For the recipe's own network; a wider one learns more calmly with less. */
	private static final double LEARNING_RATE = 0.01;

	/** The share of that rate for a head of several layers. */
	private static final double DEEP_HEAD_RATE = 0.6;

	/**
	 * And for one whose layers are normalised: at three times that, an Enigma was found
	 * much later.
	 */
	private static final double NORMALISED_HEAD_RATE = 0.3;

	private static final int MAX_ATTENTION_REACH = 128;

	private static final int LARGER_HEAD = 96;

	private static final int LARGER_HEAD_LAYERS = 2;

	private static final int LARGER_ATTENTION_HEADS = 4;

	private static final int CURRICULUM_EMBEDDING = 64;

	private static final int CURRICULUM_HIDDEN = 128;

	private static final int CURRICULUM_HEAD = 768;

	private static final int CURRICULUM_HEAD_LAYERS = 3;

	private NetworkChoice() {
	}

	/** The learning rate that a network begins with. */
	public static double rate(NetworkConfig network) {
		int widest = Math.max(network.hidden(), network.headHidden());
		double rate = LEARNING_RATE * Math.min(1, Math.sqrt((double) HIDDEN / widest));
		rate *= (network.headLayers() > 1) ? DEEP_HEAD_RATE : 1;
		return rounded(network.headNorm() ? NORMALISED_HEAD_RATE * rate : rate);
	}

	/** Those asked for hold for a plan's network, and for others in proportion. */
	static TrainingSettings settings(NetworkConfig network, NetworkPlan plan) {
		TrainingSettings asked = plan.training();
		return asked.with(rounded(asked.learningRate() * rate(network) / rate(plan.network())));
	}

	private static double rounded(double rate) {
		return Math.round(rate * 1e5) / 1e5;
	}

	/**
	 * The networks to try first, the plainest first. Where a period explains the messages
	 * it is enough to know the phase; else the LSTM may have to look elsewhere in the
	 * ciphertext, or at what it has deciphered, unless it reads in two directions.
	 * @param plain the network without any of that
	 * @param parts characters of a ciphertext symbol, each of which may have come from
	 * another place
	 * @param period as {@link PeriodAnalysis#period()} found it
	 */
	static List<NetworkConfig> first(NetworkConfig plain, int longest, int parts, int period) {
		if (period > 0) {
			return List.of((period == 1) ? plain : with(plain, false, 0, 0, period));
		}
		int reach = Math.min(longest, MAX_ATTENTION_REACH);
		int heads = Math.min(parts, LARGER_ATTENTION_HEADS);
		NetworkConfig looking = with(plain, false, heads, reach, 0);
		return plain.bidirectional() ? List.of(plain, looking)
				: List.of(plain, looking, with(plain, true, heads, reach, 0));
	}

	/**
	 * The network for messages that a structure explains by other places than the
	 * symbol's own.
	 * @param plain the network without any of that
	 */
	static NetworkConfig of(StructureMessages messages, NetworkConfig plain, int longest) {
		int reach = Math.min(longest, MAX_ATTENTION_REACH);
		// only an LSTM that also reads from the end knows the length from the beginning
		boolean bidirectional = plain.bidirectional() || messages.dependOnLength();
		return with(plain, bidirectional, messages.structure().usesPlaintext() && !bidirectional, 1, reach, 0);
	}

	/** A larger network for what one could not learn. */
	static NetworkConfig larger(NetworkConfig network, int longest) {
		return new NetworkConfig(network.embedding(), network.hidden(), network.layers(),
				network.bidirectional() && network.attentionHeads() > 0, network.dropout(),
				Math.max(LARGER_HEAD, network.headHidden()), true, network.feedback(), LARGER_ATTENTION_HEADS,
				Math.min(longest, MAX_ATTENTION_REACH), LARGER_HEAD_LAYERS, network.period(), true, false);
	}

	/**
	 * A network for what none could begin to learn, to be taught by a curriculum. Three
	 * layers of products are what it takes to follow a symbol through a machine, turned
	 * by a key on its way in, inside and on its way out.
	 * @param key symbols of the longest key, each of which a head of attention looks at
	 */
	static NetworkConfig forCurriculum(NetworkConfig plain, int longest, int key) {
		return new NetworkConfig(Math.max(CURRICULUM_EMBEDDING, plain.embedding()),
				Math.max(CURRICULUM_HIDDEN, plain.hidden()), plain.layers(), false, plain.dropout(), CURRICULUM_HEAD,
				true, false, Math.min(key, NetworkConfig.MAX_ATTENTION_HEADS), Math.min(longest, MAX_ATTENTION_REACH),
				CURRICULUM_HEAD_LAYERS, 0, true, true);
	}

	private static NetworkConfig with(NetworkConfig plain, boolean feedback, int heads, int reach, int period) {
		return with(plain, plain.bidirectional(), feedback, heads, reach, period);
	}

	private static NetworkConfig with(NetworkConfig plain, boolean bidirectional, boolean feedback, int heads,
			int reach, int period) {
		return new NetworkConfig(plain.embedding(), plain.hidden(), plain.layers(), bidirectional, plain.dropout(),
				plain.headHidden(), plain.skip(), feedback, heads, reach, plain.headLayers(), period,
				plain.headProducts(), plain.headNorm());
	}

}
