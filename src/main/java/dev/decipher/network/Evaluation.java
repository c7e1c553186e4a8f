package dev.decipher.network;

import java.util.Arrays;

/**
 * How well a network decrypts messages freely.
 *
 * @param loss in nats a symbol: minus the mean log probability of the true symbols
 * @param accuracy the share of symbols right, 0 to 1
 * @param exactMessages the share of messages without an error, 0 to 1
 * @param accuracyByPosition the accuracy at each position of a message, as far as the
 * longest one goes
 * @param decrypted the plaintext symbols that the network chose for each message
 */
public record Evaluation(double loss, double accuracy, double exactMessages, double[] accuracyByPosition,
		int[][] decrypted) {

	/** Counts while the decoder runs. */
	static final class Count implements Decoder.Sink {

		/** The smallest probability that a loss is taken of, as float has none below. */
		private static final float TINY = 1e-38f;

		private final int[][] truth;

		private final int symbols;

		private final int[][] decrypted;

		private final double[] losses; // one sum for each message: the order of passes
										// must not matter

		Count(int[][] truth, int symbols) {
			this.truth = truth;
			this.symbols = symbols;
			this.decrypted = Arrays.stream(truth).map((message) -> new int[message.length]).toArray(int[][]::new);
			this.losses = new double[truth.length];
		}

		@Override
		public void accept(int[] rows, int from, int to, float[] probabilities) {
			for (int column = 0; column < rows.length; column++) {
				int row = rows[column];
				int end = Math.min(to, this.truth[row].length);
				for (int position = from; position < end; position++) {
					int offset = ((position - from) * rows.length + column) * this.symbols;
					this.decrypted[row][position] = Decoder.likeliest(probabilities, offset, this.symbols);
					float probability = probabilities[offset + this.truth[row][position]];
					this.losses[row] -= Math.log(Math.max(TINY, probability));
				}
			}
		}

		Evaluation evaluation() {
			int longest = Arrays.stream(this.truth).mapToInt((message) -> message.length).max().orElse(0);
			long[] right = new long[longest];
			long[] seen = new long[longest];
			int exact = 0;
			for (int row = 0; row < this.truth.length; row++) {
				for (int position = 0; position < this.truth[row].length; position++) {
					seen[position]++;
					right[position] += (this.truth[row][position] == this.decrypted[row][position]) ? 1 : 0;
				}
				exact += Arrays.equals(this.truth[row], this.decrypted[row]) ? 1 : 0;
			}
			double[] byPosition = new double[longest];
			for (int position = 0; position < longest; position++) {
				byPosition[position] = (double) right[position] / seen[position];
			}
			double all = Arrays.stream(seen).sum();
			return new Evaluation(Arrays.stream(this.losses).sum() / all, Arrays.stream(right).sum() / all,
					(double) exact / this.truth.length, byPosition, this.decrypted);
		}

	}

}
