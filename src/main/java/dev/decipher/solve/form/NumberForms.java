package dev.decipher.solve.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters that are written as numbers: as their codes in ASCII, or as their places in the
 * alphabet.
 */
final class NumberForms {

	static final String DECIMAL = "decimal";

	static final String OCTAL = "octal";

	static final Set<String> CODES = Set.of(DECIMAL, OCTAL);

	/** Fewer codes may be any numbers. */
	private static final int LEAST_CODES = 4;

	/** Fewer places in the alphabet may be any numbers. */
	private static final int LEAST_LETTERS = 12;

	/** Of the characters that are no numbers of chance so many are letters or blanks. */
	private static final double SHARE_OF_LETTERS = 0.8;

	private static final int LETTERS = 26;

	/** Numbers with something between them, also as programs and web pages write them. */
	private static final Pattern NUMBERS = Pattern.compile("[\\s,;.:|/\\[\\]{}()&#\\\\o\\d-]+");

	private static final Pattern PARTED = Pattern.compile("\\d[^\\d]");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	/** A code with nothing before or after it: those of two digits don't begin with 1. */
	private static final Pattern CODE_IN_ROW = Pattern.compile("\\G(?:1[0-2]\\d|[3-9]\\d)");

	/** What parts words where something else parts their letters. */
	private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s*[/|]\\s*|\\s{2,}|\\R");

	/** Signs that part letters. */
	private static final Pattern APART = Pattern.compile("\\d[-,.;:_]\\d");

	private NumberForms() {
	}

	/**
	 * A text, and the form in which it came.
	 */
	record Numbered(String form, String text) {
	}

	/** Whether a text is made of numbers with something between them. */
	static boolean areParted(String text) {
		return PARTED.matcher(text).find() && NUMBERS.matcher(text.strip()).matches();
	}

	/** The text that codes in ASCII stand for, to base 10 or 8: the more like a text. */
	static Optional<Numbered> codes(String text) {
		String stripped = text.strip();
		if (!NUMBERS.matcher(stripped).matches()) {
			return Optional.empty();
		}
		List<String> numbers = numbers(stripped);
		if (numbers.size() == 1) {
			numbers = CODE_IN_ROW.matcher(stripped).results().map(MatchResult::group).toList();
			boolean all = numbers.stream().mapToInt(String::length).sum() == stripped.length();
			return (all && numbers.size() >= LEAST_LETTERS) ? Optional.of(characters(numbers, 10))
				.filter((characters) -> share(characters) >= SHARE_OF_LETTERS)
				.map((characters) -> new Numbered(DECIMAL, characters)) : Optional.empty();
		}
		String decimal = characters(numbers, 10);
		String octal = characters(numbers, 8);
		boolean isOctal = share(octal) > share(decimal);
		String better = isOctal ? octal : decimal;
		return (numbers.size() >= LEAST_CODES && share(better) >= SHARE_OF_LETTERS)
				? Optional.of(new Numbered(isOctal ? OCTAL : DECIMAL, better)) : Optional.empty();
	}

	private static List<String> numbers(String text) {
		return NUMBER.matcher(text).results().map(MatchResult::group).toList();
	}

	/** The characters of codes; none if one is none of a text. */
	private static String characters(List<String> numbers, int base) {
		StringBuilder characters = new StringBuilder();
		for (String number : numbers) {
			int code = (number.length() <= 3 && number.chars().allMatch((digit) -> digit < '0' + base))
					? Integer.parseInt(number, base) : 0;
			boolean shown = (code >= ' ' && code <= '~') || code == '\n' || code == '\r' || code == '\t';
			if (!shown) {
				return "";
			}
			characters.append((char) code);
		}
		return characters.toString();
	}

	private static double share(String text) {
		long read = text.chars()
			.filter((character) -> Character.isLetter(character) || Character.isWhitespace(character))
			.count();
		boolean hasLetters = text.chars().anyMatch(Character::isLetter);
		return hasLetters ? (double) read / text.length() : 0;
	}

	/**
	 * The letters of numbers from 1 to 26, or from 0 to 25, in pairs of digits or with
	 * something between; with blanks between words where these can be told.
	 */
	static Optional<String> letters(String text) {
		if (text.codePoints().anyMatch(Character::isLetter)) {
			return Optional.empty();
		}
		String stripped = text.strip();
		String[] parts = stripped.split("[\\s,.;:_/|-]+");
		if (parts.length < LEAST_LETTERS || parts[0].length() > 2) {
			String compact = stripped.replaceAll("\\s+", "");
			List<String> pairs = new ArrayList<>();
			for (int i = 0; i < compact.length(); i += 2) {
				pairs.add(compact.substring(i, Math.min(i + 2, compact.length())));
			}
			return pairs.stream().allMatch((pair) -> pair.length() == 2) ? letters(List.of(pairs)) : Optional.empty();
		}
		boolean apart = APART.matcher(stripped).find();
		Pattern between = apart ? Pattern.compile("(?<![-,.;:_])\\s+|" + BETWEEN_WORDS.pattern()) : BETWEEN_WORDS;
		return letters(
				between.splitAsStream(stripped).map((word) -> List.of(word.strip().split("[\\s,.;:_-]+"))).toList());
	}

	private static Optional<String> letters(List<List<String>> words) {
		List<String> all = words.stream().flatMap(List::stream).toList();
		boolean digits = all.stream()
			.allMatch((number) -> number.length() <= 2 && !number.isEmpty()
					&& number.chars().allMatch((digit) -> digit >= '0' && digit <= '9'));
		if (!digits || all.size() < LEAST_LETTERS) {
			return Optional.empty();
		}
		IntStream numbers = all.stream().mapToInt(Integer::parseInt);
		int first = numbers.anyMatch((number) -> number == 0) ? 0 : 1;
		boolean fit = all.stream().mapToInt(Integer::parseInt).allMatch((number) -> number < first + LETTERS)
				&& all.stream().anyMatch((number) -> number.chars().anyMatch((digit) -> digit > '1'));
		return fit ? Optional.of(words.stream()
			.map((word) -> word.stream()
				.map((number) -> Character.toString('A' + Integer.parseInt(number) - first))
				.collect(Collectors.joining()))
			.collect(Collectors.joining(" "))) : Optional.empty();
	}

}
