package dev.decipher.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a simple substitution leaves of a language: how often the most frequent symbols
 * occur, doubled ones, repeated pairs and threes, and pairs that occur either way round.
 * A linear discriminant analysis (Fisher, "The use of multiple measurements in taxonomic
 * problems", 1936) of passages of some lengths tells languages apart by it.
 */
final class SubstitutionProfiles {

	/** Lengths of the passages. */
	static final int[] LENGTHS = { 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024 };

	/** How many of the most frequent symbols count. */
	private static final int RANKS = 26;

	/** The number F of features. */
	static final int FEATURES = RANKS + 4;

	/** The most different symbols of a text. */
	static final int SYMBOLS = 256;

	static final SingletonSupplier<SubstitutionProfiles> BUILT_IN = SingletonSupplier.of(SubstitutionProfiles::load);

	private final float[][][] means; // by length and language: (F)

	private final float[][] precisions; // by length: (F · F)

	/**
	 * Profiles.
	 * @param means the mean features: by length and language, (F)
	 * @param precisions the inverse of the covariance that they have within a language:
	 * by length, (F · F)
	 */
	SubstitutionProfiles(float[][][] means, float[][] precisions) {
		this.means = means;
		this.precisions = precisions;
	}

	private static SubstitutionProfiles load() {
		try (InputStream file = new ClassPathResource("/language/profiles", SubstitutionProfiles.class)
			.getInputStream(); DataInputStream in = new DataInputStream(file)) {
			float[][][] means = new float[LENGTHS.length][Languages.builtIn().size()][FEATURES];
			float[][] precisions = new float[LENGTHS.length][FEATURES * FEATURES];
			for (int length = 0; length < LENGTHS.length; length++) {
				for (float[] mean : means[length]) {
					read(in, mean);
				}
				read(in, precisions[length]);
			}
			return new SubstitutionProfiles(means, precisions);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void read(DataInputStream in, float[] numbers) throws IOException {
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = in.readFloat();
		}
	}

	/**
	 * What is left of a text's language, as square roots of shares, whose variance hardly
	 * depends on them.
	 * @param text symbols below {@link #SYMBOLS}, at least one
	 * @return (F)
	 */
	static double[] features(int[] text) {
		int[] counts = new int[SYMBOLS];
		Map<Integer, Integer> pairs = new HashMap<>();
		Map<Integer, Integer> threes = new HashMap<>();
		int doubled = 0;
		for (int i = 0; i < text.length; i++) {
			counts[text[i]]++;
			if (i > 0) {
				doubled += (text[i] == text[i - 1]) ? 1 : 0;
				pairs.merge(text[i - 1] * SYMBOLS + text[i], 1, Integer::sum);
			}
			if (i > 1) {
				threes.merge((text[i - 2] * SYMBOLS + text[i - 1]) * SYMBOLS + text[i], 1, Integer::sum);
			}
		}
		double eitherWay = 0;
		for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
			int first = pair.getKey() / SYMBOLS;
			int second = pair.getKey() % SYMBOLS;
			if (first != second) {
				eitherWay += (double) pair.getValue() * pairs.getOrDefault(second * SYMBOLS + first, 0);
			}
		}
		Arrays.sort(counts);
		double[] features = new double[FEATURES];
		for (int rank = 0; rank < RANKS; rank++) {
			features[rank] = Math.sqrt((double) counts[SYMBOLS - 1 - rank] / text.length);
		}
		features[RANKS] = Math.sqrt((double) doubled / text.length);
		features[RANKS + 1] = Math.sqrt(repeats(pairs)) / text.length;
		features[RANKS + 2] = Math.sqrt(repeats(threes)) / text.length;
		features[RANKS + 3] = Math.sqrt(eitherWay) / text.length;
		return features;
	}

	private static double repeats(Map<Integer, Integer> counts) {
		return counts.values().stream().mapToDouble((count) -> count * (count - 1.0)).sum();
	}

	/**
	 * How likely what is left of a text is in each language, but for a common constant:
	 * by its first and its last passage of the greatest length there is.
	 * @param text symbols below {@link #SYMBOLS}
	 * @return ln p, in nats: (languages)
	 */
	double[] logLikelihoods(int[] text) {
		double[] logs = new double[this.means[0].length];
		int used = Math.min(text.length, LENGTHS[LENGTHS.length - 1]);
		int place = LENGTHS.length - 1;
		while (place >= 0 && LENGTHS[place] > used) {
			place--;
		}
		if (place < 0) {
			return logs;
		}
		int length = LENGTHS[place];
		for (int start : new int[] { 0, used - length }) {
			double[] features = features(Arrays.copyOfRange(text, start, start + length));
			for (int language = 0; language < logs.length; language++) {
				// together they say as much as the text is longer than one
				logs[language] -= square(features, this.means[place][language], this.precisions[place]) / 4 * used
						/ length;
			}
		}
		return logs;
	}

	private static double square(double[] features, float[] mean, float[] precision) {
		double square = 0;
		for (int i = 0; i < FEATURES; i++) {
			for (int j = 0; j < FEATURES; j++) {
				square += (features[i] - mean[i]) * precision[i * FEATURES + j] * (features[j] - mean[j]);
			}
		}
		return square;
	}

}
