package dev.decipher.training.data;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Linear equations modulo a prime, by Gaussian elimination: of unknowns that are small
 * whole numbers it finds those that the equations determine.
 */
final class LinearSystem {

	/** Stands for an unknown that isn't determined. */
	static final long UNKNOWN = -1;

	private static final long PRIME = Integer.MAX_VALUE;

	private final int unknowns;

	/**
	 * By the place of its first coefficient that isn't 0, which is 1: (unknowns, unknowns
	 * + 1), the last number the right side.
	 */
	private final long[] @Nullable [] rows;

	private int rank;

	LinearSystem(int unknowns) {
		this.unknowns = unknowns;
		this.rows = new long[unknowns][];
	}

	/**
	 * Adds an equation.
	 * @param coefficients of each unknown, (unknowns)
	 * @return whether it can be met together with those before
	 */
	boolean add(long[] coefficients, long right) {
		long[] row = Arrays.copyOf(coefficients, this.unknowns + 1);
		row[this.unknowns] = Math.floorMod(right, PRIME);
		for (int i = 0; i < this.unknowns; i++) {
			long[] other = this.rows[i];
			if (row[i] != 0 && other != null) {
				subtract(row, other, i);
			}
			else if (row[i] != 0) {
				long inverse = power(row[i], PRIME - 2);
				for (int j = i; j < row.length; j++) {
					row[j] = row[j] * inverse % PRIME;
				}
				this.rows[i] = row;
				this.rank++;
				return true;
			}
		}
		return row[this.unknowns] == 0;
	}

	/** Whether the equations determine every unknown. */
	boolean isDetermined() {
		return this.rank == this.unknowns;
	}

	/** The unknowns as far as the equations determine them, {@link #UNKNOWN} else. */
	long[] solve() {
		long[] values = new long[this.unknowns];
		Arrays.fill(values, UNKNOWN);
		for (int i = this.unknowns - 1; i >= 0; i--) {
			long[] row = this.rows[i];
			if (row == null) {
				continue;
			}
			boolean alone = true;
			for (int j = i + 1; j < this.unknowns; j++) {
				long[] other = this.rows[j];
				if (row[j] != 0 && other != null) {
					subtract(row, other, j);
				}
				alone = alone && row[j] == 0;
			}
			values[i] = alone ? row[this.unknowns] : UNKNOWN;
		}
		return values;
	}

	private static void subtract(long[] row, long[] other, int from) {
		long factor = PRIME - row[from];
		for (int j = from; j < row.length; j++) {
			row[j] = (row[j] + factor * other[j]) % PRIME;
		}
	}

	private static long power(long base, long exponent) {
		long result = 1;
		long square = base;
		for (long left = exponent; left > 0; left >>= 1) {
			result = ((left & 1) == 1) ? result * square % PRIME : result;
			square = square * square % PRIME;
		}
		return result;
	}

}
