package dev.decipher.network;

/**
 * A network's plaintext for one message of T symbols.
 *
 * @param symbols the likeliest plaintext symbol at each position (T)
 * @param confidences its probability (T)
 * @param alternatives the next likeliest symbols, best first (T · count)
 * @param alternativeConfidences their probabilities (T · count)
 * @param count how many alternatives there are for a position
 */
public record Prediction(int[] symbols, float[] confidences, short[] alternatives, float[] alternativeConfidences,
		int count) {

	Prediction(int positions, int count) {
		this(new int[positions], new float[positions], new short[Math.multiplyExact(positions, count)],
				new float[positions * count], count);
	}

	/** The mean probability of the chosen symbols; NaN for a message without symbols. */
	public double confidence() {
		double sum = 0;
		for (float confidence : this.confidences) {
			sum += confidence;
		}
		return sum / this.confidences.length;
	}

	/**
	 * Fills in a position.
	 * @param probabilities where the V probabilities stand
	 * @param offset of the first of them
	 * @param size V
	 */
	void put(int position, float[] probabilities, int offset, int size) {
		int best = Decoder.likeliest(probabilities, offset, size);
		this.symbols[position] = best;
		this.confidences[position] = probabilities[offset + best];
		int first = position * this.count;
		int filled = 0;
		for (int symbol = 0; this.count > 0 && symbol < size; symbol++) {
			if (symbol == best) {
				continue;
			}
			float probability = probabilities[offset + symbol];
			int at = filled;
			while (at > 0 && this.alternativeConfidences[first + at - 1] < probability) {
				at--;
			}
			if (at < this.count) {
				filled = Math.min(this.count, filled + 1);
				for (int i = filled - 1; i > at; i--) {
					this.alternatives[first + i] = this.alternatives[first + i - 1];
					this.alternativeConfidences[first + i] = this.alternativeConfidences[first + i - 1];
				}
				this.alternatives[first + at] = (short) symbol;
				this.alternativeConfidences[first + at] = probability;
			}
		}
	}

}
