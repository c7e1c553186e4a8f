package dev.decipher.network;

/**
 * Finds the network that tensors under PyTorch's names are of, by their shapes. Each of
 * its sizes stands in one of them, and each of its parts has a name of its own; only
 * dropout leaves no trace, and is taken for none.
 */
final class NetworkShapes {

	private NetworkShapes() {
	}

	/**
	 * The network.
	 * @throws MalformedWeightsException if a tensor that tells a size is missing, or the
	 * network can't be
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
		long[] first = matrix(header, head ? "head.weight" : "linear.weight"); // (., D·H)
		boolean skip = first[1] == (bidirectional ? 2 : 1) * hidden + embedding;
		try {
			return new NetworkConfig((int) embedding, (int) hidden, layers, bidirectional, 0, head ? (int) first[0] : 0,
					skip, header.tensors().containsKey("feedback.weight"));
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedWeightsException("is of a network that can't be: " + ex.getMessage());
		}
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
