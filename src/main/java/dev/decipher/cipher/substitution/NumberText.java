package dev.decipher.cipher.substitution;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them for letters: 20-8-5 17-21, 20.8.5, or 20 8 5 / 17 21. */
final class NumberText {

	/** The marks that may stand between two numbers of a word. */
	static final String MARKS = "-,.;:/_|+";

	/** The mark between two words where blanks part numbers. */
	static final String WORDS = "/";

	/** Numbers, what stands between words, white space, and the rest by characters. */
	private static final Pattern PARTS = Pattern.compile("\\d++|\\h*+[/|]\\h*+|\\h++|\\v++|[^\\d\\h\\v]");

	/** A mark right between two numbers; dashes of all lengths are hyphens. */
	private static final Pattern MARKED = Pattern.compile("(?<=\\d)[-\u2010-\u2015\u2212,.;:/_|+\u00b7](?=\\d)");

	/** Commas with a blank, and with nothing but digits around. */
	private static final Pattern LISTED = Pattern.compile("(?<=\\d)[,;]\\h++(?=\\d)");

	private NumberText() {
	}

	/**
	 * Tokens with a blank between two of them.
	 * @param words whether there is a token for what stands between two words
	 */
	static String readable(String text, boolean words) {
		Matcher marked = MARKED.matcher(text);
		boolean isMarked = marked.find();
		String numbers = isMarked ? marked.replaceAll("\u0000") : LISTED.matcher(text).replaceAll(" ");
		StringBuilder tokens = new StringBuilder(text.length() + 16);
		Matcher part = PARTS.matcher(numbers);
		while (part.find()) {
			String found = part.group();
			char first = found.charAt(0);
			if (first == 0) {
				tokens.append(' ');
			}
			else if (Character.isDigit(first)) {
				tokens.append(withoutZeros(found)).append(' ');
			}
			else if (isLineBreak(first)) {
				boolean wordEnds = isMarked && words && part.end() < numbers.length();
				tokens.append(wordEnds ? " " + WORDS + " " : "").append(found);
			}
			else if (found.indexOf('/') >= 0 || found.indexOf('|') >= 0) {
				tokens.append(words ? " " + WORDS + " " : " ");
			}
			else if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
				tokens.append((isMarked && words) ? " " + WORDS + " " : " ");
			}
			else {
				tokens.append(' ').append(found).append(' ');
			}
		}
		return tokens.toString();
	}

	private static boolean isLineBreak(char character) {
		return character == '\n' || character == '\r';
	}

	private static String withoutZeros(String number) {
		int start = 0;
		while (start < number.length() - 1 && number.charAt(start) == '0') {
			start++;
		}
		return number.substring(start);
	}

	/**
	 * The numbers of a word with a mark between two of them, and words with a blank.
	 * @param tokens with a blank between two of them
	 */
	static String written(String tokens, String separator) {
		if (separator.equals(" ")) {
			return tokens;
		}
		StringBuilder text = new StringBuilder(tokens.length());
		boolean number = false;
		for (String token : tokens.split(" ")) {
			boolean next = !token.isEmpty() && Character.isDigit(token.charAt(0));
			text.append((number && next) ? separator : "").append(token.equals(WORDS) ? " " : token);
			number = next;
		}
		return text.toString();
	}

}
