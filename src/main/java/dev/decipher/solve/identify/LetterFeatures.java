package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features of a text of letters: how often each occurs, how pairs of them repeat at every
 * distance, in columns and in blocks. Many are those by which the American Cryptogram
 * Association tells its types apart (BION, articles in The Cryptogram, 1998 to 2010).
 */
final class LetterFeatures {

	static final int COUNT = 186;

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final int LONGEST_PERIOD = 20;

	private static final int LONGEST_BLOCK = 15;

	private static final int FARTHEST = 15;

	/** Pairs farther apart tell nothing of a group's alphabet. */
	private static final int NEAR = 240;

	/** Places by which an alphabet is usually turned. */
	private static final int[] TURNS = { 1, 3, 5, 7 };

	private static final int MOST_IN_GROUP = 10;

	private static final int PHILLIPS_GROUP = 5;

	private static final int PHILLIPS_SQUARES = 8;

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
		all.distances();
		all.periods();
		all.blocks();
		all.turning();
		all.phillips();
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

	private void distances() {
		double most = 0;
		for (int distance = 1; distance <= FARTHEST; distance++) {
			double kappa = Coincidences.kappa(this.text, distance, this.index);
			most = Math.max(most, kappa);
			this.features.add(kappa);
		}
		this.features.add(most);
		for (int distance = 2; distance <= FARTHEST; distance++) {
			this.features.add(Coincidences.pairExcess(this.text, LETTERS, 0, 1, distance));
		}
	}

	private void periods() {
		double best = 0;
		int bestPeriod = 2;
		for (int period = 2; period <= LONGEST_PERIOD; period++) {
			double[] found = Coincidences.inColumns(this.text, LETTERS, period);
			double deviation = Coincidences.deviation(found[0], found[1] * this.index);
			this.features.add(deviation);
			if (period > 2 && deviation > best) {
				best = deviation;
				bestPeriod = period;
			}
		}
		double[] found = Coincidences.inColumns(this.text, LETTERS, bestPeriod);
		this.features.add(best);
		this.features.add(bestPeriod / 5.0);
		this.features.add(LETTERS * found[0] / Math.max(1, found[1]));
		double[] fits = new double[bestPeriod];
		for (int column = 0; column < bestPeriod; column++) {
			fits[column] = this.profiles.sortedFit(Coincidences.counts(this.text, LETTERS, column, bestPeriod));
		}
		this.features.add(Arrays.stream(fits).average().orElse(0));
		aligned(bestPeriod, 1);
		aligned(bestPeriod, -1);
	}

	/**
	 * How unequal letters are once each column is moved to where it is most like those
	 * before it: alphabets that differ by no more than that become one.
	 * @param sign −1 to turn every second column around first
	 */
	private void aligned(int period, int sign) {
		double[] all = new double[LETTERS];
		int[] moved = new int[period];
		for (int column = 0; column < period; column++) {
			int[] counts = Coincidences.counts(this.text, LETTERS, column, period);
			double best = -1;
			for (int shift = 0; shift < LETTERS; shift++) {
				double product = 0;
				for (int letter = 0; letter < LETTERS; letter++) {
					int place = (sign < 0 && column % 2 == 1) ? Math.floorMod(shift - letter, LETTERS)
							: (letter + shift) % LETTERS;
					product += counts[letter] * all[place];
				}
				if (product > best) {
					best = product;
					moved[column] = shift;
				}
			}
			for (int letter = 0; letter < LETTERS; letter++) {
				int place = (sign < 0 && column % 2 == 1) ? Math.floorMod(moved[column] - letter, LETTERS)
						: (letter + moved[column]) % LETTERS;
				all[place] += counts[letter];
			}
		}
		int[] counts = Arrays.stream(all).mapToInt((count) -> (int) count).toArray();
		this.features.add(LETTERS * Coincidences.index(counts));
		this.features.add(this.profiles.sortedFit(counts));
	}

	/** Pairs that a block of a period holds apart, as bifid and seriated ciphers do. */
	private void blocks() {
		double[] halves = new double[LONGEST_BLOCK + 1];
		double[] lines = new double[LONGEST_BLOCK + 1];
		double[] unlike = new double[LONGEST_BLOCK + 1];
		double[] thirds = new double[LONGEST_BLOCK + 1];
		for (int period = 2; period <= Math.min(LONGEST_BLOCK, this.length / 4); period++) {
			int block = period;
			int up = (block + 1) / 2;
			int down = block / 2;
			halves[period] = Math.max(blockExcess(block, down, down), blockExcess(block, down, up));
			thirds[period] = Math.max(blockExcess(block, 2 * block / 3, block / 3),
					blockExcess(block, 2 * block / 3, (block + 2) / 3));
			int[][] places = KeyTrials.lines(this.length, period);
			int[] both = new int[LETTERS * LETTERS];
			int same = 0;
			for (int i = 0; i < places[0].length; i++) {
				int one = this.text[places[0][i]];
				int other = this.text[places[1][i]];
				both[one * LETTERS + other]++;
				same += (one == other) ? 1 : 0;
			}
			lines[period] = Coincidences.deviation(Coincidences.pairs(both),
					Coincidences.pairs(places[0].length) * this.index * this.index);
			unlike[period] = (same == 0) ? -places[0].length * Math.log(1 - Math.min(0.9, this.index)) : 0;
		}
		for (double[] found : new double[][] { halves, thirds, lines }) {
			int best = 2;
			for (int period = 2; period <= LONGEST_BLOCK; period++) {
				best = (found[period] > found[best]) ? period : best;
			}
			this.features.add(found[best]);
			this.features.add(best / 5.0);
			this.features.add(unlike[best]);
		}
		int without = 0;
		double most = 0;
		for (int period = 3; period <= 12; period++) {
			without += (unlike[period] > 0) ? 1 : 0;
			most = Math.max(most, unlike[period]);
		}
		this.features.add(without);
		this.features.add(most);
		for (int period = 2; period <= LONGEST_BLOCK; period++) {
			this.features.add(halves[period]);
		}
	}

