package dev.decipher.language;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Learns what {@link SubstitutionProfiles} know, from passages of whole works. */
final class ProfileTraining {

	/** Passages of each language and length. */
	private static final int PASSAGES = 1500;

	/** What is added to variances, since some features hardly vary. */
	private static final double RIDGE = 1e-5;

	private static final int FEATURES = SubstitutionProfiles.FEATURES;

	private final List<List<int[]>> languages = new ArrayList<>();

	private final SplittableRandom random = new SplittableRandom(3);

	/**
	 * Adds a language.
	 * @param works letters without spaces, at least one longer than all passages
	 */
	void add(List<int[]> works) {
		this.languages.add(works);
	}

	void write(Path file) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			for (int length : SubstitutionProfiles.LENGTHS) {
				double[][] covariance = new double[FEATURES][FEATURES];
				for (List<int[]> works : this.languages) {
					double[] mean = new double[FEATURES];
					List<double[]> passages = new ArrayList<>();
					for (int i = 0; i < PASSAGES; i++) {
						double[] features = SubstitutionProfiles.features(passage(works, length));
						passages.add(features);
						for (int k = 0; k < FEATURES; k++) {
							mean[k] += features[k] / PASSAGES;
						}
					}
					passages.forEach((features) -> add(features, mean, covariance));
					for (double feature : mean) {
						out.writeFloat((float) feature);
					}
				}
				for (double[] row : inverse(covariance)) {
					for (double number : row) {
						out.writeFloat((float) number);
					}
				}
			}
		}
	}

	private int[] passage(List<int[]> works, int length) {
		while (true) {
			int[] work = works.get(this.random.nextInt(works.size()));
			if (work.length > length) {
				int start = this.random.nextInt(work.length - length);
				return Arrays.copyOfRange(work, start, start + length);
			}
		}
	}

	private void add(double[] features, double[] mean, double[][] covariance) {
		double all = (double) PASSAGES * this.languages.size();
		for (int i = 0; i < FEATURES; i++) {
			for (int j = 0; j < FEATURES; j++) {
				covariance[i][j] += (features[i] - mean[i]) * (features[j] - mean[j]) / all;
			}
		}
	}

	/** By Gauss and Jordan's elimination. */
	private static double[][] inverse(double[][] matrix) {
		double[][] rows = new double[FEATURES][2 * FEATURES];
		for (int i = 0; i < FEATURES; i++) {
			System.arraycopy(matrix[i], 0, rows[i], 0, FEATURES);
			rows[i][i] += RIDGE;
			rows[i][FEATURES + i] = 1;
		}
		// positive definite: no pivot is 0
		for (int i = 0; i < FEATURES; i++) {
			double pivot = rows[i][i];
			for (int k = 0; k < 2 * FEATURES; k++) {
				rows[i][k] /= pivot;
			}
			for (int other = 0; other < FEATURES; other++) {
				double factor = (other == i) ? 0 : rows[other][i];
				for (int k = 0; k < 2 * FEATURES && factor != 0; k++) {
					rows[other][k] -= factor * rows[i][k];
				}
			}
		}
		double[][] inverse = new double[FEATURES][FEATURES];
		for (int i = 0; i < FEATURES; i++) {
			System.arraycopy(rows[i], FEATURES, inverse[i], 0, FEATURES);
		}
		return inverse;
	}

}
