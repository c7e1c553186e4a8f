package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.cipher.transposition.Route;

/**
 * Features of a text whose letters are as frequent as in a language: how well neighbours
 * go together once it is read in columns, rails, squares and on other ways. A gain is ln
 * p(pair) less that of its letters.
 */
final class TranspositionTrials {

	static final int COUNT = 52;

	private static final int LETTERS = TextSymbols.LETTERS;

	/** By how many nats a letter the letters may be less likely than is usual. */
	private static final double UNLIKE = 0.45;

	private static final int MOST_COLUMNS = 15;

	private static final int SAMPLE = 64;

	private static final int MOST_RAILS = 20;

	/** All orders of so many rails are tried. */
	private static final int MOST_ORDERED = 6;

	private static final int LONGEST_ROUTE = 1500;

	/** More columns of which some are alike take too long. */
	private static final int MOST_ALIKE = 9;

	private static final int CADENUS_ROWS = 25;

	private final int[] text;

	private final int length;

	private final double[] gains;

	/** Of pairs of letters by chance. */
	private final double mean;

	private final double deviation;

	private final FeatureList features;

	private TranspositionTrials(int[] text, LetterProfiles.Profile profile, FeatureList features) {
		this.text = text;
		this.length = text.length;
		this.gains = profile.gains();
		this.features = features;
		double[] shares = Coincidences.shares(Coincidences.counts(text, LETTERS, 0, 1));
		double sum = 0;
		double squares = 0;
		for (int pair = 0; pair < this.gains.length; pair++) {
			double p = shares[pair / LETTERS] * shares[pair % LETTERS];
			sum += p * this.gains[pair];
			squares += p * this.gains[pair] * this.gains[pair];
		}
		this.mean = sum;
		this.deviation = Math.sqrt(Math.max(1e-3, squares - sum * sum));
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, LetterProfiles profiles, FeatureList features) {
		int end = features.size() + COUNT;
		int[] counts = Coincidences.counts(text, LETTERS, 0, 1);
		LetterProfiles.Profile profile = profiles.likeliest(counts);
		double usual = IntStream.range(0, LETTERS)
			.mapToDouble((letter) -> Math.exp(profile.logs()[letter]) * profile.logs()[letter])
			.sum();
		boolean fits = profile.likelihood(counts) / text.length > usual - UNLIKE && text.length >= 12;
		features.add(fits);
		if (fits) {
			TranspositionTrials all = new TranspositionTrials(text, profile, features);
			all.distances();
			all.columns();
			all.myszkowski();
			all.rows();
			all.cadenus();
			all.amsco();
			all.rails();
			all.routes();
			all.swagman();
		}
		features.fill(end);
	}

	private double gain(int first, int second) {
		return this.gains[this.text[first] * LETTERS + this.text[second]];
	}

	/** A mean gain in deviations from chance, less those that the best of many has. */
	private double above(double gain, double count, double tried) {
		return (gain - this.mean) * Math.sqrt(count) / this.deviation - Math.sqrt(2 * Math.log(Math.max(1, tried)));
	}

