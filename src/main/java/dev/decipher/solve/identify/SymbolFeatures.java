package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Features of a text's characters, whatever they are: how often each of them occurs,
 * alone and in groups that begin at every second, third or fifth place.
 */
final class SymbolFeatures {

	static final int COUNT = 130;

	private static final int MOST_SYMBOLS = 64;

	private static final int HIGHEST = 10;

	private static final int LONGEST_PERIOD = 15;

	private static final int FARTHEST = 12;

	private final int[] symbols;

	private final int size;

	private final FeatureList features;

	private SymbolFeatures(int[] symbols, int size, FeatureList features) {
		this.symbols = symbols;
		this.size = size;
		this.features = features;
	}

	/**
	 * Adds the features of a text that isn't one of letters, or of a few letters only.
	 * @param shown its characters, letters in upper case
	 * @param numbers its numbers where these are parted, as indices; none elsewhere
	 * @param profiles the languages
	 */
	static void add(int[] shown, int[] numbers, LetterProfiles profiles, FeatureList features) {
		int end = features.size() + COUNT;
		Map<Integer, Integer> indices = new HashMap<>();
		int[] distinct = IntStream.of(shown).distinct().sorted().toArray();
		for (int i = 0; i < distinct.length; i++) {
			indices.put(distinct[i], Math.min(i, MOST_SYMBOLS - 1));
		}
		int[] symbols = IntStream.of(shown).map(indices::get).toArray();
		if (symbols.length > 3) {
			SymbolFeatures all = new SymbolFeatures(symbols, Math.min(MOST_SYMBOLS, distinct.length), features);
			all.alone();
			all.digits(shown);
			all.groups();
			all.pairs(shown, profiles);
			all.distances();
		}
		features.fill(end - 8);
		if (numbers.length > 3) {
			numbers(numbers, profiles, features);
		}
		features.fill(end);
	}

	private void alone() {
		int[] counts = Coincidences.counts(this.symbols, this.size, 0, 1);
		this.features.add(Coincidences.index(counts));
		this.features.add(Coincidences.index(counts) * this.size);
		this.features.add(Coincidences.entropy(counts));
		this.features.addHighest(Coincidences.shares(counts), HIGHEST);
		int doubled = 0;
		int run = 1;
		int longest = 1;
		for (int i = 1; i < this.symbols.length; i++) {
			run = (this.symbols[i] == this.symbols[i - 1]) ? run + 1 : 1;
			doubled += (run > 1) ? 1 : 0;
			longest = Math.max(longest, run);
		}
		this.features.add((double) doubled / this.symbols.length);
		this.features.add(longest);
		this.features.add(Coincidences.pairExcess(this.symbols, this.size, 0, 1, 1));
		this.features.add(information(1));
		this.features.add(information(2));
	}

	/** What a symbol says of the one some places further on, in nats. */
	private double information(int distance) {
		int[] both = new int[this.size * this.size];
		int[] ones = new int[this.size];
		int[] others = new int[this.size];
		for (int i = 0; i + distance < this.symbols.length; i++) {
			both[this.symbols[i] * this.size + this.symbols[i + distance]]++;
			ones[this.symbols[i]]++;
			others[this.symbols[i + distance]]++;
		}
		return Coincidences.entropy(ones) + Coincidences.entropy(others) - Coincidences.entropy(both);
	}

	private void digits(int[] shown) {
		int[] counts = new int[10];
		IntStream.of(shown)
			.filter((character) -> character >= '0' && character <= '9')
			.forEach((digit) -> counts[digit - '0']++);
		for (double share : Coincidences.shares(counts)) {
			this.features.add(share);
		}
	}

	private void groups() {
		for (int length : new int[] { 2, 3, 4, 5 }) {
			Map<Long, Integer> counts = new HashMap<>();
			int total = 0;
			for (int i = 0; i + length <= this.symbols.length; i += length, total++) {
				long group = 0;
				for (int j = 0; j < length; j++) {
					group = group * this.size + this.symbols[i + j];
				}
				counts.merge(group, 1, Integer::sum);
			}
			int[] each = counts.values().stream().mapToInt(Integer::intValue).toArray();
			this.features.add(Coincidences.index(each));
			this.features.add(Math.log(Math.max(1, counts.size())));
			this.features.add((double) counts.size() / Math.max(1, total));
		}
		int[] even = Coincidences.counts(this.symbols, this.size, 0, 2);
		int[] odd = Coincidences.counts(this.symbols, this.size, 1, 2);
		int inEven = 0;
		int inOdd = 0;
		int inBoth = 0;
		double alike = 0;
		for (int symbol = 0; symbol < this.size; symbol++) {
			inEven += (even[symbol] > 0) ? 1 : 0;
			inOdd += (odd[symbol] > 0) ? 1 : 0;
			inBoth += (even[symbol] > 0 && odd[symbol] > 0) ? 1 : 0;
			alike += (double) even[symbol] * odd[symbol];
		}
		double half = Math.max(1, this.symbols.length / 2);
		this.features.add(inEven / 10.0);
		this.features.add(inOdd / 10.0);
		this.features.add(inBoth / 10.0);
		this.features.add(inBoth == 0);
		this.features.add(alike / (half * half));
		this.features.add(Coincidences.index(even));
		this.features.add(Coincidences.index(odd));
		this.features.add(Coincidences.pairExcess(this.symbols, this.size, 0, 2, 1));
		this.features.add(Coincidences.pairExcess(this.symbols, this.size, 1, 2, 1));
		this.features.add(this.symbols.length % 2);
		this.features.add(this.symbols.length % 3 == 0);
		this.features.add(this.symbols.length % 5 == 0);
	}

