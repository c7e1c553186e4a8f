package dev.decipher.solve.transposition;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * A ciphertext of a transposition in the symbols of n-grams: letters, or where all
 * characters were moved, letters, blanks and other characters (see {@link WordEnds}).
 *
 * @param search what it is searched for
 * @param symbols (length)
 * @param grams of these symbols
 * @param lettersOnly whether the text is one of the language's letters alone
 */
record MovedText(Search search, int[] symbols, NGrams grams, boolean lettersOnly) {

	/** By so many nats a text that ends with a letter is the less likely. */
	private static final int UNENDED = 3;

	/** The ciphertext of a search; null if it is no text of characters. */
	static @Nullable MovedText of(Search search) {
		Language language = search.language();
		int[] symbols = search.ciphertext().symbols();
		if (search.ciphertext().alphabet().equals(language.alphabet())) {
			return new MovedText(search, symbols, language.letters(), true);
		}
		if (!(search.ciphertext().alphabet() instanceof Alphabet alphabet)) {
			return null;
		}
		int[] table = IntStream.range(0, alphabet.size())
			.map((symbol) -> WordEnds.symbol(alphabet.codePoint(symbol), language.alphabet()))
			.toArray();
		return new MovedText(search, IntStream.of(symbols).map((symbol) -> table[symbol]).toArray(),
				WordEnds.of(language.words()), false);
	}

	int length() {
		return this.symbols.length;
	}

	/** What keys are written in. */
	Alphabet keyAlphabet() {
		return this.lettersOnly ? this.search.language().alphabet() : Alphabet.LATIN26;
	}

	/**
	 * What a text, or the beginning of one, costs because of its n-grams and because it
	 * hasn't the cribs.
	 * @return nats / {@link NGrams#UNITS}
	 */
	int cost(int[] text) {
		return this.grams.cost(text) + this.search.cribCost(text) + (isUnended(text) ? UNENDED * NGrams.UNITS : 0);
	}

	/** A whole text whose marks were moved as well seldom ends without one. */
	private boolean isUnended(int[] text) {
		return !this.lettersOnly && text.length == this.symbols.length
				&& text[text.length - 1] < this.search.language().alphabet().size();
	}

	/** Reads the ciphertext with a cipher. */
	Candidate read(Cipher cipher) {
		if (this.lettersOnly) {
			return this.search.read(cipher);
		}
		int[] plaintext = cipher.over(keyAlphabet()).decrypt(this.symbols);
		double end = isUnended(plaintext) ? (double) UNENDED / plaintext.length : 0;
		return this.search.candidate(cipher, plaintext, this.grams.score(plaintext) - end);
	}

}
