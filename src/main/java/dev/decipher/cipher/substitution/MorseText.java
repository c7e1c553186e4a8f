package dev.decipher.cipher.substitution;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Morse code as people write it: with other marks, with slashes between letters, or with
 * wider gaps between words.
 *
 * @param dot the short mark, one character
 * @param dash the long mark, one character
 * @param letterSeparator what stands between two letters
 * @param wordSeparator what stands between two words
 */
record MorseText(String dot, String dash, String letterSeparator, String wordSeparator) {

	private static final String DOTS = ".\u00b7\u2022\u22c5\u2219\u25cf\u2024*";

	private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00af_~";

	private static final Pattern SLASHES = Pattern.compile("(?<!\\h)\\h*+[/|\\\\](?:\\h*+[/|\\\\])*+\\h*+");

	private static final Pattern GAP = Pattern.compile("(?<=\\S)\\h++(?=\\S)");

	/** The token for the blank. */
	String word() {
		return this.wordSeparator.isBlank() ? "/" : this.wordSeparator;
	}

	/** A code with these marks. */
	String marks(String code) {
		StringBuilder marks = new StringBuilder();
		code.chars().forEach((mark) -> marks.append((mark == '.') ? this.dot : this.dash));
		return marks.toString();
	}

	/**
	 * Tokens with a blank between two of them, as they are written by default.
	 * @param words whether the blank is a symbol
	 */
	String readable(String text, boolean words) {
		String word = words ? " " + word() + " " : " ";
		String marked = withMarks(text);
		if (!this.letterSeparator.isBlank()) {
			return (this.wordSeparator.isBlank() ? marked.replaceAll("\\h++", "\0")
					: marked.replace(this.wordSeparator, "\0"))
				.replace(this.letterSeparator, " ")
				.replace("\0", word);
		}
		if (!this.wordSeparator.isBlank() && marked.contains(this.wordSeparator)
				&& !SLASHES.matcher(this.wordSeparator).matches()) {
			return marked.replace(this.wordSeparator, word);
		}
		if (SLASHES.matcher(marked).find()) {
			boolean betweenLetters = !GAP.matcher(marked).find();
			return SLASHES.matcher(marked)
				.replaceAll((slashes) -> (betweenLetters && slashes.group().length() == 1) ? " "
						: Matcher.quoteReplacement(word));
		}
		int narrow = GAP.matcher(marked).results().mapToInt(MorseText::width).min().orElse(1);
		return GAP.matcher(marked).replaceAll((gap) -> (width(gap) > narrow) ? Matcher.quoteReplacement(word) : " ");
	}

	private static int width(MatchResult gap) {
		return gap.end() - gap.start();
	}

	/** The usual marks become these. */
	private String withMarks(String text) {
		StringBuilder marked = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			String given = Character.toString(character);
			if (given.equals(this.dot) || given.equals(this.dash) || this.letterSeparator.contains(given)
					|| this.wordSeparator.contains(given)) {
				marked.append(given);
			}
			else if (character == '\u2026') {
				marked.append(this.dot.repeat(3));
			}
			else {
				marked.append((DOTS.indexOf(character) >= 0) ? this.dot
						: (DASHES.indexOf(character) >= 0) ? this.dash : given);
			}
		});
		return marked.toString();
	}

	/**
	 * Letters and words with what stands between them.
	 * @param tokens with a blank between two of them
	 */
	String written(String tokens) {
		boolean blanks = this.letterSeparator.isBlank();
		if (this.letterSeparator.equals(" ") && !this.wordSeparator.isBlank()) {
			return tokens;
		}
		String between = (blanks && !this.wordSeparator.isBlank())
				? this.letterSeparator + this.wordSeparator + this.letterSeparator : this.wordSeparator;
		StringBuilder text = new StringBuilder(tokens.length());
		boolean letter = false;
		for (String token : tokens.split(" ")) {
			boolean next = !token.equals(word());
			text.append((letter && next) ? this.letterSeparator : "").append(next ? token : between);
			letter = next;
		}
		return text.toString();
	}

}
