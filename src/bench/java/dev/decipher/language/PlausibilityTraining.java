package dev.decipher.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Caesar;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits {@link Plausibility}: to passages of works that no language was learned from, and
 * to what a wrong key makes of such passages' ciphertexts. Prints the weights, and on
 * other works how often the probability is right.
 */
public final class PlausibilityTraining {

	private static final int TEXTS = 4_000;

	private static final int STEPS = 4_000;

	private static final double RATE = 0.5;

	private static final String[] CIPHERS = { "'caesar','shift':SHIFT", "'substitution','key':{'random':{}}",
			"'vigenere','key':{'random':{'length':[3,10]}}", "'columnar','key':{'random':{'length':[4,12]}}",
			"'playfair','key':{'random':{}}", "'autokey','key':{'random':{'length':[3,8]}}" };

	private PlausibilityTraining() {
	}

	private record Examples(List<double[]> features, List<Boolean> language) {
	}

	/** Fits, and prints. */
	public static void main(String[] arguments) throws IOException {
		Examples tune = draw(LanguageTexts.Part.TUNE, 1);
		double[] weights = fit(tune);
		System.out.println("Weights: `" + Arrays.toString(weights) + "`\n");
		Examples heldout = draw(LanguageTexts.Part.HELDOUT, 2);
		System.out.println("| plausibility | texts | of these language |\n|---|---|---|");
		double[] bounds = { 0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01 };
		for (int bin = 0; bin + 1 < bounds.length; bin++) {
			int count = 0;
			int language = 0;
			for (int i = 0; i < heldout.features().size(); i++) {
				double probability = Plausibility.probability(heldout.features().get(i), weights);
				if (probability >= bounds[bin] && probability < bounds[bin + 1]) {
					count++;
					language += heldout.language().get(i) ? 1 : 0;
				}
			}
			System.out.println(String.format(Locale.ROOT, "| %.2f–%.2f | %d | %.1f %% |", bounds[bin],
					Math.min(1, bounds[bin + 1]), count, 100.0 * language / Math.max(1, count)));
		}
	}

	private static Examples draw(LanguageTexts.Part part, long seed) throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		Examples examples = new Examples(new ArrayList<>(), new ArrayList<>());
		for (String name : Languages.builtIn()) {
			List<String> works = LanguageTexts.of(name).letters(part);
			for (int i = 0; i < TEXTS / Languages.builtIn().size(); i++) {
				int length = (int) Math.exp(Math.log(10) + random.nextDouble() * Math.log(30));
				int[] text = passage(works, length, random);
				boolean language = i % 2 == 0;
				int[] read = language ? text : wrong(text, random);
				double likely = Arrays.stream(LanguageGuess.logProbabilities(read)).max().orElseThrow();
				examples.features().add(Plausibility.features(read, likely));
				examples.language().add(language);
			}
		}
		return examples;
	}

	private static int[] passage(List<String> works, int length, SplittableRandom random) {
		while (true) {
			String work = works.get(random.nextInt(works.size()));
			int start = random.nextInt(work.length());
			int[] letters = work.substring(start, Math.min(work.length(), start + 2 * length))
				.chars()
				.filter((letter) -> letter != ' ')
				.map((letter) -> letter - 'A')
				.limit(length)
				.toArray();
			if (letters.length == length) {
				return letters;
			}
		}
	}

	/** Enciphers with one key, and deciphers with another. */
	private static int[] wrong(int[] text, SplittableRandom random) {
		while (true) {
			Cipher any = JsonMapper.shared()
				.readValue(("{'type':" + CIPHERS[random.nextInt(CIPHERS.length)] + "}").replace('\'', '"')
					.replace("SHIFT", Integer.toString(random.nextInt(26))), Cipher.class);
			Alphabet alphabet = any.defaultAlphabet();
			int[] own = Arrays.stream(text)
				.map((letter) -> alphabet.indexOf(Alphabet.LATIN26.codePoint(letter)))
				.toArray();
			Cipher one = any.withKeyDrawn(alphabet, random);
			Cipher other = (any instanceof Caesar) ? new Caesar(random.nextInt(26))
					: any.withKeyDrawn(alphabet, random);
			if (one.equals(other)) {
				continue;
			}
			int[] ciphertext = one.over(alphabet).encrypt(one.over(alphabet).prepare(own));
			return Arrays.stream(other.over(alphabet).decrypt(ciphertext))
				.map((letter) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(letter)))
				.toArray();
		}
	}

	private static double[] fit(Examples examples) {
		double[] weights = new double[examples.features().get(0).length + 1];
		for (int step = 0; step < STEPS; step++) {
			double[] gradient = new double[weights.length];
			for (int i = 0; i < examples.features().size(); i++) {
				double[] features = examples.features().get(i);
				double error = (Plausibility.probability(features, weights) - (examples.language().get(i) ? 1 : 0))
						/ examples.features().size();
				gradient[0] += error;
				for (int k = 0; k < features.length; k++) {
					gradient[k + 1] += error * features[k];
				}
			}
			for (int k = 0; k < weights.length; k++) {
				weights[k] -= RATE * gradient[k];
			}
		}
		return weights;
	}

}
