package dev.decipher.solve.identify;

import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.solve.search.BestList;

/**
 * Features of columns that are put one behind another, in any order: those of a columnar
 * transposition, of Myszkowski's, and columns whose letters stand in rows.
 */
final class ColumnTrials {

	private static final int MOST_COLUMNS = 20;

	/** Orders of columns that are put right by reading. */
	private static final int MOST_STARTS = 3;

	/** More columns of which some are alike take too long. */
	private static final int MOST_ALIKE = 9;

	private final PairGains pairs;

	private final int length;

	private final FeatureList features;

	private final BestList<ReadingTrials.Start> inColumns = ReadingTrials.Start.list(MOST_STARTS);

	private final BestList<ReadingTrials.Start> inLikeColumns = ReadingTrials.Start.list(2 * MOST_STARTS);

	private final BestList<ReadingTrials.Start> inRows = ReadingTrials.Start.list(MOST_STARTS);

	ColumnTrials(PairGains pairs, FeatureList features) {
		this.pairs = pairs;
		this.length = pairs.length();
		this.features = features;
	}

	void add() {
		columns();
		myszkowski();
		rows();
	}

	/** The best orders of columns. */
	List<ReadingTrials.Start> inColumns() {
		return this.inColumns.first(MOST_STARTS);
	}

	/** The best orders of columns of which some are alike. */
	List<ReadingTrials.Start> inLikeColumns() {
		return this.inLikeColumns.first(2 * MOST_STARTS);
	}

	/** The best orders of columns whose letters stand in rows. */
	List<ReadingTrials.Start> inRows() {
		return this.inRows.first(MOST_STARTS);
	}

