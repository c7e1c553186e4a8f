package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How good the keys are that a search finds where there is no right one. The best of many
 * wrong keys is worth about what a Gumbel distribution says (Gumbel, Statistics of
 * Extremes, 1958), which is fitted to the quartiles: a few right keys among them don't
 * change these.
 */
final class NullOptima {

	/** So many show how they are distributed. */
	private static final int LEAST = 16;

	/** By less, in nats, one in a hundred wrong keys stands out. */
	private static final double STANDS_OUT = 5;

	/** Where its quartiles and its median are, in scales from its mode. */
	private static final double QUARTILES = gumbel(0.75) - gumbel(0.25);

	private static final double MEDIAN = gumbel(0.5);

	/** In ascending order. */
	private final List<Double> worths = new ArrayList<>();

	private static double gumbel(double share) {
		return -Math.log(-Math.log(share));
	}

	/** Takes note of a search's best key, whose worth is in nats. */
	void add(double worth) {
		int at = Collections.binarySearch(this.worths, worth);
		this.worths.add((at >= 0) ? at : -at - 1, worth);
	}

	/**
	 * How surely a key isn't the best wrong one of all these searches.
	 * @return −ln p of such a wrong key or, where it is hardly better than they are, −∞
	 */
	double evidence(double worth) {
		int count = this.worths.size();
		if (count < LEAST) {
			return Double.NEGATIVE_INFINITY;
		}
		double scale = (this.worths.get(3 * count / 4) - this.worths.get(count / 4)) / QUARTILES;
		double mode = this.worths.get(count / 2) - MEDIAN * scale;
		double evidence = (worth - mode) / scale - Math.log(count);
		return (evidence >= STANDS_OUT) ? evidence : Double.NEGATIVE_INFINITY;
	}

}
