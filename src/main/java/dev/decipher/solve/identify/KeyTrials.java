package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Portax;
import dev.decipher.cipher.polyalphabetic.Slidefair;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import org.jspecify.annotations.Nullable;

/**
 * Features of a ciphertext that come of a quick trial of each cipher whose key comes
 * apart into letters: how likely the letters of the best plaintext are, and its pairs.
 * Safe for use by many threads.
 */
final class KeyTrials {

	static final int COUNT = 42;

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final String ALPHABET = Alphabet.LATIN26.symbols();

	/** Two letters name the same alphabet of Porta's. */
	private static final String EVERY_SECOND = "ACEGIKMOQSUWY";

	private static final int LONGEST_LINE = 12;

	private static final int LONGEST_PRIMER = 12;

	private static final int LONGEST_WORD = 12;

	private static final int LONGEST_KEY = 15;

	/** Letters of a key's place, at least. */
	private static final int LEAST_PER_PLACE = 3;

	/** Periods that are tried in each language, of those that were tried in two. */
	private static final int TRIED_IN_ALL = 2;

	/** Rows of a matrix that are tried with one another. */
	private static final int ROWS = 12;

	private static final int NICODEMUS_ROWS = 5;

	private final LetterProfiles profiles;

	/** ln p of each letter in all languages together. */
	private final double[] pooled;

	private final KeyTable vigenere;

	private final KeyTable gronsfeld;

	private final KeyTable beaufort;

	private final KeyTable porta;

	private final KeyTable slidefair;

	private final KeyTable portax;

	KeyTrials(LetterProfiles profiles) {
		this.profiles = profiles;
		this.pooled = profiles.pooled();
		this.vigenere = KeyTable.of((key) -> new Vigenere(new Key.Given(key)), ALPHABET, 1, profiles);
		this.gronsfeld = KeyTable.of((key) -> new Vigenere(new Key.Given(key)), ALPHABET.substring(0, 10), 1, profiles);
		this.beaufort = KeyTable.of((key) -> new Beaufort(new Key.Given(key)), ALPHABET, 1, profiles);
		this.porta = KeyTable.of((key) -> new Porta(new Key.Given(key), null), EVERY_SECOND, 1, profiles);
		this.slidefair = KeyTable.of((key) -> new Slidefair(new Key.Given(key), null), ALPHABET, 2, profiles);
		this.portax = KeyTable.of((key) -> new Portax(new Key.Given(key)), EVERY_SECOND, 2, profiles);
	}

	/** How a text is taken apart for keys of one length. */
	private interface Slots {

		/**
		 * Says which units there are for keys of a length.
		 * @return where each unit begins, its second letter, and its place in the key:
		 * (3, units); nothing where a text is too short
		 */
		int[][] of(int period);

	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 * @param words whether a word begins at each, or null
	 */
	void add(int[] text, boolean @Nullable [] words, FeatureList features) {
		int end = features.size() + COUNT;
		int n = text.length;
		Slots columns = (period) -> singles(n, (i) -> i % period);
		int longest = Math.min(LONGEST_KEY, n / LEAST_PER_PLACE);
		add(this.vigenere, text, columns, 2, longest, true, features);
		add(this.gronsfeld, text, columns, 2, longest, true, features);
		add(this.beaufort, text, columns, 1, longest, true, features);
		add(this.porta, text, columns, 1, longest, true, features);
		add(this.slidefair, text, (period) -> pairs(n / 2, (i) -> 2 * i, (i) -> 2 * i + 1, (i) -> i % period), 1,
				Math.min(LONGEST_KEY, n / 2 / LEAST_PER_PLACE), true, features);
		add(this.portax, text, (period) -> lines(n, period), 2, Math.min(LONGEST_LINE, n / 2 / LEAST_PER_PLACE), true,
				features);
		add(this.vigenere, text, (period) -> nicodemus(n, period), 2, Math.min(13, n / NICODEMUS_ROWS), false,
				features);
		progressive(text, features);
		autokey(text, features);
		hill(text, features);
		if (words != null) {
			int[] place = new int[n];
			for (int i = 1; i < n; i++) {
				place[i] = words[i] ? 0 : place[i - 1] + 1;
			}
			for (KeyTable table : new KeyTable[] { this.vigenere, this.beaufort, this.porta }) {
				add(table, text, (period) -> singles(n, (i) -> place[i] % period), 6, LONGEST_WORD, true, features);
			}
		}
		features.fill(end);
	}

	private static int[][] singles(int count, IntUnaryOperator slot) {
		int[] places = IntStream.range(0, count).toArray();
		return new int[][] { places, places, IntStream.range(0, count).map(slot).toArray() };
	}

