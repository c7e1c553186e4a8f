package dev.decipher.network;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * A block with parameters under PyTorch's names, filled from Java's random numbers: torch
 * has one generator for the whole process, so that two jobs would disturb each other's
 * draws.
 */
abstract class TensorBlock extends AbstractBlock {

	private final int inputs;

	// DJL takes a parameter whose shape is set for one that has its array
	private final Map<Parameter, Shape> shapes = new IdentityHashMap<>();

	/**
	 * A block without parameters yet.
	 * @param inputs n of the bounds ±1/√n that its first weights are within
	 */
	TensorBlock(int inputs) {
		this.inputs = inputs;
	}

	/**
	 * Fills the parameters as PyTorch does for a new layer: most are uniform in ±1/√n.
	 * @param manager owns the parameters' native memory
	 */
	void initialise(NDManager manager, RandomGenerator random) {
		double bound = 1 / Math.sqrt(this.inputs);
		getDirectParameters().values()
			.forEach((parameter) -> fill(manager, parameter, () -> random.nextDouble(-bound, bound)));
	}

	final Parameter tensor(String name, Parameter.Type type, Shape shape) {
		Parameter parameter = addParameter(Parameter.builder().setName(name).setType(type).build());
		this.shapes.put(parameter, shape);
		return parameter;
	}

	final Shape shapeOf(Parameter parameter) {
		return Objects.requireNonNull(this.shapes.get(parameter));
	}

	static NDArray value(ParameterStore store, Parameter parameter, NDArray input, boolean training) {
		return store.getValue(parameter, input.getDevice(), training);
	}

	final void fill(NDManager manager, Parameter parameter, DoubleSupplier draw) {
		Shape shape = shapeOf(parameter);
		float[] values = new float[Math.toIntExact(shape.size())];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) draw.getAsDouble();
		}
		parameter.setArray(Tensors.of(manager, values, shape));
	}

	/** For DJL's own initialisation, which these blocks don't take part in. */
	@Override
	public final Shape[] getOutputShapes(Shape[] inputShapes) {
		throw new UnsupportedOperationException("shapes are known when a block is made");
	}

}
