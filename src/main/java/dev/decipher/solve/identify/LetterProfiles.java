package dev.decipher.solve.identify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often letters, pairs and threes of them occur in each language, as far as
 * statistics of short texts need to know.
 *
 * @param all the languages, English first if it is among them
 */
record LetterProfiles(List<Profile> all) {

	private static final int LETTERS = TextSymbols.LETTERS;

	/** Units of a gain in a nat, as it is stored. */
	private static final double UNITS = 24;

	private static final String ENGLISH = "english";

	/** A letter or pair that was never met counts as so much of one that was. */
	private static final double PRIOR = 0.5;

	/** A letter that a language lacks may occur in a name, or fill up a block. */
	private static final double LEAST = 2e-4;

	/** No two or three letters gain or lose more. */
	private static final double MOST_GAIN = 5;

	/** Of what there is by chance, so much is added where there are few. */
	private static final double SHRINKAGE = 0.02;

	/** What follows a pair counts as if it had followed its second letter so often. */
	private static final double BACKING = 12;

	LetterProfiles {
		all = all.stream()
			.sorted(Comparator.comparing((Profile profile) -> !profile.language().equals(ENGLISH)))
			.toList();
	}

	/**
	 * A language.
	 *
	 * @param language its name
	 * @param logs ln p of each letter: (26)
	 * @param gains ln p(both) − ln p(first) p(second) of each pair: (26 · 26)
	 * @param sorted the logs in descending order: (26)
	 * @param sums ln p of each letter of a text in the language to which another one is
	 * added, by 26: (26)
	 * @param sumGains likewise of pairs: (26 · 26)
	 * @param thirds ln p(third behind both) − ln p(third) of each three: (26 · 26 · 26)
	 */
	record Profile(String language, double[] logs, double[] gains, double[] sorted, double[] sums, double[] sumGains,
			float[] thirds) {

		static Profile of(String language, double[] logs, double[] gains, float[] thirds) {
			double[] sorted = logs.clone();
			Arrays.sort(sorted);
			for (int i = 0; i < LETTERS / 2; i++) {
				double swapped = sorted[i];
				sorted[i] = sorted[LETTERS - 1 - i];
				sorted[LETTERS - 1 - i] = swapped;
			}
			double[] single = new double[LETTERS];
			double[] pairs = new double[LETTERS * LETTERS];
			double[] joint = new double[LETTERS * LETTERS];
			for (int one = 0; one < LETTERS; one++) {
				for (int other = 0; other < LETTERS; other++) {
					joint[one * LETTERS + other] = Math.exp(logs[one] + logs[other] + gains[one * LETTERS + other]);
				}
			}
			double whole = Arrays.stream(joint).sum();
			for (int one = 0; one < LETTERS; one++) {
				for (int other = 0; other < LETTERS; other++) {
					single[(one + other) % LETTERS] += Math.exp(logs[one] + logs[other]);
				}
			}
			for (int one = 0; one < joint.length; one++) {
				for (int other = 0; other < joint.length; other++) {
					int first = (one / LETTERS + other / LETTERS) % LETTERS;
					int second = (one % LETTERS + other % LETTERS) % LETTERS;
					pairs[first * LETTERS + second] += joint[one] / whole * joint[other] / whole;
				}
			}
			double[] sumGains = new double[pairs.length];
			for (int pair = 0; pair < pairs.length; pair++) {
				sumGains[pair] = Math.log(pairs[pair] / single[pair / LETTERS] / single[pair % LETTERS]);
			}
			return new Profile(language, logs, gains, sorted, Arrays.stream(single).map(Math::log).toArray(), sumGains,
					thirds);
		}

		/** The mean gain of each letter of a text behind the two before it. */
		double reading(int[] text) {
			double sum = (text.length > 1) ? this.gains[text[0] * LETTERS + text[1]] : 0;
			int before = (text.length > 1) ? text[0] * LETTERS + text[1] : 0;
			for (int i = 2; i < text.length; i++) {
				int three = before * LETTERS + text[i];
				sum += this.thirds[three];
				before = three % (LETTERS * LETTERS);
			}
			return sum / Math.max(1, text.length - 1);
		}

		/** ln p of letters of which there are so many each. */
		double likelihood(int[] counts) {
			double sum = 0;
			for (int letter = 0; letter < LETTERS; letter++) {
				sum += counts[letter] * this.logs[letter];
			}
			return sum;
		}

	}

