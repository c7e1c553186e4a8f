package dev.decipher.solve.identify;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.language.English;
import dev.decipher.language.NGrams;
import dev.decipher.solve.Passages;
import dev.decipher.solve.SolveBenchmark;
import dev.decipher.solve.TypeExamples;

/**
 * Trains the {@link TypeClassifier} on passages with random keys: softmax cross-entropy,
 * Adam, a rate that falls to nothing along a cosine. The same seed gives the same
 * weights.
 */
public final class ClassifierTraining {

	private static final int HIDDEN = 96;

	private static final int BATCH = 128;

	private static final double RATE = 0.002;

	private static final double DECAY = 1e-4;

	/** The classes to tell apart, in the order of the outputs. */
	public static final List<String> CLASSES = TypeClassifier.trained().classes();

	private final LetterModel language;

	public ClassifierTraining(NGrams grams) {
		this.language = LetterModel.of(grams);
	}

	/** Trains it anew and writes it over the one among the resources. */
	public static void main(String[] arguments) throws IOException {
		ClassifierTraining training = new ClassifierTraining(English.get().letters());
		TypeClassifier classifier = training.train(new Passages(SolveBenchmark.CORPUS, "train"), 4000, 20,
				SolveBenchmark.SEED);
		write(classifier, Path.of("src/main/resources" + TypeClassifier.RESOURCE));
	}

	/**
	 * Draws ciphertexts, as many of each class.
	 * @param length letters, or 0 for 40 to 400
	 */
	public double[][] draw(Passages passages, int perClass, int length, long seed, int[] classes) {
		double[][] figures = new double[perClass * CLASSES.size()][];
		IntStream.range(0, figures.length).parallel().forEach((i) -> {
			SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
			String type = CLASSES.get(i % CLASSES.size());
			int letters = (length > 0) ? length : (int) Math.exp(Math.log(40) + random.nextDouble() * Math.log(10));
			figures[i] = CiphertextFeatures.of(TypeExamples.draw(type, passages, letters, random).ciphertext(),
					this.language);
			classes[i] = CLASSES.indexOf(type);
		});
		return figures;
	}

