package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The characters of texts: which are allowed, and which part tokens. */
final class Characters {

	private Characters() {
	}

	/** Why a text can be no part of an alphabet or a known-plaintext pair; else null. */
	static @Nullable String faultOf(String text) {
		if (text.indexOf(0) >= 0) {
			return "must not contain NUL";
		}
		return hasLoneSurrogate(text) ? "must not contain a lone surrogate" : null;
	}

	static boolean hasLoneSurrogate(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (Character.isSurrogate(text.charAt(at))) {
				if (isLone(text.codePointAt(at))) {
					return true;
				}
				at++;
			}
		}
		return false;
	}

	/** Whether what {@link String#codePointAt} returned is half a character. */
	static boolean isLone(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	/**
	 * Whether a character is white space: what Java calls so, no-break spaces and the
	 * next line control, which together have all of Unicode's White_Space.
	 */
	static boolean isSpace(int codePoint) {
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
	}

	/**
	 * Where a run of characters that are no white space ends.
	 * @return the index behind it; {@code from} itself where white space or the end is
	 */
	static int endOfToken(String text, int from) {
		int end = from;
		while (end < text.length() && !isSpace(text.codePointAt(end))) {
			end += Character.charCount(text.codePointAt(end));
		}
		return end;
	}

	/** The runs of characters of a text that are no white space. */
	static List<String> tokens(String text) {
		List<String> tokens = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int end = endOfToken(text, start);
			if (end > start) {
				tokens.add(text.substring(start, end));
			}
			start = Math.max(end, start + 1); // no white space needs more than one char
		}
		return tokens;
	}

	/**
	 * A character for a message that people read, by its number where it has no shape.
	 */
	static String show(int codePoint) {
		boolean visible = Character.isLetterOrDigit(codePoint) || (codePoint > ' ' && codePoint < 0x7f);
		return visible ? Character.toString(codePoint) : String.format("U+%04X", codePoint);
	}

}
