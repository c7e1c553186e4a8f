package dev.decipher.network;

import java.util.Arrays;
import java.util.Map;

/**
 * The network in plain Java and double precision, after the equations in the
 * documentation of {@code torch.nn.LSTM}: what the native side is held against.
 */
final class ReferenceLstm {

	private final NetworkConfig config;

	private final Map<String, Weights.Tensor> tensors;

	ReferenceLstm(Weights weights) {
		this.config = weights.config();
		this.tensors = weights.tensors();
	}

	/** The probabilities (T, V) for a message, run freely. */
	double[][] probabilities(int[] message, int prefixLength) {
		double[][] embedded = new double[message.length][];
		double[][] places = new double[message.length][]; // what attention finds
		double[][] x = new double[message.length][];
		double[][] probabilities = new double[message.length][];
		for (int t = 0; t < message.length; t++) {
			embedded[t] = row("embedding.weight", message[t]);
			places[t] = embedded[t];
			if (this.config.feedback()) { // quadratic: reads the message anew
				double[] previous = (t <= prefixLength) ? new double[this.config.embedding()]
						: row("feedback.weight", likeliest(probabilities[t - 1]));
				places[t] = concat(embedded[t], previous);
			}
			x[t] = (this.config.period() == 0) ? places[t]
					: concat(places[t], row("period.weight", t % this.config.period()));
			if (this.config.feedback()) {
				double[][] hidden = layers(Arrays.copyOf(x, t + 1));
				probabilities[t] = head(t, hidden[t], embedded[t], Arrays.copyOf(places, t + 1));
			}
		}
		if (!this.config.feedback()) {
			double[][] hidden = layers(x);
			for (int t = 0; t < message.length; t++) {
				probabilities[t] = head(t, hidden[t], embedded[t], places);
			}
		}
		return probabilities;
	}

	private double[][] layers(double[][] x) {
		for (int layer = 0; layer < this.config.layers(); layer++) {
			double[][] forward = lstm("l" + layer, x);
			if (this.config.bidirectional()) {
				double[][] backward = reverse(lstm("l" + layer + "_reverse", reverse(x)));
				for (int t = 0; t < x.length; t++) {
					forward[t] = concat(forward[t], backward[t]);
				}
			}
			x = forward;
		}
		return x;
	}

	private double[][] lstm(String suffix, double[][] x) {
		int units = this.config.hidden();
		double[] h = new double[units];
		double[] c = new double[units];
		double[][] out = new double[x.length][];
		for (int t = 0; t < x.length; t++) {
			double[] gates = affine("lstm.weight_ih_" + suffix, "lstm.bias_ih_" + suffix, x[t]);
			double[] recurrent = affine("lstm.weight_hh_" + suffix, "lstm.bias_hh_" + suffix, h);
			h = new double[units];
			for (int j = 0; j < units; j++) {
				double input = sigmoid(gates[j] + recurrent[j]);
				double forget = sigmoid(gates[units + j] + recurrent[units + j]);
				double cell = Math.tanh(gates[2 * units + j] + recurrent[2 * units + j]);
				double output = sigmoid(gates[3 * units + j] + recurrent[3 * units + j]);
				c[j] = forget * c[j] + input * cell;
				h[j] = output * Math.tanh(c[j]);
			}
			out[t] = h;
		}
		return out;
	}

	private double[] head(int t, double[] hidden, double[] embedded, double[][] places) {
		double[] y = this.config.skip() ? concat(hidden, embedded) : hidden;
		for (int head = 0; head < this.config.attentionHeads(); head++) {
			y = concat(y, look(t, head, hidden, places));
		}
		for (int layer = 0; layer < this.config.headLayers(); layer++) {
			String name = (layer == 0) ? "head" : "head_l" + layer;
			y = affine(name + ".weight", name + ".bias", y);
			int units = this.config.headHidden();
			for (int i = 0; i < units; i++) {
				y[i] = this.config.headProducts() ? y[i] * y[units + i] : Math.max(0, y[i]);
			}
			y = Arrays.copyOf(y, units);
			if (this.config.headNorm()) {
				double root = Math.sqrt(Arrays.stream(y).map((value) -> value * value).sum() / units + 1e-5);
				y = Arrays.stream(y).map((value) -> value / root).toArray();
			}
		}
		return softmax(affine("linear.weight", "linear.bias", y));
	}

	/** What a head finds: what stands at the places, each with its weight. */
	private double[] look(int t, int head, double[] hidden, double[][] places) {
		double[] weights = weights(t, head, hidden, places.length);
		double[] found = new double[places[0].length];
		for (int place = 0; place < places.length; place++) {
			for (int i = 0; i < found.length; i++) {
				found[i] += weights[place] * places[place][i];
			}
		}
		return found;
	}

	/**
	 * The weight of each place (T). A head has scores of the places at the message's
	 * start, then of those around t.
	 * @param hidden the state at t
	 * @param length of the message, or with feedback of what is read of it
	 */
	double[] weights(int t, int head, double[] hidden, int length) {
		double[] scores = affine("attention.weight", "attention.bias", hidden);
		int reach = this.config.attentionReach();
		int side = (reach + 1) / 2;
		int slots = reach + side + 1 + (this.config.feedback() ? 0 : side);
		double sum = 0;
		double[] weights = new double[length];
		for (int slot = 0; slot < slots; slot++) {
			int place = (slot < reach) ? slot : t - side + slot - reach;
			if (place >= 0 && place < length) {
				double weight = Math.exp(4 * Math.tanh(scores[head * slots + slot] / 4));
				sum += weight;
				weights[place] += weight;
			}
		}
		for (int place = 0; place < length; place++) {
			weights[place] /= sum;
		}
		return weights;
	}

	private double[] row(String name, int row) {
		Weights.Tensor tensor = this.tensors.get(name);
		int size = (int) tensor.shape()[1];
		double[] values = new double[size];
		for (int i = 0; i < size; i++) {
			values[i] = tensor.values()[row * size + i];
		}
		return values;
	}

	private double[] affine(String weight, String bias, double[] x) {
		Weights.Tensor tensor = this.tensors.get(weight);
		double[] y = new double[(int) tensor.shape()[0]];
		for (int i = 0; i < y.length; i++) {
			y[i] = this.tensors.get(bias).values()[i];
			for (int j = 0; j < x.length; j++) {
				y[i] += tensor.values()[i * x.length + j] * x[j];
			}
		}
		return y;
	}

	private static double[] softmax(double[] values) {
		double sum = 0;
		double[] exponentials = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			exponentials[i] = Math.exp(values[i]);
			sum += exponentials[i];
		}
		for (int i = 0; i < values.length; i++) {
			exponentials[i] /= sum;
		}
		return exponentials;
	}

	static int likeliest(double[] probabilities) {
		int best = 0;
		for (int i = 1; i < probabilities.length; i++) {
			best = (probabilities[i] > probabilities[best]) ? i : best;
		}
		return best;
	}

	private static double sigmoid(double x) {
		return 1 / (1 + Math.exp(-x));
	}

	private static double[] concat(double[] first, double[] second) {
		double[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

	private static double[][] reverse(double[][] x) {
		double[][] reversed = new double[x.length][];
		for (int t = 0; t < x.length; t++) {
			reversed[t] = x[x.length - 1 - t];
		}
		return reversed;
	}

}
