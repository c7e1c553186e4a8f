package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Portax;
import dev.decipher.cipher.polyalphabetic.Slidefair;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.solve.search.BestList;
import org.jspecify.annotations.Nullable;

/**
 * Features of a ciphertext that come of a quick trial of each cipher whose key comes
 * apart into letters: how likely the letters of the best plaintext are, and its threes.
 * Safe for use by many threads.
 */
final class KeyTrials {

	static final int COUNT = 46;

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final String ALPHABET = Alphabet.LATIN26.symbols();

	/** Two letters name the same alphabet of Porta's. */
	private static final String EVERY_SECOND = "ACEGIKMOQSUWY";

	private static final int LONGEST_LINE = 12;

	private static final int LONGEST_WORD = 12;

	private static final int LONGEST_KEY = 15;

	/** Letters of a key's place, at least. */
	private static final int LEAST_PER_PLACE = 3;

	/** Periods that are tried in each language, of those that were tried in two. */
	private static final int TRIED_IN_ALL = 2;

	private static final int NICODEMUS_ROWS = 5;

	/** Steps and periods of a progressive key whose letters are looked for. */
	private static final int MOST_PROGRESSIVE = 8;

	private final LetterProfiles profiles;

	private final RunningKeyTrial runningKey;

	private final AutokeyTrial autokey;

	private final HillTrial hill;

	private final KeyTable vigenere;

	private final KeyTable gronsfeld;

	private final KeyTable beaufort;

	private final KeyTable porta;

	private final KeyTable slidefair;

	private final KeyTable portax;

