package dev.decipher.network;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The forward pass of a small network in Java, over weights on the heap. A call into
 * PyTorch costs more than all that such a network has to reckon: the tutorial's is some
 * ten times faster here, and needs no native library. Each message is reckoned by itself,
 * in one order of operations, so that what becomes of it is the same to the last bit
 * whatever else is decrypted at the time.
 * <p>
 * What depends on a single symbol is reckoned once, in the constructor: the part of the
 * lowest layer's gates that the embedded symbol makes, and that of the head with a skip
 * connection. The rows of the sigmoid gates are halved there, since σ(x) = ½ + ½
 * tanh(x/2).
 */
final class HeapNetwork implements Forward {

	/**
	 * Multiplications a symbol up to which this is faster than PyTorch, alone and in
	 * batches alike.
	 */
	static final int DEFAULT_MAX_MULTIPLICATIONS = 1 << 14;

	private static volatile int maxMultiplications = DEFAULT_MAX_MULTIPLICATIONS;

	/** Positions to read at a time where a message need not be read whole. */
	private static final int POSITIONS_AT_A_TIME = 256;

	/** Messages from which on several threads read them. */
	private static final int MIN_PARALLEL_MESSAGES = 64;

	/** Beyond it, tanh is 1 in single precision. */
	private static final float TANH_SATURATION = 9;

	private final NetworkConfig config;

	private final int plaintextSymbols;

	private final Layer[][] lstm; // [layer][direction]

	/** The hidden layers of the head, and the linear layer. */
	private final Dense[] head;

	HeapNetwork(Weights weights) {
		this.config = weights.config();
		this.plaintextSymbols = weights.plaintextSymbols();
		this.lstm = new Layer[this.config.layers()][this.config.directions()];
		for (int layer = 0; layer < this.lstm.length; layer++) {
			for (int direction = 0; direction < this.lstm[layer].length; direction++) {
				this.lstm[layer][direction] = new Layer(weights, layer, direction);
			}
		}
		this.head = new Dense[this.config.headLayers() + 1];
		for (int layer = 0; layer < this.head.length; layer++) {
			String name = (layer == this.head.length - 1) ? "linear" : (layer == 0) ? "head" : "head_l" + layer;
			this.head[layer] = new Dense(weights, name, layer == 0);
		}
	}

	/** Sets the most multiplications a symbol of networks that are run here. */
	static void limit(int multiplications) {
		maxMultiplications = multiplications;
	}

	/** Whether a network is small enough, and of parts that are known here. */
	static boolean suits(NetworkConfig config, int plaintextSymbols) {
		return config.attentionHeads() == 0 && !config.headProducts() && !config.headNorm()
				&& multiplications(config, plaintextSymbols) <= maxMultiplications;
	}

	private static long multiplications(NetworkConfig config, int plaintextSymbols) {
		long hidden = config.hidden();
		long count = config.directions() * 4 * hidden * hidden;
		count += (config.layers() - 1) * config.directions() * 4 * hidden * (config.lstmInput(1) + hidden);
		long in = config.directions() * hidden;
		for (int layer = 0; layer < config.headLayers(); layer++) {
			count += in * config.headHidden();
			in = config.headHidden();
		}
		return count + in * plaintextSymbols;
	}

	@Override
	public int maxLength() {
		return Decoder.maxLength(this.config, this.plaintextSymbols);
	}

	@Override
	public void run(int[][] messages, int[] prefixLengths, Decoder.Sink sink, IntConsumer passes) {
		int[] rows = IntStream.range(0, messages.length).filter((row) -> messages[row].length > 0).toArray();
		IntStream order = Arrays.stream(rows);
		if (rows.length >= MIN_PARALLEL_MESSAGES) {
			order = order.parallel();
		}
		order.forEach((row) -> read(messages[row], prefixLengths[row], row, sink));
		if (rows.length > 0) {
			passes.accept(rows.length);
		}
	}

