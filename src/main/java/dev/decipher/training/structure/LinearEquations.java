package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Equations modulo a number, some of which are wrong: the unknowns are those that most of
 * the equations agree with.
 */
final class LinearEquations {

	/** More than these would tell no more. */
	private static final int MAX_EQUATIONS = 400;

	/** How often as many equations as there are unknowns are drawn and solved. */
	private static final int MAX_DRAWS = 300;

	/** The share of equations that must be met. */
	private static final double MIN_SHARE_MET = 0.85;

	/** Equations for each unknown, beyond which meeting them is no luck. */
	private static final int MIN_EQUATIONS_PER_UNKNOWN = 4;

	private final int modulus;

	private final int unknowns;

	/** The coefficients of each equation, and then its sum. */
	private final List<int[]> equations = new ArrayList<>();

	LinearEquations(int modulus, int unknowns) {
		this.modulus = modulus;
		this.unknowns = unknowns;
	}

	/**
	 * Adds an equation, unless there are enough of them.
	 * @param equation the unknowns' coefficients, and then their sum: (unknowns + 1)
	 */
	void add(int... equation) {
		if (!isEnough()) {
			this.equations.add(equation);
		}
	}

	boolean isEnough() {
		return this.equations.size() >= MAX_EQUATIONS;
	}

	/** Finds the unknowns; null if no values of them meet most equations. */
	int @Nullable [] solve(RandomGenerator random) {
		if (this.equations.size() < MIN_EQUATIONS_PER_UNKNOWN * this.unknowns) {
			return null;
		}
		for (int draw = 0; draw < MAX_DRAWS; draw++) {
			int[] solution = solveSome(random);
			if (solution != null && met(solution) >= MIN_SHARE_MET * this.equations.size()) {
				return solution;
			}
		}
		return null;
	}

	private long met(int[] solution) {
		return this.equations.stream().filter((equation) -> isMet(equation, solution)).count();
	}

	private boolean isMet(int[] equation, int[] solution) {
		long sum = 0;
		for (int i = 0; i < this.unknowns; i++) {
			sum += (long) equation[i] * solution[i];
		}
		return (sum - equation[this.unknowns]) % this.modulus == 0;
	}

	/**
	 * Solves as many equations as there are unknowns; null if they don't tell them all.
	 */
	private int @Nullable [] solveSome(RandomGenerator random) {
		int[][] rows = new int[this.unknowns][];
		for (int row = 0; row < rows.length; row++) {
			rows[row] = this.equations.get(random.nextInt(this.equations.size())).clone();
		}
		for (int column = 0; column < this.unknowns; column++) {
			int pivot = column;
			while (pivot < rows.length && inverse(rows[pivot][column]) == 0) {
				pivot++;
			}
			if (pivot == rows.length) {
				return null;
			}
			int[] chosen = rows[pivot];
			rows[pivot] = rows[column];
			rows[column] = chosen;
			multiply(chosen, inverse(chosen[column]));
			for (int[] row : rows) {
				if (row != chosen) {
					subtract(row, chosen, row[column]);
				}
			}
		}
		int[] solution = new int[this.unknowns];
		for (int row = 0; row < rows.length; row++) {
			solution[row] = rows[row][this.unknowns];
		}
		return solution;
	}

	/** The number that makes 1 with another one; 0 if there is none. */
	private int inverse(int number) {
		for (int inverse = 1; inverse < this.modulus; inverse++) {
			if (Math.floorMod((long) inverse * number, this.modulus) == 1) {
				return inverse;
			}
		}
		return 0;
	}

	private void multiply(int[] row, int factor) {
		for (int i = 0; i < row.length; i++) {
			row[i] = Math.floorMod((long) row[i] * factor, this.modulus);
		}
	}

	private void subtract(int[] row, int[] other, int factor) {
		for (int i = 0; i < row.length; i++) {
			row[i] = Math.floorMod(row[i] - (long) factor * other[i], this.modulus);
		}
	}

}
