package dev.decipher.solve.search;

import dev.decipher.alphabet.Symbols;

/**
 * A text to be solved, as an attack sees it.
 *
 * @param alphabet what the symbols are: the language's alphabet, except for homophones
 * @param symbols their indices (length), at least 1; read-only
 * @param wordStarts whether a word begins at each position (length), or null where the
 * text doesn't show its words
 */
public record Ciphertext(Symbols alphabet, int[] symbols, boolean[] wordStarts) {

	public int length() {
		return this.symbols.length;
	}

}
