package dev.decipher.network;

import java.util.Arrays;

/**
 * A layer's output for each symbol, or its bias where it reads none.
 *
 * @param rows (C, out), or (1, out)
 * @param columns (out, C): what lanes read, each its own symbol
 */
record SymbolTable(float[][] rows, float[][] columns) {

	static SymbolTable of(float[][] rows) {
		float[][] columns = new float[rows[0].length][rows.length];
		for (int j = 0; j < columns.length; j++) {
			for (int symbol = 0; symbol < rows.length; symbol++) {
				columns[j][symbol] = rows[symbol][j];
			}
		}
		return new SymbolTable(rows, columns);
	}

	/** A symbol's row; the bias is of any symbol. */
	float[] row(int symbol) {
		return this.rows[(this.rows.length > 1) ? symbol : 0];
	}

	/** Copies into each lane what there is for its symbol. */
	void copy(int[] symbols, int lanes, float[][] y) {
		for (int j = 0; j < y.length; j++) {
			float[] from = this.columns[j];
			float[] to = y[j];
			if (from.length == 1) {
				Arrays.fill(to, 0, lanes, from[0]);
				continue;
			}
			for (int lane = 0; lane < lanes; lane++) {
				to[lane] = from[symbols[lane]];
			}
		}
	}

	/** Adds to each lane what there is for its symbol. */
	void add(int[] symbols, int lanes, float[][] y) {
		for (int j = 0; j < y.length; j++) {
			float[] from = this.columns[j];
			float[] to = y[j];
			for (int lane = 0; lane < lanes; lane++) {
				to[lane] += from[symbols[lane]];
			}
		}
	}

}
