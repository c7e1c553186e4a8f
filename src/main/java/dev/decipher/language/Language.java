package dev.decipher.language;

import dev.decipher.alphabet.Alphabet;

/** A language as searches know it. */
public interface Language extends AutoCloseable {

	/** Its name, as in {@code "language": "english"}. */
	String name();

	/** The letters its texts are made of; A to Z for English. */
	Alphabet alphabet();

	/** n-grams of its letters, what parts words left out; V is the alphabet's size. */
	NGrams letters();

	/**
	 * n-grams of its letters and of the space between words, which is the symbol behind
	 * the last letter; V is the alphabet's size + 1.
	 */
	NGrams words();

	/**
	 * What the LSTM makes of texts.
	 * @param texts indices of letters, and of the space behind the last letter if
	 * {@code spaced}
	 * @return ln p(text), in nats, of each
	 */
	double[] logProbabilities(int[][] texts, boolean spaced);

	@Override
	void close();

}
