package dev.decipher.solve.identify;

import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.solve.search.BestList;

/**
 * Features of a text that may be a transposition: how well it reads once columns, rows
 * and squares are put into the best order that a short climb finds. What a key takes to
 * say counts against it.
 */
final class ReadingTrials {

	static final int COUNT = 20;

	/** Letters that are read in a climb, all tries of it together. */
	private static final int MOST_READ = 60_000;

	private static final int LEAST_TRIES = 80;

	private static final int MOST_SIDE = 10;

	private static final int MOST_AMSCO = 9;

	private static final int MOST_TURNS = 20;

	private final int[] text;

	private final LetterProfiles.Profile profile;

	private final FeatureList features;

	/** What a climb reads in. */
	private final int[] plaintext;

	ReadingTrials(int[] text, LetterProfiles.Profile profile, FeatureList features) {
		this.text = text;
		this.profile = profile;
		this.features = features;
		this.plaintext = new int[text.length];
	}

	/**
	 * An order to begin with.
	 *
	 * @param worth by which it is chosen, the higher the better
	 * @param order the number of each column from left to right, some of them perhaps the
	 * same
	 */
	record Start(double worth, int[] order) {

		/** An empty list of the best starts. */
		static BestList<Start> list(int most) {
			return new BestList<>(most, (start) -> -start.worth, (one, other) -> false);
		}

	}

	/** Reads a ciphertext with a key. */
	private interface Reader {

		void read(int[] order, int[] plaintext);

	}

	/** Adds the features of orders that were found by neighbours. */
	void add(List<Start> columns, List<Start> alike, List<Start> rows) {
		int end = this.features.size() + COUNT;
		int n = this.text.length;
		climbed(columns, this::inColumns);
		climbed(alike, this::inColumns);
		climbed(rows, this::inRows);
		turns();
		squares();
		amsco();
		int[] reversed = IntStream.range(0, n).map((i) -> this.text[n - 1 - i]).toArray();
		this.features.add(this.profile.reading(reversed));
		this.features.add(this.profile.reading(this.text));
		this.features.fill(end);
	}

	/** How well a text reads. */
	double reading(int[] plaintext) {
		return this.profile.reading(plaintext);
	}

	private void climbed(List<Start> starts, Reader reader) {
		double best = -2;
		int columns = 0;
		for (Start start : starts) {
			double found = climb(start.order().clone(), reader) - cost(start.order().length);
			if (found > best) {
				best = found;
				columns = start.order().length;
			}
		}
		this.features.add(best);
		this.features.add(columns / 5.0);
		this.features.add(columns > 0 && this.text.length % columns == 0);
	}

	/** Nats that an order takes, for each letter. */
	private double cost(int columns) {
		double sum = 0;
		for (int i = 2; i <= columns; i++) {
			sum += Math.log(i);
		}
		return sum / this.text.length;
	}

	private double worth(int[] order, Reader reader) {
		reader.read(order, this.plaintext);
		return this.profile.reading(this.plaintext);
	}

	/** Swaps two columns, moves one or turns all, as long as it reads the better. */
	private double climb(int[] order, Reader reader) {
		int size = order.length;
		int tries = LEAST_TRIES + MOST_READ / this.text.length;
		double best = worth(order, reader);
		boolean better = true;
		int[] tried = new int[size];
		while (better && tries > 0) {
			better = false;
			for (int one = 0; one < size; one++) {
				for (int other = 0; other < size && tries > 0; other++) {
					for (int move = (other > one) ? 0 : 1; move < 2; move++) {
						if (one == other || (move == 1 && other == one + 1)) {
							continue;
						}
						moved(order, one, other, move == 0, tried);
						tries--;
						double found = worth(tried, reader);
						if (found > best + 1e-9) {
							best = found;
							System.arraycopy(tried, 0, order, 0, size);
							better = true;
						}
					}
				}
			}
			for (int turn = 1; turn < size && tries > 0; turn++, tries--) {
				for (int i = 0; i < size; i++) {
					tried[i] = order[(i + turn) % size];
				}
				double found = worth(tried, reader);
				if (found > best + 1e-9) {
					best = found;
					System.arraycopy(tried, 0, order, 0, size);
					better = true;
				}
			}
		}
		return best;
	}

	private static void moved(int[] order, int one, int other, boolean swapped, int[] to) {
		System.arraycopy(order, 0, to, 0, order.length);
		if (swapped) {
			to[one] = order[other];
			to[other] = order[one];
		}
		else {
			int step = (other > one) ? 1 : -1;
			for (int i = one; i != other; i += step) {
				to[i] = order[i + step];
			}
			to[other] = order[one];
		}
	}

