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

	/** The symbol where no message is. */
	private final int fill;

	Batch(int[][] messages) {
		this(messages, 0);
	}

	Batch(int[][] messages, int fill) {
		this.messages = messages;
		this.fill = fill;
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

	int length(int column) {
		return this.messages[column].length;
	}

	int symbol(int column, int position) {
		return this.messages[column][position];
	}

	/**
	 * A stretch of positions.
	 * @param from its first position; may lie in front of the messages
	 * @return (length, N)
	 */
	NDArray window(NDManager manager, int from, int length) {
		int columns = size();
		long[] table = new long[length * columns];
		if (this.fill != 0) {
			Arrays.fill(table, this.fill);
		}
		for (int column = 0; column < columns; column++) {
			int[] message = this.messages[column];
			int end = Math.min(from + length, message.length);
			for (int position = Math.max(0, from); position < end; position++) {
				table[(position - from) * columns + column] = message[position];
			}
		}
		return Tensors.of(manager, table, new Shape(length, columns));
	}

	boolean isOfOneLength() {
		return Arrays.stream(this.messages).allMatch((message) -> message.length == this.positions);
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

	/**
	 * The batch with each message moved back.
	 * @param prefixLengths by how many positions, which are filled up
	 */
	Batch behind(int[] prefixLengths) {
		int[][] moved = new int[size()][];
		for (int column = 0; column < moved.length; column++) {
			int[] message = this.messages[column];
			moved[column] = new int[prefixLengths[column] + message.length];
			Arrays.fill(moved[column], 0, prefixLengths[column], this.fill);
			System.arraycopy(message, 0, moved[column], prefixLengths[column], message.length);
		}
		return new Batch(moved, this.fill);
	}

}
