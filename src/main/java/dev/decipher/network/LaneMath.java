package dev.decipher.network;

/**
 * Arithmetic over lanes, a message each, of which the first n count. Some of the loops
 * are like those of {@link FloatMath}; but the JIT fits a loop to how long it usually is,
 * and so each kind needs loops of its own.
 */
final class LaneMath {

	private static final float HUGE = 0x1p126f;

	private LaneMath() {
	}

	/** y += a, of n numbers as everything that follows. */
	static void add(float[] y, float[] a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] += a[i];
		}
	}

	/** y += a. */
	static void add(float[] y, float a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] += a;
		}
	}

	/** y += v·a. */
	static void addProduct(float[] y, float[] a, float v, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.fma(v, a[i], y[i]);
		}
	}

	/** y += v·a, then w·b. */
	static void addProducts(float[] y, float[] a, float[] b, float v, float w, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.fma(w, b[i], FloatMath.fma(v, a[i], y[i]));
		}
	}

	/** y += v·a, then w·b, p·c and q·d. */
	static void addProducts(float[] y, float[] a, float[] b, float[] c, float[] d, float v, float w, float p, float q,
			int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.fma(q, d[i], FloatMath.fma(p, c[i], FloatMath.fma(w, b[i], FloatMath.fma(v, a[i], y[i]))));
		}
	}

	static void tanh(float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.tanh(y[i]);
		}
	}

	/** y = tanh(x). */
	static void tanh(float[] x, float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.tanh(x[i]);
		}
	}

	static void relu(float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = Math.max(0, y[i]);
		}
	}

	/** Steps of an LSTM's cells; the gates as {@link FloatMath#cell} takes them. */
	static void turn(float[] cell, float[] input, float[] forget, float[] candidate, int n) {
		for (int i = 0; i < n; i++) {
			cell[i] = FloatMath.cell(cell[i], input[i], forget[i], candidate[i]);
		}
	}

	/** y *= the sigmoids of a gate. */
	static void gate(float[] y, float[] gate, int n) {
		for (int i = 0; i < n; i++) {
			y[i] *= FloatMath.sigmoid(gate[i]);
		}
	}

	/** y = max(y, a). */
	static void max(float[] y, float[] a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = Math.max(y[i], a[i]);
		}
	}

	/** y = log₂ e^(y − max), as far as a float can hold the power. */
	static void exponents(float[] y, float[] max, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.exponent(y[i] - max[i]);
		}
	}

	/** y = 2 to the nearest whole number to an exponent. */
	static void wholePowers(float[] exponents, float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.wholePower(exponents[i]);
		}
	}

	/** y = 2 to an exponent, from its whole powers. */
	static void powers(float[] y, float[] wholePowers, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = FloatMath.power(y[i], wholePowers[i]);
		}
	}

	/** y = 1 / y. */
	static void invert(float[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = 1 / y[i];
		}
	}

	/** y *= a. */
	static void scale(float[] y, float[] a, int n) {
		for (int i = 0; i < n; i++) {
			y[i] *= a[i];
		}
	}

	/**
	 * y = min(y, index) where a is the greatest.
	 * @param greatest none of which is less than a
	 * @param end above all indices
	 */
	static void firstOf(float[] y, float[] a, float[] greatest, float index, float end, int n) {
		for (int i = 0; i < n; i++) {
			// 0 or 1, since the least difference that there is, 2^-149, is more than
			// 1/HUGE²
			float less = Math.min(1, (greatest[i] - a[i]) * HUGE * HUGE);
			y[i] = Math.min(y[i], index + end * less);
		}
	}

}
