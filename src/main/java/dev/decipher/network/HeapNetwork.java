package dev.decipher.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The forward pass of a small network in Java, over weights on the heap. A call into
 * PyTorch costs more than all that such a network has to compute: the tutorial's is some
 * ten times faster here, and needs no native library. Messages of like length are read in
 * lockstep, by a {@link LaneReader}, where there are enough of them. Each is computed in
 * one order of operations, alone or not, so that its plaintext is the same to the last
 * bit whatever else is decrypted at the time.
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

	/** Symbols from which on it is worth while to wake another thread. */
	private static final int MIN_PARALLEL_SYMBOLS = 2048;

	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

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
		read(messages, prefixLengths, sink, (rows) -> (reader, position, lanes, hidden, probabilities) -> {
			int[] present = (lanes < rows.length) ? Arrays.copyOf(rows, lanes) : rows;
			sink.hidden(position, position + 1, () -> byMessage(hidden, lanes));
			sink.accept(present, position, position + 1, byMessage(probabilities, lanes));
		}, passes);
	}

	/** (size, lanes) as (lanes, size). */
	private static float[] byMessage(float[][] values, int lanes) {
		float[] turned = new float[lanes * values.length];
		for (int lane = 0; lane < lanes; lane++) {
			copy(values, lane, turned, lane * values.length);
		}
		return turned;
	}

	private static void copy(float[][] values, int lane, float[] to, int offset) {
		for (int j = 0; j < values.length; j++) {
			to[offset + j] = values[j][lane];
		}
	}

	@Override
	public void predict(int[][] messages, int[] prefixLengths, Prediction[] predictions, int symbols,
			IntConsumer passes) {
		read(messages, prefixLengths, Forward.into(predictions, prefixLengths, symbols), (rows) -> {
			float[] ofOne = new float[symbols];
			return (reader, position, lanes, hidden, probabilities) -> {
				for (int lane = 0; lane < lanes; lane++) {
					Prediction prediction = predictions[rows[lane]];
					int place = position - prefixLengths[rows[lane]];
					if (place >= 0 && prediction.count() == 0) {
						prediction.symbols()[place] = reader.likeliest(lane);
						prediction.confidences()[place] = reader.confidence(lane);
					}
					else if (place >= 0) {
						copy(probabilities, lane, ofOne, 0);
						prediction.put(place, ofOne, 0, symbols);
					}
				}
			};
		}, passes);
	}

	/**
	 * Reads messages, those that are of like length in lockstep.
	 * @param sink for messages that are read alone
	 * @param laneSinks for those that are read together
	 */
	private void read(int[][] messages, int[] prefixLengths, Decoder.Sink sink,
			Function<int[], LaneReader.Sink> laneSinks, IntConsumer passes) {
		if (messages.length == 1 && messages[0].length > 0) { // as most requests bring
			read(messages[0], prefixLengths[0], 0, sink);
			passes.accept(1);
			return;
		}
		List<int[]> groups = groups(messages);
		AtomicInteger next = new AtomicInteger();
		long symbols = Arrays.stream(messages).mapToLong((message) -> message.length).sum();
		int threads = (symbols < MIN_PARALLEL_SYMBOLS) ? 1 : Math.min(groups.size(), PROCESSORS);
		Runnable reading = () -> {
			for (int i = next.getAndIncrement(); i < groups.size(); i = next.getAndIncrement()) {
				int[] rows = groups.get(i);
				if (rows.length == 1) {
					read(messages[rows[0]], prefixLengths[rows[0]], rows[0], sink);
				}
				else {
					new LaneReader(this.config, this.lstm, this.head,
							Arrays.stream(rows).mapToObj((row) -> messages[row]).toArray(int[][]::new))
						.read(Arrays.stream(rows).map((row) -> prefixLengths[row]).toArray(), laneSinks.apply(rows));
				}
			}
		};
		if (threads == 1) {
			reading.run();
		}
		else {
			IntStream.range(0, threads).parallel().forEach((thread) -> reading.run());
		}
		int count = (int) Arrays.stream(messages).filter((message) -> message.length > 0).count();
		if (count > 0) {
			passes.accept(count);
		}
	}

	/** The messages to read together, each group in the order of their lengths. */
	private List<int[]> groups(int[][] messages) {
		int[] order = longestFirst(messages);
		List<int[]> groups = new ArrayList<>();
		int start = 0;
		while (start < order.length) {
			int longest = messages[order[start]].length;
			int end = start + 1;
			while (end < order.length && 2 * messages[order[end]].length >= longest) {
				end++;
			}
			split(order, start, end, longest, groups);
			start = end;
		}
		return groups;
	}

	/** Into groups of about the same size. */
	private void split(int[] order, int start, int end, int longest, List<int[]> groups) {
		int size = end - start;
		int minLanes = LaneReader.minLanes(this.config);
		int maxLanes = LaneReader.maxLanes(this.config, longest);
		int most = (size < minLanes || maxLanes < minLanes) ? 1 : maxLanes;
		int count = Math.max((size + most - 1) / most, Math.min(PROCESSORS, size / minLanes));
		for (int i = 0; i < count; i++) {
			int from = start + (int) ((long) size * i / count);
			int to = start + (int) ((long) size * (i + 1) / count);
			groups.add(Arrays.copyOfRange(order, from, to));
		}
	}

	/** The indices of those messages that aren't empty. */
	private static int[] longestFirst(int[][] messages) {
		long[] keys = new long[messages.length];
		int count = 0;
		for (int row = 0; row < messages.length; row++) {
			if (messages[row].length > 0) {
				keys[count++] = (long) -messages[row].length << Integer.SIZE | row;
			}
		}
		Arrays.sort(keys, 0, count);
		return Arrays.stream(keys, 0, count).mapToInt((key) -> (int) key).toArray();
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
		Arrays.setAll(scores, (layer) -> new float[this.head[layer].out()]);
		float[] wholePowers = new float[this.plaintextSymbols];
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
						FloatMath.relu(x, x.length);
					}
				}
				FloatMath.softmax(x, wholePowers, x.length);
				System.arraycopy(x, 0, probabilities, (position - from) * x.length, x.length);
			}
			if (this.config.feedback() && from >= prefixLength) {
				previous = Decoder.likeliest(probabilities, 0, this.plaintextSymbols);
			}
			sink.accept(rows, from, to, probabilities);
		}
	}

}