	/** Columns one behind another, of any order. */
	private void columns() {
		double best = -5;
		int bestCount = 0;
		double around = 0;
		double incomplete = -5;
		int incompleteCount = 0;
		for (int count = 2; count <= Math.min(MOST_COLUMNS, this.length / 4); count++) {
			int rows = this.length / count;
			boolean full = this.length % count == 0;
			double[][] fit = new double[count][count];
			for (int one = 0; one < count; one++) {
				for (int other = 0; other < count; other++) {
					fit[one][other] = (one == other) ? -9 : besides(one, other, count, rows, full);
				}
			}
			int[] order = ColumnChain.chained(fit);
			double gain = ColumnChain.gain(fit, order) / (count - 1);
			double above = this.pairs.above(gain, (count - 1.0) * rows, 1)
					- Math.sqrt(2 * Math.log(count) * (count - 1)) * (full ? 1 : 1.6);
			this.inColumns.add(new ReadingTrials.Start(above, order));
			if (full && above > best) {
				best = above;
				bestCount = count;
				around = around(order, rows);
			}
			if (above > incomplete) {
				incomplete = above;
				incompleteCount = count;
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
		this.features.add(around);
		this.features.add(incomplete);
		this.features.add(incompleteCount / 5.0);
		this.features.add(incompleteCount > 0 && this.length % incompleteCount == 0);
	}

	/**
	 * The mean gain of the rows of two columns, of which it is not sure where they begin.
	 */
	private double besides(int one, int other, int count, int rows, boolean full) {
		int first = (int) ((long) one * this.length / count);
		int second = (int) ((long) other * this.length / count);
		double best = Double.NEGATIVE_INFINITY;
		int most = full ? 0 : 2;
		for (int shift = -most; shift <= most; shift++) {
			double sum = 0;
			int total = 0;
			for (int row = 0; row < rows; row++) {
				int to = second + row + shift;
				if (to >= 0 && to < this.length && first + row < this.length) {
					sum += this.pairs.gain(first + row, to);
					total++;
				}
			}
			best = Math.max(best, sum / Math.max(1, total));
		}
		return best;
	}

	/**
	 * Columns of which some have the same number: those stand there row by row. One pair
	 * of columns, two pairs, or three columns alike.
	 */
	private void myszkowski() {
		double best = -5;
		int bestCount = 0;
		for (int count = 3; count <= Math.min(MOST_ALIKE, this.length / 5); count++) {
			for (int one = 0; one + 1 < count; one++) {
				for (int other = one; other + 1 < count - ((other > one) ? 1 : 0); other++) {
					if (other == one + 1) {
						continue; // it would begin within the first pair
					}
					double above = alike(count, one, other);
					if (above > best) {
						best = above;
						bestCount = count;
					}
				}
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
		this.features.add(bestCount > 0 && this.length % bestCount == 0);
	}

	/**
	 * How well columns go together where two, or four, of them are alike.
	 * @param one where the first pair stands
	 * @param other where the second pair stands; the same for no second one
	 */
	private double alike(int count, int one, int other) {
		int rows = this.length / count;
		double[] starts = new double[count];
		int[] steps = new int[count];
		double width = (double) this.length / count;
		for (int column = 0; column < count; column++) {
			boolean first = column == one || column == other;
			boolean second = column == one + 1 || (other != one && column == other + 1);
			starts[column] = second ? starts[column - 1] + 1 : column * width;
			steps[column] = (first || second) ? 2 : 1;
		}
		int slack = (this.length % count == 0) ? 0 : 1;
		double[][] fit = new double[count][count];
		for (int from = 0; from < count; from++) {
			for (int to = 0; to < count; to++) {
				fit[from][to] = (from == to) ? -9 : -8;
				for (int shift = -slack; from != to && shift <= slack; shift++) {
					double sum = 0;
					int total = 0;
					for (int row = 0; row < rows; row++) {
						int left = (int) starts[from] + row * steps[from];
						int right = (int) starts[to] + (row + shift) * steps[to];
						if (right >= 0 && right < this.length && left < this.length) {
							sum += this.pairs.gain(left, right);
							total++;
						}
					}
					fit[from][to] = Math.max(fit[from][to], sum / Math.max(1, total));
				}
			}
		}
		int[] order = ColumnChain.chained(fit);
		double above = this.pairs.above(ColumnChain.gain(fit, order) / (count - 1), (count - 1.0) * rows, count * count)
				- Math.sqrt(2 * Math.log(count) * (count - 1)) * (1 + 0.6 * slack);
		this.inLikeColumns.add(new ReadingTrials.Start(above,
				IntStream.of(order)
					.map((number) -> (number == one + 1 || (number == other + 1)) ? number - 1 : number)
					.toArray()));
		return above;
	}

	/** From the last column of each row to the first of the next. */
	private double around(int[] order, int rows) {
		int last = order[order.length - 1];
		double sum = 0;
		for (int row = 0; row + 1 < rows; row++) {
			sum += this.pairs.gain(last * rows + row, order[0] * rows + row + 1);
		}
		return this.pairs.above(sum / Math.max(1, rows - 1), Math.max(1, rows - 1), 1);
	}

	/** Columns whose letters stand in rows, of any order. */
	private void rows() {
		double best = -5;
		int bestCount = 0;
		double around = 0;
		for (int count = 2; count <= Math.min(MOST_COLUMNS, this.length / 4); count++) {
			int rows = this.length / count;
			double[][] fit = new double[count][count];
			for (int one = 0; one < count; one++) {
				for (int other = 0; other < count; other++) {
					for (int row = 0; row < rows; row++) {
						fit[one][other] += this.pairs.gain(row * count + one, row * count + other) / rows;
					}
				}
			}
			int[] order = ColumnChain.chained(fit);
			double above = this.pairs.above(ColumnChain.gain(fit, order) / (count - 1), (count - 1.0) * rows, 1)
					- Math.sqrt(2 * Math.log(count) * (count - 1));
			this.inRows.add(new ReadingTrials.Start(above, order));
			if (above > best) {
				best = above;
				bestCount = count;
				double sum = 0;
				for (int row = 0; row + 1 < rows; row++) {
					sum += this.pairs.gain(row * count + order[count - 1], (row + 1) * count + order[0]);
				}
				around = this.pairs.above(sum / Math.max(1, rows - 1), Math.max(1, rows - 1), 1);
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
		this.features.add(around);
		this.features.add(this.length % Math.max(1, bestCount * bestCount) == 0);
		this.features.add(this.length % Math.max(1, bestCount) == 0);
	}

}
