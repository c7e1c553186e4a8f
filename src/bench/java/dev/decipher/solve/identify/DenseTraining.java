package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a feed-forward network: softmax cross-entropy, Adam (Diederik Kingma and Jimmy
 * Ba, 2015), a rate that falls to nothing along a cosine, dropout. Two threads share each
 * batch; the same seed gives the same weights.
 */
final class DenseTraining {

	private static final int BATCH = 256;

	/** Parts of a batch that are computed at the same time. */
	private static final int PARTS = 2;

	private static final float DECAY = 1e-4f;

	private final int[] sizes;

	private final float[][] weights;

	private final float[][] biases;

	private final float dropout;

	private final Part[] parts = new Part[PARTS];

	private final SplittableRandom random;

	/**
	 * A network with weights by chance.
	 * @param sizes of its layers, the inputs first
	 * @param dropout the share of hidden units that are left out each time
	 */
	DenseTraining(int[] sizes, double dropout, long seed) {
		this.sizes = sizes;
		this.dropout = (float) dropout;
		this.random = new SplittableRandom(seed);
		this.weights = new float[sizes.length - 1][];
		this.biases = new float[sizes.length - 1][];
		for (int layer = 0; layer < this.weights.length; layer++) {
			double deviation = Math.sqrt(((layer + 1 < this.weights.length) ? 2.0 : 1.0) / sizes[layer]);
			this.weights[layer] = new float[sizes[layer] * sizes[layer + 1]];
			for (int i = 0; i < this.weights[layer].length; i++) {
				this.weights[layer][i] = (float) ((this.random.nextDouble() * 2 - 1) * Math.sqrt(3) * deviation);
			}
			this.biases[layer] = new float[sizes[layer + 1]];
		}
		Arrays.setAll(this.parts, (part) -> new Part());
	}

	float[][] weights() {
		return this.weights;
	}

	float[][] biases() {
		return this.biases;
	}