	/** Pairs from the first place on, as numbers of two digits are. */
	private void pairs(int[] shown, LetterProfiles profiles) {
		int[] pairs = IntStream.range(0, this.symbols.length / 2)
			.map((i) -> this.symbols[2 * i] * this.size + this.symbols[2 * i + 1])
			.toArray();
		int[] numbers = indexed(pairs);
		int different = IntStream.of(numbers).max().orElse(0) + 1;
		int[] counts = Coincidences.counts(numbers, different, 0, 1);
		this.features.addHighest(Coincidences.shares(counts), HIGHEST);
		this.features.add(profiles.sortedFit(counts));
		periods(numbers, different);
		int[] values = IntStream.range(0, shown.length / 2)
			.map((i) -> (digit(shown[2 * i]) < 0 || digit(shown[2 * i + 1]) < 0) ? -1
					: 10 * digit(shown[2 * i]) + digit(shown[2 * i + 1]))
			.filter((value) -> value >= 0)
			.toArray();
		this.features.add(IntStream.of(values).max().orElse(0) / 50.0);
		this.features.add(IntStream.of(values).min().orElse(0) / 50.0);
		double count = Math.max(1, values.length);
		for (int bound : new int[] { 10, 22, 26, 56, 75 }) {
			this.features.add(IntStream.of(values).filter((value) -> value < bound).count() / count);
		}
		// four tokens a letter in rows of 25 that are turned: where each falls
		for (int row = 0; row < 4; row++) {
			int first = row * 25;
			this.features
				.add(IntStream.of(values).filter((value) -> value >= first && value < first + 25).count() / count);
		}
		this.features.add(IntStream.of(values).map((value) -> value / 10).max().orElse(0) / 10.0);
		this.features.add(IntStream.of(values).map((value) -> value % 10).max().orElse(0) / 10.0);
		this.features.add(IntStream.of(values).map((value) -> value / 10).min().orElse(0) / 10.0);
		this.features.add(IntStream.of(values).map((value) -> value % 10).min().orElse(0) / 10.0);
	}

	private static int digit(int character) {
		return (character >= '0' && character <= '9') ? character - '0' : -1;
	}

	private static int[] indexed(int[] values) {
		int[] distinct = IntStream.of(values).distinct().sorted().toArray();
		return IntStream.of(values).map((value) -> Arrays.binarySearch(distinct, value)).toArray();
	}

	/** The period whose columns are the most unequal. */
	private void periods(int[] symbols, int size) {
		double best = 0;
		double bestPeriod = 0;
		double alone = Coincidences.index(Coincidences.counts(symbols, size, 0, 1));
		for (int period = 2; period <= LONGEST_PERIOD; period++) {
			double[] found = Coincidences.inColumns(symbols, size, period);
			double deviation = Coincidences.deviation(found[0], found[1] * alone);
			if (deviation > best) {
				best = deviation;
				bestPeriod = period;
			}
		}
		this.features.add(alone * 26);
		this.features.add(best);
		this.features.add(bestPeriod / 5);
	}

	private void distances() {
		double alone = Coincidences.index(Coincidences.counts(this.symbols, this.size, 0, 1));
		for (int distance = 1; distance <= FARTHEST; distance++) {
			this.features.add(Coincidences.kappa(this.symbols, distance, alone));
		}
		periods(this.symbols, this.size);
		for (int distance = 2; distance <= 8; distance++) {
			this.features.add(Coincidences.pairExcess(this.symbols, this.size, 0, 1, distance));
		}
	}

	private static void numbers(int[] numbers, LetterProfiles profiles, FeatureList features) {
		int size = IntStream.of(numbers).max().orElse(0) + 1;
		int[] counts = Coincidences.counts(numbers, size, 0, 1);
		features.add(Math.log(size));
		features.add((double) size / numbers.length);
		features.add(Coincidences.index(counts) * 26);
		features.add(profiles.sortedFit(counts));
		new SymbolFeatures(numbers, size, features).periods(numbers, size);
	}

}