	private void read(int[] message, int prefixLength, int row, Decoder.Sink sink) {
		int units = this.config.directions() * this.config.hidden(); // D·H
		int piece = this.config.feedback() ? 1
				: this.config.bidirectional() ? message.length : Math.min(POSITIONS_AT_A_TIME, message.length);
		int[] rows = { row };
		State[] states = new State[this.lstm.length];
		Arrays.setAll(states, (layer) -> new State(this.config.hidden()));
		float[][] outputs = new float[this.lstm.length][piece * units];
		float[][] scores = new float[this.head.length][];
		Arrays.setAll(scores, (layer) -> new float[this.head[layer].out]);
		float[] probabilities = new float[piece * this.plaintextSymbols];
		int previous = this.plaintextSymbols;
		for (int from = 0; from < message.length; from += piece) {
			int to = Math.min(message.length, from + piece);
			float[] hidden = null; // (to - from, D·H)
			for (int layer = 0; layer < this.lstm.length; layer++) {
				Layer[] directions = this.lstm[layer];
				directions[0].read(message, from, to, previous, hidden, states[layer], outputs[layer]);
				if (directions.length > 1) {
					directions[1].read(message, from, to, previous, hidden, new State(this.config.hidden()),
							outputs[layer]);
				}
				hidden = outputs[layer];
			}
			float[] top = hidden;
			int values = (to - from) * units;
			sink.hidden(from, to, () -> Arrays.copyOf(top, values));
			for (int position = from; position < to; position++) {
				float[] x = hidden;
				int offset = (position - from) * units;
				for (int layer = 0; layer < this.head.length; layer++) {
					this.head[layer].apply(message[position], x, offset, scores[layer]);
					x = scores[layer];
					offset = 0;
					if (layer < this.head.length - 1) {
						relu(x);
					}
				}
				softmax(x, probabilities, (position - from) * this.plaintextSymbols);
			}
			if (this.config.feedback() && from >= prefixLength) {
				previous = Decoder.likeliest(probabilities, 0, this.plaintextSymbols);
			}
			sink.accept(rows, from, to, probabilities);
		}
	}

	private static final class State {

		private final float[] hidden;

		private final float[] cell;

		private final float[] gates;

		private State(int hidden) {
			this.hidden = new float[hidden];
			this.cell = new float[hidden];
			this.gates = new float[4 * hidden];
		}

	}

	/**
	 * One LSTM layer in one direction.
	 */
	private static final class Layer {

		private final int hidden;

		private final int in;

		private final int period;

		private final int units;

		private final boolean backward;

		/** For each ciphertext symbol, or one row above the lowest layer: (C, 4H). */
		private final float[] ofSymbol;

		/** For each plaintext symbol and for none: (V + 1, 4H). */
		private final float @Nullable [] ofPrevious;

		/** (P, 4H). */
		private final float @Nullable [] ofPhase;

		/** (in, 4H), above the lowest layer. */
		private final float @Nullable [] input;

		/** (H, 4H). */
		private final float[] recurrent;

		private Layer(Weights weights, int layer, int direction) {
			NetworkConfig config = weights.config();
			String suffix = "l" + layer + ((direction == 1) ? "_reverse" : "");
			this.hidden = config.hidden();
			this.in = config.lstmInput(layer);
			this.period = config.period();
			this.units = config.directions() * this.hidden;
			this.backward = direction == 1;
			float[] bias = values(weights, "lstm.bias_ih_" + suffix).clone();
			float[] more = values(weights, "lstm.bias_hh_" + suffix);
			for (int i = 0; i < bias.length; i++) {
				bias[i] += more[i];
			}
			halve(bias, 1);
			float[] ofInput = transposed(values(weights, "lstm.weight_ih_" + suffix), this.in); // (in,4H)
			halve(ofInput, this.in);
			this.recurrent = transposed(values(weights, "lstm.weight_hh_" + suffix), this.hidden);
			halve(this.recurrent, this.hidden);
			this.input = (layer > 0) ? ofInput : null;
			int size = config.embedding();
			this.ofSymbol = (layer > 0) ? bias : table(values(weights, "embedding.weight"), size, ofInput, 0, bias);
			int next = size;
			float[] none = new float[bias.length];
			if (layer == 0 && config.feedback()) {
				float[] rows = values(weights, "feedback.weight");
				this.ofPrevious = table(Arrays.copyOf(rows, rows.length + size), size, ofInput, next, none);
				next += size;
			}
			else {
				this.ofPrevious = null;
			}
			this.ofPhase = (layer == 0 && config.period() > 0)
					? table(values(weights, "period.weight"), size, ofInput, next, none) : null;
		}

