package dev.decipher.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

	/** Weights from which on their updates are worth a second thread. */
	private static final long MIN_WEIGHTS_TO_DIVIDE = 1 << 16;

	private static final int CHUNK = 4096;

	private final double maxNorm;

	private final List<Slot> slots = new ArrayList<>();

	/** The slots in groups that are worked on at the same time. */
	private final List<List<Slot>> groups = new ArrayList<>();

	private long steps;

	/**
	 * An optimizer of the given parameters.
	 * @param learners the same parameters over the same memory, each time with gradients
	 * of their own, which are added up
	 * @param maxNorm the gradients' common Euclidean norm above which they are scaled
	 * down to it
	 */
	Adam(List<? extends Collection<Parameter>> learners, double maxNorm) {
		this.maxNorm = maxNorm;
		List<Iterator<Parameter>> views = new ArrayList<>();
		learners.forEach((learner) -> views.add(learner.iterator()));
		while (views.get(0).hasNext()) {
			this.slots.add(new Slot(views.stream().map((view) -> view.next().getArray()).toList()));
		}
		divide();
	}

	private void divide() {
		long size = this.slots.stream().mapToLong((slot) -> slot.weight.length).sum();
		int count = (size < MIN_WEIGHTS_TO_DIVIDE) ? 1 : Parallel.PARTS;
		long[] sizes = new long[count];
		Stream.generate(ArrayList<Slot>::new).limit(count).forEach(this.groups::add);
		for (Slot slot : this.slots) {
			int smallest = IntStream.range(0, count).reduce((a, b) -> (sizes[b] < sizes[a]) ? b : a).orElse(0);
			this.groups.get(smallest).add(slot);
			sizes[smallest] += slot.weight.length;
		}
	}

	private void forEach(Consumer<Slot> work) {
		Parallel.run(this.groups.size(), (group) -> this.groups.get(group).forEach(work));
	}

	/**
	 * Updates the parameters by their gradients and sets these to zero.
	 * @param parts how many of the learners have gradients
	 * @return whether the gradients were finite; where not, nothing was updated
	 */
	boolean step(int parts, double learningRate) {
		forEach((slot) -> slot.takeGradient(parts));
		double squares = this.slots.stream().mapToDouble((slot) -> slot.squares).sum();
		boolean finite = Double.isFinite(squares);
		if (finite) {
			update(learningRate, Math.sqrt(squares));
		}
		return finite;
	}

	/** Sets gradients to zero. */
	void clearGradients() {
		this.slots.forEach((slot) -> slot.takeGradient(slot.learners.size()));
	}

	private void update(double learningRate, double norm) {
		this.steps++;
		float scale = (float) ((norm > this.maxNorm) ? this.maxNorm / norm : 1);
		double correction1 = 1 - Math.pow(BETA1, this.steps);
		double correction2 = 1 - Math.pow(BETA2, this.steps);
		float rate = (float) (learningRate / correction1);
		float root = (float) (1 / Math.sqrt(correction2));
		forEach((slot) -> slot.update(scale, rate, root));
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

		private final List<NDArray> learners;

		private final FloatBuffer weights; // the parameter's own native memory

		private final float[] weight;

		private final float[] gradient;

		private final float[] first;

		private final float[] second;

		/**
		 * The gradients' native memory, once there is some: torch adds to it in place.
		 */
		private final @Nullable FloatBuffer[] gradients;

		/** The sum of the gradient's squares. */
		private double squares;

		Slot(List<NDArray> learners) {
			this.learners = learners;
			this.weights = learners.get(0).toByteBuffer(true).asFloatBuffer();
			int size = this.weights.capacity();
			this.weight = new float[size];
			this.gradient = new float[size];
			this.first = new float[size];
			this.second = new float[size];
			this.gradients = new @Nullable FloatBuffer[learners.size()];
		}

		List<float[]> saved() {
			return List.of(this.weight, this.first, this.second);
		}

		/** Adds up the gradients of so many learners, and sets these to zero. */
		void takeGradient(int parts) {
			float[] zeros = new float[Math.min(CHUNK, this.gradient.length)];
			float[] more = new float[zeros.length];
			Arrays.fill(this.gradient, 0);
			for (int part = 0; part < parts; part++) {
				FloatBuffer buffer = gradients(part);
				for (int from = 0; buffer != null && from < this.gradient.length; from += CHUNK) {
					int count = Math.min(CHUNK, this.gradient.length - from);
					buffer.get(from, more, 0, count);
					buffer.put(from, zeros, 0, count);
					for (int i = 0; i < count; i++) {
						this.gradient[from + i] += more[i];
					}
				}
			}
			this.squares = squares(this.gradient);
		}

		private @Nullable FloatBuffer gradients(int part) {
			if (this.gradients[part] == null) {
				NDArray array = JniUtils.getGradient((PtNDArray) this.learners.get(part));
				this.gradients[part] = (array != null) ? array.toByteBuffer(true).asFloatBuffer() : null;
			}
			return this.gradients[part];
		}

		private static double squares(float[] g) {
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
