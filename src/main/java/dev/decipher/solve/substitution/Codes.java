package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.substitution.A1z26;
import dev.decipher.cipher.substitution.Bacon;
import dev.decipher.cipher.substitution.Morse;
import dev.decipher.cipher.substitution.Rot47;
import dev.decipher.cipher.substitution.TapCode;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/** The ways in which texts may have been written in codes that have no key. */
final class Codes {

	private static final Pattern NUMBER = Pattern.compile("\\d++");

	/** Capitals that only begin words hide nothing. */
	private static final Pattern HIDING = Pattern.compile("\\p{Ll}\\p{Lu}");

	private static final Pattern NO_NUMBER = Pattern.compile("[\\p{L}\\p{M}\\p{No}\\p{Nl}]");

	/** Between two numbers of a word. */
	private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)([-,.;:/_|+])(?=\\d)");

	/** Numbers of more digits are none of letters. */
	private static final int MOST_DIGITS = 4;

	/** More characters than two marks and what parts them are no Morse code. */
	private static final int MOST_MARKS = 4;

	/** So few letters or digits are a word or number, and no marks. */
	private static final int LEAST_MARKS = 12;

	/** In a plaintext that shows its punctuation at least so much are letters. */
	private static final double SHARE_OF_LETTERS = 0.75;

	private static final int LETTERS = Alphabet.LATIN26.size();

	private Codes() {
	}

	/** Numbers from any start on, as far as all are those of letters. */
	static List<A1z26> numbers(String text) {
		Matcher numbers = NUMBER.matcher(text);
		List<String> found = numbers.results().map(MatchResult::group).toList();
		if (found.size() < 2 || NO_NUMBER.matcher(text).find()
				|| found.stream().anyMatch((number) -> number.length() > MOST_DIGITS)) {
			return List.of();
		}
		int least = found.stream().mapToInt(Integer::parseInt).min().orElseThrow();
		int greatest = found.stream().mapToInt(Integer::parseInt).max().orElseThrow();
		Matcher between = BETWEEN.matcher(text);
		String separator = between.find() ? between.group() : " ";
		Set<Integer> starts = new LinkedHashSet<>();
		if (least > 0) {
			starts.add(1);
		}
		IntStream.rangeClosed(Math.max(0, greatest - LETTERS + 1), Math.min(least, 1000)).forEach(starts::add);
		return starts.stream()
			.filter((start) -> greatest < start + LETTERS)
			.map((start) -> new A1z26((start == 1) ? null : start, separator.equals("-") ? null : separator))
			.toList();
	}

	/** Taps as digits or dots. */
	static List<TapCode> taps(String text) {
		boolean digits = text.codePoints().anyMatch(Character::isDigit);
		return text.codePoints().anyMatch(Character::isLetter) ? List.of()
				: List.of(new TapCode(digits ? null : "dots"));
	}

	/** Any two marks, either of which may be the dot. */
	static List<Morse> morse(String text) {
		List<Morse> ways = new ArrayList<>();
		if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
			ways.add(new Morse(null, null, null, null));
			ways.add(new Morse("-", ".", null, null));
		}
		List<String> shown = text.codePoints()
			.filter((character) -> !Readings.isSpace(character))
			.distinct()
			.mapToObj(Character::toString)
			.toList();
		if (shown.size() < 2 || shown.size() > MOST_MARKS) {
			return (shown.size() < 2) ? List.of() : ways;
		}
		boolean hasLetters = shown.stream().anyMatch((mark) -> Character.isLetterOrDigit(mark.codePointAt(0)));
		if (hasLetters && text.length() < LEAST_MARKS) {
			return ways; // a word of few letters
		}
		boolean hasBlanks = text.strip().codePoints().anyMatch((character) -> character == ' ' || character == '\t');
		for (String dot : shown) {
			for (String dash : shown) {
				if (!dot.equals(dash)) {
					List<String> others = shown.stream()
						.filter((mark) -> !mark.equals(dot) && !mark.equals(dash))
						.toList();
					ways.addAll(morse(dot, dash, others, hasBlanks));
				}
			}
		}
		return ways;
	}

	private static List<Morse> morse(String dot, String dash, List<String> others, boolean hasBlanks) {
		List<Morse> ways = new ArrayList<>();
		if (others.isEmpty()) {
			boolean hasSlash = (dot + dash).contains("/");
			ways.add(new Morse(dot, dash, null, hasSlash ? "   " : null));
		}
		else if (others.size() == 1) {
			String between = others.get(0);
			ways.add(
					hasBlanks ? new Morse(dot, dash, null, between) : new Morse(dot, dash, between, between + between));
		}
		else {
			ways.add(new Morse(dot, dash, others.get(0), others.get(1)));
			ways.add(new Morse(dot, dash, others.get(1), others.get(0)));
		}
		return ways;
	}

	/** Two signs, or letters of two kinds. */
	static List<Bacon> bacon(String text) {
		List<String> shown = text.codePoints()
			.filter(Character::isLetterOrDigit)
			.distinct()
			.mapToObj(Character::toString)
			.toList();
		List<String> marks = (!shown.isEmpty()) ? shown
				: text.codePoints()
					.filter((character) -> !Readings.isSpace(character))
					.distinct()
					.mapToObj(Character::toString)
					.toList();
		if (marks.size() == 2) {
			return bacon(marks.get(0), marks.get(1), null);
		}
		List<Bacon> ways = new ArrayList<>();
		if (text.codePoints().anyMatch(Character::isLetter)) {
			Stream.of("case", "halves", "vowels")
				.filter((cover) -> !cover.equals("case") || HIDING.matcher(text).find())
				.forEach((cover) -> ways.addAll(bacon("A", "B", cover)));
		}
		return ways;
	}

	/** The old alphabet of 24 letters and that of 26, the lower sign first or second. */
	private static List<Bacon> bacon(String one, String other, @Nullable String cover) {
		String first = (one.compareTo(other) < 0) ? one + other : other + one;
		String second = new StringBuilder(first).reverse().toString();
		return List.of(way(24, first, cover), way(26, first, cover), way(24, second, cover), way(26, second, cover));
	}

	private static Bacon way(int letters, String signs, @Nullable String cover) {
		return new Bacon((letters == 24) ? null : letters, signs.equals("AB") ? null : signs, cover);
	}

	/** ROT47, of a text that is for the most part of signs and figures, and not after. */
	static List<Rot47> rot47(String text) {
		String visible = text.replaceAll("[^!-~]", "");
		Rot47 cipher = new Rot47();
		String plaintext = TextCipher.of(cipher, null, null).decrypt(visible, true);
		boolean isRight = 2 * lettersIn(visible) < visible.length()
				&& lettersIn(plaintext) >= SHARE_OF_LETTERS * visible.length();
		return isRight ? List.of(cipher) : List.of();
	}

	private static long lettersIn(String text) {
		return text.chars().filter(Character::isLetter).count();
	}

}
