package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.language.NGrams;

/**
 * What statistics of ciphertexts need to know of a language.
 *
 * @param logs ln p of each letter: (V)
 */
record LetterModel(double[] logs) {

	/** Letters of a text that would show as much as is said of rare ones. */
	private static final int SAMPLE = 300_000;

	/** By how many nats the letters of a text in the language may be less likely. */
	private static final double UNLIKE = 0.4;

	/** What all classes together that don't fit weigh beside one that does. */
	private static final double UNFIT = 0.3;

	private static final String SUBSTITUTION = "substitution";

	/** The letters in the texts that n-grams make. */
	static LetterModel of(NGrams grams) {
		double[] shares = grams.shares();
		return new LetterModel(Arrays.stream(shares)
			.map((share) -> Math.log((SAMPLE * share + 0.5) / (SAMPLE + 0.5 * shares.length)))
			.toArray());
	}

	/**
	 * Which classes of cipher a text may be of, by its letters' frequencies alone: a
	 * substitution keeps how unlike they are (Friedman, The index of coincidence, 1922),
	 * a transposition each of them, and other ciphers neither.
	 * @param text indices of letters
	 * @param classes to choose from
	 * @return probabilities
	 */
	Map<String, Double> types(int[] text, List<String> classes) {
		int[] counts = new int[this.logs.length];
		double mean = 0;
		for (int letter : text) {
			counts[letter]++;
			mean += this.logs[letter] / text.length;
		}
		double coincidence = 0;
		double usual = 0;
		double entropy = 0;
		for (int letter = 0; letter < counts.length; letter++) {
			double p = Math.exp(this.logs[letter]);
			usual += p * p;
			entropy -= p * this.logs[letter];
			coincidence += counts[letter] * (counts[letter] - 1.0) / Math.max(1, text.length * (text.length - 1.0));
		}
		boolean uneven = coincidence > (usual + 1.0 / counts.length) / 2;
		boolean inPlace = mean > -entropy - UNLIKE;
		Map<String, Double> types = new LinkedHashMap<>();
		for (String one : classes) {
			boolean keepsLetters = TypeClass.transposes(one) || one.equals(TypeClass.PLAINTEXT);
			boolean fits = keepsLetters ? uneven && inPlace : one.equals(SUBSTITUTION) ? uneven && !inPlace : !uneven;
			types.put(one, fits ? 1 : UNFIT / classes.size());
		}
		double sum = types.values().stream().mapToDouble(Double::doubleValue).sum();
		types.replaceAll((one, weight) -> weight / sum);
		return types;
	}

}
