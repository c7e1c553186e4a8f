package dev.decipher.network;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The forward pass of a small network in Java, over weights on the heap. A call into
 * PyTorch costs more than all that such a network has to compute: the tutorial's is some
 * ten times faster here, and needs no native library. Each message is computed by itself,
 * in one order of operations, so that its plaintext is the same to the last bit whatever
 * else is decrypted at the time.
 * <p>
 * All that depends on a single symbol is computed once, in the constructor: the part of
 * the lowest layer's gates that the embedded symbol makes, and that of the head with a
 * skip connection. The rows of the sigmoid gates are halved there, since σ(x) = ½ + ½
 * tanh(x/2).
 */
final class HeapNetwork implements Forward {

	/**
	 * Multiplications a symbol up to which this is faster than PyTorch, alone and in
	 * batches alike.
	 */
	static final int DEFAULT_MAX_MULTIPLICATIONS = 1 << 14;

	/** Positions to read at a time where a message need not be read whole. */
	private static final int POSITIONS_AT_A_TIME = 256;

	/** Messages from which on several threads read them. */
	private static final int MIN_PARALLEL_MESSAGES = 64;

	private final NetworkConfig config;

	private final int plaintextSymbols;

	private final HeapLstm[][] lstm; // [layer][direction]

	/** The hidden layers of the head, and the linear layer. */
	private final HeapLinear[] head;

	HeapNetwork(Weights weights) {
		this.config = weights.config();
		this.plaintextSymbols = weights.plaintextSymbols();
		this.lstm = new HeapLstm[this.config.layers()][this.config.directions()];
		for (int layer = 0; layer < this.lstm.length; layer++) {
			for (int direction = 0; direction < this.lstm[layer].length; direction++) {
				this.lstm[layer][direction] = new HeapLstm(weights, layer, direction);
			}
		}
		this.head = new HeapLinear[this.config.headLayers() + 1];
		for (int layer = 0; layer < this.head.length; layer++) {
			String name = (layer == this.head.length - 1) ? "linear" : (layer == 0) ? "head" : "head_l" + layer;
			this.head[layer] = new HeapLinear(weights, name, layer == 0);
		}
	}

	/** Whether a network is small enough, and of parts that are known here. */
	static boolean suits(NetworkConfig config, int plaintextSymbols, int maxMultiplications) {
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
		HeapLstm.State[] states = new HeapLstm.State[this.lstm.length];
		Arrays.setAll(states, (layer) -> new HeapLstm.State(this.config.hidden()));
		float[][] outputs = new float[this.lstm.length][piece * units];
		float[][] scores = new float[this.head.length][];
		Arrays.setAll(scores, (layer) -> this.head[layer].newOutput());
		float[] probabilities = new float[piece * this.plaintextSymbols];
		int previous = this.plaintextSymbols;
		for (int from = 0; from < message.length; from += piece) {
			int to = Math.min(message.length, from + piece);
			float[] hidden = null; // (to - from, D·H)
			for (int layer = 0; layer < this.lstm.length; layer++) {
				HeapLstm[] directions = this.lstm[layer];
				directions[0].read(message, from, to, previous, hidden, states[layer], outputs[layer]);
				if (directions.length > 1) {
					directions[1].read(message, from, to, previous, hidden, new HeapLstm.State(this.config.hidden()),
							outputs[layer]);
				}
				hidden = outputs[layer];
			}
			float[] top = outputs[this.lstm.length - 1];
			int values = (to - from) * units;
			sink.hidden(from, to, () -> Arrays.copyOf(top, values));
			for (int position = from; position < to; position++) {
				float[] x = top;
				int offset = (position - from) * units;
				for (int layer = 0; layer < this.head.length; layer++) {
					this.head[layer].apply(message[position], x, offset, scores[layer]);
					x = scores[layer];
					offset = 0;
					if (layer < this.head.length - 1) {
						FloatMath.relu(x);
					}
				}
				FloatMath.softmax(x, probabilities, (position - from) * this.plaintextSymbols);
			}
			if (this.config.feedback() && from >= prefixLength) {
				previous = Decoder.likeliest(probabilities, 0, this.plaintextSymbols);
			}
			sink.accept(rows, from, to, probabilities);
		}
	}

}
