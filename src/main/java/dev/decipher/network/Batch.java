package dev.decipher.network;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Messages laid side by side as columns of a (T, N) table, T the longest one's length;
 * the shorter ones are filled up with symbol 0, which nothing reads: in front of it the
 * forward direction has passed, the backward direction starts behind it, and the loss
 * leaves it out.
 */
final class Batch {

	private final int[][] messages;

	private final int positions;

	Batch(int[][] messages) {
		this.messages = messages;
		this.positions = Arrays.stream(messages).mapToInt((message) -> message.length).max().orElse(0);
	}

	/** T. */
	int positions() {
		return this.positions;
	}

	/** N. */
	int size() {
		return this.messages.length;
	}

	long symbols() {
		return Arrays.stream(this.messages).mapToLong((message) -> message.length).sum();
	}

	/**
	 * Some of the positions.
	 * @param from the first position
	 * @param to behind the last one
	 * @return (to − from, N)
	 */
	NDArray symbols(NDManager manager, int from, int to) {
		int columns = size();
		long[] table = new long[(to - from) * columns];
		for (int column = 0; column < columns; column++) {
			int[] message = this.messages[column];
			for (int position = from; position < Math.min(to, message.length); position++) {
				table[(position - from) * columns + column] = message[position];
			}
		}
		return Tensors.of(manager, table, new Shape(to - from, columns));
	}

	/** The rows of a (T·N, ·) matrix in an order that turns each message round. */
	NDArray reversal(NDManager manager) {
		int columns = size();
		long[] rows = new long[this.positions * columns];
		for (int column = 0; column < columns; column++) {
			int length = this.messages[column].length;
			for (int position = 0; position < this.positions; position++) {
				int source = (position < length) ? length - 1 - position : position;
				rows[position * columns + column] = (long) source * columns + column;
			}
		}
		return Tensors.of(manager, rows, new Shape(rows.length));
	}

	/** 1 / symbols where there is a symbol, 0 where the table was filled up: (T·N). */
	NDArray lossWeights(NDManager manager) {
		int columns = size();
		float weight = 1f / symbols();
		float[] weights = new float[this.positions * columns];
		for (int column = 0; column < columns; column++) {
			for (int position = 0; position < this.messages[column].length; position++) {
				weights[position * columns + column] = weight;
			}
		}
		return Tensors.of(manager, weights, new Shape(weights.length));
	}

}
