package dev.decipher.network;

import java.nio.FloatBuffer;

import ai.djl.ndarray.NDArray;

/**
 * The mean cross-entropy of a batch's symbols with its gradient, w·(softmax(logits) −
 * one-hot(truth)) with w = 1 / symbols; of a shard of it, its share. Computed directly,
 * in two passes over the logits, where torch would record and go back through half a
 * dozen operations.
 *
 * @param loss in nats a symbol
 * @param gradient of the loss by the logits (T, N, V)
 */
record CrossEntropy(double loss, NDArray gradient) {

	/**
	 * Compares.
	 * @param logits (T, N, V), of the positions from {@code from}
	 * @param target the true symbols
	 * @param prefixLengths how many positions before each message count for nothing; nor
	 * do those behind its end
	 * @param from the first position that there are logits for; at most the shortest
	 * prefix
	 * @param total the symbols of the whole batch
	 * @return the loss and its gradient, which belongs to the manager of the logits
	 */
	static CrossEntropy of(NDArray logits, Batch target, int[] prefixLengths, int from, long total) {
		int columns = target.size();
		int symbols = Math.toIntExact(logits.getShape().get(2)); // V
		float weight = 1f / total;
		NDArray scale = Tensors.constant(logits.getManager(), weight);
		NDArray logProbabilities = logits.stopGradient().logSoftmax(-1);
		NDArray gradient = logProbabilities.exp().muli(scale);
		FloatBuffer logs = logProbabilities.toByteBuffer(true).asFloatBuffer();
		FloatBuffer slopes = gradient.toByteBuffer(true).asFloatBuffer();
		float[] nothing = new float[symbols];
		double sum = 0;
		for (int position = from; position < target.positions(); position++) {
			for (int column = 0; column < columns; column++) {
				int row = ((position - from) * columns + column) * symbols;
				if (position >= prefixLengths[column] && position < target.length(column)) {
					int truth = row + target.symbol(column, position);
					sum -= logs.get(truth);
					slopes.put(truth, slopes.get(truth) - weight);
				}
				else {
					slopes.put(row, nothing);
				}
			}
		}
		return new CrossEntropy(sum * weight, gradient);
	}

}
