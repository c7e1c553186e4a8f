package dev.decipher.solve.identify;

/**
 * Features of columns that are more than put into an order: turned, of cells of one and
 * two letters, or with an order of letters each.
 */
final class BrokenColumnTrials {

	private static final int CADENUS_ROWS = 25;

	private final PairGains pairs;

	private final int length;

	private final FeatureList features;

	BrokenColumnTrials(PairGains pairs, FeatureList features) {
		this.pairs = pairs;
		this.length = pairs.length();
		this.features = features;
	}

	/** Columns of 25 that are turned and put into another order. */
	void cadenus() {
		double best = -5;
		for (int count = 2; count <= 12 && count * CADENUS_ROWS <= this.length; count++) {
			int block = count * CADENUS_ROWS;
			if (this.length % block != 0) {
				continue;
			}
			double[][] fit = new double[count][count];
			for (int one = 0; one < count; one++) {
				for (int other = 0; other < count; other++) {
					fit[one][other] = (one == other) ? -9 : turned(one, other, count, block);
				}
			}
			double gain = ColumnChain.gain(fit, ColumnChain.chained(fit)) / (count - 1);
			best = Math.max(best, this.pairs.above(gain, (count - 1.0) * this.length / count, 1)
					- Math.sqrt(2 * Math.log(count * CADENUS_ROWS) * (count - 1)));
		}
		this.features.add(best);
	}

	private double turned(int one, int other, int count, int block) {
		double best = Double.NEGATIVE_INFINITY;
		for (int turn = 0; turn < CADENUS_ROWS; turn++) {
			double sum = 0;
			for (int start = 0; start < this.length; start += block) {
				for (int row = 0; row < CADENUS_ROWS; row++) {
					sum += this.pairs.gain(start + row * count + one,
							start + (row + turn) % CADENUS_ROWS * count + other);
				}
			}
			best = Math.max(best, sum);
		}
		return best * count / this.length;
	}

	/**
	 * Columns in which two letters and one stand by turns: two of three are neighbours.
	 */
	void amsco() {
		double best = -5;
		int bestCount = 0;
		for (int count = 2; count <= Math.min(12, this.length / 6); count++) {
			double sum = 0;
			double total = 0;
			for (int column = 0; column < count; column++) {
				int from = (int) ((long) column * this.length / count);
				int to = (int) ((column + 1L) * this.length / count);
				double most = Double.NEGATIVE_INFINITY;
				for (int phase = 0; phase < 3; phase++) {
					double gain = 0;
					for (int i = from + phase; i + 1 < to; i += 3) {
						gain += this.pairs.gain(i, i + 1);
					}
					most = Math.max(most, gain);
				}
				sum += most;
				total += (to - from) / 3.0;
			}
			double above = this.pairs.above(sum / total, total, 1) - 0.85 * Math.sqrt(count);
			if (above > best) {
				best = above;
				bestCount = count;
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
	}

	/** Columns whose letters are put into another order, the same for every so many. */
	void swagman() {
		double best = -5;
		int bestSide = 0;
		for (int side = 4; side <= 8; side++) {
			int columns = this.length / side;
			if (this.length % side != 0 || columns < 2 * side) {
				continue;
			}
			double sum = 0;
			for (int residue = 0; residue < side; residue++) {
				double[][] fit = new double[side][side];
				int total = 0;
				for (int column = residue; column + 1 < columns; column += side, total++) {
					for (int one = 0; one < side; one++) {
						for (int other = 0; other < side; other++) {
							fit[one][other] += this.pairs.gain(column * side + one, (column + 1) * side + other);
						}
					}
				}
				sum += ColumnChain.matched(fit) / Math.max(1, total) / side;
			}
			double above = this.pairs.above(sum / side, this.length, 1) - Math.sqrt(2 * Math.log(side)) * side;
			if (above > best) {
				best = above;
				bestSide = side;
			}
		}
		this.features.add(best);
		this.features.add(bestSide / 5.0);
	}

}
