package dev.decipher.network;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Reads messages in lockstep through a {@link HeapNetwork}, each in a lane of its own, so
 * that loops over the lanes are vector instructions whatever the number of units. The
 * messages come in the order of their lengths, the longest first: as they end, the lanes
 * become fewer.
 */
final class LaneReader {

	/** More would make the loops no faster, and the state larger than the caches. */
	private static final int MAX_LANES = 256;

	/** Floats that two directions may hold. */
	private static final int MAX_FLOATS = 1 << 22;

	private final NetworkConfig config;

	private final HeapLstm[][] lstm; // [layer][direction]

	private final HeapLinear[] head;

	private final int[][] messages;

	/** Of each message at the position that is read. */
	private final int[] symbols;

	private final int[] previous;

	private final float[] likeliest;

	private final float[] confidences;

	/** Scratch. */
	private final float[] max;

	private final float[] wholePowers;

	/** Of each layer of the head: (out, lanes). */
	private final float[][][] outputs;

	/** Takes the messages' positions, one after the other. */
	interface Sink {

		/**
		 * Called for each position.
		 * @param lanes how many of the messages are so long
		 * @param hidden what the top LSTM layer gives (D·H, lanes)
		 * @param probabilities (V, lanes)
		 */
		void accept(LaneReader reader, int position, int lanes, float[][] hidden, float[][] probabilities);

	}

	/**
	 * A reader of some messages.
	 * @param messages the longest first
	 */
	LaneReader(NetworkConfig config, HeapLstm[][] lstm, HeapLinear[] head, int[][] messages) {
		this.config = config;
		this.lstm = lstm;
		this.head = head;
		this.messages = messages;
		int lanes = messages.length;
		this.symbols = new int[lanes];
		this.previous = new int[lanes];
		this.likeliest = new float[lanes];
		this.confidences = new float[lanes];
		this.max = new float[lanes];
		this.wholePowers = new float[lanes];
		this.outputs = Arrays.stream(head).map((layer) -> new float[layer.out()][lanes]).toArray(float[][][]::new);
	}

	/**
	 * How many messages are read faster in lockstep than one after the other, as was
	 * measured: 20 to 30 with 10 or 16 units, 42 with 32, 80 with 64, whose own loops are
	 * long already.
	 */
	static int minLanes(NetworkConfig config) {
		return Math.max(32, 5 * config.hidden() / 4);
	}

	/** How many messages of a length can be read at a time. */
	static int maxLanes(NetworkConfig config, int length) {
		// two directions keep a layer's outputs while the layer above it reads them
		return config.bidirectional() ? (int) Math.min(MAX_LANES, MAX_FLOATS / (4L * config.hidden() * length))
				: MAX_LANES;
	}

	/**
	 * The likeliest symbol of each message at the position that a sink was just given.
	 */
	int likeliest(int lane) {
		return (int) this.likeliest[lane];
	}

	/** Its probability. */
	float confidence(int lane) {
		return this.confidences[lane];
	}

	void read(int[] prefixLengths, Sink sink) {
		if (this.config.bidirectional()) {
			readBothWays(sink);
		}
		else {
			readForward(prefixLengths, sink);
		}
	}

	private void readForward(int[] prefixLengths, Sink sink) {
		int lanes = this.messages.length;
		HeapLstm.LaneState[] states = new HeapLstm.LaneState[this.lstm.length];
		Arrays.setAll(states, (layer) -> new HeapLstm.LaneState(this.config.hidden(), this.messages.length));
		Arrays.fill(this.previous, this.outputs[this.head.length - 1].length);
		for (int position = 0; position < this.messages[0].length; position++) {
			lanes = turnTo(position, lanes);
			float[][] x = null; // (H, lanes)
			for (int layer = 0; layer < this.lstm.length; layer++) {
				this.lstm[layer][0].read(position, this.symbols, this.previous, x, lanes, states[layer]);
				x = states[layer].hidden();
			}
			decrypt(position, x, lanes, sink);
			if (this.config.feedback()) {
				for (int lane = 0; lane < lanes; lane++) {
					if (position >= prefixLengths[lane]) {
						this.previous[lane] = likeliest(lane);
					}
				}
			}
		}
	}

