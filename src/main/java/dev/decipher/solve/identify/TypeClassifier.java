package dev.decipher.solve.identify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which class of cipher a text of letters may be enciphered with: a network of one
 * hidden layer over {@link CiphertextFeatures}. Trained by {@code ./mvnw -Pbench
 * -Dbench=classifier}.
 *
 * @param classes the classes of types that it tells apart, in the order of its outputs
 * @param means what is subtracted from each feature: (inputs)
 * @param deviations what the features are then divided by: (inputs)
 * @param first (hidden · inputs)
 * @param second (classes · hidden)
 */
public record TypeClassifier(List<String> classes, double[] means, double[] deviations, float[] first,
		float[] firstBias, float[] second, float[] secondBias) {

	/** Where the trained network is. */
	public static final String RESOURCE = "/solve/classifier.bin";

	/** Letters of the shortest texts that it has learned from. */
	public static final int SHORTEST = 40;

	/** Different letters that hardly a text of that length has fewer of. */
	public static final int FEWEST = 10;

	public TypeClassifier {
		classes = List.copyOf(classes);
	}

	/** The trained network. */
	public static TypeClassifier trained() {
		try (InputStream in = TypeClassifier.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException("there is no " + RESOURCE);
			}
			DataInputStream data = new DataInputStream(in);
			List<String> classes = new ArrayList<>();
			for (int count = data.readInt(); count > 0; count--) {
				classes.add(data.readUTF());
			}
			double[] means = doubles(data);
			double[] deviations = doubles(data);
			return new TypeClassifier(classes, means, deviations, floats(data), floats(data), floats(data),
					floats(data));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes what {@link #trained()} reads. */
	void write(DataOutputStream out) throws IOException {
		out.writeInt(this.classes.size());
		for (String one : this.classes) {
			out.writeUTF(one);
		}
		for (double[] values : new double[][] { this.means, this.deviations }) {
			out.writeInt(values.length);
			for (double value : values) {
				out.writeDouble(value);
			}
		}
		for (float[] values : new float[][] { this.first, this.firstBias, this.second, this.secondBias }) {
			out.writeInt(values.length);
			for (float value : values) {
				out.writeFloat(value);
			}
		}
	}

	private static double[] doubles(DataInputStream in) throws IOException {
		double[] values = new double[in.readInt()];
		for (int i = 0; i < values.length; i++) {
			values[i] = in.readDouble();
		}
		return values;
	}

	private static float[] floats(DataInputStream in) throws IOException {
		float[] values = new float[in.readInt()];
		for (int i = 0; i < values.length; i++) {
			values[i] = in.readFloat();
		}
		return values;
	}

	/**
	 * The probabilities of all classes.
	 * @param text indices of letters, at least 2
	 */
	public Map<String, Double> classify(int[] text, LetterModel language) {
		float[] probabilities = probabilities(scaled(CiphertextFeatures.of(text, language)));
		Map<String, Double> byClass = new LinkedHashMap<>();
		double sum = 0;
		for (int i = 0; i < probabilities.length; i++) {
			double probability = TypeClass.canWrite(this.classes.get(i), text) ? probabilities[i] : 0;
			byClass.put(this.classes.get(i), probability);
			sum += probability;
		}
		double whole = sum;
		byClass.replaceAll((one, probability) -> probability / whole);
		return byClass;
	}

	/** Features as the network reads them. */
	float[] scaled(double[] features) {
		float[] scaled = new float[features.length];
		for (int i = 0; i < scaled.length; i++) {
			double value = (features[i] - this.means[i]) / this.deviations[i];
			scaled[i] = (float) Math.max(-8, Math.min(8, value));
		}
		return scaled;
	}

	/** Softmax of the network's outputs: (classes). */
	float[] probabilities(float[] scaled) {
		float[] hidden = layer(this.first, this.firstBias, scaled);
		for (int i = 0; i < hidden.length; i++) {
			hidden[i] = Math.max(0, hidden[i]);
		}
		float[] outputs = layer(this.second, this.secondBias, hidden);
		float highest = Float.NEGATIVE_INFINITY;
		for (float output : outputs) {
			highest = Math.max(highest, output);
		}
		float sum = 0;
		for (int i = 0; i < outputs.length; i++) {
			outputs[i] = (float) Math.exp(outputs[i] - highest);
			sum += outputs[i];
		}
		for (int i = 0; i < outputs.length; i++) {
			outputs[i] /= sum;
		}
		return outputs;
	}

	static float[] layer(float[] weights, float[] bias, float[] inputs) {
		float[] outputs = bias.clone();
		for (int row = 0; row < outputs.length; row++) {
			float sum = 0;
			for (int column = 0; column < inputs.length; column++) {
				sum += weights[row * inputs.length + column] * inputs[column];
			}
			outputs[row] += sum;
		}
		return outputs;
	}

}