	/**
	 * Pairs at a distance within blocks, in deviations from chance.
	 * @param count places in a block at which a pair begins
	 */
	private double blockExcess(int block, int count, int distance) {
		int[] both = new int[LETTERS * LETTERS];
		int total = 0;
		for (int start = 0; start < this.length; start += block) {
			for (int i = start; i < Math.min(start + count, this.length - distance); i++, total++) {
				both[this.text[i] * LETTERS + this.text[i + distance]]++;
			}
		}
		return Coincidences.deviation(Coincidences.pairs(both), Coincidences.pairs(total) * this.index * this.index);
	}

	/**
	 * An alphabet in any order, which turns by a place behind each group of letters:
	 * equal letters stand for such whose distance is known.
	 */
	private void turning() {
		double[] together = new double[LETTERS];
		for (int distance = 0; distance < LETTERS; distance++) {
			for (int letter = 0; letter < LETTERS; letter++) {
				together[distance] += Math
					.exp(this.english.logs()[letter] + this.english.logs()[(letter + distance) % LETTERS]);
			}
		}
		double[] logs = Arrays.stream(together).map((p) -> Math.log(p / this.index)).toArray();
		int[] equal = equalPairs();
		double best = Double.NEGATIVE_INFINITY;
		int bestGroup = 0;
		for (int group = 2; group <= MOST_IN_GROUP; group++) {
			double[] found = new double[TURNS.length];
			for (int i = 0; i < equal.length; i += 2) {
				int groups = equal[i + 1] / group - equal[i] / group;
				for (int turn = 0; turn < TURNS.length; turn++) {
					found[turn] += logs[groups * TURNS[turn] % LETTERS];
				}
			}
			for (int turn = 0; turn < TURNS.length; turn++) {
				double likelihood = found[turn] - expected(together, group, TURNS[turn]);
				if (likelihood > best) {
					best = likelihood;
					bestGroup = group;
				}
			}
		}
		this.features.add(best / 10);
		this.features.add(bestGroup / 5.0);
	}

	/** The places of equal letters that are near one another: (2 · pairs). */
	private int[] equalPairs() {
		int[] pairs = new int[256];
		int size = 0;
		for (int i = 0; i < this.length; i++) {
			for (int j = i + 1; j < Math.min(this.length, i + NEAR); j++) {
				if (this.text[i] == this.text[j]) {
					pairs = (size + 2 > pairs.length) ? Arrays.copyOf(pairs, 2 * size) : pairs;
					pairs[size++] = i;
					pairs[size++] = j;
				}
			}
		}
		return Arrays.copyOf(pairs, size);
	}

	/**
	 * What letters that aren't equal say against a turn, nearly: as many as there are at
	 * each distance.
	 */
	private double expected(double[] together, int group, int turn) {
		double sum = 0;
		for (int distance = 1; distance < Math.min(this.length, NEAR); distance++) {
			double share = (double) (distance % group) / group;
			int groups = distance / group;
			double p = (1 - share) * together[groups * turn % LETTERS]
					+ share * together[(groups + 1) * turn % LETTERS];
			sum += (this.length - distance) * (p - this.index) / (1 - this.index);
		}
		return sum;
	}

	/** Eight squares in turn, of five letters each; neighbours are much alike. */
	private void phillips() {
		double[] equal = new double[PHILLIPS_SQUARES];
		double[] all = new double[PHILLIPS_SQUARES];
		int[][] counts = new int[PHILLIPS_SQUARES][LETTERS];
		int[] totals = new int[PHILLIPS_SQUARES];
		for (int i = 0; i < this.length; i++) {
			int square = i / PHILLIPS_GROUP % PHILLIPS_SQUARES;
			counts[square][this.text[i]]++;
			totals[square]++;
		}
		for (int one = 0; one < PHILLIPS_SQUARES; one++) {
			for (int other = one; other < PHILLIPS_SQUARES; other++) {
				int apart = other - one;
				for (int letter = 0; letter < LETTERS; letter++) {
					equal[apart] += (apart == 0) ? Coincidences.pairs(new int[] { counts[one][letter] })
							: (double) counts[one][letter] * counts[other][letter];
				}
				all[apart] += (apart == 0) ? Coincidences.pairs(totals[one]) : (double) totals[one] * totals[other];
			}
		}
		for (int apart = 0; apart < PHILLIPS_SQUARES; apart++) {
			this.features.add(Coincidences.deviation(equal[apart], all[apart] * this.index));
		}
	}

}