		/** Halves the rows of the gates input, forget and output. */
		private void halve(float[] columns, int rows) {
			for (int row = 0; row < rows; row++) {
				for (int i = 0; i < 4 * this.hidden; i++) {
					if (i / this.hidden != 2) {
						columns[row * 4 * this.hidden + i] *= 0.5f;
					}
				}
			}
		}

		/**
		 * Reads a stretch of a message.
		 * @param x what is read above the lowest layer (to - from, in)
		 * @param out (to - from, D·H), of which this direction's part is written
		 */
		private void read(int[] message, int from, int to, int previous, float @Nullable [] x, State state,
				float[] out) {
			float[] gates = state.gates;
			for (int step = 0; step < to - from; step++) {
				int place = this.backward ? to - from - 1 - step : step;
				int row = (this.input == null) ? message[from + place] : 0;
				System.arraycopy(this.ofSymbol, row * gates.length, gates, 0, gates.length);
				if (this.ofPrevious != null) {
					addRow(this.ofPrevious, previous, gates);
				}
				if (this.ofPhase != null) {
					addRow(this.ofPhase, (from + place) % this.period, gates);
				}
				if (this.input != null) {
					addProduct(this.input, x, place * this.in, this.in, gates);
				}
				addProduct(this.recurrent, state.hidden, 0, this.hidden, gates);
				tanh(gates);
				turn(gates, state.cell, state.hidden);
				System.arraycopy(state.hidden, 0, out, place * this.units + (this.backward ? this.hidden : 0),
						this.hidden);
			}
		}

	}

	/**
	 * A linear layer over what the LSTM gives or the layer below.
	 */
	private static final class Dense {

		private final int out;

		private final int in;

		/** The bias, for each ciphertext symbol where the layer reads these: (C, out). */
		private final float[] ofSymbol;

		private final boolean skip;

		/** (in, out). */
		private final float[] weight;

		private Dense(Weights weights, String name, boolean lowest) {
			NetworkConfig config = weights.config();
			float[] bias = values(weights, name + ".bias");
			this.out = bias.length;
			this.skip = lowest && config.skip();
			float[] all = values(weights, name + ".weight");
			this.weight = transposed(all, all.length / this.out);
			this.in = lowest ? config.directions() * config.hidden() : config.headHidden();
			this.ofSymbol = this.skip
					? table(values(weights, "embedding.weight"), config.embedding(), this.weight, this.in, bias) : bias;
		}

		private void apply(int symbol, float[] x, int offset, float[] y) {
			System.arraycopy(this.ofSymbol, this.skip ? symbol * this.out : 0, y, 0, this.out);
			addProduct(this.weight, x, offset, this.in, y);
		}

	}

	private static float[] values(Weights weights, String name) {
		return weights.tensors().get(name).values();
	}

	/** (out, in) as (in, out). */
	private static float[] transposed(float[] matrix, int in) {
		int out = matrix.length / in;
		float[] turned = new float[matrix.length];
		for (int row = 0; row < out; row++) {
			for (int column = 0; column < in; column++) {
				turned[column * out + row] = matrix[row * in + column];
			}
		}
		return turned;
	}

	/**
	 * What a layer makes of each embedded symbol.
	 * @param embedding (C, E)
	 * @param weight the layer's, (in, out)
	 * @param from the first of the E of its rows that the embedding goes to
	 * @param bias what to add (out)
	 * @return (C, out)
	 */
	private static float[] table(float[] embedding, int size, float[] weight, int from, float[] bias) {
		int symbols = embedding.length / size;
		int out = bias.length;
		float[] table = new float[symbols * out];
		for (int symbol = 0; symbol < symbols; symbol++) {
			for (int j = 0; j < out; j++) {
				double sum = bias[j];
				for (int i = 0; i < size; i++) {
					sum += (double) embedding[symbol * size + i] * weight[(from + i) * out + j];
				}
				table[symbol * out + j] = (float) sum;
			}
		}
		return table;
	}

	// The loops below are written for the JIT to make vector instructions of them.

