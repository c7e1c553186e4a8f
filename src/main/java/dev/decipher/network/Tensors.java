package dev.decipher.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Moves values to the native side. DJL would put them into a buffer of Java's, which only
 * the garbage collector frees; here they are written into memory of torch's, which goes
 * with the array's manager.
 */
final class Tensors {

	private Tensors() {
	}

	static NDArray of(NDManager manager, long[] values, Shape shape) {
		NDArray array = manager.create(shape, DataType.INT64);
		array.toByteBuffer(true).asLongBuffer().put(values);
		return array;
	}

	static NDArray of(NDManager manager, float[] values, Shape shape) {
		NDArray array = manager.create(shape, DataType.FLOAT32);
		array.toByteBuffer(true).asFloatBuffer().put(values);
		return array;
	}

	/**
	 * A number that the backward pass can rely on: those that DJL makes of Java's numbers
	 * lie in memory that goes with the next garbage collection.
	 */
	static NDArray constant(NDManager manager, float value) {
		return of(manager, new float[] { value }, new Shape(1));
	}

}
