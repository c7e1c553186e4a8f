package dev.decipher.network;

/**
 * Products of vectors and matrices, for one message, whose vector is an array, and for
 * many in lockstep, whose vectors are an array of lanes for each unit.
 */
final class Products {

	private Products() {
	}

	/** Adds x·W to y: W (in, out), of which the first {@code in} rows count. */
	static void add(float[][] weight, float[] x, int offset, int in, float[] y) {
		int k = 0;
		for (; k + 4 <= in; k += 4) {
			FloatMath.addProducts(y, weight[k], weight[k + 1], weight[k + 2], weight[k + 3], x[offset + k],
					x[offset + k + 1], x[offset + k + 2], x[offset + k + 3], y.length);
		}
		for (; k < in; k++) {
			FloatMath.addProduct(y, weight[k], x[offset + k], y.length);
		}
	}

	/** Adds x·W to y for each lane: x (in, lanes), y (out, lanes). */
	static void add(float[][] weight, float[][] x, int in, int lanes, float[][] y) {
		for (int j = 0; j < y.length; j++) {
			int k = 0;
			for (; k + 4 <= in; k += 4) {
				LaneMath.addProducts(y[j], x[k], x[k + 1], x[k + 2], x[k + 3], weight[k][j], weight[k + 1][j],
						weight[k + 2][j], weight[k + 3][j], lanes);
			}
			for (; k + 2 <= in; k += 2) {
				LaneMath.addProducts(y[j], x[k], x[k + 1], weight[k][j], weight[k + 1][j], lanes);
			}
			if (k < in) {
				LaneMath.addProduct(y[j], x[k], weight[k][j], lanes);
			}
		}
	}

}
