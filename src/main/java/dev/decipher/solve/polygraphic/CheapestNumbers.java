package dev.decipher.solve.polygraphic;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The numbers that cost least, as a heap: the costliest that is kept is at the top. */
final class CheapestNumbers {

	private final int[] numbers;

	private final float[] costs;

	private int count;

	CheapestNumbers(int capacity) {
		this.numbers = new int[capacity];
		this.costs = new float[capacity];
	}

	/** A number that costs more isn't kept. */
	float most() {
		return (this.count < this.numbers.length) ? Float.MAX_VALUE : this.costs[0];
	}

	void add(int number, float cost) {
		if (cost >= most()) {
			return;
		}
		int hole;
		if (this.count < this.numbers.length) {
			hole = this.count++;
			for (int above = (hole - 1) / 2; hole > 0 && this.costs[above] < cost; above = (hole - 1) / 2) {
				hole = move(above, hole);
			}
		}
		else {
			hole = 0;
			for (int below = costlierBelow(0); below > 0 && this.costs[below] > cost; below = costlierBelow(hole)) {
				hole = move(below, hole);
			}
		}
		this.numbers[hole] = number;
		this.costs[hole] = cost;
	}

	private int move(int from, int to) {
		this.numbers[to] = this.numbers[from];
		this.costs[to] = this.costs[from];
		return from;
	}

	/** The costlier of two below a place, 0 if there is none. */
	private int costlierBelow(int place) {
		int left = 2 * place + 1;
		if (left >= this.count) {
			return 0;
		}
		return (left + 1 < this.count && this.costs[left + 1] > this.costs[left]) ? left + 1 : left;
	}

	/** The numbers kept, cheapest first. */
	int[] numbers() {
		return IntStream.range(0, this.count)
			.boxed()
			.sorted(Comparator.comparingDouble((place) -> this.costs[place]))
			.mapToInt((place) -> this.numbers[place])
			.toArray();
	}

}
