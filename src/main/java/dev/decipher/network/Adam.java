package dev.decipher.network;

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

	/**
	 * The state of the optimizer, beside the parameters themselves.
	 *
	 * @param steps how many steps there were
	 * @param first the first moments, in the order of the parameters
	 * @param second the second moments
	 */
	record Moments(long steps, List<float[]> first, List<float[]> second) {
	}

	/** A copy of the moments as they are now. */
	Moments moments() {
		return new Moments(this.steps, this.slots.stream().map((slot) -> slot.first.clone()).toList(),
				this.slots.stream().map((slot) -> slot.second.clone()).toList());
	}

	/** Goes on from moments that {@link #moments} gave. */
	void restore(Moments moments) {
		this.steps = moments.steps();
		for (int i = 0; i < this.slots.size(); i++) {
			Slot slot = this.slots.get(i);
			System.arraycopy(moments.first().get(i), 0, slot.first, 0, slot.first.length);
			System.arraycopy(moments.second().get(i), 0, slot.second, 0, slot.second.length);
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
