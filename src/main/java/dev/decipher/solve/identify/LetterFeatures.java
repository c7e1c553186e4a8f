package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features of a text of letters: how often each occurs, how pairs of them repeat at every
 * distance, in columns and in blocks. Many are those by which the American Cryptogram
 * Association tells its types apart (BION, articles in The Cryptogram, 1998 to 2010).
 */
final class LetterFeatures {

	static final int COUNT = 208;

	private static final int LETTERS = TextSymbols.LETTERS;

	/** Pairs of a two-square that stay as they are. */
	private static final double UNCHANGED = 0.2;

	private final int[] text;

	private final int length;

	private final double index;

	private final LetterProfiles profiles;

	private final LetterProfiles.Profile english;

	private final FeatureList features;

	private LetterFeatures(int[] text, LetterProfiles profiles, FeatureList features) {
		this.text = text;
		this.length = text.length;
		this.index = Coincidences.index(Coincidences.counts(text, LETTERS, 0, 1));
		this.profiles = profiles;
		this.english = profiles.all().get(0);
		this.features = features;
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, LetterProfiles profiles, FeatureList features) {
		int end = features.size() + COUNT;
		LetterFeatures all = new LetterFeatures(text, profiles, features);
		all.letters();
		all.pairs();
		all.repeats();
		PeriodFeatures.add(text, profiles, features);
		BlockFeatures.add(text, features);
		TurningFeatures.add(text, profiles, features);
		features.fill(end);
	}

	private void letters() {
		int[] counts = Coincidences.counts(this.text, LETTERS, 0, 1);
		double[] shares = Coincidences.shares(counts);
		this.features.add(this.index * LETTERS);
		this.features.add(Coincidences.entropy(counts));
		this.features.add(IntStream.of(counts).filter((count) -> count > 0).count());
		this.features.addHighest(shares, LETTERS);
		for (double share : shares) {
			this.features.add(share * LETTERS);
		}
		LetterProfiles.Profile likeliest = this.profiles.likeliest(counts);
		this.features.add(this.english.likelihood(counts) / this.length);
		this.features.add(likeliest.likelihood(counts) / this.length);
		this.features.add(likeliest.likelihood(counts) / this.length + Coincidences.entropy(counts));
		this.features.add(this.profiles.sortedFit(counts));
		this.features.add(this.english.reading(this.text));
		this.features.add(likeliest.reading(this.text));
		double sums = Double.NEGATIVE_INFINITY;
		double sumGains = 0;
		for (LetterProfiles.Profile profile : this.profiles.all()) {
			double sum = 0;
			for (int letter = 0; letter < LETTERS; letter++) {
				sum += shares[letter] * profile.sums()[letter];
			}
			double gains = 0;
			for (int i = 1; i < this.length; i++) {
				gains += profile.sumGains()[this.text[i - 1] * LETTERS + this.text[i]];
			}
			if (sum + gains / this.length > sums + sumGains) {
				sums = sum;
				sumGains = gains / this.length;
			}
		}
		this.features.add(sums * this.length / 10);
		this.features.add(sumGains * this.length / 10);
	}