	private static void addRow(float[] table, int row, float[] y) {
		int offset = row * y.length;
		for (int j = 0; j < y.length; j++) {
			y[j] += table[offset + j];
		}
	}

	/** Adds x·W to y: W (in, out), of which the first {@code in} rows count. */
	private static void addProduct(float[] weight, float[] x, int offset, int in, float[] y) {
		int out = y.length;
		int k = 0;
		for (; k + 4 <= in; k += 4) {
			float x0 = x[offset + k];
			float x1 = x[offset + k + 1];
			float x2 = x[offset + k + 2];
			float x3 = x[offset + k + 3];
			int row0 = k * out;
			int row1 = row0 + out;
			int row2 = row1 + out;
			int row3 = row2 + out;
			for (int j = 0; j < out; j++) {
				y[j] += (weight[row0 + j] * x0 + weight[row1 + j] * x1)
						+ (weight[row2 + j] * x2 + weight[row3 + j] * x3);
			}
		}
		for (; k < in; k++) {
			float x0 = x[offset + k];
			int row0 = k * out;
			for (int j = 0; j < out; j++) {
				y[j] += weight[row0 + j] * x0;
			}
		}
	}

	private static void tanh(float[] y) {
		for (int j = 0; j < y.length; j++) {
			y[j] = tanh(y[j]);
		}
	}

	/** The step of an LSTM from the hyperbolic tangents of its gates. */
	private static void turn(float[] gates, float[] cell, float[] hidden) {
		int units = hidden.length;
		for (int j = 0; j < units; j++) {
			float kept = (0.5f + 0.5f * gates[units + j]) * cell[j];
			float c = kept + (0.5f + 0.5f * gates[j]) * gates[2 * units + j];
			cell[j] = c;
			hidden[j] = (0.5f + 0.5f * gates[3 * units + j]) * tanh(c);
		}
	}

	private static void relu(float[] y) {
		for (int j = 0; j < y.length; j++) {
			y[j] = Math.max(0, y[j]);
		}
	}

	/**
	 * The hyperbolic tangent by a rational function in x², fitted by iteratively
	 * reweighted least squares to the smallest relative error on ±9: 7·10⁻⁹, and some
	 * 3·10⁻⁷ with the rounding of single precision.
	 */
	static float tanh(float value) {
		float x = Math.max(-TANH_SATURATION, Math.min(TANH_SATURATION, value));
		float u = x * x;
		float p = -8.488368727711296e-14f;
		p = p * u + 5.2778378115436174e-11f;
		p = p * u - 2.0225051869838433e-08f;
		p = p * u + 1.1154279781612664e-05f;
		p = p * u + 0.0031039545592563187f;
		p = p * u + 0.13084009018592446f;
		p = p * u + 1;
		float q = 0.0002546142127752867f;
		q = q * u + 0.024495173013932243f;
		q = q * u + 0.46417336142388105f;
		q = q * u + 1;
		return x * p / q;
	}

	private static void softmax(float[] scores, float[] probabilities, int offset) {
		float max = scores[0];
		for (int j = 1; j < scores.length; j++) {
			max = Math.max(max, scores[j]);
		}
		float sum = 0;
		for (int j = 0; j < scores.length; j++) {
			float e = exp(scores[j] - max);
			probabilities[offset + j] = e;
			sum += e;
		}
		float scale = 1 / sum;
		for (int j = 0; j < scores.length; j++) {
			probabilities[offset + j] *= scale;
		}
	}

	/**
	 * The exponential function for numbers up to 0: 2ⁿ·eʳ with |r| ≤ ln 2 / 2, by eʳ's
	 * Taylor polynomial of degree 7; relative error below 3·10⁻⁷.
	 */
	static float exp(float x) {
		float log2 = Math.max(-126, x * 1.4426950f); // below, what is left is nothing
		int n = (int) (log2 - 0.5f);
		float r = (log2 - n) * 0.6931472f;
		float e = 1 / 5040f;
		e = e * r + 1 / 720f;
		e = e * r + 1 / 120f;
		e = e * r + 1 / 24f;
		e = e * r + 1 / 6f;
		e = e * r + 0.5f;
		e = e * r + 1;
		e = e * r + 1;
		return e * Float.intBitsToFloat((n + 127) << 23);
	}

}
