package dev.decipher.solve.machine;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Tells which of many costs are worth a closer look: those among the least so far. One
 * thread's.
 */
final class Shortlist {

	private final int places;

	private final PriorityQueue<Double> costs = new PriorityQueue<>(Comparator.reverseOrder());

	/**
	 * An empty list.
	 * @param places how many costs it has
	 */
	Shortlist(int places) {
		this.places = places;
	}

	/** Takes a cost, if hardly any was less yet. */
	boolean takes(double cost) {
		if (this.costs.size() == this.places) {
			if (this.places == 0 || cost >= this.costs.peek()) {
				return false;
			}
			this.costs.poll();
		}
		this.costs.add(cost);
		return true;
	}

}