	private void pairs() {
		for (int first = 0; first < 2; first++) {
			int[] pairs = new int[LETTERS * LETTERS];
			int total = 0;
			int doubled = 0;
			double english = 0;
			double turned = 0;
			for (int i = first; i + 1 < this.length; i += 2, total++) {
				int pair = this.text[i] * LETTERS + this.text[i + 1];
				pairs[pair]++;
				doubled += (this.text[i] == this.text[i + 1]) ? 1 : 0;
				english += this.english.gains()[pair];
				turned += this.english.gains()[this.text[i + 1] * LETTERS + this.text[i]];
			}
			double back = 0;
			for (int pair = 0; pair < pairs.length; pair++) {
				int other = pair % LETTERS * LETTERS + pair / LETTERS;
				back += (other > pair) ? (double) pairs[pair] * pairs[other] : 0;
			}
			double chance = Coincidences.pairs(total) * this.index * this.index;
			this.features.add(Coincidences.excess(Coincidences.pairs(pairs), chance));
			this.features.add(Coincidences.excess(back, chance));
			this.features.add(Coincidences.deviation(doubled, total * this.index));
			this.features.add(doubled == 0);
			this.features.add(doubled == 0 ? total * Math.log(1 - Math.min(0.9, this.index)) : 0);
			this.features.add(english / Math.max(1, total));
			this.features.add(turned / Math.max(1, total));
		}
		unchanged();
		int[] even = Coincidences.counts(this.text, LETTERS, 0, 2);
		int[] odd = Coincidences.counts(this.text, LETTERS, 1, 2);
		double alike = 0;
		for (int letter = 0; letter < LETTERS; letter++) {
			alike += (double) even[letter] * odd[letter];
		}
		double half = Math.max(1, this.length / 2);
		this.features.add(LETTERS * Coincidences.index(even));
		this.features.add(LETTERS * Coincidences.index(odd));
		this.features.add(LETTERS * alike / (half * half));
		for (int first = 0; first < 3; first++) {
			this.features.add(LETTERS * Coincidences.index(Coincidences.counts(this.text, LETTERS, first, 3)));
		}
		this.features.add(this.english
			.reading(IntStream.range(0, this.length).map((i) -> this.text[this.length - 1 - i]).toArray()));
	}

	/**
	 * Whether each fifth pair or so is one of the plaintext, as it is or turned, as a
	 * two-square leaves those of one line: in English and in the likeliest language.
	 */
	private void unchanged() {
		int total = this.length / 2;
		double[][] shares = new double[2][];
		for (int place = 0; place < 2; place++) {
			int[] counts = Coincidences.counts(this.text, LETTERS, place, 2);
			shares[place] = IntStream.of(counts).mapToDouble((count) -> (count + 0.5) / (total + 13)).toArray();
		}
		for (int side = 0; side < 2; side++) {
			double english = 0;
			double best = Double.NEGATIVE_INFINITY;
			for (LetterProfiles.Profile profile : this.profiles.all()) {
				double sum = 0;
				for (int i = 0; i + 1 < this.length; i += 2) {
					int one = this.text[i + side];
					int other = this.text[i + 1 - side];
					double plain = Math
						.exp(profile.logs()[one] + profile.logs()[other] + profile.gains()[one * LETTERS + other]);
					double chance = shares[side][one] * shares[1 - side][other];
					sum += Math.log(1 + UNCHANGED * (plain / chance - 1));
				}
				english = (profile == this.english) ? sum : english;
				best = Math.max(best, sum);
			}
			this.features.add(english / 5);
			this.features.add(best / 5);
			this.features.add(english / Math.max(1, total) * 5);
		}
	}

	/** Longer parts that occur twice, by where they begin. */
	private void repeats() {
		for (int size = 3; size <= 5; size++) {
			long[] grams = new long[Math.max(0, this.length - size + 1)];
			for (int i = 0; i < grams.length; i++) {
				for (int j = 0; j < size; j++) {
					grams[i] = grams[i] * LETTERS + this.text[i + j];
				}
				grams[i] = (grams[i] << 20) + i;
			}
			Arrays.sort(grams);
			double equal = 0;
			double oddly = 0;
			double byThree = 0;
			for (int i = 0; i < grams.length; i++) {
				for (int j = i + 1; j < grams.length && j < i + 30 && grams[j] >> 20 == grams[i] >> 20; j++) {
					equal++;
					long apart = (grams[j] & 0xfffff) - (grams[i] & 0xfffff);
					oddly += apart % 2;
					byThree += (apart % 3 == 0) ? 1 : 0;
				}
			}
			double chance = Coincidences.pairs(grams.length) * Math.pow(this.index, size);
			this.features.add(Coincidences.excess(equal, chance));
			this.features.add((oddly + 1) / (equal + 2));
			this.features.add((byThree + 1) / (equal + 3));
		}
		this.features.add(Coincidences.pairExcess(this.text, LETTERS, 0, 1, 1));
	}

}
