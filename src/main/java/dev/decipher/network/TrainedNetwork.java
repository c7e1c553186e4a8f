package dev.decipher.network;

import java.util.function.IntConsumer;

/**
 * A network that has learned: symbols of ciphertext in, symbols of plaintext out. Safe
 * for use by many threads. Holds native memory until it is closed.
 */
public final class TrainedNetwork implements AutoCloseable {

	private final CipherNetwork network;

	private final Decoder decoder;

	public TrainedNetwork(Weights weights) {
		this.network = CipherNetwork.of(weights);
		this.decoder = new Decoder(this.network);
	}

	/**
	 * The longest message this network can read: two directions need it in memory whole.
	 * @return a number of symbols
	 */
	public int maxLength() {
		return this.decoder.maxLength();
	}

	/**
	 * Decrypts messages.
	 * @param messages indices of ciphertext symbols, each message at most
	 * {@link #maxLength} long
	 * @param alternatives how many more symbols to give for each position, if there are
	 * as many
	 * @param passes is told how many messages share each forward pass
	 * @return a prediction for each message, in order
	 */
	public Prediction[] predict(int[][] messages, int alternatives, IntConsumer passes) {
		return predict(messages, new int[messages.length], alternatives, passes);
	}

	/**
	 * Decrypts messages with something in front that is no ciphertext.
	 * @param messages indices of ciphertext symbols, each message at most
	 * {@link #maxLength} long
	 * @param fronts how many of each message's first positions have no plaintext
	 * @param alternatives how many more symbols to give for each position, if there are
	 * as many
	 * @param passes is told how many messages share each forward pass
	 * @return a prediction for each message, in order, of the positions behind its front
	 */
	public Prediction[] predict(int[][] messages, int[] fronts, int alternatives, IntConsumer passes) {
		int symbols = this.network.plaintextSymbols();
		int count = Math.min(alternatives, symbols - 1);
		Prediction[] predictions = new Prediction[messages.length];
		for (int row = 0; row < messages.length; row++) {
			predictions[row] = new Prediction(messages[row].length - fronts[row], count);
		}
		this.decoder.run(messages, (rows, from, to, probabilities) -> {
			for (int column = 0; column < rows.length; column++) {
				int row = rows[column];
				int end = Math.min(to, messages[row].length);
				for (int position = Math.max(from, fronts[row]); position < end; position++) {
					int offset = ((position - from) * rows.length + column) * symbols;
					predictions[row].put(position - fronts[row], probabilities, offset, symbols);
				}
			}
		}, passes);
		return predictions;
	}

	@Override
	public void close() {
		this.network.close();
	}

}
