package dev.decipher.solve.identify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.decipher.solve.search.Readings;

/**
 * A text in the symbols that a cipher may have written: letters without their accents and
 * case, numbers between other characters, or whatever characters it has.
 *
 * @param kind what the symbols are
 * @param names the different symbols, each once
 * @param symbols indices into the names, (length)
 */
public record TextSymbols(Kind kind, List<String> names, int[] symbols) {

	/** What the symbols of a text are. */
	public enum Kind {

		/** A to Z, in this order; what else a text has is left out. */
		LETTERS,

		/** Runs of digits, as long as they are. */
		NUMBERS,

		/** Characters, white space left out. */
		CHARACTERS

	}

	/** The number of letters. */
	public static final int LETTERS = 26;

	/** Of what isn't white space in a text of letters, at least so much are. */
	private static final double SHARE_OF_LETTERS = 0.75;

	/** The same of digits in a text of numbers. */
	private static final double SHARE_OF_DIGITS = 0.5;

	/** A run of more digits is a group of a message, no number. */
	private static final int LONGEST_NUMBER = 4;

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private static final List<String> ALPHABET = IntStream.range(0, LETTERS)
		.mapToObj((letter) -> Character.toString('A' + letter))
		.toList();

	public TextSymbols {
		names = List.copyOf(names);
	}

	/** How many symbols the text has. */
	public int length() {
		return this.symbols.length;
	}

	/**
	 * Reads a text.
	 * @param text any text
	 * @return its symbols, of which there may be none
	 */
	public static TextSymbols of(String text) {
		int[] shown = text.codePoints().filter((character) -> !Readings.isSpace(character)).toArray();
		int[] letters = letters(text);
		if (letters.length > 0 && letters.length >= SHARE_OF_LETTERS * shown.length) {
			return new TextSymbols(Kind.LETTERS, ALPHABET, letters);
		}
		List<String> numbers = numbers(text, shown.length);
		if (!numbers.isEmpty()) {
			return of(Kind.NUMBERS, numbers);
		}
		return of(Kind.CHARACTERS, IntStream.of(shown).mapToObj(Character::toString).toList());
	}

	/** The letters of a text without accents, as indices of A to Z. */
	static int[] letters(String text) {
		String plain = text.chars().allMatch((character) -> character < 0x80) ? text
				: Normalizer.normalize(text, Normalizer.Form.NFD);
		return plain.chars()
			.map((character) -> (character >= 'a' && character <= 'z') ? character - 'a' : character - 'A')
			.filter((letter) -> letter >= 0 && letter < LETTERS)
			.toArray();
	}

	/** Numbers that something parts; none where the digits are a row or in groups. */
	private static List<String> numbers(String text, int shown) {
		List<String> numbers = new ArrayList<>();
		int digits = 0;
		int longest = 0;
		Matcher matcher = NUMBER.matcher(text);
		while (matcher.find()) {
			numbers.add(matcher.group());
			digits += matcher.group().length();
			longest = Math.max(longest, matcher.group().length());
		}
		boolean parted = longest <= LONGEST_NUMBER && numbers.size() > 1 && digits > numbers.size();
		return (parted && digits >= SHARE_OF_DIGITS * shown) ? numbers : List.of();
	}

	private static TextSymbols of(Kind kind, List<String> symbols) {
		Map<String, Integer> indices = new LinkedHashMap<>();
		symbols.forEach((symbol) -> indices.putIfAbsent(symbol, indices.size()));
		int[] read = symbols.stream().mapToInt((symbol) -> indices.getOrDefault(symbol, 0)).toArray();
		return new TextSymbols(kind, List.copyOf(indices.keySet()), read);
	}

	/** How often each symbol occurs, those that do: in the order of the names. */
	Map<String, Integer> counts() {
		int[] counts = new int[this.names.size()];
		IntStream.of(this.symbols).forEach((symbol) -> counts[symbol]++);
		Map<String, Integer> byName = new LinkedHashMap<>();
		for (int symbol = 0; symbol < counts.length; symbol++) {
			if (counts[symbol] > 0) {
				byName.put(this.names.get(symbol), counts[symbol]);
			}
		}
		return byName;
	}

}
