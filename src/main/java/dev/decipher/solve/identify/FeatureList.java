package dev.decipher.solve.identify;

import java.util.Arrays;

/** Features of a text, one after another. */
final class FeatureList {

	/** No feature is farther from nothing. */
	private static final double MOST = 1000;

	private float[] values = new float[512];

	private int size;

	/** Adds a feature; NaN counts as 0. */
	void add(double value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.size);
		}
		this.values[this.size++] = Double.isNaN(value) ? 0 : (float) Math.max(-MOST, Math.min(MOST, value));
	}

	void add(boolean value) {
		add(value ? 1 : 0);
	}

	/**
	 * Adds the first of some values in descending order, and zeros if there are fewer.
	 */
	void addHighest(double[] values, int count) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < count; i++) {
			add((i < sorted.length) ? sorted[sorted.length - 1 - i] : 0);
		}
	}

	/** Adds zeros until there are so many features. */
	void fill(int count) {
		if (this.size > count) {
			throw new IllegalStateException(this.size + " features");
		}
		while (this.size < count) {
			add(0);
		}
	}

	int size() {
		return this.size;
	}

	/** All features: (size). */
	float[] toArray() {
		return Arrays.copyOf(this.values, this.size);
	}

}
