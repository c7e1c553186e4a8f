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

	private static final int LONGEST_KEY = 15;

	private static final int LONGEST_PRIMER = 12;

	private static final int MOST_RAILS = 20;

	private static final int MOST_COLUMNS = 40;

	private static final int FARTHEST_PAIR = 12;

	/** Rows of a matrix that are tried with one another. */
	private static final int ROWS = 12;

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
		features.trials();
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

	private interface Decipherment {

		int letter(int ciphertext, int key);

	}

	private void trials() {
		periodic((letter, key) -> (letter + LETTERS - key) % LETTERS, LETTERS);
		periodic((letter, key) -> (key + LETTERS - letter) % LETTERS, LETTERS);
		periodic(CiphertextFeatures::porta, LETTERS / 2);
		autokey();
		hill();
		transpositions();
	}

	private static int porta(int letter, int key) {
		int half = LETTERS / 2;
		return (letter < half) ? half + (letter + key) % half : (letter - half + half - key) % half;
	}

	/** Each column of each period by the key letter that makes its letters likeliest. */
	private void periodic(Decipherment cipher, int keys) {
		double best = Double.NEGATIVE_INFINITY;
		double bestPeriod = 0;
		int[] plaintext = new int[this.length];
		double reading = Double.NEGATIVE_INFINITY;
		for (int period = 1; period <= Math.min(LONGEST_KEY, this.length / 2); period++) {
			double sum = -period * Math.log(keys);
			for (int column = 0; column < period; column++) {
				double likeliest = Double.NEGATIVE_INFINITY;
				int likeliestKey = 0;
				for (int key = 0; key < keys; key++) {
					double likelihood = 0;
					for (int i = column; i < this.length; i += period) {
						likelihood += this.language.logs()[cipher.letter(this.text[i], key)];
					}
					if (likelihood > likeliest) {
						likeliest = likelihood;
						likeliestKey = key;
					}
				}
				sum += likeliest;
				for (int i = column; i < this.length; i += period) {
					plaintext[i] = cipher.letter(this.text[i], likeliestKey);
				}
			}
			if (sum > best) {
				best = sum;
				bestPeriod = period;
			}
			reading = Math.max(reading, worth(plaintext, period * Math.log(keys)));
		}
		add(best / this.length);
		add(reading);
		add(bestPeriod);
	}

	/** ln p a letter, less the key. */
	private double worth(int[] plaintext, double key) {
		return this.language.perLetter(plaintext) - key / this.length;
	}

	/**
	 * Each letter of a primer begins a chain of letters, each of which is the key of the
	 * next.
	 */
	private void autokey() {
		double best = Double.NEGATIVE_INFINITY;
		double reading = Double.NEGATIVE_INFINITY;
		int[] plaintext = new int[this.length];
		int[] chain = new int[this.length];
		for (int primer = 1; primer <= Math.min(LONGEST_PRIMER, this.length / 2); primer++) {
			double sum = -primer * Math.log(LETTERS);
			for (int first = 0; first < primer; first++) {
				double likeliest = Double.NEGATIVE_INFINITY;
				for (int key = 0; key < LETTERS; key++) {
					double likelihood = 0;
					int letter = key;
					for (int i = first; i < this.length; i += primer) {
						letter = (this.text[i] + LETTERS - letter) % LETTERS;
						chain[i] = letter;
						likelihood += this.language.logs()[letter];
					}
					if (likelihood > likeliest) {
						likeliest = likelihood;
						for (int i = first; i < this.length; i += primer) {
							plaintext[i] = chain[i];
						}
					}
				}
				sum += likeliest;
			}
			best = Math.max(best, sum);
			reading = Math.max(reading, worth(plaintext, primer * Math.log(LETTERS)));
		}
		add(best / this.length);
		add(reading);
	}

	/** A matrix of two rows: the likeliest rows, each by itself and then two together. */
	private void hill() {
		int pairs = this.length / 2;
		double[] likelihoods = new double[LETTERS * LETTERS];
		for (int row = 0; row < likelihoods.length; row++) {
			for (int i = 0; i < pairs; i++) {
				likelihoods[row] += this.language.logs()[product(row, i)];
			}
		}
		int[] rows = IntStream.range(0, likelihoods.length)
			.boxed()
			.sorted((one, other) -> Double.compare(likelihoods[other], likelihoods[one]))
			.limit(ROWS)
			.mapToInt(Integer::intValue)
			.toArray();
		add((likelihoods[rows[0]] + likelihoods[rows[1]]) / (2 * pairs));
		double reading = Double.NEGATIVE_INFINITY;
		int[] plaintext = new int[2 * pairs];
		for (int upper : rows) {
			for (int lower : rows) {
				for (int i = 0; upper != lower && i < pairs; i++) {
					plaintext[2 * i] = product(upper, i);
					plaintext[2 * i + 1] = product(lower, i);
				}
				reading = (upper != lower) ? Math.max(reading, worth(plaintext, 4 * Math.log(LETTERS))) : reading;
			}
		}
		add(reading);
	}

	private int product(int row, int pair) {
		return (row / LETTERS * this.text[2 * pair] + row % LETTERS * this.text[2 * pair + 1]) % LETTERS;
	}

	private void transpositions() {
		double rails = Double.NEGATIVE_INFINITY;
		for (int count = 2; count <= Math.min(MOST_RAILS, this.length - 1); count++) {
			rails = Math.max(rails, this.language.perLetter(fence(count)));
		}
		add(rails);
		double columns = Double.NEGATIVE_INFINITY;
		for (int count = 2; count <= Math.min(MOST_COLUMNS, this.length / 2); count++) {
			columns = Math.max(columns, this.language.perLetter(rows(count)));
		}
		add(columns);
		neighbours();
	}

	private int[] fence(int rails) {
		int[] plaintext = new int[this.length];
		int at = 0;
		int period = 2 * (rails - 1);
		for (int rail = 0; rail < rails; rail++) {
			for (int i = 0; i < this.length; i++) {
				int phase = i % period;
				if (Math.min(phase, period - phase) == rail) {
					plaintext[i] = this.text[at++];
				}
			}
		}
		return plaintext;
	}

	private int[] rows(int columns) {
		int[] plaintext = new int[this.length];
		int at = 0;
		for (int column = 0; column < columns; column++) {
			for (int i = column; i < this.length; i += columns) {
				plaintext[i] = this.text[at++];
			}
		}
		return plaintext;
	}

	/**
	 * Of a columnar transposition, letters that were neighbours stand a fixed distance
	 * apart for the height of a column.
	 */
	private void neighbours() {
		double best = 0;
		for (int columns = 3; columns <= LONGEST_KEY; columns++) {
			int height = this.length / columns;
			if (height < 3) {
				break;
			}
			int longer = this.length % columns;
			double sum = 0;
			for (int column = 0; column < columns; column++) {
				double likeliest = Double.NEGATIVE_INFINITY;
				int start = column * height + column * longer / columns;
				for (int other = 0; other < columns; other++) {
					// how many of those before it are longer isn't known
					for (int more = 0; other != column && more <= Math.min(other, longer); more++) {
						likeliest = Math.max(likeliest, follows(start, other * height + more, height));
					}
				}
				sum += likeliest;
			}
			best = Math.max(best, sum / columns / height);
		}
		add(best);
	}

	/** ln p(digraphs) − ln p(letters) of two columns side by side. */
	private double follows(int left, int right, int height) {
		double sum = 0;
		for (int i = 0; i < height && Math.max(left, right) + i < this.length; i++) {
			sum += this.language.gain(this.text[left + i], this.text[right + i]);
		}
		return sum;
	}

}
