package dev.decipher.network;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** One LSTM layer of a {@link HeapNetwork} in one direction. */
final class HeapLstm {

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

	/** The state of a layer while it reads a message. */
	record State(float[] hidden, float[] cell, float[] gates) {

		State(int hidden) {
			this(new float[hidden], new float[hidden], new float[4 * hidden]);
		}

	}

	HeapLstm(Weights weights, int layer, int direction) {
		NetworkConfig config = weights.config();
		String suffix = "l" + layer + ((direction == 1) ? "_reverse" : "");
		this.hidden = config.hidden();
		this.in = config.lstmInput(layer);
		this.period = config.period();
		this.units = config.directions() * this.hidden;
		this.backward = direction == 1;
		float[] bias = weights.values("lstm.bias_ih_" + suffix).clone();
		float[] more = weights.values("lstm.bias_hh_" + suffix);
		for (int i = 0; i < bias.length; i++) {
			bias[i] += more[i];
		}
		halve(bias, 1);
		float[] ofInput = FloatMath.transposed(weights.values("lstm.weight_ih_" + suffix), this.in); // (in,4H)
		halve(ofInput, this.in);
		this.recurrent = FloatMath.transposed(weights.values("lstm.weight_hh_" + suffix), this.hidden);
		halve(this.recurrent, this.hidden);
		this.input = (layer > 0) ? ofInput : null;
		int size = config.embedding();
		this.ofSymbol = (layer > 0) ? bias
				: FloatMath.table(weights.values("embedding.weight"), size, ofInput, 0, bias);
		int next = size;
		float[] none = new float[bias.length];
		if (layer == 0 && config.feedback()) {
			float[] rows = weights.values("feedback.weight");
			this.ofPrevious = FloatMath.table(Arrays.copyOf(rows, rows.length + size), size, ofInput, next, none);
			next += size;
		}
		else {
			this.ofPrevious = null;
		}
		this.ofPhase = (layer == 0 && config.period() > 0)
				? FloatMath.table(weights.values("period.weight"), size, ofInput, next, none) : null;
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
	void read(int[] message, int from, int to, int previous, float @Nullable [] x, State state, float[] out) {
		float[] gates = state.gates;
		for (int step = 0; step < to - from; step++) {
			int place = this.backward ? to - from - 1 - step : step;
			int row = (this.input == null) ? message[from + place] : 0;
			System.arraycopy(this.ofSymbol, row * gates.length, gates, 0, gates.length);
			if (this.ofPrevious != null) {
				FloatMath.addRow(this.ofPrevious, previous, gates);
			}
			if (this.ofPhase != null) {
				FloatMath.addRow(this.ofPhase, (from + place) % this.period, gates);
			}
			if (this.input != null) {
				FloatMath.addProduct(this.input, Objects.requireNonNull(x), place * this.in, this.in, gates);
			}
			FloatMath.addProduct(this.recurrent, state.hidden, 0, this.hidden, gates);
			FloatMath.tanh(gates);
			turn(gates, state.cell, state.hidden);
			System.arraycopy(state.hidden, 0, out, place * this.units + (this.backward ? this.hidden : 0), this.hidden);
		}
	}

	/** The step of an LSTM from the hyperbolic tangents of its gates. */
	private static void turn(float[] gates, float[] cell, float[] hidden) {
		int units = hidden.length;
		for (int j = 0; j < units; j++) {
			float kept = (0.5f + 0.5f * gates[units + j]) * cell[j];
			float c = kept + (0.5f + 0.5f * gates[j]) * gates[2 * units + j];
			cell[j] = c;
			hidden[j] = (0.5f + 0.5f * gates[3 * units + j]) * FloatMath.tanh(c);
		}
	}

}
