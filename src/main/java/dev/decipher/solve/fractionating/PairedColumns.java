package dev.decipher.solve.fractionating;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyPart;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * The order of some number of columns in which the halves of letters were transposed:
 * rows and columns of a square, as in ADFGVX. In the right order the pairs of halves are
 * letters, and their frequencies as uneven as a language's. So an order is as good as two
 * symbols are likely to be the same one, and two pairs of symbols: the index of
 * coincidence of letters and of digraphs. George Lasry, Ingo Niebel, Nils Kopal and Arno
 * Wacker, Deciphering ADFGVX messages from the Eastern Front of World War I, Cryptologia
 * 41, 2017. Not thread-safe.
 */
final class PairedColumns {

	/** What two digraphs that are the same count beside two letters. */
	private static final int DIGRAPHS = 6;

	/** What a letter that contradicts a crib costs beside two letters, of each letter. */
	static final double MISMATCH = 0.5;

	/** Temperatures, in score. */
	private static final double HOT = 0.6;

	private static final double COLD = 0.08;

	/** Changes of an order between two looks at the clock. */
	private static final int STRIDE = 256;

	/** Changes that a pass tries, for each pair of columns. */
	private static final int STEPS = 400;

	private static final int SAMPLES = 100;

	private final int[] halves;

	private final int labels;

	private final int columns;

	private final Search search;

	private final List<Crib> cribs;

	/** How often each cell occurs, and each two of them. */
	private final int[] counts;

	private final int[] digraphs;

	/** The cells of letters with an order: (length / 2). */
	private final int[] cells;

	private final int[] starts;

	private final double mean;

	private final double deviation;

	private final double nats;

	/** What an order scored, its cells' numbers being of no account. */
	record Order(int[] ranks, double score) {
	}

	/**
	 * Prepares for a number of columns.
	 * @param halves labels' numbers (length), an even number of them
	 * @param labels how many labels there are
	 */
	PairedColumns(int[] halves, int labels, int columns, Search search, SplittableRandom random) {
		this.halves = halves;
		this.labels = labels;
		this.columns = columns;
		this.search = search;
		this.cribs = search.hints().cribs();
		int size = labels * labels;
		this.counts = new int[size];
		this.digraphs = new int[size * size];
		this.cells = new int[halves.length / 2];
		this.starts = new int[columns];
		this.nats = KeyPart.logFactorial(columns);
		double[] samples = IntStream.range(0, SAMPLES).mapToDouble((i) -> {
			int[] shuffled = KeyPart.permutation(halves.length).draw(random);
			for (int letter = 0; letter < this.cells.length; letter++) {
				this.cells[letter] = halves[shuffled[2 * letter]] * labels + halves[shuffled[2 * letter + 1]];
			}
			return score(this.cells);
		}).toArray();
		this.mean = IntStream.range(0, SAMPLES).mapToDouble((i) -> samples[i]).average().orElse(0);
		this.deviation = Math.sqrt(1e-6 + IntStream.range(0, SAMPLES)
			.mapToDouble((i) -> (samples[i] - this.mean) * (samples[i] - this.mean))
			.average()
			.orElse(0));
	}

	int columns() {
		return this.columns;
	}

	/**
	 * By how many standard deviations an order is better than the best of as many
	 * shuffled texts as there are orders.
	 */
	double excess(Order order) {
		return (order.score() - this.mean) / this.deviation - Math.sqrt(2 * this.nats);
	}

	/** Anneals from an order of chance. */
	Order anneal(SplittableRandom random) {
		KeyPart part = KeyPart.columns(this.columns);
		int[] order = part.draw(random);
		int[] changed = order.clone();
		int[] best = order.clone();
		double now = score(cells(order));
		double most = now;
		int steps = STEPS * this.columns * this.columns;
		for (int step = 0; step < steps; step++) {
			if (step % STRIDE == 0) {
				this.search.tried(STRIDE);
				if (this.search.isOver()) {
					break;
				}
			}
			part.change(changed, random);
			double score = score(cells(changed));
			float temperature = (float) (HOT * Math.pow(COLD / HOT, (double) step / steps));
			if (now - score <= MetropolisRule.limit(temperature, random.nextLong())) {
				now = score;
				System.arraycopy(changed, 0, order, 0, order.length);
				if (now > most) {
					most = now;
					System.arraycopy(order, 0, best, 0, best.length);
				}
			}
			else {
				System.arraycopy(order, 0, changed, 0, order.length);
			}
		}
		return new Order(best, most);
	}

	/**
	 * The cells of the letters with an order.
	 * @param ranks the place in the ciphertext of each column, from the left: (columns)
	 * @return (letters), good until the next order
	 */
	int[] cells(int[] ranks) {
		int rows = this.halves.length / this.columns;
		int longer = this.halves.length % this.columns;
		for (int column = 0; column < this.columns; column++) {
			this.starts[ranks[column]] = rows + ((column < longer) ? 1 : 0);
		}
		for (int place = 0, start = 0; place < this.columns; place++) {
			int length = this.starts[place];
			this.starts[place] = start;
			start += length;
		}
		for (int i = 0, row = 0, column = 0; i < this.cells.length; i++) {
			int first = this.halves[this.starts[ranks[column]] + row];
			if (++column == this.columns) {
				column = 0;
				row++;
			}
			int second = this.halves[this.starts[ranks[column]] + row];
			if (++column == this.columns) {
				column = 0;
				row++;
			}
			this.cells[i] = first * this.labels + second;
		}
		return this.cells;
	}

	private double score(int[] text) {
		int size = this.counts.length;
		int same = this.counts[text[0]]++;
		for (int i = 1; i < text.length; i++) {
			same += this.counts[text[i]]++;
			same += DIGRAPHS * this.digraphs[text[i - 1] * size + text[i]]++;
		}
		for (int i = 1; i < text.length; i++) {
			this.counts[text[i]] = 0;
			this.digraphs[text[i - 1] * size + text[i]] = 0;
		}
		this.counts[text[0]] = 0;
		double score = 2.0 * same / text.length;
		for (Crib crib : this.cribs) {
			score -= MISMATCH * contradictions(crib, text);
		}
		return score;
	}

	/** Pairs of a crib's letters that are alike where cells aren't, or cells alone. */
	static int contradictions(Crib crib, int[] text) {
		if (crib.position() != Crib.ANYWHERE) {
			return contradictions(crib, text, crib.position(), Integer.MAX_VALUE);
		}
		int least = Integer.MAX_VALUE;
		for (int start = 0; start <= text.length - crib.length() && least > 0; start++) {
			least = contradictions(crib, text, start, least);
		}
		return least;
	}

	private static int contradictions(Crib crib, int[] text, int start, int most) {
		int[] letters = crib.letters();
		int contradictions = 0;
		int end = Math.min(letters.length, text.length - start);
		for (int i = 1; i < end && contradictions < most; i++) {
			for (int j = 0; j < i; j++) {
				contradictions += ((letters[i] == letters[j]) != (text[start + i] == text[start + j])) ? 1 : 0;
			}
		}
		return contradictions;
	}

}
