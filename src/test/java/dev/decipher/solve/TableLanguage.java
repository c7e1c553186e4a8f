package dev.decipher.solve;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * A language of which only n-grams of letters are known.
 *
 * @param letters over A to Z
 */
record TableLanguage(NGrams letters) implements Language {

	@Override
	public String name() {
		return "table";
	}

	@Override
	public Alphabet alphabet() {
		return Alphabet.LATIN26;
	}

	@Override
	public NGrams words() {
		throw new UnsupportedOperationException("no words");
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		throw new UnsupportedOperationException("no network");
	}

	@Override
	public void close() {
		// holds nothing
	}

}
