package dev.decipher.solve.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import dev.decipher.cipher.MorseCode;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the form in which a ciphertext came, and takes it off: encodings, a title or
 * key line in front, Morse code, letters as numbers, groups, and texts that were written
 * backwards or whose blanks were enciphered too.
 */
public final class FormReader {

	/** The name of a text that was written backwards, and the beginning of others. */
	public static final String REVERSED = "reversed";

	/** So many encodings may lie around one another. */
	private static final int MOST_ENCODINGS = 5;

	/** Groups of one length that are no accident. */
	private static final int LEAST_GROUPS = 4;

	private static final int LONGEST_GROUP = 8;

	/** Letters of a title are at most so much of the text. */
	private static final double LONGEST_TITLE = 0.4;

	private static final int LEAST_LETTERS = 12;

	/** Fewer letters aren't read backwards as well. */
	private static final int LEAST_REVERSED = 8;

	/** How likely a text is a form of another one that it may be, beside itself. */
	private static final double TEXT_REVERSED = 0.05;

	private static final double ALL_CHARACTERS = 0.5;

	private static final double NUMBERED = 0.5;

	private static final double WORDS_REVERSED = 0.02;

	/** Words of which titles and labels have one. */
	private static final Pattern TELLING = Pattern.compile(
			"(?i)\\b(?:cipher|ciphertext|cypher|cryptogram|crypto|message|msg|puzzle|problem|secret|code|coded|title|"
					+ "no\\.?\\s*\\d+|nr\\.?\\s*\\d+)\\b|#\\s*\\d+");

	private static final int LONGEST_LABEL = 40;

	private static final Pattern MORSE = Pattern.compile("[.·•*\\-–—−_/|\\s]+");

	/** White space at odd places: two blanks, or a blank before a comma or full stop. */
	private static final Pattern ODD_BLANKS = Pattern
		.compile("\\p{L}[ ]{2,}\\p{L}|\\s[,.;!?]\\p{L}|\\p{L}[,.;!?]\\p{L}");

	private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

	/** Two words. */
	private static final Pattern WORDS = Pattern.compile("\\p{L}{2}\\P{L}+\\p{L}{2}");

	private FormReader() {
	}

	/**
	 * Takes off the form of a text.
	 * @return at least one text, the likeliest first
	 */
	public static List<Stripped> read(String text) {
		Stripped stripped = decoded(new Stripped(text, List.of(), false, 1));
		String titled = withoutTitle(stripped.text());
		if (titled != null) {
			stripped = decoded(stripped.and("title", titled, 1));
		}
		List<Stripped> all = new ArrayList<>();
		all.add(isInGroups(stripped.text()) ? stripped.and("groups", stripped.text(), 1) : stripped);
		Stripped plain = stripped;
		morse(plain.text()).ifPresent((letters) -> all.add(plain.and("morse", letters, NUMBERED)));
		NumberForms.letters(plain.text()).ifPresent((letters) -> all.add(plain.and("digits", letters, NUMBERED)));
		Stripped first = all.get(0);
		if (ODD_BLANKS.matcher(plain.text()).find()) {
			all.add(new Stripped(plain.text(), plain.and("all-characters", plain.text(), 1).forms(), true,
					ALL_CHARACTERS));
		}
		if (plain.text().codePoints().filter(Character::isLetter).count() >= LEAST_REVERSED) {
			all.add(first.and(REVERSED, reversed(first.text()), TEXT_REVERSED));
			if (first == plain && WORDS.matcher(plain.text()).find()) {
				all.add(plain.and(REVERSED + "-words",
						LETTERS.matcher(plain.text()).replaceAll((word) -> reversed(word.group())), WORDS_REVERSED));
			}
		}
		return List.copyOf(all);
	}

	private static Stripped decoded(Stripped text) {
		Stripped decoded = text;
		for (int i = 0; i < MOST_ENCODINGS; i++) {
			Stripped outer = decoded;
			// bytes to base 16 are digits only by chance
			Optional<Stripped> inner = NumberForms.areParted(outer.text()) ? numbered(outer).or(() -> encoded(outer))
					: encoded(outer).or(() -> numbered(outer));
			if (inner.isEmpty()) {
				return outer;
			}
			decoded = inner.get();
		}
		return decoded;
	}

