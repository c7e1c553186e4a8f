package dev.decipher.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Some messages of a batch, with their truth. A batch is learned from shard by shard,
 * each over the same parameters but with gradients of its own, whose sum is the batch's.
 *
 * @param ciphertexts messages of ciphertext symbols, of any lengths
 * @param plaintexts their plaintext symbols, each that of its ciphertext's end
 */
record Shard(int[][] ciphertexts, int[][] plaintexts) {

	/** Messages that a batch must have to be worth two passes at the same time. */
	private static final int MIN_MESSAGES_TO_DIVIDE = 16;

	/** One of several shards of this. */
	Shard part(int number, int parts) {
		int from = start(number, parts);
		int to = start(number + 1, parts);
		return new Shard(Arrays.copyOfRange(this.ciphertexts, from, to), Arrays.copyOfRange(this.plaintexts, from, to));
	}

	/** Some of its messages. */
	Shard of(int[] rows) {
		return new Shard(Arrays.stream(rows).mapToObj((row) -> this.ciphertexts[row]).toArray(int[][]::new),
				Arrays.stream(rows).mapToObj((row) -> this.plaintexts[row]).toArray(int[][]::new));
	}

	/** The first message of one of several shards. */
	int start(int number, int parts) {
		return number * this.ciphertexts.length / parts;
	}

	/** The shards to divide this into, whatever the machine. */
	int parts() {
		return (this.ciphertexts.length < MIN_MESSAGES_TO_DIVIDE) ? 1 : Parallel.PARTS;
	}

	/** Plaintext symbols. */
	long symbols() {
		return Arrays.stream(this.plaintexts).mapToLong((message) -> message.length).sum();
	}

	/** How many positions of each ciphertext stand before what has a plaintext. */
	int[] prefixLengths() {
		int[] prefixLengths = new int[this.ciphertexts.length];
		Arrays.setAll(prefixLengths, (row) -> this.ciphertexts[row].length - this.plaintexts[row].length);
		return prefixLengths;
	}

	/**
	 * Adds this shard's part to the gradients of a network's parameters.
	 * @param symbols those of the whole batch
	 * @return its part of the batch's mean loss; if it is not finite, nothing was added
	 */
	double addGradients(CipherNetwork network, long symbols, RandomGenerator dropout) {
		if (symbols() == 0) {
			return 0;
		}
		int[] prefixLengths = prefixLengths();
		int prefixLength = Arrays.stream(prefixLengths).min().orElse(0);
		Batch input = new Batch(this.ciphertexts);
		Batch target = new Batch(this.plaintexts).behind(prefixLengths);
		Batch previous = network.config().feedback() ? previous(network.plaintextSymbols()) : null;
		try (NDManager manager = network.newPassManager()) {
			JniUtils.setGradMode(true); // holds for this thread
			NDArray logits = network
				.forward(new CipherNetwork.Pass(manager, input, previous, 0, input.positions(), prefixLength, null,
						dropout))
				.logits(); // (T', N, V)
			CrossEntropy crossEntropy = CrossEntropy.of(logits, target, prefixLengths, prefixLength, symbols);
			if (Double.isFinite(crossEntropy.loss())) {
				JniUtils.backward((PtNDArray) logits, (PtNDArray) crossEntropy.gradient(), false, false);
			}
			return crossEntropy.loss();
		}
	}

	/**
	 * The true plaintext symbol before each position.
	 * @param none stands where there is none
	 */
	Batch previous(int none) {
		int[] back = Arrays.stream(prefixLengths()).map((prefixLength) -> prefixLength + 1).toArray();
		return new Batch(this.plaintexts, none).behind(back);
	}

}
