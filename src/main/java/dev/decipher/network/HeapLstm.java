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

	/** For each ciphertext symbol, or the bias above the lowest layer: (C, 4H). */
	private final SymbolTable ofSymbol;

	/** For each plaintext symbol and for none: (V + 1, 4H). */
	private final @Nullable SymbolTable ofPrevious;

	/** (P, 4H). */
	private final float @Nullable [][] ofPhase;

	/** (in, 4H), above the lowest layer. */
	private final float @Nullable [][] input;

	/** (H, 4H). */
	private final float[][] recurrent;

	/** The state of a layer while it reads a message: (H), (H) and (4H). */
	record State(float[] hidden, float[] cell, float[] gates) {

		State(int hidden) {
			this(new float[hidden], new float[hidden], new float[4 * hidden]);
		}

	}

	/** The same for many messages, a lane each: (H, lanes), (H, lanes), (4H, lanes). */
	record LaneState(float[][] hidden, float[][] cell, float[][] gates) {

		LaneState(int hidden, int lanes) {
			this(new float[hidden][lanes], new float[hidden][lanes], new float[4 * hidden][lanes]);
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
		FloatMath.add(bias, weights.values("lstm.bias_hh_" + suffix), bias.length);
		halve(bias);
		float[][] ofInput = FloatMath.transposed(weights.values("lstm.weight_ih_" + suffix), this.in); // (in,4H)
		halve(ofInput);
		this.recurrent = FloatMath.transposed(weights.values("lstm.weight_hh_" + suffix), this.hidden);
		halve(this.recurrent);
		this.input = (layer > 0) ? ofInput : null;
		int size = config.embedding();
		this.ofSymbol = SymbolTable.of((layer > 0) ? new float[][] { bias }
				: FloatMath.table(weights.values("embedding.weight"), size, ofInput, 0, bias));
		int next = size;
		float[] none = new float[bias.length];
		if (layer == 0 && config.feedback()) {
			float[] rows = weights.values("feedback.weight");
			this.ofPrevious = SymbolTable
				.of(FloatMath.table(Arrays.copyOf(rows, rows.length + size), size, ofInput, next, none));
			next += size;
		}
		else {
			this.ofPrevious = null;
		}
		this.ofPhase = (layer == 0 && config.period() > 0)
				? FloatMath.table(weights.values("period.weight"), size, ofInput, next, none) : null;
	}

	/** Halves what belongs to the gates input, forget and output: (…, 4H). */
	private void halve(float[]... rows) {
		for (float[] row : rows) {
			for (int j = 0; j < row.length; j++) {
				if (j / this.hidden != 2) {
					row[j] *= 0.5f;
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
			System.arraycopy(this.ofSymbol.row(message[from + place]), 0, gates, 0, gates.length);
			if (this.ofPrevious != null) {
				FloatMath.add(gates, this.ofPrevious.row(previous), gates.length);
			}
			if (this.ofPhase != null) {
				FloatMath.add(gates, this.ofPhase[(from + place) % this.period], gates.length);
			}
			if (this.input != null) {
				Products.add(this.input, Objects.requireNonNull(x), place * this.in, this.in, gates);
			}
			Products.add(this.recurrent, state.hidden, 0, this.hidden, gates);
			FloatMath.tanh(gates, gates.length);
			turn(gates, state.cell, state.hidden);
			System.arraycopy(state.hidden, 0, out, place * this.units + (this.backward ? this.hidden : 0), this.hidden);
		}
	}

	/** The step of an LSTM from the hyperbolic tangents of its gates. */
	private static void turn(float[] gates, float[] cell, float[] hidden) {
		int units = hidden.length;
		for (int j = 0; j < units; j++) {
			cell[j] = FloatMath.cell(cell[j], gates[j], gates[units + j], gates[2 * units + j]);
		}
		FloatMath.tanh(cell, hidden, units);
		for (int j = 0; j < units; j++) {
			hidden[j] *= FloatMath.sigmoid(gates[3 * units + j]);
		}
	}

	/**
	 * Reads a position of many messages.
	 * @param symbols of the messages, (lanes)
	 * @param previous the plaintext symbols before, (lanes)
	 * @param x what is read above the lowest layer (in, lanes)
	 */
	void read(int position, int[] symbols, int[] previous, float @Nullable [][] x, int lanes, LaneState state) {
		float[][] gates = state.gates;
		this.ofSymbol.copy(symbols, lanes, gates);
		if (this.ofPrevious != null) {
			this.ofPrevious.add(previous, lanes, gates);
		}
		if (this.ofPhase != null) {
			float[] phase = this.ofPhase[position % this.period];
			for (int j = 0; j < gates.length; j++) {
				LaneMath.add(gates[j], phase[j], lanes);
			}
		}
		if (this.input != null) {
			Products.add(this.input, Objects.requireNonNull(x), this.in, lanes, gates);
		}
		Products.add(this.recurrent, state.hidden, this.hidden, lanes, gates);
		for (float[] gate : gates) {
			LaneMath.tanh(gate, lanes);
		}
		int units = this.hidden;
		for (int j = 0; j < units; j++) {
			LaneMath.turn(state.cell[j], gates[j], gates[units + j], gates[2 * units + j], lanes);
			LaneMath.tanh(state.cell[j], state.hidden[j], lanes);
			LaneMath.gate(state.hidden[j], gates[3 * units + j], lanes);
		}
	}

}
