package dev.decipher.solve.identify;

/**
 * Features of a text whose key is its own plaintext: how likely the letters behind the
 * best primer are. Safe for use by many threads.
 */
final class AutokeyTrial {

	private static final int LETTERS = TextSymbols.LETTERS;

	private static final int LONGEST_PRIMER = 12;

	/** Letters of a key's place, at least. */
	private static final int LEAST_PER_PLACE = 3;

	private final LetterProfiles profiles;

	/** ln p of each letter in all languages together. */
	private final double[] pooled;

	AutokeyTrial(LetterProfiles profiles) {
		this.profiles = profiles;
		this.pooled = profiles.pooled();
	}

	/** Each letter of a primer begins a chain, in which each is the key of the next. */
	void add(int[] text, FeatureList features) {
		int languages = this.profiles.all().size();
		double best = -10;
		double reading = -2;
		double bestPrimer = 0;
		int[] plaintext = new int[text.length];
		int[] keys = new int[LONGEST_PRIMER];
		for (int primer = 1; primer <= Math.min(LONGEST_PRIMER, text.length / LEAST_PER_PLACE); primer++) {
			int[] added = new int[primer * LETTERS];
			int[] subtracted = new int[primer * LETTERS];
			int[] chain = chains(text, primer, added, subtracted);
			for (int language : new int[] { 0, languages }) {
				double[] logs = (language < languages) ? this.profiles.all().get(language).logs() : this.pooled;
				double sum = -primer * Math.log(LETTERS);
				for (int first = 0; first < primer; first++) {
					double likeliest = Double.NEGATIVE_INFINITY;
					for (int key = 0; key < LETTERS; key++) {
						double likelihood = 0;
						for (int letter = 0; letter < LETTERS; letter++) {
							likelihood += added[first * LETTERS + letter] * logs[(letter + key) % LETTERS]
									+ subtracted[first * LETTERS + letter] * logs[(letter + LETTERS - key) % LETTERS];
						}
						if (likelihood > likeliest) {
							likeliest = likelihood;
							keys[first] = key;
						}
					}
					sum += likeliest;
				}
				if (sum / text.length > best) {
					best = sum / text.length;
					bestPrimer = primer;
					for (int i = 0; i < text.length; i++) {
						int key = keys[i % primer];
						plaintext[i] = (chain[i] + ((i / primer % 2 == 0) ? LETTERS - key : key)) % LETTERS;
					}
					reading = this.profiles.likeliest(Coincidences.counts(plaintext, LETTERS, 0, 1)).reading(plaintext);
				}
			}
		}
		features.add(best);
		features.add(bestPrimer / 5);
		features.add(reading);
	}

	/**
	 * Deciphers with a primer of A alone. Another letter is subtracted from the first
	 * letter of its chain and added to the second, and so by turns: what becomes of a
	 * letter depends on nothing else.
	 * @param added takes how often each letter occurs to which one is added: (primer ·
	 * letters)
	 * @param subtracted likewise from which it is subtracted
	 */
	private static int[] chains(int[] text, int primer, int[] added, int[] subtracted) {
		int[] chain = new int[text.length];
		for (int i = 0; i < text.length; i++) {
			chain[i] = (i < primer) ? text[i] : (text[i] - chain[i - primer] + LETTERS) % LETTERS;
			int[] counts = (i / primer % 2 == 0) ? subtracted : added;
			counts[i % primer * LETTERS + chain[i]]++;
		}
		return chain;
	}

}
