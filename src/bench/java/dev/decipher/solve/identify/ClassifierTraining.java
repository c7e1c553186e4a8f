package dev.decipher.solve.identify;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains the {@link TypeClassifier} on passages of the texts that
 * {@code -Dlanguages.texts=} names, in all their languages, of 30 to 1,000 letters; the
 * works to measure with are left out. The same seed gives the same weights.
 */
public final class ClassifierTraining {

	private static final int PER_LABEL = Integer.getInteger("classifier.examples", 4000);

	private static final int EPOCHS = Integer.getInteger("classifier.epochs", 8);

	/** Networks that are trained by themselves and then decide together. */
	private static final int MEMBERS = Integer.getInteger("classifier.members", 3);

	/** Fresh examples of each label, by which temperatures are fitted. */
	private static final int FRESH = 60;

	private static final int[] HIDDEN = { 256, 128 };

	private static final double RATE = 0.0015;

	private static final double DROPOUT = 0.15;

	static final long SEED = 20_261;

	private static final String ENGLISH = "english";

	/** So many times as likely as a type is one that isn't listed, or none at all. */
	private static final int SHARE_OF_OTHERS = 3;

	private static final int LONGEST = 1000;

	private ClassifierTraining() {
	}

	/** Trains it anew and writes it over the one among the resources. */
	public static void main(String[] arguments) throws IOException {
		long start = System.nanoTime();
		Works works = Works.toLearnFrom();
		LetterProfiles profiles = new LetterProfiles(works.works()
			.entrySet()
			.stream()
			.map((language) -> LetterProfiles.count(language.getKey(), language.getValue()))
			.toList());
		CiphertextFeatures features = new CiphertextFeatures(profiles);
		float[][] scale = scale(features, works);
		Examples examples = Examples.draw(features, scale, shares(PER_LABEL),
				(label, random) -> text(label, works, random), SEED, TypeLabels.ALL);
		System.out.printf(Locale.ROOT, "%d examples after %.0f s%n", examples.size(),
				(System.nanoTime() - start) / 1e9);
		TypeClassifier classifier = train(profiles, scale, examples);
		Examples fresh = Examples.draw(features, scale, shares(FRESH), (label, random) -> text(label, works, random),
				~SEED * 31, TypeLabels.ALL);
		classifier = tempered(classifier, fresh);
		write(classifier, Path.of("src/main/resources" + TypeClassifier.RESOURCE));
		System.out.printf(Locale.ROOT, "trained in %.0f s%n", (System.nanoTime() - start) / 1e9);
	}

	static int[] shares(int each) {
		int[] shares = new int[TypeLabels.ALL.size()];
		Arrays.fill(shares, each);
		shares[TypeLabels.ALL.indexOf(TypeClass.UNKNOWN)] *= SHARE_OF_OTHERS;
		shares[TypeLabels.ALL.indexOf(TypeClass.RANDOM)] *= SHARE_OF_OTHERS;
		return shares;
	}

	static float[][] scale(CiphertextFeatures features, Works works) {
		return Examples.scale(IntStream.range(0, 15 * TypeLabels.ALL.size()).parallel().mapToObj((i) -> {
			String label = TypeLabels.ALL.get(i % TypeLabels.ALL.size());
			SplittableRandom random = new SplittableRandom(SEED * 77 + i);
			while (true) {
				try {
					return features.of(text(label, works, random));
				}
				catch (RuntimeException ex) {
					// a key that can't encipher this text
				}
			}
		}).toList());
	}

	/** A text as people bring it: English mostly, of a hundred letters or so mostly. */
	static String text(String label, Works works, SplittableRandom random) {
		List<String> languages = List.copyOf(works.works().keySet());
		String language = (random.nextInt(2) == 0) ? ENGLISH : languages.get(random.nextInt(languages.size()));
		int letters = (random.nextInt(5) < 3) ? 60 + random.nextInt(100) : (int) Math
			.round(TypeClassifier.SHORTEST * Math.pow((double) LONGEST / TypeClassifier.SHORTEST, random.nextDouble()));
		return TypeExamples.draw(label, works, language, letters, TypeExamples.Layout.ANY, random);
	}

	static TypeClassifier train(LetterProfiles profiles, float[][] scale, Examples examples) {
		int[] sizes = IntStream
			.concat(IntStream.of(CiphertextFeatures.COUNT),
					IntStream.concat(IntStream.of(HIDDEN), IntStream.of(TypeLabels.ALL.size())))
			.toArray();
		List<DenseTraining> members = IntStream.range(0, MEMBERS).mapToObj((member) -> {
			DenseTraining training = new DenseTraining(sizes, DROPOUT, SEED + member);
			training.train(examples, EPOCHS, RATE);
			return training;
		}).toList();
		float[] temperatures = new float[11];
		Arrays.fill(temperatures, 1);
		return new TypeClassifier(TypeLabels.ALL, profiles, scale[0], scale[1],
				NetworksTogether.weights(sizes, members), NetworksTogether.biases(sizes, members), temperatures);
	}

	/** Temperatures at which fresh texts are the likeliest, by length. */
	static TypeClassifier tempered(TypeClassifier classifier, Examples fresh) {
		float[] temperatures = new float[11];
		float[][] outputs = IntStream.range(0, fresh.size())
			.parallel()
			.mapToObj((i) -> classifier.outputs(fresh.row(i)))
			.toArray(float[][]::new);
		for (int power = 0; power < temperatures.length; power++) {
			int length = 1 << Math.max(5, power);
			double best = Double.POSITIVE_INFINITY;
			for (double temperature = 0.7; temperature < 3; temperature *= 1.03) {
				double loss = 0;
				for (int i = 0; i < outputs.length; i++) {
					if (fresh.lengths()[i] > length / 2 && fresh.lengths()[i] < length * 2) {
						loss -= Math.log(1e-12 + TypeClassifier.softmax(outputs[i], temperature)[fresh.labels()[i]]);
					}
				}
				if (loss < best) {
					best = loss;
					temperatures[power] = (float) temperature;
				}
			}
		}
		System.out.println("temperatures " + Arrays.toString(temperatures));
		return new TypeClassifier(classifier.labels(), classifier.profiles(), classifier.means(),
				classifier.deviations(), classifier.weights(), classifier.biases(), temperatures);
	}

	static void write(TypeClassifier classifier, Path file) throws IOException {
		Files.createDirectories(file.getParent());
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			classifier.write(out);
		}
	}

}