	private static int[][] pairs(int count, IntUnaryOperator first, IntUnaryOperator second, IntUnaryOperator slot) {
		return new int[][] { IntStream.range(0, count).map(first).toArray(),
				IntStream.range(0, count).map(second).toArray(), IntStream.range(0, count).map(slot).toArray() };
	}

	/**
	 * Pairs above one another in two lines of a length, the last ones perhaps shorter.
	 */
	static int[][] lines(int length, int period) {
		int count = length / 2;
		return pairs(count, (i) -> i / period * 2 * period + i % period,
				(i) -> i / period * 2 * period + i % period + Math.min(period, (length - i / period * 2 * period) / 2),
				(i) -> i % period);
	}

	/** Five letters of a column behind one another, in blocks that are filled. */
	private static int[][] nicodemus(int length, int period) {
		int block = NICODEMUS_ROWS * period;
		int used = Math.max(length / block * block, Math.min(length, block));
		return singles(used, (i) -> i % block / NICODEMUS_ROWS);
	}

	private void add(KeyTable table, int[] text, Slots slots, int shortest, int longest, boolean reads,
			FeatureList features) {
		int languages = this.profiles.all().size();
		double[] worth = new double[LONGEST_KEY + 1];
		Arrays.fill(worth, Double.NEGATIVE_INFINITY);
		int[][][] cut = new int[LONGEST_KEY + 1][][];
		int[][] units = new int[LONGEST_KEY + 1][];
		int[] keys = new int[LONGEST_KEY + 1];
		float[] sums = new float[(LONGEST_KEY + 1) * LETTERS];
		for (int period = shortest; period <= longest; period++) {
			int[][] places = slots.of(period);
			cut[period] = places;
			units[period] = IntStream.range(0, places[0].length)
				.map((i) -> (table.width() == 1) ? text[places[0][i]]
						: text[places[0][i]] * LETTERS + text[places[1][i]])
				.toArray();
			for (int language : new int[] { 0, languages }) {
				worth[period] = Math.max(worth[period],
						table.fit(units[period], places[2], period, language, keys, sums)
								/ Math.max(1, places[0].length * table.width()));
			}
		}
		double best = -10;
		double bestPeriod = 0;
		double reading = -2;
		double second = -10;
		for (int tried = 0; tried < TRIED_IN_ALL; tried++) {
			int period = 0;
			for (int other = shortest; other <= longest; other++) {
				period = (worth[other] > worth[period]) ? other : period;
			}
			if (period == 0) {
				break;
			}
			double found = -10;
			for (int language = 0; language < languages; language++) {
				double likelihood = (table.fit(units[period], cut[period][2], period, language, keys, sums)
						- ((language > 0) ? Math.log(languages) : 0)) / (units[period].length * table.width());
				if (likelihood > found) {
					found = likelihood;
					if (reads) {
						reading = Math.max(reading,
								reading(table, text.length, cut[period], units[period], keys, language));
					}
				}
			}
			if (found > best) {
				best = found;
				bestPeriod = period;
			}
			second = (tried == 1) ? found : second;
			worth[period] = Double.NEGATIVE_INFINITY;
		}
		features.add(best);
		features.add(bestPeriod / 5);
		features.add(reads ? reading : second);
	}

	private double reading(KeyTable table, int length, int[][] places, int[] units, int[] keys, int language) {
		int[] plaintext = new int[length];
		for (int i = 0; i < units.length; i++) {
			int[] plain = table.plain()[keys[places[2][i]]];
			plaintext[places[0][i]] = plain[units[i] * table.width()];
			if (table.width() == 2) {
				plaintext[places[1][i]] = plain[units[i] * 2 + 1];
			}
		}
		return this.profiles.all().get(language).reading(plaintext);
	}