	private void inColumns(int[] order, int[] to) {
		int size = order.length;
		int[] next = new int[size + 1];
		int n = this.text.length;
		for (int column = 0; column < size; column++) {
			next[order[column] + 1] += n / size + ((column < n % size) ? 1 : 0);
		}
		for (int i = 1; i <= size; i++) {
			next[i] += next[i - 1];
		}
		for (int place = 0, column = 0; place < n; place++) {
			to[place] = this.text[next[order[column]]++];
			column = (column + 1 == size) ? 0 : column + 1;
		}
	}

	/** The last row, if it isn't full, stays as it is. */
	private void inRows(int[] order, int[] to) {
		int size = order.length;
		int n = this.text.length;
		int full = n / size * size;
		for (int start = 0; start < full; start += size) {
			for (int column = 0; column < size; column++) {
				to[start + column] = this.text[start + order[column]];
			}
		}
		System.arraycopy(this.text, full, to, full, n - full);
	}

	/** Columns in their order, as a scytale has them. */
	private void turns() {
		double best = -2;
		int columns = 0;
		for (int count = 2; count <= Math.min(MOST_TURNS, this.text.length / 3); count++) {
			double found = worth(IntStream.range(0, count).toArray(), this::inColumns);
			if (found > best) {
				best = found;
				columns = count;
			}
		}
		this.features.add(best);
		this.features.add(columns / 5.0);
	}

	/** Squares whose rows and columns have the same order. */
	private void squares() {
		double best = -2;
		int bestSide = 0;
		int n = this.text.length;
		for (int side = 3; side <= MOST_SIDE; side++) {
			if (n % (side * side) != 0) {
				continue;
			}
			for (boolean rows : new boolean[] { true, false }) {
				int size = side;
				double[][] fit = new double[side][side];
				for (int line = 0; line < n / side; line++) {
					int start = line / side * side * side + (rows ? line % side * side : line % side);
					int step = rows ? 1 : side;
					for (int one = 0; one < side; one++) {
						for (int other = 0; other < side; other++) {
							fit[one][other] += this.profile.gains()[this.text[start + one * step] * TextSymbols.LETTERS
									+ this.text[start + other * step]];
						}
					}
				}
				Reader reader = (order, to) -> inSquares(order, rows, to);
				double found = climb(ColumnChain.chained(fit), reader) - cost(size);
				if (found > best) {
					best = found;
					bestSide = side;
				}
			}
		}
		this.features.add(best);
		this.features.add(bestSide / 5.0);
	}

	private void inSquares(int[] order, boolean rows, int[] to) {
		int side = order.length;
		for (int start = 0; start < this.text.length; start += side * side) {
			for (int row = 0; row < side; row++) {
				for (int column = 0; column < side; column++) {
					int cell = rows ? order[row] * side + order[column] : order[column] * side + order[row];
					to[start + row * side + column] = this.text[start + cell];
				}
			}
		}
	}

	/** Cells of one and two letters by turns. */
	private void amsco() {
		double best = -2;
		int columns = 0;
		int n = this.text.length;
		for (int count = 3; count <= Math.min(MOST_AMSCO, n / 6); count++) {
			for (int first = 1; first <= 2; first++) {
				int[] column = new int[n];
				int place = 0;
				for (int cell = 0; place < n; cell++) {
					boolean likeFirst = (cell / count + cell % count) % 2 == 0;
					int letters = likeFirst ? first : 3 - first;
					for (int i = 0; i < letters && place < n; i++) {
						column[place++] = cell % count;
					}
				}
				Reader reader = (order, to) -> inCells(order, column, to);
				double found = climb(IntStream.range(0, count).toArray(), reader) - cost(count);
				if (found > best) {
					best = found;
					columns = count;
				}
			}
		}
		this.features.add(best);
		this.features.add(columns / 5.0);
	}

	private void inCells(int[] order, int[] column, int[] to) {
		int[] next = new int[order.length + 1];
		for (int place = 0; place < column.length; place++) {
			next[order[column[place]] + 1]++;
		}
		for (int i = 1; i < next.length; i++) {
			next[i] += next[i - 1];
		}
		for (int place = 0; place < column.length; place++) {
			to[place] = this.text[next[order[column[place]]]++];
		}
	}

}
