package dev.decipher.alphabet;

import java.util.Arrays;

/**
 * What stands between the symbols of a ciphertext and those of its plaintext. Symbols go
 * with one another in their order; this tells whether it is a matter of chance that they
 * are as many.
 */
final class Spacing {

	private Spacing() {
	}

	/**
	 * Whether two texts differ only in foreign characters that one of them lacks: blanks,
	 * line breaks, punctuation. A ciphertext that is written in groups lacks the
	 * plaintext's blanks, and has others of its own.
	 * @param given the ciphertext with its nulls, if it has such
	 */
	static boolean explains(String given, Message ciphertext, Message plaintext) {
		if (ciphertext.length() != plaintext.length() || ciphertext.length() == 0) {
			return false;
		}
		// white space that isn't compared stands between tokens
		boolean spacesCount = !ciphertext.isOfTokens();
		int[] inPlaintext = foreign(plaintext, spacesCount);
		return oneLacks(foreign(ciphertext, spacesCount), inPlaintext)
				|| (spacesCount && isInGroups(given) && oneLacks(foreign(ciphertext, false), inPlaintext));
	}

	/**
	 * How many characters pass through before each symbol and at the end: (length + 1).
	 */
	private static int[] foreign(Message message, boolean spacesCount) {
		int[] counts = new int[message.length() + 1];
		int symbol = 0;
		for (int position = 0; position < message.positions(); position++) {
			if (message.symbolAt(position) >= 0) {
				symbol++;
			}
			else if (spacesCount || !message.isSpaceAt(position)) {
				counts[symbol]++;
			}
		}
		return counts;
	}

	private static boolean oneLacks(int[] one, int[] other) {
		boolean oneLacks = true;
		boolean otherLacks = true;
		for (int i = 0; i < one.length; i++) {
			oneLacks = oneLacks && one[i] <= other[i];
			otherLacks = otherLacks && other[i] <= one[i];
		}
		return oneLacks || otherLacks;
	}

	/** Whether white space parts a text into groups of one length, the last apart. */
	private static boolean isInGroups(String text) {
		int[] lengths = Characters.tokens(text)
			.stream()
			.mapToInt((group) -> group.codePointCount(0, group.length()))
			.toArray();
		int last = lengths.length - 1;
		return last > 0 && lengths[0] > 1 && lengths[last] <= lengths[0]
				&& Arrays.stream(lengths, 0, last).allMatch((length) -> length == lengths[0]);
	}

}