	/**
	 * Counts the letters of texts.
	 * @param texts letters A to Z, what else there is left out
	 */
	static Profile count(String language, List<String> texts) {
		double[] single = new double[LETTERS];
		double[] pairs = new double[LETTERS * LETTERS];
		double[] threes = new double[LETTERS * LETTERS * LETTERS];
		for (String text : texts) {
			int last = -1;
			int before = -1;
			for (int i = 0; i < text.length(); i++) {
				int letter = text.charAt(i) - 'A';
				if (letter >= 0 && letter < LETTERS) {
					single[letter]++;
					if (last >= 0) {
						pairs[last * LETTERS + letter]++;
					}
					if (before >= 0) {
						threes[(before * LETTERS + last) * LETTERS + letter]++;
					}
					before = last;
					last = letter;
				}
			}
		}
		double total = Arrays.stream(single).sum();
		double[] logs = new double[LETTERS];
		for (int letter = 0; letter < LETTERS; letter++) {
			logs[letter] = Math.log((single[letter] / total + LEAST) / (1 + LETTERS * LEAST));
		}
		double[] gains = new double[pairs.length];
		for (int pair = 0; pair < pairs.length; pair++) {
			double chance = total * Math.exp(logs[pair / LETTERS] + logs[pair % LETTERS]);
			double gain = Math.log((pairs[pair] + PRIOR + chance * SHRINKAGE) / (chance + PRIOR + chance * SHRINKAGE));
			gains[pair] = Math.round(Math.max(-MOST_GAIN, Math.min(MOST_GAIN, gain)) * UNITS) / UNITS;
		}
		float[] thirds = new float[threes.length];
		for (int three = 0; three < threes.length; three++) {
			int behind = three % (LETTERS * LETTERS);
			double backed = Math.exp(gains[behind]);
			double p = Math.exp(logs[three % LETTERS]);
			double ratio = (threes[three] + BACKING * backed * p) / (pairs[three / LETTERS] + BACKING) / p;
			thirds[three] = (float) (Math.round(Math.max(-MOST_GAIN, Math.min(MOST_GAIN, Math.log(ratio))) * UNITS)
					/ UNITS);
		}
		return Profile.of(language, logs, gains, thirds);
	}

	void write(DataOutput out) throws IOException {
		out.writeInt(this.all.size());
		for (Profile profile : this.all) {
			out.writeUTF(profile.language());
			for (double log : profile.logs()) {
				out.writeFloat((float) log);
			}
			for (double gain : profile.gains()) {
				out.writeByte((int) Math.round(gain * UNITS));
			}
			for (float gain : profile.thirds()) {
				out.writeByte((int) Math.round(gain * UNITS));
			}
		}
	}

	static LetterProfiles read(DataInput in) throws IOException {
		List<Profile> all = new ArrayList<>();
		for (int count = in.readInt(); count > 0; count--) {
			String language = in.readUTF();
			double[] logs = new double[LETTERS];
			for (int i = 0; i < logs.length; i++) {
				logs[i] = in.readFloat();
			}
			double[] gains = new double[LETTERS * LETTERS];
			for (int i = 0; i < gains.length; i++) {
				gains[i] = in.readByte() / UNITS;
			}
			float[] thirds = new float[LETTERS * LETTERS * LETTERS];
			for (int i = 0; i < thirds.length; i++) {
				thirds[i] = (float) (in.readByte() / UNITS);
			}
			all.add(Profile.of(language, logs, gains, thirds));
		}
		return new LetterProfiles(all);
	}

	/** The mean of all languages, of which nothing but the letters counts. */
	double[] pooled() {
		double[] pooled = new double[LETTERS];
		for (Profile profile : this.all) {
			for (int letter = 0; letter < LETTERS; letter++) {
				pooled[letter] += Math.exp(profile.logs()[letter]) / this.all.size();
			}
		}
		return Arrays.stream(pooled).map(Math::log).toArray();
	}

	/**
	 * How likely the most frequent symbols are the most frequent letters: ln p a symbol,
	 * in the likeliest language.
	 * @param counts of any number of symbols
	 */
	double sortedFit(int[] counts) {
		int[] sorted = counts.clone();
		Arrays.sort(sorted);
		double best = Double.NEGATIVE_INFINITY;
		for (Profile profile : this.all) {
			double sum = 0;
			double total = 0;
			for (int i = 0; i < sorted.length; i++) {
				int count = sorted[sorted.length - 1 - i];
				sum += count * profile.sorted()[Math.min(i, LETTERS - 1)];
				total += count;
			}
			best = Math.max(best, sum / Math.max(1, total));
		}
		return best;
	}

	/** The language whose letters a text has most likely. */
	Profile likeliest(int[] counts) {
		return this.all.stream().max(Comparator.comparingDouble((profile) -> profile.likelihood(counts))).orElseThrow();
	}

}
