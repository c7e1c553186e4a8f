package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features that tell types of cipher apart: the index of coincidence (William Friedman,
 * The Index of Coincidence and Its Applications in Cryptography, 1922), as it is and by
 * columns of a period, how digraphs repeat, and how well the text reads after a quick
 * trial of each family with few keys, or whose keys come apart into letters.
 */
final class CiphertextFeatures {

	private static final int LETTERS = 26;

	private static final int LONGEST_PERIOD = 20;

	private static final int FARTHEST_PAIR = 12;

	private final int[] text;

	private final int length;

	private final LetterModel language;

	private final double[] features = new double[COUNT];

	private int next;

	/** How many features there are. */
	static final int COUNT = 91;

	private CiphertextFeatures(int[] text, LetterModel language) {
		this.text = text;
		this.length = text.length;
		this.language = language;
	}

	/**
	 * All features of a ciphertext.
	 * @param text indices of letters, at least 2
	 * @param language what its plaintext is written in
	 * @return (COUNT)
	 */
	static double[] of(int[] text, LetterModel language) {
		CiphertextFeatures features = new CiphertextFeatures(text, language);
		features.letters();
		features.digraphs();
		features.periods();
		new TrialFeatures(text, language, features::add).addAll();
		if (features.next != COUNT) {
			throw new IllegalStateException(features.next + " features");
		}
		return features.features;
	}

	private void add(double feature) {
		this.features[this.next++] = feature;
	}

	private void letters() {
		double[] frequencies = frequencies(IntStream.range(0, this.length));
		add(Math.log(this.length));
		add(this.length % 2);
		add(coincidence(IntStream.range(0, this.length)));
		add(Arrays.stream(frequencies).filter((p) -> p > 0).map((p) -> -p * Math.log(p)).sum());
		add(Arrays.stream(frequencies).filter((p) -> p > 0).count());
		add((frequencies['J' - 'A'] > 0) ? 1 : 0);
		add(IntStream.of(this.text).mapToDouble((letter) -> this.language.logs()[letter]).sum() / this.length);
		add(this.language.perLetter(this.text));
		double[] sorted = frequencies.clone();
		Arrays.sort(sorted);
		for (int i = LETTERS - 1; i >= 0; i--) {
			add(sorted[i]);
		}
	}

	private void digraphs() {
		int pairs = this.length / 2;
		int doubled = 0;
		int[] even = new int[LETTERS * LETTERS];
		int[] odd = new int[LETTERS * LETTERS];
		int all = 0;
		for (int i = 0; i + 1 < this.length; i++) {
			int digraph = this.text[i] * LETTERS + this.text[i + 1];
			((i % 2 == 0) ? even : odd)[digraph]++;
			boolean same = this.text[i] == this.text[i + 1];
			all += same ? 1 : 0;
			doubled += (same && i % 2 == 0) ? 1 : 0;
		}
		add((double) doubled / pairs);
		add((doubled == 0) ? 1 : 0);
		add((double) all / (this.length - 1));
		add(repeats(even, pairs));
		add(repeats(odd, (this.length - 1) / 2));
		double reversed = 0;
		for (int digraph = 0; digraph < even.length; digraph++) {
			int back = digraph % LETTERS * LETTERS + digraph / LETTERS;
			if (back > digraph) {
				reversed += Math.min(even[digraph], even[back]);
			}
		}
		add(LETTERS * reversed / pairs);
		add(coincidence(IntStream.iterate(0, (i) -> i < this.length, (i) -> i + 2)));
		add(coincidence(IntStream.iterate(1, (i) -> i < this.length, (i) -> i + 2)));
		add(chi());
		for (int distance = 1; distance <= FARTHEST_PAIR; distance++) {
			int[] apart = new int[LETTERS * LETTERS];
			for (int i = 0; i + distance < this.length; i++) {
				apart[this.text[i] * LETTERS + this.text[i + distance]]++;
			}
			add(repeats(apart, Math.max(1, this.length - distance)));
		}
	}

	/** How alike the letters at even and at odd places are; 1 for chance. */
	private double chi() {
		double[] even = frequencies(IntStream.iterate(0, (i) -> i < this.length, (i) -> i + 2));
		double[] odd = frequencies(IntStream.iterate(1, (i) -> i < this.length, (i) -> i + 2));
		return LETTERS * IntStream.range(0, LETTERS).mapToDouble((letter) -> even[letter] * odd[letter]).sum();
	}

	/** Pairs of equal digraphs by how many there would be by chance; the logarithm. */
	private static double repeats(int[] counts, int total) {
		double equal = IntStream.of(counts).mapToDouble((count) -> count * (count - 1) / 2.0).sum();
		double chance = total * (total - 1) / 2.0 / counts.length;
		return Math.log((equal + 0.5) / (chance + 0.5));
	}

	private void periods() {
		double best = 0;
		for (int period = 2; period <= LONGEST_PERIOD; period++) {
			double sum = 0;
			double columns = 0;
			for (int column = 0; column < period; column++) {
				int first = column;
				int step = period;
				if (this.length - column > period) { // two letters at least
					sum += coincidence(IntStream.iterate(first, (i) -> i < this.length, (i) -> i + step));
					columns++;
				}
			}
			double mean = (columns > 0) ? sum / columns : 1;
			best = Math.max(best, mean);
			add(mean);
		}
		add(best);
	}

	private double coincidence(IntStream places) {
		int[] counts = new int[LETTERS];
		places.forEach((place) -> counts[this.text[place]]++);
		double total = IntStream.of(counts).sum();
		double equal = IntStream.of(counts).mapToDouble((count) -> count * (count - 1.0)).sum();
		return (total > 1) ? LETTERS * equal / (total * (total - 1)) : 1;
	}

	private double[] frequencies(IntStream places) {
		double[] frequencies = new double[LETTERS];
		int[] chosen = places.toArray();
		for (int place : chosen) {
			frequencies[this.text[place]] += 1.0 / chosen.length;
		}
		return frequencies;
	}

}
