package dev.decipher.solve.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;

/**
 * All that a cipher whose key comes apart into letters does with one of them: the
 * plaintext of each letter, or pair of letters, of a ciphertext.
 *
 * @param keys how many letters of a key differ
 * @param width letters that are deciphered together, 1 or 2
 * @param plain the plaintext of each unit by each key: (keys, units · width)
 * @param scores ln p of a unit's plaintext, by each language: (languages + 1, units ·
 * keys), the last for all languages together
 */
record KeyTable(int keys, int width, int[][] plain, float[][] scores) {

	private static final int LETTERS = TextSymbols.LETTERS;

	/**
	 * Makes the table of a cipher.
	 * @param cipher by its key, a letter
	 * @param letters the keys
	 * @param width letters that are deciphered together
	 */
	static KeyTable of(Function<String, Cipher> cipher, String letters, int width, LetterProfiles profiles) {
		int units = (width == 1) ? LETTERS : LETTERS * LETTERS;
		int[][] plain = letters.chars().mapToObj((key) -> {
			SymbolCipher keyed = cipher.apply(Character.toString(key)).over(Alphabet.LATIN26);
			return IntStream.range(0, units)
				.flatMap((unit) -> IntStream.of(keyed
					.decrypt((width == 1) ? new int[] { unit } : new int[] { unit / LETTERS, unit % LETTERS })))
				.toArray();
		}).toArray(int[][]::new);
		List<double[]> logs = new ArrayList<>(profiles.all().stream().map(LetterProfiles.Profile::logs).toList());
		logs.add(profiles.pooled());
		float[][] scores = logs.stream().map((log) -> {
			float[] score = new float[units * plain.length];
			for (int unit = 0; unit < units; unit++) {
				for (int key = 0; key < plain.length; key++) {
					for (int i = 0; i < width; i++) {
						score[unit * plain.length + key] += (float) log[plain[key][unit * width + i]];
					}
				}
			}
			return score;
		}).toArray(float[][]::new);
		return new KeyTable(plain.length, width, plain, scores);
	}

	/**
	 * Counts the units that each place of a key deciphers: there are fewer of them than
	 * letters of a text.
	 * @param units of the ciphertext, (length)
	 * @param slots the place in the key of each of them, (length)
	 * @param count how many places the key has
	 * @return (count · units)
	 */
	int[] counts(int[] units, int[] slots, int count) {
		int different = this.plain[0].length / this.width;
		int[] counts = new int[count * different];
		for (int i = 0; i < units.length; i++) {
			counts[slots[i] * different + units[i]]++;
		}
		return counts;
	}

	/**
	 * Finds the likeliest key of each place.
	 * @param counts of the units that each place deciphers
	 * @param count how many places the key has
	 * @param language whose letters count
	 * @param best takes the likeliest key of each place, (at least count)
	 * @param sums work space, (at least count · keys)
	 * @return ln p of the plaintext, less ln of how many keys there are
	 */
	double fit(int[] counts, int count, int language, int[] best, float[] sums) {
		float[] score = this.scores[language];
		int size = this.keys;
		int different = counts.length / count;
		Arrays.fill(sums, 0, count * size, 0);
		for (int i = 0; i < counts.length; i++) {
			float times = counts[i];
			if (times == 0) {
				continue;
			}
			int from = i % different * size;
			int to = i / different * size;
			for (int key = 0; key < size; key++) {
				sums[to + key] += times * score[from + key];
			}
		}
		double total = -count * Math.log(size);
		for (int slot = 0; slot < count; slot++) {
			int likeliest = 0;
			for (int key = 1; key < size; key++) {
				if (sums[slot * size + key] > sums[slot * size + likeliest]) {
					likeliest = key;
				}
			}
			best[slot] = likeliest;
			total += sums[slot * size + likeliest];
		}
		return total;
	}

}
