package dev.decipher.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A network that has learned: symbols of ciphertext in, symbols of plaintext out. Safe
 * for use by many threads. Holds native memory until it is closed.
 */
public final class TrainedNetwork implements AutoCloseable {

	private final NetworkConfig config;

	private final int plaintextSymbols;

	private final Forward forward;

	private final Runnable release;

	/** None on the heap, where a shared pass costs as much as passes apart. */
	private final @Nullable Batcher batcher;

	/**
	 * A network with the given weights: a small one on the heap, a larger one in PyTorch.
	 */
	public TrainedNetwork(Weights weights) {
		this(weights, HeapNetwork.suits(weights.config(), weights.plaintextSymbols(),
				HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS));
	}

	TrainedNetwork(Weights weights, boolean onHeap) {
		this.config = weights.config();
		this.plaintextSymbols = weights.plaintextSymbols();
		if (onHeap) {
			this.forward = new HeapNetwork(weights);
			this.batcher = null;
			this.release = () -> {
			};
		}
		else {
			CipherNetwork network = CipherNetwork.of(weights);
			this.forward = new Decoder(network);
			this.batcher = new Batcher(this::predict);
			this.release = network::close;
		}
	}

	/**
	 * Symbols of the longest message that can be read: two directions need it in memory
	 * whole.
	 */
	public int maxLength() {
		return this.forward.maxLength();
	}

	/**
	 * Decrypts messages.
	 * @param messages indices of ciphertext symbols, each message at most
	 * {@link #maxLength} long
	 * @param prefixLengths how many positions of each message stand before what is to be
	 * decrypted, and have no prediction
	 * @param alternatives how many more symbols to give for each position, if there are
	 * as many
	 * @param passes is told how many messages share each forward pass
	 */
	public Prediction[] predict(int[][] messages, int[] prefixLengths, int alternatives, IntConsumer passes) {
		return predict(messages, prefixLengths, forAll(messages, alternatives), passes);
	}

	/**
	 * Decrypts messages, few and short ones together with those that other threads bring
	 * at the time. Their plaintexts do not depend on these.
	 * @see #predict
	 */
	public Prediction[] predictWithOthers(int[][] messages, int[] prefixLengths, int alternatives,
			PassListener passes) {
		return (this.batcher != null)
				? this.batcher.predict(messages, prefixLengths, forAll(messages, alternatives), passes)
				: predict(messages, prefixLengths, alternatives, passes);
	}

	private static int[] forAll(int[][] messages, int alternatives) {
		int[] all = new int[messages.length];
		Arrays.fill(all, alternatives);
		return all;
	}

	private Prediction[] predict(int[][] messages, int[] prefixLengths, int[] alternatives, IntConsumer passes) {
		int symbols = this.plaintextSymbols;
		Prediction[] predictions = new Prediction[messages.length];
		for (int row = 0; row < messages.length; row++) {
			predictions[row] = new Prediction(messages[row].length - prefixLengths[row],
					Math.min(alternatives[row], symbols - 1));
		}
		this.forward.predict(messages, prefixLengths, predictions, symbols, passes);
		return predictions;
	}

	/**
	 * How likely the network takes plaintexts to be. Not for networks with feedback,
	 * which would decrypt them freely.
	 * @param messages indices of ciphertext symbols, each message at most
	 * {@link #maxLength} long
	 * @param plaintexts as many symbols for each
	 * @return ln p(plaintext | message) of each, in nats
	 */
	public double[] logProbabilities(int[][] messages, int[][] plaintexts) {
		double[] logs = new double[messages.length];
		int[] prefixLengths = new int[messages.length];
		this.forward.run(messages, prefixLengths, Decoder.Sink.bySymbol(plaintexts, prefixLengths,
				this.plaintextSymbols, (row, position, probabilities, offset) -> {
					float p = probabilities[offset + plaintexts[row][position]];
					// what a float can't tell from 0 is unlikely all the same
					logs[row] += Math.log(Math.max(p, Float.MIN_NORMAL));
				}));
		return logs;
	}

	/** The hidden states at a position: D·H, of the top layer in all its directions. */
	public int units() {
		return this.config.directions() * this.config.hidden();
	}

	/** The heads of attention, K; 0 without attention. */
	public int attentionHeads() {
		return this.config.attentionHeads();
	}

	/**
	 * What goes on inside while a message is decrypted.
	 *
	 * @param hidden the hidden states of the LSTM's top layer (T, {@link #units}); where
	 * two directions read, the forward one's first
	 * @param attention where each head of attention looked from each position (T, K);
	 * null without attention
	 */
	public record Inside(float[][] hidden, @Nullable List<List<Focus>> attention) {
	}

	/**
	 * Decrypts a message freely, and watches the network meanwhile.
	 * @param message indices of ciphertext symbols, at most {@link #maxLength} of them
	 */
	public Inside inside(int[] message) {
		float[][] states = new float[message.length][];
		List<List<Focus>> attention = new ArrayList<>();
		this.forward.run(new int[][] { message }, new int[1], new Decoder.Sink() {

			@Override
			public void accept(int[] rows, int from, int to, float[] probabilities) {
			}

			@Override
			public void hidden(int from, int to, Supplier<float[]> hidden) {
				float[] values = hidden.get(); // (to - from, 1, D·H)
				int units = units();
				for (int position = from; position < to; position++) {
					states[position] = Arrays.copyOfRange(values, (position - from) * units,
							(position - from + 1) * units);
				}
			}

			@Override
			public void attention(int from, int to, Supplier<float[]> weights) {
				attention.addAll(Focus.all(TrainedNetwork.this.config, from, to, weights.get()));
			}

		});
		return new Inside(states, (attentionHeads() > 0) ? attention : null);
	}

	@Override
	public void close() {
		this.release.run();
	}

}
