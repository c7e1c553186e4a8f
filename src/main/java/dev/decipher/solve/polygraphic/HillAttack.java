package dev.decipher.solve.polygraphic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Matrix;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Search;

/**
 * Finds the deciphering matrix row by row: a row by itself gives each block's letter at
 * one place, and the right rows are those that make letters as frequent as the language
 * has them. The likeliest rows are put below one another in every order, and only the
 * beginnings kept of which the blocks begin as the language's n-grams do. Craig Bauer and
 * Katherine Millward, Cracking matrix encryption row by row, Cryptologia 31, 2007, find
 * rows so. A crib whose place isn't known is laid at each place, where it leaves few
 * rows.
 */
public final class HillAttack implements Attack {

	private static final int FEWEST_ROWS = 2;

	private static final int MOST_ROWS = 5;

	/** More rows than so many can't be told apart in reasonable time and memory. */
	private static final int MOST_NUMBERS = 1 << 24;

	/** Blocks from which on rows can be told apart, for each row of the matrix. */
	private static final int LEAST_BLOCKS = 5;

	/** Letters that are enough to tell the right matrix. */
	private static final int ENOUGH = 600;

	@Override
	public Set<String> types() {
		return Set.of("hill");
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		if (!ciphertext.alphabet().equals(search.language().alphabet())) {
			return;
		}
		int size = search.language().alphabet().size();
		for (int rows = FEWEST_ROWS; rows <= MOST_ROWS && Math.pow(size, rows) <= MOST_NUMBERS
				&& !search.isOver(); rows++) {
			boolean enough = ciphertext.length() >= LEAST_BLOCKS * rows;
			if (rows % workers == worker && ciphertext.length() % rows == 0 && enough) {
				new Trial(search, rows).run();
			}
		}
	}

	/** One thread's trial of matrices of one size. */
	private static final class Trial {

		/** Rows that are put below one another, and beginnings that are kept. */
		private static final int ROWS = 700;

		private static final int BEGINNINGS = 2_000;

		/** What a block costs whose letter differs from a crib's, in nats. */
		private static final float MISMATCH = 6;

		/** Rows tried between two looks at the clock. */
		private static final int STRIDE = 1 << 12;

		private final Search search;

		private final int rows;

		private final int size;

		private final int blocks;

		/** The ciphertext, block by block: (blocks · rows). */
		private final int[] text;

		/** The letter known by a crib at each position, or -1. */
		private final int[] known;

		/** Whether rows that contradict what is known are left out, or only cost more. */
		private boolean strict;

		/** What the best matrix so far costs. */
		private int least = Integer.MAX_VALUE;

		/** -ln p of so many letters together: (rows, size^letters). */
		private final float[][] costs;

		Trial(Search search, int rows) {
			this.search = search;
			this.rows = rows;
			this.size = search.language().alphabet().size();
			this.blocks = Math.min(search.ciphertext().length(), ENOUGH) / rows;
			this.text = Arrays.copyOf(search.ciphertext().symbols(), this.blocks * rows);
			this.known = new int[this.text.length];
			Arrays.fill(this.known, -1);
			for (Crib crib : search.hints().cribs()) {
				if (crib.position() != Crib.ANYWHERE) {
					lay(crib, crib.position());
				}
			}
			this.costs = costs(search.language().letters(), rows);
		}

		/** Of longer blocks than n-grams are, the last letters follow from fewer. */
		private static float[][] costs(NGrams grams, int rows) {
			float[][] costs = new float[rows][];
			for (int letters = 1; letters <= rows; letters++) {
				float[] table;
				if (letters < grams.order()) {
					double[] shares = grams.frequencies(letters);
					table = new float[shares.length];
					for (int gram = 0; gram < table.length; gram++) {
						table[gram] = (float) -Math.log(Math.max(shares[gram], 1e-9));
					}
				}
				else {
					float[] shorter = costs[letters - 2];
					table = new float[shorter.length * grams.symbols()];
					for (int gram = 0; gram < table.length; gram++) {
						table[gram] = shorter[gram / grams.symbols()]
								+ (grams.costs()[gram % grams.costs().length] & 0xff) / (float) NGrams.UNITS;
					}
				}
				costs[letters - 1] = table;
			}
			return costs;
		}

		/**
		 * Searches with what is known of the plaintext, and then, unless that was enough,
		 * with a crib at each place where it may stand.
		 */
		void run() {
			search();
			Crib longest = this.search.hints()
				.cribs()
				.stream()
				.filter((crib) -> crib.position() == Crib.ANYWHERE && crib.length() > this.rows)
				.max(Comparator.comparingInt(Crib::length))
				.orElse(null);
			if (longest == null) {
				return;
			}
			int[] before = this.known.clone();
			this.strict = true;
			for (int place = 0; place + longest.length() <= before.length && !isFound(); place++) {
				System.arraycopy(before, 0, this.known, 0, before.length);
				lay(longest, place);
				search();
			}
		}

		private boolean isFound() {
			List<Candidate> best = this.search.best();
			return this.search.isOver() || (!best.isEmpty() && this.search.isConvincing(best.get(0)));
		}

		private void lay(Crib crib, int place) {
			for (int i = 0; i < crib.length() && place + i < this.known.length; i++) {
				this.known[place + i] = crib.letters()[i];
			}
		}

