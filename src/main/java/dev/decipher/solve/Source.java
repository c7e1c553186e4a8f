package dev.decipher.solve;

import dev.decipher.language.Language;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;

/**
 * A text as one attack reads it, in one language.
 *
 * @param cryptogram the text, less its form
 * @param ciphertext its symbols
 * @param language what the plaintext may be written in
 * @param hints in those symbols and the letters of that language
 * @param scores what readings of it are worth
 */
record Source(Cryptogram cryptogram, Ciphertext ciphertext, Language language, Hints hints, DescriptionLength scores) {

	/**
	 * A text in one language.
	 * @param share how likely the language is before the text was read
	 */
	static Source of(Cryptogram cryptogram, Ciphertext ciphertext, Language language, Hints hints, double share) {
		return new Source(cryptogram, ciphertext, language, hints,
				new DescriptionLength(ciphertext, language, hints, share));
	}

}
