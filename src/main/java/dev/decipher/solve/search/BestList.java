package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/**
 * The best that a search has found, each thing once, and how often it was found. Not
 * thread-safe.
 *
 * @param <T> what is looked for
 */
public final class BestList<T> {

	private final int capacity;

	private final ToDoubleFunction<T> cost;

	private final BiPredicate<T, T> same;

	/** Cheapest first. */
	private final List<Found<T>> found = new ArrayList<>();

	/**
	 * An empty list.
	 * @param capacity how many to keep
	 * @param cost what is less for what is better
	 * @param same whether two are one, of which the better is kept
	 */
	public BestList(int capacity, ToDoubleFunction<T> cost, BiPredicate<T, T> same) {
		this.capacity = capacity;
		this.cost = cost;
		this.same = same;
	}

	/**
	 * A thing found.
	 *
	 * @param times how often
	 */
	public record Found<T>(T item, double cost, int times) {
	}

	/**
	 * Takes note of a find.
	 * @return how often it has been found; 0 if it isn't among the best
	 */
	public int add(T item) {
		double cost = this.cost.applyAsDouble(item);
		if (this.found.size() == this.capacity && cost > this.found.get(this.capacity - 1).cost()) {
			return 0;
		}
		int times = 1;
		for (int i = 0; i < this.found.size(); i++) {
			Found<T> other = this.found.get(i);
			if (this.same.test(other.item(), item)) {
				times += other.times();
				if (other.cost() <= cost) {
					this.found.set(i, new Found<>(other.item(), other.cost(), times));
					return times;
				}
				this.found.remove(i);
				break;
			}
		}
		if (this.found.size() == this.capacity) {
			if (cost == this.found.get(this.capacity - 1).cost()) {
				return 0;
			}
			this.found.remove(this.capacity - 1);
		}
		int at = this.found.size();
		while (at > 0 && this.found.get(at - 1).cost() > cost) {
			at--;
		}
		this.found.add(at, new Found<>(item, cost, times));
		return times;
	}

	/** Whether there is room for a find that isn't there yet. */
	public boolean isOpen(double cost) {
		return this.found.size() < this.capacity || cost < this.found.get(this.capacity - 1).cost();
	}

	/** The best, at least one of which there must be. */
	public Found<T> best() {
		return this.found.get(0);
	}

	/** The best, at most so many, best first. */
	public List<T> first(int most) {
		return this.found.stream().limit(most).map(Found::item).toList();
	}

}
