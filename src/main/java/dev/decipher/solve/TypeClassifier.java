package dev.decipher.solve;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells which class of cipher a text of letters may be enciphered with: a network of one
 * hidden layer over {@link Statistics}. Trained by {@code ./mvnw -Pbench
 * -Dbench=classifier}.
 */
final class TypeClassifier {

	/** Where the trained network is. */
	static final String RESOURCE = "/solve/classifier.bin";

	/** Letters of the shortest texts that it has learned from. */
	static final int SHORTEST = 40;

	/** Different letters that hardly a text of that length has fewer of. */
	static final int FEWEST = 10;

	private final double[] means;

	private final double[] deviations;

	/** (hidden · inputs). */
	private final float[] first;

	private final float[] firstBias;

	/** (classes · hidden). */
	private final float[] second;

	private final float[] secondBias;

	/**
	 * A network.
	 * @param means what is taken from each figure: (inputs)
	 * @param deviations what the figures are then divided by: (inputs)
	 */
	TypeClassifier(double[] means, double[] deviations, float[] first, float[] firstBias, float[] second,
			float[] secondBias) {
		this.means = means;
		this.deviations = deviations;
		this.first = first;
		this.firstBias = firstBias;
		this.second = second;
		this.secondBias = secondBias;
	}

	/** The trained network. */
	static TypeClassifier trained() {
		try (InputStream in = TypeClassifier.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException("there is no " + RESOURCE);
			}
			DataInputStream data = new DataInputStream(in);
			double[] means = doubles(data);
			double[] deviations = doubles(data);
			return new TypeClassifier(means, deviations, floats(data), floats(data), floats(data), floats(data));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes what {@link #trained()} reads. */
	void write(DataOutputStream out) throws IOException {
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
	 * The probabilities of all classes but homophonic, which isn't written in letters.
	 * @param text indices of letters, at least 2
	 */
	Map<TypeClass, Double> classify(int[] text, LetterModel language) {
		float[] probabilities = probabilities(scaled(Statistics.of(text, language)));
		Map<TypeClass, Double> classes = new EnumMap<>(TypeClass.class);
		double sum = 0;
		for (TypeClass one : TypeClass.values()) {
			if (one != TypeClass.HOMOPHONIC) {
				double probability = one.canWrite(text) ? probabilities[one.ordinal()] : 0;
				classes.put(one, probability);
				sum += probability;
			}
		}
		double whole = sum;
		classes.replaceAll((one, probability) -> probability / whole);
		return classes;
	}

	/** Figures as the network reads them. */
	float[] scaled(double[] figures) {
		float[] scaled = new float[figures.length];
		for (int i = 0; i < scaled.length; i++) {
			double value = (figures[i] - this.means[i]) / this.deviations[i];
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
