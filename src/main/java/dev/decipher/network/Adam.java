package dev.decipher.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with PyTorch's defaults, after clipping the
 * gradients' common norm (Pascanu, Mikolov and Bengio 2013). Computes on the Java heap:
 * the moments are plain arrays that a checkpoint can hold, and a step costs a copy of
 * each tensor instead of a dozen native calls.
 */
final class Adam {

	private static final float BETA1 = 0.9f;

	private static final float BETA2 = 0.999f;

	private static final float EPSILON = 1e-8f;

	private final double maxNorm;

	private final List<Slot> slots = new ArrayList<>();

	private long steps;

	/**
	 * An optimizer of the given parameters.
	 * @param maxNorm the gradients' common Euclidean norm above which they are scaled
	 * down to it
	 */
	Adam(Collection<Parameter> parameters, double maxNorm) {
		this.maxNorm = maxNorm;
		for (Parameter parameter : parameters) {
			this.slots.add(new Slot(parameter.getArray()));
		}
	}

	/**
	 * Updates the parameters by their gradients and sets these to zero.
	 * @return whether the gradients were finite; where not, nothing was updated
	 */
	boolean step(double learningRate) {
		double squares = 0;
		for (Slot slot : this.slots) {
			squares += slot.takeGradient();
		}
		boolean finite = Double.isFinite(squares);
		if (finite) {
			update(learningRate, Math.sqrt(squares));
		}
		this.slots.forEach(Slot::clearGradient);
		return finite;
	}

	private void update(double learningRate, double norm) {
		this.steps++;
		float scale = (float) ((norm > this.maxNorm) ? this.maxNorm / norm : 1);
		double correction1 = 1 - Math.pow(BETA1, this.steps);
		double correction2 = 1 - Math.pow(BETA2, this.steps);
		float rate = (float) (learningRate / correction1);
		float root = (float) (1 / Math.sqrt(correction2));
		for (Slot slot : this.slots) {
			slot.update(scale, rate, root);
		}
	}

	/** Writes the parameters, their moments and the number of steps. */
	void save(DataOutput out) throws IOException {
		out.writeLong(this.steps);
		for (Slot slot : this.slots) {
			slot.weights.get(0, slot.weight);
			for (float[] values : slot.saved()) {
				Weights.write(values, out);
			}
		}
	}

	/** Goes on from what {@link #save} wrote. */
	void load(DataInput in) throws IOException {
		this.steps = in.readLong();
		for (Slot slot : this.slots) {
			for (float[] values : slot.saved()) {
				Weights.read(in, values);
			}
			slot.weights.put(0, slot.weight);
		}
	}

	/** A parameter with its moments; all arrays in the tensor's order. */
	private static final class Slot {

		private final NDArray parameter;

		private final FloatBuffer weights; // the parameter's own native memory

		private final float[] weight;

		private final float[] gradient;

		private final float[] first;

		private final float[] second;

		/** The gradient's native memory, once there is one: torch adds to it in place. */
		private @Nullable FloatBuffer gradients;

		Slot(NDArray parameter) {
			this.parameter = parameter;
			this.weights = parameter.toByteBuffer(true).asFloatBuffer();
			int size = Math.toIntExact(parameter.size());
			this.weight = new float[size];
			this.gradient = new float[size];
			this.first = new float[size];
			this.second = new float[size];
		}

		/** Copies the gradient and returns the sum of its squares. */
		double takeGradient() {
			if (this.gradients == null) {
				NDArray array = JniUtils.getGradient((PtNDArray) this.parameter);
				if (array == null) {
					return 0;
				}
				this.gradients = array.toByteBuffer(true).asFloatBuffer();
			}
			float[] g = this.gradient;
			this.gradients.get(0, g);
			// four sums, since each addition would wait for the one before
			double a = 0;
			double b = 0;
			double c = 0;
			double d = 0;
			int even = g.length - g.length % 4;
			for (int i = 0; i < even; i += 4) {
				a += g[i] * g[i];
				b += g[i + 1] * g[i + 1];
				c += g[i + 2] * g[i + 2];
				d += g[i + 3] * g[i + 3];
			}
			for (int i = even; i < g.length; i++) {
				a += g[i] * g[i];
			}
			return a + b + c + d;
		}

		List<float[]> saved() {
			return List.of(this.weight, this.first, this.second);
		}

		void clearGradient() {
			if (this.gradients != null) {
				Arrays.fill(this.gradient, 0);
				this.gradients.put(0, this.gradient);
			}
		}

		void update(float scale, float rate, float root) {
			float[] w = this.weight;
			float[] g = this.gradient;
			float[] m = this.first;
			float[] v = this.second;
			this.weights.get(0, w);
			for (int i = 0; i < w.length; i++) {
				float clipped = g[i] * scale;
				m[i] = BETA1 * m[i] + (1 - BETA1) * clipped;
				v[i] = BETA2 * v[i] + (1 - BETA2) * clipped * clipped;
				w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) * root + EPSILON);
			}
			this.weights.put(0, w);
		}

	}

}
