package dev.decipher.network;

import java.util.Arrays;

/**
 * How well a network decrypts messages freely. Keeps counts, so that evaluations of parts
 * add up exactly.
 *
 * @param exact how many were decrypted without an error
 * @param lossSum the sum of the symbols' losses in nats
 * @param seen symbols at each position of a message
 * @param right how many of them were right
 * @param decrypted the plaintext symbols that the network chose for each message
 */
public record Evaluation(int messages, int exact, double lossSum, long[] seen, long[] right, int[][] decrypted) {

	/** As far into a message as accuracies by position go. */
	private static final int MAX_POSITIONS = 1_000;

	/** The smallest probability that a logarithm is taken of, as float has none below. */
	static final float MIN_PROBABILITY = 1e-38f;

	/** In nats a symbol: minus the mean log probability of the true symbols. */
	public double loss() {
		return this.lossSum / sum(this.seen);
	}

	/** The share of symbols right. */
	public double accuracy() {
		return (double) sum(this.right) / sum(this.seen);
	}

	/** The share of messages without an error. */
	public double exactMessages() {
		return (double) this.exact / this.messages;
	}

	/**
	 * The accuracy at each position of a message, as far as the longest one goes, but not
	 * beyond the first thousand.
	 */
	public double[] accuracyByPosition() {
		double[] shares = new double[Math.min(MAX_POSITIONS, this.seen.length)];
		Arrays.setAll(shares, (position) -> (double) this.right[position] / this.seen[position]);
		return shares;
	}

	/**
	 * The evaluation of these and other messages together.
	 * @return the evaluation of all, which shows what became of the first ones alone
	 */
	public Evaluation and(Evaluation more) {
		return new Evaluation(this.messages + more.messages, this.exact + more.exact, this.lossSum + more.lossSum,
				sum(this.seen, more.seen), sum(this.right, more.right), this.decrypted);
	}

	private static long sum(long[] counts) {
		return Arrays.stream(counts).sum();
	}

	private static long[] sum(long[] one, long[] other) {
		long[] sums = Arrays.copyOf(one, Math.max(one.length, other.length));
		for (int position = 0; position < other.length; position++) {
			sums[position] += other[position];
		}
		return sums;
	}

	/** Counts while the decoder runs. */
	static final class Count implements Decoder.SymbolSink {

		private final int[][] truth;

		private final int symbols;

		private final int[][] decrypted;

		/** One sum for each message, so that the order of passes doesn't matter. */
		private final double[] losses;

		Count(int[][] truth, int symbols) {
			this.truth = truth;
			this.symbols = symbols;
			this.decrypted = Arrays.stream(truth).map((message) -> new int[message.length]).toArray(int[][]::new);
			this.losses = new double[truth.length];
		}

		@Override
		public void accept(int row, int position, float[] probabilities, int offset) {
			this.decrypted[row][position] = Decoder.likeliest(probabilities, offset, this.symbols);
			float probability = probabilities[offset + this.truth[row][position]];
			this.losses[row] -= Math.log(Math.max(MIN_PROBABILITY, probability));
		}

		Evaluation evaluation() {
			int longest = Arrays.stream(this.truth).mapToInt((message) -> message.length).max().orElse(0);
			long[] seen = new long[longest];
			long[] right = new long[longest];
			int exact = 0;
			for (int row = 0; row < this.truth.length; row++) {
				for (int position = 0; position < this.truth[row].length; position++) {
					seen[position]++;
					right[position] += (this.truth[row][position] == this.decrypted[row][position]) ? 1 : 0;
				}
				exact += Arrays.equals(this.truth[row], this.decrypted[row]) ? 1 : 0;
			}
			return new Evaluation(this.truth.length, exact, Arrays.stream(this.losses).sum(), seen, right,
					this.decrypted);
		}

	}

}
