package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The best keys that a search by restarts has ended at. Not thread-safe.
 */
public final class Optima {

	private static final Comparator<Optimum> BY_COST = Comparator.comparingInt(Optimum::cost);

	private final int capacity;

	/** Cheapest first. */
	private final List<Optimum> optima = new ArrayList<>();

	public Optima(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Takes note of a key.
	 * @param cost what it costs
	 * @param key the letters of the symbols that occur; two keys are one if these are the
	 * same
	 */
	public void add(int cost, int[] key) {
		if (this.optima.size() == this.capacity && cost >= this.optima.get(this.capacity - 1).cost()) {
			return;
		}
		int at = Collections.binarySearch(this.optima, new Optimum(cost, key, 0), BY_COST);
		if (at < 0) {
			at = -at - 1;
		}
		while (at > 0 && this.optima.get(at - 1).cost() == cost) {
			at--;
		}
		for (int i = at; i < this.optima.size() && this.optima.get(i).cost() == cost; i++) {
			if (Arrays.equals(this.optima.get(i).key(), key)) {
				this.optima.set(i, new Optimum(cost, key, this.optima.get(i).found() + 1));
				return;
			}
		}
		this.optima.add(at, new Optimum(cost, key, 1));
		if (this.optima.size() > this.capacity) {
			this.optima.remove(this.capacity);
		}
	}

	/** Cheapest first; at least one after the first {@link #add}. */
	public List<Optimum> list() {
		return Collections.unmodifiableList(this.optima);
	}

	/** The cheapest, at most so many. */
	public List<Optimum> first(int most) {
		return list().subList(0, Math.min(most, this.optima.size()));
	}

	/**
	 * A key that no small change betters.
	 *
	 * @param cost what it costs
	 * @param key letters of symbols
	 * @param found how often the search came to it
	 */
	public record Optimum(int cost, int[] key, int found) {
	}

}
