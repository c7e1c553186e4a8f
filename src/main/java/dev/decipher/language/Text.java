package dev.decipher.language;

import java.util.Arrays;

/**
 * A text to learn a language from: letters and single spaces between words.
 *
 * @param symbols indices of letters, and of the space behind the last letter, as unsigned
 * bytes. Read-only
 * @param letters how many letters the language has, at most {@link #MAX_LETTERS}
 * @param weight how often it counts, at least once
 */
public record Text(byte[] symbols, int letters, int weight) {

	/** The most letters a language may have, so that they and the space fit a byte. */
	public static final int MAX_LETTERS = 255;

	/** The symbol at a position. */
	int symbol(int position) {
		return this.symbols[position] & 0xff;
	}

	int length() {
		return this.symbols.length;
	}

	/** The same text without spaces. */
	public Text withoutSpaces() {
		byte[] kept = new byte[this.symbols.length];
		int length = 0;
		for (byte symbol : this.symbols) {
			if ((symbol & 0xff) != this.letters) {
				kept[length++] = symbol;
			}
		}
		return new Text(Arrays.copyOf(kept, length), this.letters, this.weight);
	}

}
