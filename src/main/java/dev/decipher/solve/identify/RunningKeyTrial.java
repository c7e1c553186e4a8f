package dev.decipher.solve.identify;

import java.util.Comparator;
import java.util.List;

/**
 * How likely a text is the sum of two texts in a language: by pairs of letters, over all
 * ways to part the sums (the forward algorithm of hidden Markov models). Safe for use by
 * many threads.
 */
final class RunningKeyTrial {

	private static final int LETTERS = TextSymbols.LETTERS;

	/** Letters that are looked at. */
	private static final int MOST = 300;

	/** Languages that are tried, those whose sums fit best by single letters. */
	private static final int TRIED = 2;

	private final LetterProfiles profiles;

	/** p of the second letter behind the first, each twice over: (languages, 26, 26). */
	private final List<float[][]> behind;

	RunningKeyTrial(LetterProfiles profiles) {
		this.profiles = profiles;
		this.behind = profiles.all().stream().map(RunningKeyTrial::behind).toList();
	}

	private static float[][] behind(LetterProfiles.Profile profile) {
		float[][] behind = new float[LETTERS][LETTERS];
		for (int one = 0; one < LETTERS; one++) {
			double sum = 0;
			for (int other = 0; other < LETTERS; other++) {
				behind[one][other] = (float) Math.exp(profile.logs()[other] + profile.gains()[one * LETTERS + other]);
				sum += behind[one][other];
			}
			for (int other = 0; other < LETTERS; other++) {
				behind[one][other] /= (float) sum;
			}
		}
		return behind;
	}

	/** Nats by which it is likelier than letters by chance, in the likeliest language. */
	double gain(int[] text) {
		int[] counts = Coincidences.counts(text, LETTERS, 0, 1);
		return this.profiles.all()
			.stream()
			.sorted(Comparator.comparingDouble((profile) -> -sums(profile, counts)))
			.limit(TRIED)
			.mapToDouble((profile) -> gain(text, profile, this.behind.get(this.profiles.all().indexOf(profile))))
			.max()
			.orElse(0);
	}

	private static double sums(LetterProfiles.Profile profile, int[] counts) {
		double sum = 0;
		for (int letter = 0; letter < LETTERS; letter++) {
			sum += counts[letter] * profile.sums()[letter];
		}
		return sum;
	}

	private static double gain(int[] text, LetterProfiles.Profile profile, float[][] behind) {
		float[] now = new float[LETTERS];
		float[] next = new float[LETTERS];
		int length = Math.min(text.length, MOST);
		double logs = length * Math.log(LETTERS);
		for (int i = 0; i < length; i++) {
			float sum = 0;
			for (int letter = 0; letter < LETTERS; letter++) {
				int key = text[i] - letter;
				key += (key < 0) ? LETTERS : 0;
				next[letter] = (i == 0) ? (float) Math.exp(profile.logs()[letter] + profile.logs()[key]) : 0;
				for (int last = 0; i > 0 && last < LETTERS; last++) {
					int lastKey = text[i - 1] - last;
					lastKey += (lastKey < 0) ? LETTERS : 0;
					next[letter] += now[last] * behind[last][letter] * behind[lastKey][key];
				}
				sum += next[letter];
			}
			sum = Math.max(sum, Float.MIN_NORMAL);
			for (int letter = 0; letter < LETTERS; letter++) {
				next[letter] /= sum;
			}
			logs += Math.log(sum);
			float[] swapped = now;
			now = next;
			next = swapped;
		}
		return logs;
	}

}