	private void distances() {
		double[] best = new double[3];
		int[] where = new int[3];
		for (int distance = 1; distance <= Math.min(this.length / 2, 150); distance++) {
			double forwards = 0;
			double backwards = 0;
			int count = this.length - distance;
			for (int i = 0; i < count; i++) {
				forwards += gain(i, i + distance);
				backwards += gain(i + distance, i);
			}
			double one = above(forwards / count, count, 1);
			double other = above(backwards / count, count, 1);
			if (distance <= 10) {
				this.features.add(one);
				this.features.add(other);
			}
			double more = Math.max(one, other);
			int place = distance;
			for (int i = 0; i < best.length; i++) {
				if (more > best[i]) {
					double lower = best[i];
					int lowerPlace = where[i];
					best[i] = more;
					where[i] = place;
					more = lower;
					place = lowerPlace;
				}
			}
		}
		for (int i = 0; i < best.length; i++) {
			this.features.add(best[i]);
			this.features.add((double) where[i] / this.length * 10);
		}
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
			int[] order = chained(fit);
			double gain = chain(fit, order) / (count - 1);
			double above = above(gain, (count - 1.0) * rows, 1)
					- Math.sqrt(2 * Math.log(count) * (count - 1)) * (full ? 1 : 1.6);
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
					sum += gain(first + row, to);
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
							sum += gain(left, right);
							total++;
						}
					}
					fit[from][to] = Math.max(fit[from][to], sum / Math.max(1, total));
				}
			}
		}
		return above(chain(fit, chained(fit)) / (count - 1), (count - 1.0) * rows, count * count)
				- Math.sqrt(2 * Math.log(count) * (count - 1)) * (1 + 0.6 * slack);
	}

	/** From the last column of each row to the first of the next. */
	private double around(int[] order, int rows) {
		int last = order[order.length - 1];
		double sum = 0;
		for (int row = 0; row + 1 < rows; row++) {
			sum += gain(last * rows + row, order[0] * rows + row + 1);
		}
		return above(sum / Math.max(1, rows - 1), Math.max(1, rows - 1), 1);
	}

	/** Puts columns one behind another, those that go together best first. */
	private static int[] chained(double[][] fit) {
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

	private static double chain(double[][] fit, int[] order) {
		double sum = 0;
		for (int i = 1; i < order.length; i++) {
			sum += fit[order[i - 1]][order[i]];
		}
		return sum;
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
						fit[one][other] += gain(row * count + one, row * count + other) / rows;
					}
				}
			}
			int[] order = chained(fit);
			double above = above(chain(fit, order) / (count - 1), (count - 1.0) * rows, 1)
					- Math.sqrt(2 * Math.log(count) * (count - 1));
			if (above > best) {
				best = above;
				bestCount = count;
				double sum = 0;
				for (int row = 0; row + 1 < rows; row++) {
					sum += gain(row * count + order[count - 1], (row + 1) * count + order[0]);
				}
				around = above(sum / Math.max(1, rows - 1), Math.max(1, rows - 1), 1);
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
		this.features.add(around);
		this.features.add(this.length % Math.max(1, bestCount * bestCount) == 0);
		this.features.add(this.length % Math.max(1, bestCount) == 0);
	}

	/** Columns of 25 that are turned and put into another order. */
	private void cadenus() {
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
			double gain = chain(fit, chained(fit)) / (count - 1);
			best = Math.max(best, above(gain, (count - 1.0) * this.length / count, 1)
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
					sum += gain(start + row * count + one, start + (row + turn) % CADENUS_ROWS * count + other);
				}
			}
			best = Math.max(best, sum);
		}
		return best * count / this.length;
	}

	/**
	 * Columns in which two letters and one stand by turns: two of three are neighbours.
	 */
	private void amsco() {
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
						gain += gain(i, i + 1);
					}
					most = Math.max(most, gain);
				}
				sum += most;
				total += (to - from) / 3.0;
			}
			double above = above(sum / total, total, 1) - 0.85 * Math.sqrt(count);
			if (above > best) {
				best = above;
				bestCount = count;
			}
		}
		this.features.add(best);
		this.features.add(bestCount / 5.0);
	}

	/** Rails in their order, and then in any. */
	private void rails() {
		double[] best = { -5, -5 };
		int[] bestCount = new int[2];
		for (int rails = 2; rails <= Math.min(MOST_RAILS, this.length / 2); rails++) {
			int period = 2 * (rails - 1);
			for (int offset = 0; offset < Math.min(period, 16); offset++) {
				int[] rail = new int[this.length];
				int[] place = new int[this.length];
				int[] counts = new int[rails];
				for (int i = 0; i < this.length; i++) {
					int phase = (i + offset) % period;
					rail[i] = Math.min(phase, period - phase);
					place[i] = counts[rail[i]]++;
				}
				int[] order = IntStream.range(0, rails).toArray();
				double plain = railed(order, counts, rail, place);
				if (plain > best[0]) {
					best[0] = plain;
					bestCount[0] = rails;
				}
				if (rails > 2 && rails <= MOST_ORDERED && offset < rails) {
					do {
						double ordered = railed(order, counts, rail, place);
						if (ordered > best[1]) {
							best[1] = ordered;
							bestCount[1] = rails;
						}
					}
					while (next(order));
				}
			}
		}
		for (int i = 0; i < best.length; i++) {
			this.features.add(best[i]);
			this.features.add(bestCount[i] / 5.0);
		}
	}

	private double railed(int[] order, int[] counts, int[] rail, int[] place) {
		int[] starts = new int[counts.length];
		int start = 0;
		for (int next : order) {
			starts[next] = start;
			start += counts[next];
		}
		int samples = Math.min(SAMPLE, this.length - 1);
		double sum = 0;
		for (int sample = 0; sample < samples; sample++) {
			int i = sample * (this.length - 1) / samples;
			sum += gain(starts[rail[i]] + place[i], starts[rail[i + 1]] + place[i + 1]);
		}
		return above(sum / samples, samples, 1);
	}

	/** Makes an order the next one; false behind the last, which becomes the first. */
	private static boolean next(int[] order) {
		int i = order.length - 2;
		while (i >= 0 && order[i] > order[i + 1]) {
			i--;
		}
		for (int low = i + 1, high = order.length - 1; low < high; low++, high--) {
			int swapped = order[low];
			order[low] = order[high];
			order[high] = swapped;
		}
		if (i < 0) {
			return false;
		}
		int j = i + 1;
		while (order[j] < order[i]) {
			j++;
		}
		int swapped = order[i];
		order[i] = order[j];
		order[j] = swapped;
		return true;
	}

	/** Grids that the text fills, written on one way and read on another. */
	private void routes() {
		double best = -5;
		double bestOther = -5;
		for (int width = 2; this.length <= LONGEST_ROUTE && width <= this.length / 2; width++) {
			if (this.length % width != 0 || (width > 30 && this.length / width > 3)) {
				continue;
			}
			int[][] ways = Route.ways(this.length / width, width);
			int samples = Math.min(SAMPLE, this.length - 1);
			int[] places = new int[this.length];
			for (int read = 0; read < ways.length; read++) {
				for (int i = 0; i < this.length; i++) {
					places[ways[read][i]] = i;
				}
				for (int write = 0; write < ways.length; write += 4) { // from one corner
					double sum = 0;
					for (int sample = 0; sample < samples; sample++) {
						int i = sample * (this.length - 1) / samples;
						sum += gain(places[ways[write][i]], places[ways[write][i + 1]]);
					}
					double above = above(sum / samples, samples, 1);
					if (write == 0 || write == 8) { // plain rows and columns: a scytale
													// too
						best = Math.max(best, above);
					}
					else {
						bestOther = Math.max(bestOther, above);
					}
				}
			}
		}
		this.features.add(best);
		this.features.add(bestOther);
	}

	/** Columns whose letters are put into another order, the same for every so many. */
	private void swagman() {
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
							fit[one][other] += gain(column * side + one, (column + 1) * side + other);
						}
					}
				}
				sum += matched(fit) / Math.max(1, total) / side;
			}
			double above = above(sum / side, this.length, 1) - Math.sqrt(2 * Math.log(side)) * side;
			if (above > best) {
				best = above;
				bestSide = side;
			}
		}
		this.features.add(best);
		this.features.add(bestSide / 5.0);
	}

	/** Each row with a column of its own, the best first. */
	private static double matched(double[][] fit) {
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
