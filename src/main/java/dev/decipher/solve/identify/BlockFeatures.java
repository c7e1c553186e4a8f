package dev.decipher.solve.identify;

/** Features of pairs that a block holds apart, as bifid and seriated ciphers do. */
final class BlockFeatures {

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final int LONGEST_BLOCK = 15;

	private final int[] text;

	private final int length;

	private final double index;

	private final FeatureList features;

	private BlockFeatures(int[] text, FeatureList features) {
		this.text = text;
		this.length = text.length;
		this.index = Coincidences.index(Coincidences.counts(text, LETTERS, 0, 1));
		this.features = features;
	}

	/**
	 * Adds the features of a text.
	 * @param text indices of letters, at least 4
	 */
	static void add(int[] text, FeatureList features) {
		BlockFeatures all = new BlockFeatures(text, features);
		all.blocks();
	}

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
			int[][] places = KeySlots.lines(this.length, period);
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

}
