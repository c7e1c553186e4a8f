package dev.decipher.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the network that tensors under PyTorch's names are of, by their shapes. Each of
 * its sizes stands in one of them, and each of its parts has a name of its own; only
 * dropout and the normalisation of the head leave no trace, and are taken for none. The
 * sizes of attention stand there multiplied with one another, so that some can't be told.
 */
final class NetworkShapes {

	private NetworkShapes() {
	}

	/**
	 * The network.
	 * @throws MalformedWeightsException if a tensor that tells a size is missing, the
	 * network can't be, or there are several that it could be
	 */
	static NetworkConfig derive(SafetensorsHeader header) throws MalformedWeightsException {
		long embedding = matrix(header, "embedding.weight")[1]; // (C, E)
		long hidden = matrix(header, "lstm.weight_hh_l0")[1]; // (4H, H)
		int layers = 1;
		while (header.tensors().containsKey("lstm.weight_ih_l" + layers)) {
			layers++;
		}
		boolean bidirectional = header.tensors().containsKey("lstm.weight_ih_l0_reverse");
		boolean head = header.tensors().containsKey("head.weight");
		int headLayers = head ? 1 : 0;
		while (header.tensors().containsKey("head_l" + headLayers + ".weight") && head) {
			headLayers++;
		}
		long[] first = matrix(header, head ? "head.weight" : "linear.weight"); // (.,headInput)
		boolean products = head && 2 * matrix(header, "linear.weight")[1] == first[0];
		boolean feedback = header.tensors().containsKey("feedback.weight");
		long period = header.tensors().containsKey("period.weight") ? matrix(header, "period.weight")[0] : 0;
		try {
			NetworkConfig plain = new NetworkConfig((int) embedding, (int) hidden, layers, bidirectional, 0,
					head ? (int) (products ? first[0] / 2 : first[0]) : 0,
					first[1] == (bidirectional ? 2 : 1) * hidden + embedding, feedback, 0, 0, headLayers, (int) period,
					products, false);
			if (!header.tensors().containsKey("attention.weight")) {
				return plain;
			}
			return withAttention(plain, first[1], matrix(header, "attention.weight")[0]);
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedWeightsException("is of a network that can't be: " + ex.getMessage());
		}
	}

	/**
	 * The network with the only attention that has so many scores and leads to such an
	 * input of the head.
	 */
	private static NetworkConfig withAttention(NetworkConfig plain, long headInput, long scores)
			throws MalformedWeightsException {
		List<NetworkConfig> found = new ArrayList<>();
		for (int heads = 1; heads <= NetworkConfig.MAX_ATTENTION_HEADS; heads++) {
			for (int reach = 1; reach <= NetworkConfig.MAX_ATTENTION_REACH; reach++) {
				for (boolean skip : new boolean[] { false, true }) {
					NetworkConfig config = new NetworkConfig(plain.embedding(), plain.hidden(), plain.layers(),
							plain.bidirectional(), plain.dropout(), plain.headHidden(), skip, plain.feedback(), heads,
							reach, plain.headLayers(), plain.period(), plain.headProducts(), plain.headNorm());
					if (config.attentionScores() == scores && config.headInput() == headInput) {
						found.add(config);
					}
				}
			}
		}
		if (found.size() != 1) {
			throw new MalformedWeightsException(found.isEmpty() ? "has an attention.weight that goes with no network"
					: "has an attention.weight that goes with several networks; name the one in the metadata's network");
		}
		return found.get(0);
	}

	/**
	 * The shape of a tensor that has to have two axes, each of which fits into an int.
	 */
	static long[] matrix(SafetensorsHeader header, String name) throws MalformedWeightsException {
		SafetensorsHeader.Tensor tensor = header.tensors().get(name);
		if (tensor == null || tensor.shape().length != 2) {
			throw new MalformedWeightsException("has no tensor %s with two axes".formatted(name));
		}
		return tensor.shape();
	}

}
