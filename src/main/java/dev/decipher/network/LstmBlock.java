package dev.decipher.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * One LSTM layer in one direction, with {@code torch.nn.LSTM}'s parameters in torch's
 * order: {@code weight_ih} (4H, in), {@code weight_hh} (4H, H), {@code bias_ih} (4H),
 * {@code bias_hh} (4H), the gates stacked as input, forget, cell, output; at first
 * uniform in ±1/√H.
 */
final class LstmBlock extends TensorBlock {

	/**
	 * Values T·N·H to read at once. What torch keeps of them for the gradient then takes
	 * some 20 MB at a time, which {@link NativeMemory} can use again; blocks beyond 64 MB
	 * would be fetched anew.
	 */
	private static final long MAX_STRETCH_FLOATS = 1L << 18;

	private final int hidden;

	private final Parameter[] parameters;

	/**
	 * A layer whose parameters end in {@code suffix}.
	 * @param suffix {@code l0} for the lowest layer, {@code l0_reverse} for its backward
	 * direction
	 */
	LstmBlock(String suffix, int in, int hidden) {
		super(hidden);
		this.hidden = hidden;
		this.parameters = new Parameter[] {
				tensor("lstm.weight_ih_" + suffix, Parameter.Type.WEIGHT, new Shape(4L * hidden, in)),
				tensor("lstm.weight_hh_" + suffix, Parameter.Type.WEIGHT, new Shape(4L * hidden, hidden)),
				tensor("lstm.bias_ih_" + suffix, Parameter.Type.BIAS, new Shape(4L * hidden)),
				tensor("lstm.bias_hh_" + suffix, Parameter.Type.BIAS, new Shape(4L * hidden)) };
	}

	/**
	 * Reads the input from position 0 on.
	 * @param inputs x (T, N, in), and the state before it: h (1, N, H) and c (1, N, H)
	 * @return the output (T, N, H), and the state after it: h (1, N, H) and c (1, N, H)
	 */
	@Override
	protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
			PairList<String, Object> params) {
		NDArray x = inputs.get(0); // (T, N, in)
		NDList state = new NDList(inputs.get(1), inputs.get(2)); // 2 × (1, N, H)
		NDList weights = weights(store, x, training);
		if (isAtOnce(x)) {
			return read(x, state, weights, training, false);
		}
		long positions = x.getShape().get(0); // T
		long stretch = stretch(x);
		NDList outputs = new NDList();
		for (long from = 0; from < positions; from += stretch) {
			NDArray piece = x.get(new NDIndex().addSliceDim(from, Math.min(positions, from + stretch)));
			NDList read = read(piece, state, weights, training, false);
			outputs.add(read.get(0));
			state = read.subNDList(1);
		}
		return new NDList(NDArrays.concat(outputs, 0)).addAll(state);
	}

	/**
	 * Reads the whole input in both directions, from zeros.
	 * @param backward the layer for the other direction, of the same size
	 * @param x messages of one length (T, N, in), for which {@link #isAtOnce} holds
	 * @return the outputs side by side (T, N, 2H)
	 */
	NDArray readBothWays(LstmBlock backward, ParameterStore store, NDArray x, boolean training) {
		NDArray zeros = x.getManager().zeros(new Shape(2, x.getShape().get(1), this.hidden));
		NDList weights = weights(store, x, training).addAll(backward.weights(store, x, training));
		return read(x, new NDList(zeros, zeros), weights, training, true).get(0);
	}

	/** Whether the input is short enough to be read at once. */
	boolean isAtOnce(NDArray x) {
		return x.getShape().get(0) <= stretch(x);
	}

	private long stretch(NDArray x) {
		return Math.max(1, MAX_STRETCH_FLOATS / (x.getShape().get(1) * this.hidden));
	}

	private NDList weights(ParameterStore store, NDArray x, boolean training) {
		NDList weights = new NDList(this.parameters.length);
		for (Parameter parameter : this.parameters) {
			weights.add(value(store, parameter, x, training));
		}
		return weights;
	}

	private static NDList read(NDArray x, NDList state, NDList weights, boolean training, boolean bothWays) {
		return x.getNDArrayInternal().lstm(x, state, weights, true, 1, 0, training, bothWays, false);
	}

}
