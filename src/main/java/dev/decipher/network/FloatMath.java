package dev.decipher.network;

/**
 * Arithmetic over arrays of floats, in loops that the JIT makes vector instructions of.
 * Matrices lie row by row.
 */
final class FloatMath {

	/** Beyond it, tanh is 1 in single precision. */
	private static final float TANH_SATURATION = 9;

	private FloatMath() {
	}

	/** (out, in) as (in, out). */
	static float[] transposed(float[] matrix, int in) {
		int out = matrix.length / in;
		float[] turned = new float[matrix.length];
		for (int row = 0; row < out; row++) {
			for (int column = 0; column < in; column++) {
				turned[column * out + row] = matrix[row * in + column];
			}
		}
		return turned;
	}

	/**
	 * A layer's output for each embedded symbol.
	 * @param embedding (C, E)
	 * @param weight the layer's, (in, out)
	 * @param from the first of the E of its rows that the embedding goes to
	 * @param bias what to add (out)
	 * @return (C, out)
	 */
	static float[] table(float[] embedding, int size, float[] weight, int from, float[] bias) {
		int symbols = embedding.length / size;
		int out = bias.length;
		float[] table = new float[symbols * out];
		for (int symbol = 0; symbol < symbols; symbol++) {
			for (int j = 0; j < out; j++) {
				double sum = bias[j];
				for (int i = 0; i < size; i++) {
					sum += (double) embedding[symbol * size + i] * weight[(from + i) * out + j];
				}
				table[symbol * out + j] = (float) sum;
			}
		}
		return table;
	}

	static void addRow(float[] table, int row, float[] y) {
		int offset = row * y.length;
		for (int j = 0; j < y.length; j++) {
			y[j] += table[offset + j];
		}
	}

	/** Adds x·W to y: W (in, out), of which the first {@code in} rows count. */
	static void addProduct(float[] weight, float[] x, int offset, int in, float[] y) {
		int out = y.length;
		int k = 0;
		for (; k + 4 <= in; k += 4) {
			float x0 = x[offset + k];
			float x1 = x[offset + k + 1];
			float x2 = x[offset + k + 2];
			float x3 = x[offset + k + 3];
			int row0 = k * out;
			int row1 = row0 + out;
			int row2 = row1 + out;
			int row3 = row2 + out;
			for (int j = 0; j < out; j++) {
				y[j] += (weight[row0 + j] * x0 + weight[row1 + j] * x1)
						+ (weight[row2 + j] * x2 + weight[row3 + j] * x3);
			}
		}
		for (; k < in; k++) {
			float x0 = x[offset + k];
			int row0 = k * out;
			for (int j = 0; j < out; j++) {
				y[j] += weight[row0 + j] * x0;
			}
		}
	}

	static void tanh(float[] y) {
		for (int j = 0; j < y.length; j++) {
			y[j] = tanh(y[j]);
		}
	}

	static void relu(float[] y) {
		for (int j = 0; j < y.length; j++) {
			y[j] = Math.max(0, y[j]);
		}
	}

	/**
	 * The hyperbolic tangent by a rational function in x², fitted by iteratively
	 * reweighted least squares to the smallest relative error on ±9: 7·10⁻⁹, and some
	 * 3·10⁻⁷ with the rounding of single precision.
	 */
	static float tanh(float value) {
		float x = Math.max(-TANH_SATURATION, Math.min(TANH_SATURATION, value));
		float u = x * x;
		float p = -8.488368727711296e-14f;
		p = p * u + 5.2778378115436174e-11f;
		p = p * u - 2.0225051869838433e-08f;
		p = p * u + 1.1154279781612664e-05f;
		p = p * u + 0.0031039545592563187f;
		p = p * u + 0.13084009018592446f;
		p = p * u + 1;
		float q = 0.0002546142127752867f;
		q = q * u + 0.024495173013932243f;
		q = q * u + 0.46417336142388105f;
		q = q * u + 1;
		return x * p / q;
	}

	static void softmax(float[] scores, float[] probabilities, int offset) {
		float max = scores[0];
		for (int j = 1; j < scores.length; j++) {
			max = Math.max(max, scores[j]);
		}
		float sum = 0;
		for (int j = 0; j < scores.length; j++) {
			float e = exp(scores[j] - max);
			probabilities[offset + j] = e;
			sum += e;
		}
		float scale = 1 / sum;
		for (int j = 0; j < scores.length; j++) {
			probabilities[offset + j] *= scale;
		}
	}

	/**
	 * The exponential function for numbers up to 0: 2ⁿ·eʳ with |r| ≤ ln 2 / 2, by eʳ's
	 * Taylor polynomial of degree 7; relative error below 3·10⁻⁷.
	 */
	static float exp(float x) {
		float log2 = Math.max(-126, x * 1.4426950f); // below, what is left is nothing
		int n = (int) (log2 - 0.5f);
		float r = (log2 - n) * 0.6931472f;
		float e = 1 / 5040f;
		e = e * r + 1 / 720f;
		e = e * r + 1 / 120f;
		e = e * r + 1 / 24f;
		e = e * r + 1 / 6f;
		e = e * r + 0.5f;
		e = e * r + 1;
		e = e * r + 1;
		return e * Float.intBitsToFloat((n + 127) << 23);
	}

}
