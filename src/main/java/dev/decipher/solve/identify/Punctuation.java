package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import dev.decipher.solve.search.Readings;

/**
 * The signs in a text of words that no cipher wrote: a full stop behind a word is the
 * writer's, one within a word may be a symbol, as of a cipher with 27 of them.
 */
final class Punctuation {

	/** The share of letters in what isn't white space, from which on it is a text. */
	private static final double SHARE_OF_LETTERS = 0.75;

	/** Signs that stand within words too. */
	private static final String WITHIN_WORDS = "'’-–";

	private Punctuation() {
	}

	/**
	 * The text without the signs that mostly stand at the edges of words; as it is where
	 * it has no words, but groups or one run of letters.
	 * @param text any text
	 */
	static String removed(String text) {
		String[] tokens = text.strip().split("\\s+");
		if (!isOfWords(text, tokens)) {
			return text;
		}
		Map<Integer, int[]> places = new HashMap<>(); // at an edge, within a word
		for (String token : tokens) {
			int[] characters = token.codePoints().toArray();
			int first = 0;
			int last = characters.length - 1;
			while (first <= last && !Character.isLetter(characters[first])) {
				first++;
			}
			while (last >= first && !Character.isLetter(characters[last])) {
				last--;
			}
			for (int i = 0; i < characters.length; i++) {
				if (!Character.isLetterOrDigit(characters[i])) {
					places.computeIfAbsent(characters[i], (sign) -> new int[2])[(i < first || i > last) ? 0 : 1]++;
				}
			}
		}
		return text.codePoints()
			.filter((character) -> !places.containsKey(character)
					|| (WITHIN_WORDS.indexOf(character) < 0 && places.get(character)[0] <= places.get(character)[1]))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isOfWords(String text, String[] tokens) {
		long letters = text.codePoints().filter(Character::isLetter).count();
		long shown = text.codePoints().filter((character) -> !Readings.isSpace(character)).count();
		boolean groups = Arrays.stream(tokens)
			.limit(Math.max(1, tokens.length - 1))
			.mapToInt(String::length)
			.distinct()
			.count() == 1;
		return tokens.length > 1 && !groups && letters >= SHARE_OF_LETTERS * shown;
	}

}
