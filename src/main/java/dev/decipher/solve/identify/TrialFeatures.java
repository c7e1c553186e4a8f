package dev.decipher.solve.identify;

import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Scytale;

/**
 * Features of a ciphertext that come of a quick trial of each family with few keys, or
 * whose keys come apart into letters: how well the text reads after it.
 *
 * @param text indices of letters, at least 2
 * @param language what its plaintext is written in
 * @param add takes each feature
 */
record TrialFeatures(int[] text, LetterModel language, DoubleConsumer add) {

	private static final int LETTERS = 26;

	private static final int LONGEST_KEY = 15;

	private static final int LONGEST_PRIMER = 12;

	private static final int MOST_RAILS = 20;

	private static final int MOST_COLUMNS = 40;

	/** Rows of a matrix that are tried with one another. */
	private static final int ROWS = 12;

	private interface Decipherment {

		int letter(int ciphertext, int key);

	}

	/** Adds all features, in their order. */
	void addAll() {
		periodic((letter, key) -> (letter + LETTERS - key) % LETTERS, LETTERS);
		periodic((letter, key) -> (key + LETTERS - letter) % LETTERS, LETTERS);
		periodic(TrialFeatures::porta, LETTERS / 2);
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
		int[] plaintext = new int[this.text.length];
		double reading = Double.NEGATIVE_INFINITY;
		for (int period = 1; period <= Math.min(LONGEST_KEY, this.text.length / 2); period++) {
			double sum = -period * Math.log(keys);
			for (int column = 0; column < period; column++) {
				double likeliest = Double.NEGATIVE_INFINITY;
				int likeliestKey = 0;
				for (int key = 0; key < keys; key++) {
					double likelihood = 0;
					for (int i = column; i < this.text.length; i += period) {
						likelihood += this.language.logs()[cipher.letter(this.text[i], key)];
					}
					if (likelihood > likeliest) {
						likeliest = likelihood;
						likeliestKey = key;
					}
				}
				sum += likeliest;
				for (int i = column; i < this.text.length; i += period) {
					plaintext[i] = cipher.letter(this.text[i], likeliestKey);
				}
			}
			if (sum > best) {
				best = sum;
				bestPeriod = period;
			}
			reading = Math.max(reading, worth(plaintext, period * Math.log(keys)));
		}
		this.add.accept(best / this.text.length);
		this.add.accept(reading);
		this.add.accept(bestPeriod);
	}

	/** ln p a letter, less the key. */
	private double worth(int[] plaintext, double key) {
		return this.language.perLetter(plaintext) - key / this.text.length;
	}

	/**
	 * Each letter of a primer begins a chain of letters, each of which is the key of the
	 * next.
	 */
	private void autokey() {
		double best = Double.NEGATIVE_INFINITY;
		double reading = Double.NEGATIVE_INFINITY;
		int[] plaintext = new int[this.text.length];
		int[] chain = new int[this.text.length];
		for (int primer = 1; primer <= Math.min(LONGEST_PRIMER, this.text.length / 2); primer++) {
			double sum = -primer * Math.log(LETTERS);
			for (int first = 0; first < primer; first++) {
				double likeliest = Double.NEGATIVE_INFINITY;
				for (int key = 0; key < LETTERS; key++) {
					double likelihood = 0;
					int letter = key;
					for (int i = first; i < this.text.length; i += primer) {
						letter = (this.text[i] + LETTERS - letter) % LETTERS;
						chain[i] = letter;
						likelihood += this.language.logs()[letter];
					}
					if (likelihood > likeliest) {
						likeliest = likelihood;
						for (int i = first; i < this.text.length; i += primer) {
							plaintext[i] = chain[i];
						}
					}
				}
				sum += likeliest;
			}
			best = Math.max(best, sum);
			reading = Math.max(reading, worth(plaintext, primer * Math.log(LETTERS)));
		}
		this.add.accept(best / this.text.length);
		this.add.accept(reading);
	}

	/** A matrix of two rows: the likeliest rows, each by itself and then two together. */
	private void hill() {
		int pairs = this.text.length / 2;
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
		this.add.accept((likelihoods[rows[0]] + likelihoods[rows[1]]) / (2 * pairs));
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
		this.add.accept(reading);
	}

	private int product(int row, int pair) {
		return (row / LETTERS * this.text[2 * pair] + row % LETTERS * this.text[2 * pair + 1]) % LETTERS;
	}

	private void transpositions() {
		double rails = Double.NEGATIVE_INFINITY;
		for (int count = 2; count <= Math.min(MOST_RAILS, this.text.length - 1); count++) {
			rails = Math.max(rails, this.language.perLetter(read(new RailFence(count, null, null))));
		}
		this.add.accept(rails);
		double columns = Double.NEGATIVE_INFINITY;
		for (int count = 2; count <= Math.min(MOST_COLUMNS, this.text.length / 2); count++) {
			columns = Math.max(columns, this.language.perLetter(read(new Scytale(count, null, null))));
		}
		this.add.accept(columns);
		neighbours();
	}

	private int[] read(Cipher cipher) {
		return cipher.over(Alphabet.LATIN26).decrypt(this.text);
	}

	/**
	 * Of a columnar transposition, letters that were neighbours stand a fixed distance
	 * apart for the height of a column.
	 */
	private void neighbours() {
		double best = 0;
		for (int columns = 3; columns <= LONGEST_KEY; columns++) {
			int height = this.text.length / columns;
			if (height < 3) {
				break;
			}
			int longer = this.text.length % columns;
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
		this.add.accept(best);
	}

	/** ln p(digraphs) − ln p(letters) of two columns side by side. */
	private double follows(int left, int right, int height) {
		double sum = 0;
		for (int i = 0; i < height && Math.max(left, right) + i < this.text.length; i++) {
			sum += this.language.gain(this.text[left + i], this.text[right + i]);
		}
		return sum;
	}

}