	public TypeClassifier train(Passages passages, int perClass, int epochs, long seed) {
		int[] classes = new int[perClass * CLASSES.size()];
		double[][] figures = draw(passages, perClass, 0, seed, classes);
		int inputs = CiphertextFeatures.COUNT;
		int outputs = CLASSES.size();
		double[] means = new double[inputs];
		double[] deviations = new double[inputs];
		for (int k = 0; k < inputs; k++) {
			int column = k;
			means[k] = Arrays.stream(figures).mapToDouble((one) -> one[column]).average().orElseThrow();
			double mean = means[k];
			deviations[k] = 1e-6 + Math.sqrt(Arrays.stream(figures)
				.mapToDouble((one) -> (one[column] - mean) * (one[column] - mean))
				.average()
				.orElseThrow());
		}
		SplittableRandom random = new SplittableRandom(seed);
		float[] first = start(HIDDEN * inputs, Math.sqrt(2.0 / inputs), random);
		float[] firstBias = new float[HIDDEN];
		float[] second = start(outputs * HIDDEN, Math.sqrt(1.0 / HIDDEN), random);
		float[] secondBias = new float[outputs];
		TypeClassifier classifier = new TypeClassifier(CLASSES, means, deviations, first, firstBias, second,
				secondBias);
		float[][] scaled = Arrays.stream(figures).map(classifier::scaled).toArray(float[][]::new);
		float[][] weights = { first, firstBias, second, secondBias };
		float[][] gradients = Arrays.stream(weights).map((one) -> new float[one.length]).toArray(float[][]::new);
		float[][] moments = Arrays.stream(weights).map((one) -> new float[one.length]).toArray(float[][]::new);
		float[][] squares = Arrays.stream(weights).map((one) -> new float[one.length]).toArray(float[][]::new);
		int[] order = IntStream.range(0, scaled.length).toArray();
		int steps = epochs * (scaled.length / BATCH);
		int step = 0;
		for (int epoch = 0; epoch < epochs; epoch++) {
			for (int i = order.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int swapped = order[i];
				order[i] = order[j];
				order[j] = swapped;
			}
			double loss = 0;
			for (int batch = 0; batch + BATCH <= order.length; batch += BATCH) {
				for (float[] gradient : gradients) {
					Arrays.fill(gradient, 0);
				}
				for (int i = batch; i < batch + BATCH; i++) {
					loss += backward(scaled[order[i]], classes[order[i]], weights, gradients);
				}
				step++;
				double rate = RATE * 0.5 * (1 + Math.cos(Math.PI * step / steps));
				for (int w = 0; w < weights.length; w++) {
					adam(weights[w], gradients[w], moments[w], squares[w], rate, step);
				}
			}
			System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch + 1, loss / order.length);
		}
		return classifier;
	}

	private static float[] start(int size, double deviation, SplittableRandom random) {
		float[] weights = new float[size];
		for (int i = 0; i < size; i++) {
			weights[i] = (float) ((random.nextDouble() * 2 - 1) * Math.sqrt(3) * deviation);
		}
		return weights;
	}

	private static double backward(float[] input, int target, float[][] weights, float[][] gradients) {
		float[] hidden = TypeClassifier.layer(weights[0], weights[1], input);
		for (int i = 0; i < hidden.length; i++) {
			hidden[i] = Math.max(0, hidden[i]);
		}
		float[] outputs = TypeClassifier.layer(weights[2], weights[3], hidden);
		double highest = IntStream.range(0, outputs.length).mapToDouble((i) -> outputs[i]).max().orElseThrow();
		double sum = IntStream.range(0, outputs.length).mapToDouble((i) -> Math.exp(outputs[i] - highest)).sum();
		float[] back = new float[hidden.length];
		for (int row = 0; row < outputs.length; row++) {
			float error = (float) (Math.exp(outputs[row] - highest) / sum) - ((row == target) ? 1 : 0);
			gradients[3][row] += error / BATCH;
			for (int column = 0; column < hidden.length; column++) {
				gradients[2][row * hidden.length + column] += error * hidden[column] / BATCH;
				back[column] += error * weights[2][row * hidden.length + column];
			}
		}
		for (int row = 0; row < hidden.length; row++) {
			if (hidden[row] > 0) {
				float error = back[row] / BATCH;
				gradients[1][row] += error;
				for (int column = 0; column < input.length; column++) {
					gradients[0][row * input.length + column] += error * input[column];
				}
			}
		}
		return Math.log(sum) + highest - outputs[target];
	}

	private static void adam(float[] weights, float[] gradients, float[] moments, float[] squares, double rate,
			int step) {
		double first = 1 - Math.pow(0.9, step);
		double second = 1 - Math.pow(0.999, step);
		for (int i = 0; i < weights.length; i++) {
			moments[i] = 0.9f * moments[i] + 0.1f * gradients[i];
			squares[i] = 0.999f * squares[i] + 0.001f * gradients[i] * gradients[i];
			weights[i] -= (float) (rate
					* (moments[i] / first / (Math.sqrt(squares[i] / second) + 1e-8) + DECAY * weights[i]));
		}
	}

	/** What the network makes of fresh ciphertexts: counts[true class][guessed class]. */
	public int[][] confusion(TypeClassifier classifier, double[][] figures, int[] classes, int[] within) {
		int[][] counts = new int[CLASSES.size()][CLASSES.size()];
		for (int i = 0; i < figures.length; i++) {
			float[] probabilities = classifier.probabilities(classifier.scaled(figures[i]));
			int[] ranked = IntStream.range(0, probabilities.length)
				.boxed()
				.sorted((one, other) -> Float.compare(probabilities[other], probabilities[one]))
				.mapToInt(Integer::intValue)
				.toArray();
			counts[classes[i]][ranked[0]]++;
			for (int rank = 0; rank < within.length; rank++) {
				within[rank] += (ranked[rank] == classes[i]) ? 1 : 0;
			}
		}
		return counts;
	}

	private static void write(TypeClassifier classifier, Path file) throws IOException {
		Files.createDirectories(file.getParent());
		try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
			classifier.write(out);
		}
	}

}
