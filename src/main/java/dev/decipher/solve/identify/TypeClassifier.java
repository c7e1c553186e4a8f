package dev.decipher.solve.identify;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which cipher a text may be enciphered with: a feed-forward network over
 * {@link CiphertextFeatures}. Trained by {@code ./mvnw -Pbench -Dbench=classifier}. Safe
 * for use by many threads.
 *
 * @param labels what it tells apart, in the order of its outputs: types, or variants of
 * one, with what they are called behind a slash
 * @param profiles the languages that features look at
 * @param means what is subtracted from each feature that isn't 0: (inputs)
 * @param deviations what it is then divided by: (inputs)
 * @param weights of each layer, input by input: (layers, inputs · outputs)
 * @param biases of each layer: (layers, outputs)
 * @param temperatures by which outputs are divided before they are probabilities, for
 * lengths of 2⁰, 2¹, 2², … characters
 */
record TypeClassifier(List<String> labels, LetterProfiles profiles, float[] means, float[] deviations,
		float[][] weights, float[][] biases, float[] temperatures) {

	/** Where the trained network is. */
	static final String RESOURCE = "/solve/classifier.bin";

	/** Characters of the shortest texts that it has learned from. */
	static final int SHORTEST = 30;

	/** No feature is farther from its mean, in deviations. */
	private static final float MOST = 8;

	TypeClassifier {
		labels = List.copyOf(labels);
	}

	/** The trained network. */
	static TypeClassifier trained() {
		try (InputStream in = TypeClassifier.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException("there is no " + RESOURCE);
			}
			return read(new DataInputStream(new BufferedInputStream(in)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static TypeClassifier read(DataInputStream in) throws IOException {
		List<String> labels = new ArrayList<>();
		for (int count = in.readInt(); count > 0; count--) {
			labels.add(in.readUTF());
		}
		LetterProfiles profiles = LetterProfiles.read(in);
		float[] means = floats(in);
		float[] deviations = floats(in);
		int layers = in.readInt();
		float[][] weights = new float[layers][];
		float[][] biases = new float[layers][];
		for (int layer = 0; layer < layers; layer++) {
			weights[layer] = floats(in);
			biases[layer] = floats(in);
		}
		return new TypeClassifier(labels, profiles, means, deviations, weights, biases, floats(in));
	}

	/** Writes what {@link #read} reads. */
	void write(DataOutputStream out) throws IOException {
		out.writeInt(this.labels.size());
		for (String label : this.labels) {
			out.writeUTF(label);
		}
		this.profiles.write(out);
		write(this.means, out);
		write(this.deviations, out);
		out.writeInt(this.weights.length);
		for (int layer = 0; layer < this.weights.length; layer++) {
			write(this.weights[layer], out);
			write(this.biases[layer], out);
		}
		write(this.temperatures, out);
	}

	private static void write(float[] values, DataOutputStream out) throws IOException {
		out.writeInt(values.length);
		for (float value : values) {
			out.writeFloat(value);
		}
	}

	private static float[] floats(DataInputStream in) throws IOException {
		float[] values = new float[in.readInt()];
		for (int i = 0; i < values.length; i++) {
			values[i] = in.readFloat();
		}
		return values;
	}

	/** Features as the network reads them. */
	static float[] scaled(float[] features, float[] means, float[] deviations) {
		float[] scaled = new float[features.length];
		for (int i = 0; i < scaled.length; i++) {
			scaled[i] = (features[i] == 0) ? 0
					: Math.max(-MOST, Math.min(MOST, (features[i] - means[i]) / deviations[i]));
		}
		return scaled;
	}

	/**
	 * The probabilities of all labels.
	 * @param features of a text
	 * @param length characters of the text
	 * @return (labels)
	 */
	double[] probabilities(float[] features, int length) {
		return softmax(outputs(scaled(features, this.means, this.deviations)), temperature(length));
	}

	/** What the network says, the higher the likelier: (labels). */
	float[] outputs(float[] scaled) {
		float[] values = scaled;
		for (int layer = 0; layer < this.weights.length; layer++) {
			float[] next = this.biases[layer].clone();
			for (int input = 0; input < values.length; input++) {
				float value = values[input];
				if (value != 0) {
					int from = input * next.length;
					for (int output = 0; output < next.length; output++) {
						next[output] += value * this.weights[layer][from + output];
					}
				}
			}
			for (int output = 0; layer + 1 < this.weights.length && output < next.length; output++) {
				next[output] = Math.max(0, next[output]);
			}
			values = next;
		}
		return values;
	}

	private double temperature(int length) {
		double place = Math.log(Math.max(1, length)) / Math.log(2);
		int below = (int) Math.min(place, this.temperatures.length - 1);
		int above = Math.min(below + 1, this.temperatures.length - 1);
		double share = Math.min(1, place - below);
		return (1 - share) * this.temperatures[below] + share * this.temperatures[above];
	}

	static double[] softmax(float[] outputs, double temperature) {
		double highest = Double.NEGATIVE_INFINITY;
		for (float output : outputs) {
			highest = Math.max(highest, output);
		}
		double[] probabilities = new double[outputs.length];
		double sum = 0;
		for (int i = 0; i < outputs.length; i++) {
			probabilities[i] = Math.exp((outputs[i] - highest) / temperature);
			sum += probabilities[i];
		}
		for (int i = 0; i < outputs.length; i++) {
			probabilities[i] /= sum;
		}
		return probabilities;
	}

}
