package dev.decipher.solve.transposition;

/**
 * The lengths of both keys of a double columnar transposition.
 *
 * @param first columns under the first key
 * @param second columns under the second one
 */
record KeyLengths(int first, int second) {

	/**
	 * How many times as many second keys it takes to find the right one for each column
	 * more of the second key, and of the first. Measured in texts of 300 letters: 19,000
	 * for keys of 13 and 11 columns, 124,000 for 11 and 13, 500,000 for 14 and 13. That
	 * grows faster; but all other lengths shall have their turn.
	 */
	private static final double HARDER = 2;

	private static final double SOMEWHAT_HARDER = 1.3;

	/** Annealings that it takes where both have as many columns as this. */
	private static final double ANNEALINGS = 5;

	private static final int COLUMNS = 8;

	/**
	 * The logarithm of the chance that an annealing finds the right key in the next
	 * moment, after others in vain, but for a constant.
	 */
	double hope(int annealings) {
		double needed = ANNEALINGS * Math.pow(HARDER, this.second - COLUMNS)
				* Math.pow(SOMEWHAT_HARDER, this.first - COLUMNS);
		return -annealings / needed - Math.log(needed * this.first * this.first);
	}

}
