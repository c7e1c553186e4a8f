package dev.decipher.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network's weights on the Java heap, under PyTorch's names.
 *
 * @param config the network
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

}
