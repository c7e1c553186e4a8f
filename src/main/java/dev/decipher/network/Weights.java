package dev.decipher.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network's weights on the Java heap, under PyTorch's names.
 *
 * @param ciphertextSymbols C
 * @param plaintextSymbols V
 * @param tensors all of the network's tensors, in its order
 */
public record Weights(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols, Map<String, Tensor> tensors) {

	public Weights {
		tensors = new LinkedHashMap<>(tensors);
	}

	/**
	 * One tensor.
	 *
	 * @param shape its sizes, outermost first
	 * @param values its values, the last axis running fastest
	 */
	public record Tensor(long[] shape, float[] values) {

		public Tensor {
			long size = 1;
			for (long length : shape) {
				size = Math.multiplyExact(size, length);
			}
			if (size != values.length) {
				throw new IllegalArgumentException("a shape of " + size + " values for " + values.length);
			}
		}

	}

	Tensor tensor(String name) {
		return Objects.requireNonNull(this.tensors.get(name));
	}

	float[] values(String tensor) {
		return tensor(tensor).values();
	}

	/**
	 * The same network with its logits divided by a temperature, which changes how sure
	 * it is and nothing else: only the tensors of {@code linear} are new.
	 */
	public Weights cooled(double temperature) {
		Map<String, Tensor> cooled = new LinkedHashMap<>(this.tensors);
		for (String name : List.of("linear.weight", "linear.bias")) {
			Tensor tensor = tensor(name);
			float[] values = tensor.values().clone();
			for (int i = 0; i < values.length; i++) {
				values[i] /= (float) temperature;
			}
			cooled.put(name, new Tensor(tensor.shape(), values));
		}
		return new Weights(this.config, this.ciphertextSymbols, this.plaintextSymbols, cooled);
	}

	/** Writes all values, in order. */
	public void save(DataOutput out) throws IOException {
		for (Tensor tensor : this.tensors.values()) {
			write(tensor.values(), out);
		}
	}

	/** Weights of the same shapes with the values that {@link #save} wrote. */
	public Weights load(DataInput in) throws IOException {
		Map<String, Tensor> loaded = new LinkedHashMap<>();
		for (Map.Entry<String, Tensor> tensor : this.tensors.entrySet()) {
			loaded.put(tensor.getKey(),
					new Tensor(tensor.getValue().shape(), read(in, new float[tensor.getValue().values().length])));
		}
		return new Weights(this.config, this.ciphertextSymbols, this.plaintextSymbols, loaded);
	}

	static void write(float[] values, DataOutput out) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
		buffer.asFloatBuffer().put(values);
		out.write(buffer.array());
	}

	static float[] read(DataInput in, float[] values) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
		in.readFully(buffer.array());
		buffer.asFloatBuffer().get(values);
		return values;
	}

}
