package dev.decipher.solve.search;

import java.util.Arrays;

/** Finds out whether a text is one that was pasted several times. */
public final class Repetition {

	private Repetition() {
	}

	/**
	 * How many symbols a text has before it repeats itself to its end; all of them if it
	 * doesn't. By the borders of its beginnings (Knuth, Morris and Pratt, Fast pattern
	 * matching in strings, 1977).
	 */
	public static int period(int[] symbols) {
		int[] borders = new int[symbols.length + 1];
		borders[0] = -1;
		for (int i = 0; i < symbols.length; i++) {
			int border = borders[i];
			while (border >= 0 && symbols[border] != symbols[i]) {
				border = borders[border];
			}
			borders[i + 1] = border + 1;
		}
		int period = symbols.length - Math.max(0, borders[symbols.length]);
		return (period <= symbols.length / 2) ? period : symbols.length;
	}

	/** A text without what it repeats. */
	public static int[] once(int[] symbols) {
		return Arrays.copyOf(symbols, period(symbols));
	}

}