	/** The step that makes columns the most unequal, and then the key; also none. */
	private void progressive(int[] text, FeatureList features) {
		double best = 0;
		int bestStep = 1;
		int bestPeriod = 3;
		int[] moved = new int[text.length];
		for (int period = 3; period <= Math.min(10, text.length / LEAST_PER_PLACE); period++) {
			for (int step = 1; step < LETTERS; step++) {
				for (int i = 0; i < text.length; i++) {
					moved[i] = Math.floorMod(text[i] - i / period * step, LETTERS);
				}
				double[] found = Coincidences.inColumns(moved, LETTERS, period);
				double deviation = Coincidences.deviation(found[0], found[1] / LETTERS);
				if (deviation > best) {
					best = deviation;
					bestStep = step;
					bestPeriod = period;
				}
			}
		}
		int period = bestPeriod;
		for (int i = 0; i < text.length; i++) {
			moved[i] = Math.floorMod(text[i] - i / period * bestStep, LETTERS);
		}
		features.add(best);
		add(this.vigenere, moved, (length) -> singles(text.length, (i) -> i % period), period, period, true, features);
		for (int i = 0; i < text.length; i++) {
			moved[i] = Math.floorMod(text[i] - i, LETTERS);
		}
		int[] counts = Coincidences.counts(moved, LETTERS, 0, 1);
		LetterProfiles.Profile profile = this.profiles.likeliest(counts);
		features.add(profile.likelihood(counts) / text.length);
		features.add(profile.reading(moved));
	}

	/** Each letter of a primer begins a chain, in which each is the key of the next. */
	private void autokey(int[] text, FeatureList features) {
		int languages = this.profiles.all().size();
		double best = -10;
		double reading = -2;
		double bestPrimer = 0;
		int[] plaintext = new int[text.length];
		int[] chain = new int[text.length];
		for (int primer = 1; primer <= Math.min(LONGEST_PRIMER, text.length / LEAST_PER_PLACE); primer++) {
			for (int language : new int[] { 0, languages }) {
				double[] logs = (language < languages) ? this.profiles.all().get(language).logs() : this.pooled;
				double sum = -primer * Math.log(LETTERS);
				for (int first = 0; first < primer; first++) {
					double likeliest = Double.NEGATIVE_INFINITY;
					for (int key = 0; key < LETTERS; key++) {
						double likelihood = 0;
						int letter = key;
						for (int i = first; i < text.length; i += primer) {
							letter = text[i] - letter;
							letter += (letter < 0) ? LETTERS : 0;
							chain[i] = letter;
							likelihood += logs[letter];
						}
						if (likelihood > likeliest) {
							likeliest = likelihood;
							for (int i = first; i < text.length; i += primer) {
								plaintext[i] = chain[i];
							}
						}
					}
					sum += likeliest;
				}
				if (sum / text.length > best) {
					best = sum / text.length;
					bestPrimer = primer;
					reading = this.profiles.likeliest(Coincidences.counts(plaintext, LETTERS, 0, 1)).reading(plaintext);
				}
			}
		}
		features.add(best);
		features.add(bestPrimer / 5);
		features.add(reading);
	}

	/** A matrix of two rows: the likeliest rows, each by itself and then two together. */
	private void hill(int[] text, FeatureList features) {
		int pairs = text.length / 2;
		double[] logs = this.profiles.all().get(0).logs();
		double[] pooled = this.pooled;
		int[] counts = new int[LETTERS];
		double[] likelihoods = new double[LETTERS * LETTERS];
		for (int row = 0; row < likelihoods.length; row++) {
			Arrays.fill(counts, 0);
			int one = row / LETTERS;
			int other = row % LETTERS;
			for (int i = 0; i < pairs; i++) {
				counts[(one * text[2 * i] + other * text[2 * i + 1]) % LETTERS]++;
			}
			double english = 0;
			double any = 0;
			for (int letter = 0; letter < LETTERS; letter++) {
				english += counts[letter] * logs[letter];
				any += counts[letter] * pooled[letter];
			}
			likelihoods[row] = Math.max(english, any);
		}
		int[] rows = IntStream.range(0, likelihoods.length)
			.boxed()
			.sorted((one, other) -> Double.compare(likelihoods[other], likelihoods[one]))
			.limit(ROWS)
			.mapToInt(Integer::intValue)
			.toArray();
		features.add((likelihoods[rows[0]] + likelihoods[rows[1]]) / (2 * pairs));
		features.add((likelihoods[rows[0]] - likelihoods[rows[2]]) / pairs);
		double reading = -2;
		int[] plaintext = new int[2 * pairs];
		for (int upper : rows) {
			for (int lower : rows) {
				for (int i = 0; upper != lower && i < pairs; i++) {
					plaintext[2 * i] = (upper / LETTERS * text[2 * i] + upper % LETTERS * text[2 * i + 1]) % LETTERS;
					plaintext[2 * i + 1] = (lower / LETTERS * text[2 * i] + lower % LETTERS * text[2 * i + 1])
							% LETTERS;
				}
				if (upper != lower) {
					reading = Math.max(reading,
							this.profiles.likeliest(Coincidences.counts(plaintext, LETTERS, 0, 1)).reading(plaintext));
				}
			}
		}
		features.add(reading);
	}

}