	private void readBothWays(Sink sink) {
		int length = this.messages[0].length;
		int size = this.config.hidden();
		float[][][] x = null; // (T, 2H, lanes)
		for (HeapLstm[] directions : this.lstm) {
			float[][][] out = new float[length][2 * size][];
			HeapLstm.LaneState state = new HeapLstm.LaneState(size, this.messages.length);
			int lanes = this.messages.length;
			for (int position = 0; position < length; position++) {
				lanes = turnTo(position, lanes);
				directions[0].read(position, this.symbols, this.previous, at(x, position), lanes, state);
				keep(state, lanes, out[position], 0);
			}
			state = new HeapLstm.LaneState(size, this.messages.length);
			for (int position = length - 1; position >= 0; position--) {
				lanes = turnTo(position, this.messages.length);
				directions[1].read(position, this.symbols, this.previous, at(x, position), lanes, state);
				keep(state, lanes, out[position], size);
			}
			x = out;
		}
		int lanes = this.messages.length;
		for (int position = 0; position < length; position++) {
			lanes = turnTo(position, lanes);
			decrypt(position, at(x, position), lanes, sink);
		}
	}

	private static float @Nullable [][] at(float @Nullable [][][] x, int position) {
		return (x != null) ? x[position] : null;
	}

	private static void keep(HeapLstm.LaneState state, int lanes, float[][] out, int offset) {
		for (int j = 0; j < state.hidden().length; j++) {
			out[offset + j] = Arrays.copyOf(state.hidden()[j], lanes);
		}
	}

	/**
	 * Takes the symbols at a position.
	 * @param most the most messages that may be so long
	 * @return how many are
	 */
	private int turnTo(int position, int most) {
		int lanes = most;
		while (this.messages[lanes - 1].length <= position) {
			lanes--;
		}
		for (int lane = 0; lane < lanes; lane++) {
			this.symbols[lane] = this.messages[lane][position];
		}
		return lanes;
	}

	private void decrypt(int position, float @Nullable [][] hidden, int lanes, Sink sink) {
		float[][] x = Objects.requireNonNull(hidden);
		for (int layer = 0; layer < this.head.length; layer++) {
			float[][] y = this.outputs[layer];
			this.head[layer].apply(this.symbols, x, lanes, y);
			if (layer < this.head.length - 1) {
				for (float[] unit : y) {
					LaneMath.relu(unit, lanes);
				}
			}
			x = y;
		}
		softmax(x, lanes);
		sink.accept(this, position, lanes, hidden, x);
	}

	/** Makes probabilities of scores (V, lanes), and finds the likeliest. */
	private void softmax(float[][] scores, int lanes) {
		System.arraycopy(scores[0], 0, this.max, 0, lanes);
		for (int j = 1; j < scores.length; j++) {
			LaneMath.max(this.max, scores[j], lanes);
		}
		float[] scale = this.confidences; // since the likeliest has e⁰ of the sum
		Arrays.fill(scale, 0, lanes, 0);
		for (float[] ofSymbol : scores) {
			LaneMath.exponents(ofSymbol, this.max, lanes);
			LaneMath.wholePowers(ofSymbol, this.wholePowers, lanes);
			LaneMath.powers(ofSymbol, this.wholePowers, lanes);
			LaneMath.add(scale, ofSymbol, lanes);
		}
		LaneMath.invert(scale, lanes);
		Arrays.fill(this.likeliest, 0, lanes, scores.length);
		for (int j = 0; j < scores.length; j++) {
			LaneMath.scale(scores[j], scale, lanes);
			LaneMath.firstOf(this.likeliest, scores[j], scale, j, scores.length, lanes);
		}
	}

}