	private static Optional<Stripped> numbered(Stripped text) {
		return NumberForms.codes(text.text()).map((codes) -> text.and(codes.form(), codes.text(), 1));
	}

	private static Optional<Stripped> encoded(Stripped text) {
		return Stream.of(Encoding.values())
			.flatMap((encoding) -> encoding.decode(text.text())
				.map((inner) -> text.and(encoding.form(), inner, 1))
				.stream())
			.findFirst();
	}

	/**
	 * A text without a label or a line in front of it: one that says what follows, or
	 * that is of another make, in small letters before capitals or in words before
	 * groups.
	 */
	private static @Nullable String withoutTitle(String text) {
		String stripped = text.strip();
		int end = stripped.indexOf('\n');
		String first = (end > 0) ? stripped.substring(0, end).strip() : "";
		String rest = (end > 0) ? stripped.substring(end).strip() : "";
		if (end > 0 && isShort(first, text) && letters(rest) >= LEAST_LETTERS) {
			boolean capitals = rest.codePoints().noneMatch(Character::isLowerCase)
					&& rest.codePoints().anyMatch(Character::isUpperCase);
			boolean other = capitals && first.codePoints().anyMatch(Character::isLowerCase);
			boolean groups = isInGroups(rest) && !isInGroups(first) && !first.matches("\\p{Lu}{5}");
			if (first.endsWith(":") || other || groups || TELLING.matcher(first).find()) {
				return rest;
			}
		}
		int colon = stripped.indexOf(':');
		if (colon > 0 && colon <= LONGEST_LABEL && TELLING.matcher(stripped.substring(0, colon)).find()
				&& letters(stripped.substring(colon)) >= LEAST_LETTERS) {
			return stripped.substring(colon + 1).strip();
		}
		return null;
	}

	/** Whether a form writes the bytes of a text, whatever these say. */
	public static boolean isEncoding(String form) {
		return NumberForms.CODES.contains(form)
				|| Stream.of(Encoding.values()).anyMatch((encoding) -> encoding.form().equals(form));
	}

	/** A text from its end. */
	public static String reversed(String text) {
		return new StringBuilder(text).reverse().toString();
	}

	private static boolean isShort(String title, String text) {
		return title.length() <= LONGEST_TITLE * text.length();
	}

	private static long letters(String text) {
		return text.codePoints().filter(Character::isLetterOrDigit).count();
	}

	/** Whether all groups but the last one have one length. */
	private static boolean isInGroups(String text) {
		List<String> groups = List.of(text.strip().split("\\s+"));
		int length = groups.get(0).length();
		return groups.size() >= LEAST_GROUPS && length >= 2 && length <= LONGEST_GROUP
				&& groups.stream().limit(groups.size() - 1L).allMatch((group) -> group.length() == length)
				&& groups.get(groups.size() - 1).length() <= length
				&& groups.stream().allMatch((group) -> group.codePoints().allMatch(Character::isLetterOrDigit));
	}

	/** The letters that Morse code stands for, if these seem to be enciphered. */
	private static Optional<String> morse(String text) {
		if (!MORSE.matcher(text).matches()) {
			return Optional.empty();
		}
		String marks = text.replaceAll("[·•*]", ".")
			.replaceAll("[–—−_]", "-")
			.replaceAll("\\s*(?:[/|]|\\R|\\s{2,})\\s*", " / ");
		String letters = Arrays.stream(marks.strip().split("\\s+"))
			.map((mark) -> mark.equals("/") ? " " : MorseCode.characterOf(mark))
			.map((letter) -> (letter != null) ? letter : "?")
			.collect(Collectors.joining());
		return (letters.indexOf('?') < 0 && letters(letters) >= LEAST_LETTERS) ? Optional.of(letters)
				: Optional.empty();
	}

}
