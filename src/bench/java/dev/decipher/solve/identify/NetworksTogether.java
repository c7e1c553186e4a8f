package dev.decipher.solve.identify;

import java.util.List;

/**
 * Several networks of the same sizes as a single one, whose outputs are the means of
 * theirs: hidden layers beside one another, which know nothing of each other.
 */
final class NetworksTogether {

	private NetworksTogether() {
	}

	/**
	 * The weights of each layer.
	 * @param sizes of the layers of one network, the inputs first
	 */
	static float[][] weights(int[] sizes, List<DenseTraining> members) {
		int layers = sizes.length - 1;
		int count = members.size();
		float[][] weights = new float[layers][];
		for (int layer = 0; layer < layers; layer++) {
			boolean last = layer + 1 == layers;
			int inputs = sizes[layer];
			int outputs = sizes[layer + 1];
			int width = last ? outputs : count * outputs;
			weights[layer] = new float[((layer == 0) ? inputs : count * inputs) * width];
			for (int member = 0; member < count; member++) {
				float[] own = members.get(member).weights()[layer];
				int firstInput = (layer == 0) ? 0 : member * inputs;
				int firstOutput = last ? 0 : member * outputs;
				for (int i = 0; i < own.length; i++) {
					int place = (firstInput + i / outputs) * width + firstOutput + i % outputs;
					weights[layer][place] = last ? own[i] / count : own[i];
				}
			}
		}
		return weights;
	}

	/** The biases of each layer. */
	static float[][] biases(int[] sizes, List<DenseTraining> members) {
		int layers = sizes.length - 1;
		int count = members.size();
		float[][] biases = new float[layers][];
		for (int layer = 0; layer < layers; layer++) {
			boolean last = layer + 1 == layers;
			int outputs = sizes[layer + 1];
			biases[layer] = new float[last ? outputs : count * outputs];
			for (int member = 0; member < count; member++) {
				for (int i = 0; i < outputs; i++) {
					float own = members.get(member).biases()[layer][i];
					biases[layer][last ? i : member * outputs + i] += last ? own / count : own;
				}
			}
		}
		return biases;
	}

}