		private void search() {
			boolean alike = IntStream.of(this.known).allMatch((letter) -> letter < 0);
			int[][] likeliest = new int[this.rows][];
			for (int place = 0; place < this.rows; place++) {
				likeliest[place] = (alike && place > 0) ? likeliest[0] : likeliest(place);
				if (likeliest[place].length == 0) {
					return;
				}
			}
			// each beginning: the rows it has, and for each block the n-gram so far
			int[][] beginnings = { {} };
			for (int place = 0; place < this.rows && !this.search.isOver(); place++) {
				beginnings = longer(beginnings, likeliest[place]);
			}
			if (beginnings[0].length == this.rows) {
				offer(beginnings);
			}
		}

		/** The rows, as numbers, that make the likeliest letters at one place. */
		private int[] likeliest(int place) {
			int count = (int) Math.pow(this.size, this.rows);
			CheapestNumbers cheapest = new CheapestNumbers(ROWS);
			int[] cells = new int[this.rows];
			float[] monograms = this.costs[0];
			for (int row = 1; row < count; row++) {
				if (row % STRIDE == 0) {
					this.search.tried(STRIDE);
					if (this.search.isOver()) {
						break;
					}
				}
				cells(row, cells);
				if (this.strict && contradicts(cells, place)) {
					continue;
				}
				float cost = 0;
				for (int block = 0; block < this.blocks && cost < cheapest.most(); block++) {
					int letter = letter(cells, block);
					cost += monograms[letter] + mismatch(block, place, letter);
				}
				cheapest.add(row, cost);
			}
			return cheapest.numbers();
		}

		/** A row's cells by its number. */
		private void cells(int row, int[] cells) {
			for (int i = this.rows - 1, rest = row; i >= 0; i--, rest /= this.size) {
				cells[i] = rest % this.size;
			}
		}

		private int letter(int[] cells, int block) {
			int sum = 0;
			for (int i = 0; i < this.rows; i++) {
				sum += cells[i] * this.text[block * this.rows + i];
			}
			return sum % this.size;
		}

		private boolean contradicts(int[] cells, int place) {
			for (int block = 0; block < this.blocks; block++) {
				int known = this.known[block * this.rows + place];
				if (known >= 0 && letter(cells, block) != known) {
					return true;
				}
			}
			return false;
		}

		private float mismatch(int block, int place, int letter) {
			int known = this.known[block * this.rows + place];
			return (known >= 0 && known != letter) ? MISMATCH : 0;
		}

		/** The best beginnings with one row more. */
		private int[][] longer(int[][] beginnings, int[] rows) {
			int place = beginnings[0].length;
			float[] costs = this.costs[place];
			int[][] letters = new int[rows.length][this.blocks];
			float[] mismatches = new float[rows.length];
			int[] cells = new int[this.rows];
			for (int i = 0; i < rows.length; i++) {
				cells(rows[i], cells);
				for (int block = 0; block < this.blocks; block++) {
					letters[i][block] = letter(cells, block);
					mismatches[i] += mismatch(block, place, letters[i][block]);
				}
			}
			CheapestNumbers cheapest = new CheapestNumbers(BEGINNINGS);
			int[] grams = new int[this.blocks];
			for (int i = 0; i < beginnings.length && !this.search.isOver(); i++) {
				grams(beginnings[i], grams);
				for (int row = 0; row < rows.length; row++) {
					float cost = mismatches[row];
					for (int block = 0; block < this.blocks && cost < cheapest.most(); block++) {
						cost += costs[grams[block] + letters[row][block]];
					}
					cheapest.add(i * rows.length + row, cost);
				}
				this.search.tried(rows.length);
			}
			return IntStream.of(cheapest.numbers()).mapToObj((number) -> {
				int[] longer = Arrays.copyOf(beginnings[number / rows.length], place + 1);
				longer[place] = rows[number % rows.length];
				return longer;
			}).toArray(int[][]::new);
		}

		/** The n-grams that blocks begin with, with a place for one letter more. */
		private void grams(int[] beginning, int[] grams) {
			int[] cells = new int[this.rows];
			Arrays.fill(grams, 0);
			for (int row : beginning) {
				cells(row, cells);
				for (int block = 0; block < this.blocks; block++) {
					grams[block] = (grams[block] + letter(cells, block)) * this.size;
				}
			}
		}

		/** Offers the best by the whole text. */
		private void offer(int[][] matrices) {
			int[] cells = new int[this.rows];
			int[] plaintext = new int[this.text.length];
			int[] inverse = new int[this.rows * this.rows];
			for (int[] matrix : matrices) {
				for (int place = 0; place < this.rows; place++) {
					cells(matrix[place], cells);
					System.arraycopy(cells, 0, inverse, place * this.rows, this.rows);
					for (int block = 0; block < this.blocks; block++) {
						plaintext[block * this.rows + place] = letter(cells, block);
					}
				}
				int cost = this.search.language().letters().cost(plaintext) + this.search.cribCost(plaintext);
				Matrix deciphering = new Matrix(inverse.clone(), this.size);
				if (cost < this.least && deciphering.isInvertible()) {
					this.least = cost;
					this.search.offer(this.search.read(new Hill(
							Parameters.key(deciphering.inverse().cells(), this.search.language().alphabet()))));
				}
			}
		}

	}

}
