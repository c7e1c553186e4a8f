package dev.decipher.solve.transposition;

/**
 * Tells whether a text may be the ciphertext of a columnar transposition: how well each
 * column goes with the one that would follow it best. George Lasry, Nils Kopal and Arno
 * Wacker, Solving the double transposition challenge with a divide-and-conquer approach,
 * Cryptologia 38 (2014), call it the index of digraphic potential; here with the gain of
 * {@link LetterPairs} for the frequency of a pair.
 */
final class DigraphicPotential {

	/** As many rows tell how well two columns go together. */
	private static final int ENOUGH_ROWS = 60;

	private final LetterPairs pairs;

	private final int columns;

	private final int rows;

	private final int judgedRows;

	/** By rank, how many long columns are read before, at least and at most. */
	private final int[] least;

	private final int[] most;

	/**
	 * Prepares for a length and a number of columns.
	 * @param length at least as many as columns
	 */
	DigraphicPotential(LetterPairs pairs, int length, int columns) {
		this.pairs = pairs;
		this.columns = columns;
		this.rows = length / columns;
		this.judgedRows = Math.min(this.rows, ENOUGH_ROWS);
		int longColumns = length % columns;
		this.least = new int[columns];
		this.most = new int[columns];
		for (int rank = 0; rank < columns; rank++) {
			this.least[rank] = Math.max(0, longColumns - (columns - rank));
			this.most[rank] = Math.min(rank, longColumns);
		}
	}

	/**
	 * The mean gain for each column with its best follower; all but one column have one.
	 * @param text indices of letters (length)
	 */
	double of(int[] text) {
		int worst = Integer.MAX_VALUE;
		int sum = 0;
		for (int left = 0; left < this.columns; left++) {
			int follower = Integer.MIN_VALUE;
			for (int right = 0; right < this.columns; right++) {
				if (left != right) {
					follower = Math.max(follower, gain(text, left, right));
				}
			}
			sum += follower;
			worst = Math.min(worst, follower);
		}
		return (double) (sum - worst) / ((this.columns - 1) * this.judgedRows);
	}

	/** Of one column beside another, for the best of the places where they may begin. */
	private int gain(int[] text, int left, int right) {
		int least = Integer.MIN_VALUE;
		int shortest = (right - left) * this.rows + this.least[right] - this.most[left];
		int farthest = (right - left) * this.rows + this.most[right] - this.least[left];
		for (int distance = shortest; distance <= farthest; distance++) {
			int difference = distance - (right - left) * this.rows;
			// between two ranks there are as many long columns as ranks, at most
			if ((left < right) ? difference < 0 || difference > right - left
					: difference > 0 || difference < right - left) {
				continue;
			}
			int first = left * this.rows + Math.max(this.least[left], this.least[right] - difference);
			int last = left * this.rows + Math.min(this.most[left], this.most[right] - difference);
			int sum = 0;
			for (int i = first; i < first + this.judgedRows; i++) {
				sum += pair(text, i, distance);
			}
			least = Math.max(least, sum);
			for (int start = first; start < last; start++) {
				sum += pair(text, start + this.judgedRows, distance) - pair(text, start, distance);
				least = Math.max(least, sum);
			}
		}
		return least;
	}

	private int pair(int[] text, int place, int distance) {
		return this.pairs.gains()[text[place] * this.pairs.symbols() + text[place + distance]];
	}

}
