package dev.decipher.solve.identify;

import java.util.Arrays;

/** Puts columns into an order, by how well each goes behind each other one. */
final class ColumnChain {

	private ColumnChain() {
	}

	/** Puts columns one behind another, those that go together best first. */
	static int[] chained(double[][] fit) {
		int size = fit.length;
		int[] next = new int[size];
		int[] before = new int[size];
		Arrays.fill(next, -1);
		Arrays.fill(before, -1);
		for (int link = 0; link + 1 < size; link++) {
			int from = -1;
			int to = -1;
			for (int one = 0; one < size; one++) {
				for (int other = 0; next[one] < 0 && other < size; other++) {
					if (one != other && before[other] < 0 && (from < 0 || fit[one][other] > fit[from][to])
							&& end(next, other) != one) {
						from = one;
						to = other;
					}
				}
			}
			next[from] = to;
			before[to] = from;
		}
		int[] order = new int[size];
		int column = 0;
		while (before[column] >= 0) {
			column = before[column];
		}
		for (int i = 0; i < size; i++) {
			order[i] = column;
			column = (next[column] >= 0) ? next[column] : column;
		}
		return order;
	}

	private static int end(int[] next, int column) {
		int end = column;
		while (next[end] >= 0) {
			end = next[end];
		}
		return end;
	}

	static double gain(double[][] fit, int[] order) {
		double sum = 0;
		for (int i = 1; i < order.length; i++) {
			sum += fit[order[i - 1]][order[i]];
		}
		return sum;
	}

	/** Each row with a column of its own, the best first. */
	static double matched(double[][] fit) {
		int size = fit.length;
		boolean[] row = new boolean[size];
		boolean[] column = new boolean[size];
		double sum = 0;
		for (int i = 0; i < size; i++) {
			int from = -1;
			int to = -1;
			for (int one = 0; one < size; one++) {
				for (int other = 0; !row[one] && other < size; other++) {
					if (!column[other] && (from < 0 || fit[one][other] > fit[from][to])) {
						from = one;
						to = other;
					}
				}
			}
			row[from] = true;
			column[to] = true;
			sum += fit[from][to];
		}
		return sum;
	}

}
