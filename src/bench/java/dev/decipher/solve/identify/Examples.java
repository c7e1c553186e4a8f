package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Features of many ciphertexts, in sixteen bits each so that they fit into memory.
 *
 * @param rows scaled features: (examples, inputs)
 * @param labels what each is an example of: (examples)
 * @param lengths characters of each text: (examples)
 */
record Examples(short[][] rows, int[] labels, int[] lengths) {

	/** Steps of a value in one. */
	private static final float STEPS = 2000;

	/** How long texts are, and in which languages. */
	interface Draw {

		/** The text of an example. */
		String text(String label, SplittableRandom random);

	}

	/** Means and deviations of features, of those that aren't 0: (2, inputs). */
	static float[][] scale(List<float[]> features) {
		int inputs = features.get(0).length;
		float[][] scale = new float[2][inputs];
		for (int input = 0; input < inputs; input++) {
			int column = input;
			double[] values = features.stream()
				.mapToDouble((one) -> one[column])
				.filter((value) -> value != 0)
				.toArray();
			double mean = Arrays.stream(values).average().orElse(0);
			double square = Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).average().orElse(1);
			boolean constant = square < 1e-9;
			scale[0][input] = constant ? (float) (mean - 1) : (float) mean;
			scale[1][input] = constant ? 1 : (float) Math.sqrt(square);
		}
		return scale;
	}

	/**
	 * Draws examples, each label in turn. More of a label begin with the same ones.
	 * @param weights how many of each label, (labels)
	 */
	static Examples draw(CiphertextFeatures features, float[][] scale, int[] weights, Draw texts, long seed,
			List<String> names) {
		int[] labels = IntStream.range(0, weights.length)
			.flatMap((label) -> IntStream.generate(() -> label).limit(weights[label]))
			.toArray();
		int[] ofLabel = IntStream.of(weights).flatMap((weight) -> IntStream.range(0, weight)).toArray();
		short[][] rows = new short[labels.length][];
		int[] lengths = new int[labels.length];
		AtomicInteger failed = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		IntStream.range(0, labels.length).parallel().forEach((i) -> {
			String text = text(names.get(labels[i]), texts, seed + (long) ofLabel[i] * weights.length + labels[i],
					failed);
			lengths[i] = (int) text.chars().filter((character) -> character != ' ').count();
			rows[i] = row(TypeClassifier.scaled(features.of(text), scale[0], scale[1]));
			int count = done.incrementAndGet();
			if (count % 10_000 == 0) {
				System.out.println(count + " of " + labels.length + " examples");
			}
		});
		if (failed.get() > labels.length / 100) {
			throw new IllegalStateException(failed + " texts can't be enciphered");
		}
		return new Examples(rows, labels, lengths);
	}

	/** Features in sixteen bits each. */
	static short[] row(float[] scaled) {
		short[] row = new short[scaled.length];
		for (int input = 0; input < scaled.length; input++) {
			row[input] = (short) Math.round(scaled[input] * STEPS);
		}
		return row;
	}

	/** A key now and then can't encipher its text: it lacks a letter. */
	static String text(String label, Draw texts, long seed, AtomicInteger failed) {
		SplittableRandom random = new SplittableRandom(seed);
		for (int tries = 0; tries < 20; tries++) {
			try {
				return texts.text(label, random);
			}
			catch (RuntimeException ex) {
				failed.incrementAndGet();
			}
		}
		throw new IllegalStateException("no example of " + label);
	}

	int size() {
		return this.labels.length;
	}

	/** The scaled features of an example: (inputs). */
	float[] row(int example) {
		float[] row = new float[this.rows[example].length];
		copy(example, row, 0);
		return row;
	}

	void copy(int example, float[] to, int offset) {
		short[] row = this.rows[example];
		for (int input = 0; input < row.length; input++) {
			to[offset + input] = row[input] / STEPS;
		}
	}

	/** The mean of something over some examples. */
	double mean(IntToDoubleFunction something) {
		return IntStream.range(0, size()).mapToDouble(something).average().orElse(0);
	}

}