	/** Trains on all examples some times. */
	void train(Examples examples, int epochs, double rate) {
		int[] order = IntStream.range(0, examples.size()).toArray();
		int steps = epochs * (order.length / BATCH);
		Adam[] adams = new Adam[2 * this.weights.length];
		for (int layer = 0; layer < this.weights.length; layer++) {
			adams[2 * layer] = new Adam(this.weights[layer], DECAY);
			adams[2 * layer + 1] = new Adam(this.biases[layer], 0);
		}
		int step = 0;
		for (int epoch = 0; epoch < epochs; epoch++) {
			for (int i = order.length - 1; i > 0; i--) {
				int j = this.random.nextInt(i + 1);
				int swapped = order[i];
				order[i] = order[j];
				order[j] = swapped;
			}
			double loss = 0;
			for (int from = 0; from + BATCH <= order.length; from += BATCH) {
				int first = from;
				long seed = this.random.nextLong();
				IntStream.range(0, PARTS)
					.parallel()
					.forEach((part) -> this.parts[part].run(examples, order, first + part * BATCH / PARTS,
							BATCH / PARTS, new SplittableRandom(seed + part)));
				step++;
				double now = rate * 0.5 * (1 + Math.cos(Math.PI * step / steps));
				int steped = step;
				IntStream.range(0, this.weights.length).parallel().forEach((layer) -> {
					adams[2 * layer].step(now, steped, this.parts, layer, true);
					adams[2 * layer + 1].step(now, steped, this.parts, layer, false);
				});
				loss += Arrays.stream(this.parts).mapToDouble((part) -> part.loss).sum();
			}
			System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch + 1, loss / (order.length / BATCH * BATCH));
		}
	}

	/** A part of a batch, with its gradients. */
	private final class Part {

		private final float[][] gradients;

		private final float[][] biasGradients;

		private final float[][] values; // of each layer: (examples · size)

		private final float[][] errors;

		private double loss;

		Part() {
			int layers = DenseTraining.this.weights.length;
			this.gradients = new float[layers][];
			this.biasGradients = new float[layers][];
			this.values = new float[layers + 1][];
			this.errors = new float[layers + 1][];
			int[] layerSizes = DenseTraining.this.sizes;
			for (int layer = 0; layer <= layers; layer++) {
				this.values[layer] = new float[BATCH / PARTS * layerSizes[layer]];
				this.errors[layer] = new float[BATCH / PARTS * layerSizes[layer]];
				if (layer < layers) {
					this.gradients[layer] = new float[DenseTraining.this.weights[layer].length];
					this.biasGradients[layer] = new float[layerSizes[layer + 1]];
				}
			}
		}

		void run(Examples examples, int[] order, int from, int count, SplittableRandom chances) {
			int[] layerSizes = DenseTraining.this.sizes;
			int layers = DenseTraining.this.weights.length;
			for (int i = 0; i < count; i++) {
				examples.copy(order[from + i], this.values[0], i * layerSizes[0]);
			}
			for (int layer = 0; layer < layers; layer++) {
				forward(layer, count, layerSizes[layer], layerSizes[layer + 1]);
				if (layer + 1 < layers) {
					activate(this.values[layer + 1], count * layerSizes[layer + 1], chances);
				}
			}
			this.loss = 0;
			int outputs = layerSizes[layers];
			for (int i = 0; i < count; i++) {
				this.loss += softmax(i * outputs, outputs, examples.labels()[order[from + i]]);
			}
			for (int layer = layers - 1; layer >= 0; layer--) {
				backward(layer, count, layerSizes[layer], layerSizes[layer + 1]);
			}
		}

		private void forward(int layer, int count, int inputs, int outputs) {
			float[] weight = DenseTraining.this.weights[layer];
			float[] in = this.values[layer];
			float[] out = this.values[layer + 1];
			for (int i = 0; i < count; i++) {
				System.arraycopy(DenseTraining.this.biases[layer], 0, out, i * outputs, outputs);
			}
			for (int input = 0; input < inputs; input++) {
				for (int i = 0; i < count; i++) {
					float value = in[i * inputs + input];
					if (value != 0) {
						add(value, weight, input * outputs, out, i * outputs, outputs);
					}
				}
			}
		}

		private static void add(float value, float[] from, int fromOffset, float[] to, int toOffset, int count) {
			for (int i = 0; i < count; i++) {
				to[toOffset + i] += value * from[fromOffset + i];
			}
		}

		private void activate(float[] hidden, int count, SplittableRandom chances) {
			float keep = 1 / (1 - DenseTraining.this.dropout);
			for (int i = 0; i < count; i++) {
				boolean dropped = hidden[i] <= 0
						|| (DenseTraining.this.dropout > 0 && chances.nextDouble() < DenseTraining.this.dropout);
				hidden[i] = dropped ? 0 : hidden[i] * keep;
			}
		}

		private double softmax(int offset, int outputs, int target) {
			float[] out = this.values[this.values.length - 1];
			float[] error = this.errors[this.errors.length - 1];
			double highest = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < outputs; i++) {
				highest = Math.max(highest, out[offset + i]);
			}
			double sum = 0;
			for (int i = 0; i < outputs; i++) {
				sum += Math.exp(out[offset + i] - highest);
			}
			for (int i = 0; i < outputs; i++) {
				error[offset
						+ i] = (float) ((Math.exp(out[offset + i] - highest) / sum - ((i == target) ? 1 : 0)) / BATCH);
			}
			return Math.log(sum) + highest - out[offset + target];
		}

		private void backward(int layer, int count, int inputs, int outputs) {
			float[] weight = DenseTraining.this.weights[layer];
			float[] in = this.values[layer];
			float[] error = this.errors[layer + 1];
			float[] back = this.errors[layer];
			Arrays.fill(this.gradients[layer], 0);
			Arrays.fill(this.biasGradients[layer], 0);
			for (int i = 0; i < count; i++) {
				add(1, error, i * outputs, this.biasGradients[layer], 0, outputs);
			}
			float keep = 1 / (1 - DenseTraining.this.dropout);
			for (int input = 0; input < inputs; input++) {
				for (int i = 0; i < count; i++) {
					float value = in[i * inputs + input];
					if (value != 0) {
						add(value, error, i * outputs, this.gradients[layer], input * outputs, outputs);
					}
					if (layer > 0) {
						back[i * inputs + input] = (value != 0)
								? keep * product(weight, input * outputs, error, i * outputs, outputs) : 0;
					}
				}
			}
		}

		/** In four sums, which a processor adds at the same time. */
		private static float product(float[] one, int oneOffset, float[] other, int otherOffset, int count) {
			float first = 0;
			float second = 0;
			float third = 0;
			float fourth = 0;
			int i = 0;
			for (; i + 3 < count; i += 4) {
				first += one[oneOffset + i] * other[otherOffset + i];
				second += one[oneOffset + i + 1] * other[otherOffset + i + 1];
				third += one[oneOffset + i + 2] * other[otherOffset + i + 2];
				fourth += one[oneOffset + i + 3] * other[otherOffset + i + 3];
			}
			for (; i < count; i++) {
				first += one[oneOffset + i] * other[otherOffset + i];
			}
			return first + second + third + fourth;
		}

	}

	private record Adam(float[] weights, float decay, float[] moments, float[] squares) {

		Adam(float[] weights, float decay) {
			this(weights, decay, new float[weights.length], new float[weights.length]);
		}

		void step(double rate, int step, Part[] parts, int layer, boolean ofWeights) {
			float first = (float) (1 - Math.pow(0.9, step));
			float second = (float) (1 - Math.pow(0.999, step));
			float[] one = ofWeights ? parts[0].gradients[layer] : parts[0].biasGradients[layer];
			float[] other = ofWeights ? parts[1].gradients[layer] : parts[1].biasGradients[layer];
			float now = (float) rate;
			for (int i = 0; i < this.weights.length; i++) {
				float gradient = one[i] + other[i];
				this.moments[i] = 0.9f * this.moments[i] + 0.1f * gradient;
				this.squares[i] = 0.999f * this.squares[i] + 0.001f * gradient * gradient;
				this.weights[i] -= now
						* (this.moments[i] / first / ((float) Math.sqrt(this.squares[i] / second) + 1e-8f)
								+ this.decay * this.weights[i]);
			}
		}

	}

}
