package dev.decipher.solve.machine;

import dev.decipher.language.NGrams;

/**
 * What letters, pairs and triples of letters of a telegram cost: −ln of how often they
 * occur in the language, of which some share is noise. Operators wrote X for blanks and
 * stops, Q for CH, and spelled numbers and names in ways of their own.
 *
 * @param one of letters, in nats / {@link NGrams#UNITS}: (26)
 * @param two of pairs, jointly: (26 · 26)
 * @param three of triples, jointly: (26 · 26 · 26)
 */
record EnigmaCosts(int[] one, int[] two, int[] three) {

	private static final int LETTERS = 26;

	/** The share of letters that are any letter, and of those that are a blank's. */
	private static final double NOISE = 0.1;

	private static final double BLANKS = 0.05;

	private static final int BLANK = 'X' - 'A';

	/**
	 * The share of pairs and triples whose letters have nothing to do with each other.
	 */
	private static final double APART = 0.2;

	static EnigmaCosts of(NGrams letters) {
		double[] shares = letters.frequencies(1);
		for (int letter = 0; letter < LETTERS; letter++) {
			shares[letter] = (1 - NOISE - BLANKS) * shares[letter] + NOISE / LETTERS + ((letter == BLANK) ? BLANKS : 0);
		}
		return new EnigmaCosts(costs(letters, shares, 1), costs(letters, shares, 2), costs(letters, shares, 3));
	}

	private static int[] costs(NGrams letters, double[] shares, int length) {
		double[] frequencies = letters.frequencies(length);
		int[] costs = new int[frequencies.length];
		for (int gram = 0; gram < costs.length; gram++) {
			double apart = 1;
			for (int rest = gram, i = 0; i < length; i++, rest /= LETTERS) {
				apart *= shares[rest % LETTERS];
			}
			double share = (length == 1) ? apart : (1 - APART) * frequencies[gram] + APART * apart;
			costs[gram] = (int) Math.round(-NGrams.UNITS * Math.log(share));
		}
		return costs;
	}

}
