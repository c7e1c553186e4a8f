package dev.decipher.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * {@code y = x·Wᵀ + b} with {@code weight} (out, in) and {@code bias} (out), both at
 * first uniform in ±1/√in like {@code torch.nn.Linear}.
 */
final class LinearBlock extends TensorBlock {

	/** A map with so many weights gains more by {@link Bfloat16} than it loses. */
	private static final int MIN_BFLOAT16_WEIGHTS = 1 << 18;

	private final boolean large;

	private final Parameter weight;

	private final Parameter bias;

	LinearBlock(String name, int in, int out) {
		super(in);
		this.large = isLarge(in, out);
		this.weight = tensor(name + ".weight", Parameter.Type.WEIGHT, new Shape(out, in));
		this.bias = tensor(name + ".bias", Parameter.Type.BIAS, new Shape(out));
	}

	/** Whether a map may be computed with less precision in training. */
	static boolean isLarge(int in, int out) {
		return (long) in * out >= MIN_BFLOAT16_WEIGHTS;
	}

	/**
	 * Maps the last axis; a large map in training with less precision, where the
	 * processor is made for that.
	 * @param inputs (…, in)
	 * @return (…, out)
	 */
	@Override
	protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
			PairList<String, Object> params) {
		NDArray x = inputs.singletonOrThrow(); // (…, in)
		NDArray weight = value(store, this.weight, x, training);
		NDArray bias = value(store, this.bias, x, training);
		return (training && this.large && Bfloat16.isFast()) ? new NDList(Bfloat16.linear(x, weight, bias))
				: Linear.linear(x, weight, bias);
	}

}
