package dev.decipher.network;

import java.util.Arrays;

/** Looks for the temperature at which the loss is least. */
final class Temperature implements Decoder.SymbolSink {

	private static final double MIN_TEMPERATURE = 0.5;

	private static final double MAX_TEMPERATURE = 4;

	/** Narrows the search to a thousandth. */
	private static final int STEPS = 16;

	private final int[][] truth;

	private final int symbols;

	/** Log probabilities of each message (T · V). */
	private final float[][] scores;

	Temperature(int[][] truth, int symbols) {
		this.truth = truth;
		this.symbols = symbols;
		this.scores = Arrays.stream(truth)
			.map((message) -> new float[message.length * symbols])
			.toArray(float[][]::new);
	}

	@Override
	public void accept(int row, int position, float[] probabilities, int offset) {
		for (int symbol = 0; symbol < this.symbols; symbol++) {
			this.scores[row][position * this.symbols + symbol] = (float) Math
				.log(Math.max(Evaluation.MIN_PROBABILITY, probabilities[offset + symbol]));
		}
	}

	/** By golden sections on a logarithmic scale: the loss has one minimum. */
	double best() {
		double ratio = (Math.sqrt(5) - 1) / 2;
		double low = Math.log(MIN_TEMPERATURE);
		double high = Math.log(MAX_TEMPERATURE);
		double left = high - ratio * (high - low);
		double right = low + ratio * (high - low);
		double ofLeft = loss(Math.exp(left));
		double ofRight = loss(Math.exp(right));
		for (int step = 0; step < STEPS; step++) {
			if (ofLeft < ofRight) {
				high = right;
				right = left;
				ofRight = ofLeft;
				left = high - ratio * (high - low);
				ofLeft = loss(Math.exp(left));
			}
			else {
				low = left;
				left = right;
				ofLeft = ofRight;
				right = low + ratio * (high - low);
				ofRight = loss(Math.exp(right));
			}
		}
		return Math.exp((low + high) / 2);
	}

	private double loss(double temperature) {
		double loss = 0;
		for (int row = 0; row < this.truth.length; row++) {
			for (int position = 0; position < this.truth[row].length; position++) {
				int offset = position * this.symbols;
				double sum = 0; // the greatest score is near 0: nothing overflows
				for (int symbol = 0; symbol < this.symbols; symbol++) {
					sum += Math.exp(this.scores[row][offset + symbol] / temperature);
				}
				loss += Math.log(sum) - this.scores[row][offset + this.truth[row][position]] / temperature;
			}
		}
		return loss;
	}

}
