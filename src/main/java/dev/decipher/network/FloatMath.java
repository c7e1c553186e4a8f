package dev.decipher.network;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Arithmetic over arrays of floats, in loops that the JIT makes vector instructions of.
 * It does so only where all the arrays of a loop are read and written at one and the same
 * index, where no more than one of them is written, and where the body is short. So a
 * matrix is an array of rows here, and what could be one loop is often two.
 * <p>
 * The loops are over what belongs to one message; those of {@link LaneMath} are over many
 * messages, and make of each the same sequence of operations.
 */
final class FloatMath {

	/** Beyond it, tanh is 1 in single precision. */
	private static final float TANH_SATURATION = 9;

	private static final float LOG2_E = 1.4426950f;

	private static final float LN_2 = 0.6931472f;

	/** The exponent of the smallest normal number; below, what is left is nothing. */
	private static final float MIN_EXPONENT = -126;

	/**
	 * A number added to this loses its fraction, and stands in the lowest bits, with the
	 * bias of an exponent.
	 */
	private static final float ROUNDING = 0x1.8p23f + 127;

	/** The bits of a float behind its exponent. */
	private static final int FRACTION_BITS = 23;

	/**
	 * Whether the processor multiplies and adds in one instruction. Where it can't,
	 * {@link Math#fma} is a thousand times slower.
	 */
	private static final boolean FUSED = isFused();

	private FloatMath() {
	}

	private static boolean isFused() {
		HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		try {
			return machine != null && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
		}
		catch (IllegalArgumentException ex) {
			return false; // a virtual machine that doesn't say
		}
	}

	/** a·b + c, rounded once where the processor can. */
	static float fma(float a, float b, float c) {
		return FUSED ? Math.fma(a, b, c) : a * b + c;
	}

	/** (out, in), row by row, as (in, out). */
	static float[][] transposed(float[] matrix, int in) {
		int out = matrix.length / in;
		float[][] turned = new float[in][out];
		for (int row = 0; row < out; row++) {
			for (int column = 0; column < in; column++) {
				turned[column][row] = matrix[row * in + column];
			}
		}
		return turned;
	}

	/**
	 * A layer's output for each embedded symbol.
	 * @param embedding (C, E), row by row
	 * @param weight the layer's, (in, out)
	 * @param from the first of the E of its rows that the embedding goes to
	 * @param bias what to add (out)
	 * @return (C, out)
	 */
	static float[][] table(float[] embedding, int size, float[][] weight, int from, float[] bias) {
		int out = bias.length;
		float[][] table = new float[embedding.length / size][out];
		for (int symbol = 0; symbol < table.length; symbol++) {
			for (int j = 0; j < out; j++) {
				double sum = bias[j];
				for (int i = 0; i < size; i++) {
					sum += (double) embedding[symbol * size + i] * weight[from + i][j];
				}
				table[symbol][j] = (float) sum;
			}
		}
		return table;
	}

	/** y += a, of n numbers as everything that follows. */
	static void add(float[] y, float[] a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] += a[i];
		}
	}

	/** y += v·a. */
	static void addProduct(float[] y, float[] a, float v, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = fma(v, a[i], y[i]);
		}
	}

	/** y += v·a, then w·b, p·c and q·d. */
	static void addProducts(float[] y, float[] a, float[] b, float[] c, float[] d, float v, float w, float p, float q,
			int n) {
		for (int i = 0; i < n; i++) {
			y[i] = fma(q, d[i], fma(p, c[i], fma(w, b[i], fma(v, a[i], y[i]))));
		}
	}

	static void tanh(float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = tanh(y[i]);
		}
	}

	/** y = tanh(x). */
	static void tanh(float[] x, float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = tanh(x[i]);
		}
	}

	static void relu(float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = Math.max(0, y[i]);
		}
	}

	/** y = log₂ e^(y − max), as far as a float can hold the power. */
	static void exponents(float[] y, float max, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = exponent(y[i] - max);
		}
	}

	/** y = 2 to the nearest whole number to an exponent. */
	static void wholePowers(float[] exponents, float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = wholePower(exponents[i]);
		}
	}

	/** y = 2 to an exponent, from its whole powers. */
	static void powers(float[] y, float[] wholePowers, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = power(y[i], wholePowers[i]);
		}
	}

	/** y *= a. */
	static void scale(float[] y, float a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] *= a;
		}
	}

	/**
	 * Makes probabilities of scores.
	 * @param wholePowers scratch
	 */
	static void softmax(float[] scores, float[] wholePowers, int n) {
		float max = scores[0];
		for (int j = 1; j < n; j++) {
			max = Math.max(max, scores[j]);
		}
		exponents(scores, max, n);
		wholePowers(scores, wholePowers, n);
		powers(scores, wholePowers, n);
		float sum = 0;
		for (int j = 0; j < n; j++) {
			sum += scores[j];
		}
		scale(scores, 1 / sum, n);
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
		p = fma(p, u, 5.2778378115436174e-11f);
		p = fma(p, u, -2.0225051869838433e-08f);
		p = fma(p, u, 1.1154279781612664e-05f);
		p = fma(p, u, 0.0031039545592563187f);
		p = fma(p, u, 0.13084009018592446f);
		p = fma(p, u, 1);
		float q = 0.0002546142127752867f;
		q = fma(q, u, 0.024495173013932243f);
		q = fma(q, u, 0.46417336142388105f);
		q = fma(q, u, 1);
		return x * p / q;
	}

	/** σ(x) from tanh(x/2). */
	static float sigmoid(float tangent) {
		return fma(0.5f, tangent, 0.5f);
	}

	/**
	 * A step of an LSTM's cell.
	 * @param input the gate as {@link #sigmoid} takes it
	 * @param forget likewise
	 * @param candidate what the input gate lets in
	 */
	static float cell(float cell, float input, float forget, float candidate) {
		return fma(sigmoid(input), candidate, sigmoid(forget) * cell);
	}

	/**
	 * The exponential function for numbers up to 0: 2ⁿ·eʳ with |r| ≤ ln 2 / 2, by eʳ's
	 * Taylor polynomial of degree 7; relative error below 3·10⁻⁷.
	 */
	static float exp(float x) {
		float exponent = exponent(x);
		return power(exponent, wholePower(exponent));
	}

	static float exponent(float x) {
		return Math.max(MIN_EXPONENT, x * LOG2_E);
	}

	/** 2ⁿ, n being the nearest whole number to the exponent. */
	static float wholePower(float exponent) {
		return Float.intBitsToFloat(Float.floatToRawIntBits(exponent + ROUNDING) << FRACTION_BITS);
	}

	static float power(float exponent, float wholePower) {
		float r = (exponent - ((exponent + ROUNDING) - ROUNDING)) * LN_2;
		float e = 1 / 5040f;
		e = fma(e, r, 1 / 720f);
		e = fma(e, r, 1 / 120f);
		e = fma(e, r, 1 / 24f);
		e = fma(e, r, 1 / 6f);
		e = fma(e, r, 0.5f);
		e = fma(e, r, 1);
		e = fma(e, r, 1);
		return e * wholePower;
	}

}