	KeyTrials(LetterProfiles profiles) {
		this.profiles = profiles;
		this.autokey = new AutokeyTrial(profiles);
		this.hill = new HillTrial(profiles);
		this.runningKey = new RunningKeyTrial(profiles);
		this.vigenere = KeyTable.of((key) -> new Vigenere(new Key.Given(key)), ALPHABET, 1, profiles);
		this.gronsfeld = KeyTable.of((key) -> new Vigenere(new Key.Given(key)), ALPHABET.substring(0, 10), 1, profiles);
		this.beaufort = KeyTable.of((key) -> new Beaufort(new Key.Given(key)), ALPHABET, 1, profiles);
		this.porta = KeyTable.of((key) -> new Porta(new Key.Given(key), null), EVERY_SECOND, 1, profiles);
		this.slidefair = KeyTable.of((key) -> new Slidefair(new Key.Given(key), null), ALPHABET, 2, profiles);
		this.portax = KeyTable.of((key) -> new Portax(new Key.Given(key)), EVERY_SECOND, 2, profiles);
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 * @param words whether a word begins at each, or null
	 */
	void add(int[] text, boolean @Nullable [] words, FeatureList features) {
		int end = features.size() + COUNT;
		int n = text.length;
		KeySlots columns = (period) -> KeySlots.singles(n, (i) -> i % period);
		int longest = Math.min(LONGEST_KEY, n / LEAST_PER_PLACE);
		add(this.vigenere, text, columns, 2, longest, true, features);
		add(this.gronsfeld, text, columns, 2, longest, true, features);
		add(this.beaufort, text, columns, 1, longest, true, features);
		add(this.porta, text, columns, 1, longest, true, features);
		add(this.slidefair, text, (period) -> KeySlots.pairs(n / 2, (i) -> 2 * i, (i) -> 2 * i + 1, (i) -> i % period),
				1, Math.min(LONGEST_KEY, n / 2 / LEAST_PER_PLACE), true, features);
		add(this.portax, text, (period) -> KeySlots.lines(n, period), 2,
				Math.min(LONGEST_LINE, n / 2 / LEAST_PER_PLACE), true, features);
		add(this.vigenere, text, (period) -> nicodemus(n, period), 2, Math.min(13, n / NICODEMUS_ROWS), false,
				features);
		progressive(text, features);
		this.autokey.add(text, features);
		this.hill.add(text, features);
		double sums = this.runningKey.gain(text);
		features.add(sums / 5);
		features.add(sums / Math.min(n, 300) * 20);
		if (words != null) {
			int[] place = new int[n];
			for (int i = 1; i < n; i++) {
				place[i] = words[i] ? 0 : place[i - 1] + 1;
			}
			for (KeyTable table : new KeyTable[] { this.vigenere, this.beaufort, this.porta }) {
				add(table, text, (period) -> KeySlots.singles(n, (i) -> place[i] % period), 6, LONGEST_WORD, true,
						features);
			}
		}
		features.fill(end);
	}

	/** Five letters of a column behind one another, in blocks that are filled. */
	private static int[][] nicodemus(int length, int period) {
		int block = NICODEMUS_ROWS * period;
		int used = Math.max(length / block * block, Math.min(length, block));
		return KeySlots.singles(used, (i) -> i % block / NICODEMUS_ROWS);
	}

	private void add(KeyTable table, int[] text, KeySlots slots, int shortest, int longest, boolean reads,
			FeatureList features) {
		int languages = this.profiles.all().size();
		double[] worth = new double[LONGEST_KEY + 1];
		Arrays.fill(worth, Double.NEGATIVE_INFINITY);
		int[][][] cut = new int[LONGEST_KEY + 1][][];
		int[][] units = new int[LONGEST_KEY + 1][];
		int[][] counts = new int[LONGEST_KEY + 1][];
		int[] keys = new int[LONGEST_KEY + 1];
		float[] sums = new float[(LONGEST_KEY + 1) * LETTERS];
		for (int period = shortest; period <= longest; period++) {
			int[][] places = slots.of(period);
			cut[period] = places;
			units[period] = IntStream.range(0, places[0].length)
				.map((i) -> (table.width() == 1) ? text[places[0][i]]
						: text[places[0][i]] * LETTERS + text[places[1][i]])
				.toArray();
			counts[period] = table.counts(units[period], places[2], period);
			for (int language : new int[] { 0, languages }) {
				worth[period] = Math.max(worth[period], table.fit(counts[period], period, language, keys, sums)
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
				double likelihood = (table.fit(counts[period], period, language, keys, sums)
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

	/**
	 * The steps that make columns the most unequal, and of these the one with the
	 * likeliest key; also none.
	 */
	private void progressive(int[] text, FeatureList features) {
		BestList<ReadingTrials.Start> best = ReadingTrials.Start.list(MOST_PROGRESSIVE);
		int[] moved = new int[text.length];
		for (int period = 3; period <= Math.min(10, text.length / LEAST_PER_PLACE); period++) {
			for (int step = 1; step < LETTERS; step++) {
				stepped(text, period, step, moved);
				double[] found = Coincidences.inColumns(moved, LETTERS, period);
				best.add(new ReadingTrials.Start(Coincidences.deviation(found[0], found[1] / LETTERS),
						new int[] { period, step }));
			}
		}
		int[] keys = new int[LONGEST_KEY + 1];
		float[] sums = new float[(LONGEST_KEY + 1) * LETTERS];
		double likeliest = Double.NEGATIVE_INFINITY;
		int[] chosen = { 3, 1 };
		List<ReadingTrials.Start> starts = best.first(MOST_PROGRESSIVE);
		for (ReadingTrials.Start start : starts) {
			int period = start.order()[0];
			stepped(text, period, start.order()[1], moved);
			int[] counts = this.vigenere.counts(moved, IntStream.range(0, text.length).map((i) -> i % period).toArray(),
					period);
			for (int language : new int[] { 0, this.profiles.all().size() }) {
				double likelihood = this.vigenere.fit(counts, period, language, keys, sums);
				if (likelihood > likeliest) {
					likeliest = likelihood;
					chosen = start.order();
				}
			}
		}
		int period = chosen[0];
		stepped(text, period, chosen[1], moved);
		features.add(starts.isEmpty() ? 0 : starts.get(0).worth());
		features.add(chosen[1] % 2);
		features.add(chosen[1] / 5.0);
		add(this.vigenere, moved, (length) -> KeySlots.singles(text.length, (i) -> i % period), period, period, true,
				features);
		for (int i = 0; i < text.length; i++) {
			moved[i] = Math.floorMod(text[i] - i, LETTERS);
		}
		int[] counts = Coincidences.counts(moved, LETTERS, 0, 1);
		LetterProfiles.Profile profile = this.profiles.likeliest(counts);
		features.add(profile.likelihood(counts) / text.length);
		features.add(profile.reading(moved));
	}

	private static void stepped(int[] text, int period, int step, int[] to) {
		for (int i = 0; i < text.length; i++) {
			to[i] = Math.floorMod(text[i] - i / period * step, LETTERS);
		}
	}

}
