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

}
