package dev.decipher.cipher;

import java.util.Arrays;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Keys that stand for an order: as numbers, {@code 10 2 1}, {@code 10,2,1} or, of up to
 * nine, {@code 31452}; or as a word, whose symbols have an order in the alphabet.
 */
public final class KeyNumbers {

	private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

	private static final Pattern SEVERAL = Pattern.compile("\\d{1,4}+(?:" + BETWEEN.pattern() + "+\\d{1,4}+)++");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private KeyNumbers() {
	}

	/**
	 * Reads a key that is written as numbers. Where they are digits without anything
	 * between them, and symbols of the alphabet too, they are symbols.
	 * @param name the parameter's
	 * @return the numbers, or null if it is written as symbols
	 * @throws InvalidInput with a pointer relative to the cipher if it is not given
	 */
	public static int @Nullable [] read(String name, Key key, Alphabet alphabet) {
		if (key instanceof Key.Numbers given) {
			return given.numbers().stream().mapToInt(Integer::intValue).toArray();
		}
		String text = Parameters.given(name, key).strip();
		if (SEVERAL.matcher(text).matches()) {
			return BETWEEN.splitAsStream(text).mapToInt(Integer::parseInt).toArray();
		}
		boolean symbols = text.codePoints().allMatch((digit) -> alphabet.indexOf(digit) >= 0);
		return (DIGITS.matcher(text).matches() && !symbols) ? text.chars().map((digit) -> digit - '0').toArray() : null;
	}

	/**
	 * Holds numbers to be those from 0 or from 1 on, each once.
	 * @return the numbers from 0 on
	 * @throws InvalidInput at the parameter
	 */
	public static int[] eachOnce(String name, int[] numbers) {
		int first = IntStream.of(numbers).anyMatch((number) -> number == 0) ? 0 : 1;
		int[] sorted = IntStream.of(numbers).sorted().toArray();
		for (int i = 0; i < sorted.length; i++) {
			InvalidInput.throwIf(sorted[i] != first + i, "/" + name, "must have each of the numbers " + first + " to "
					+ (first + sorted.length - 1) + " once, as there are " + sorted.length + " of them");
		}
		return IntStream.of(numbers).map((number) -> number - first).toArray();
	}

	/**
	 * Writes a key as symbols or, where there aren't enough of them or they would be read
	 * as numbers, as numbers from 1.
	 * @param symbols indices of symbols
	 * @param numbers what they stand for, from 0
	 */
	public static Key write(int[] symbols, int[] numbers, Alphabet alphabet) {
		if (IntStream.of(symbols).allMatch((symbol) -> symbol < alphabet.size())) {
			Key key = Parameters.key(symbols, alphabet);
			if (read("key", key, alphabet) == null) {
				return key;
			}
		}
		return new Key.Numbers(IntStream.of(numbers).map((number) -> number + 1).boxed().toList());
	}

	/**
	 * The symbols of a key word or phrase. A word with a letter that the alphabet lacks,
	 * as above columns of digits, has the order of dictionaries, in which accented
	 * letters follow the plain ones.
	 * @return indices of symbols, or numbers in the order of the letters
	 * @throws InvalidInput at the parameter if it has anything but symbols, or letters
	 * and digits
	 */
	public static int[] symbols(String name, Key key, Alphabet alphabet) {
		List<String> letters = Parameters.given(name, key)
			.codePoints()
			.filter((character) -> !Character.isWhitespace(character))
			.map(Character::toUpperCase)
			.mapToObj(Character::toString)
			.toList();
		boolean inAlphabet = letters.stream().allMatch((letter) -> alphabet.indexOf(letter.codePointAt(0)) >= 0);
		if (inAlphabet || !letters.stream().allMatch((letter) -> Character.isLetterOrDigit(letter.codePointAt(0)))) {
			return Parameters.symbols(name, key, alphabet);
		}
		List<String> sorted = letters.stream().distinct().sorted(Collator.getInstance(Locale.ROOT)).toList();
		return letters.stream().mapToInt(sorted::indexOf).toArray();
	}

	/**
	 * The rank of each symbol or number among all, from 0; of the same ones the left one
	 * has the lower.
	 */
	public static int[] ranks(int[] key) {
		return inverse(order(key));
	}

	/** The place of the lowest symbol or number, of the next one, and so on. */
	public static int[] order(int[] key) {
		return IntStream.range(0, key.length)
			.boxed()
			.sorted(Comparator.comparingInt((place) -> key[place]))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * Where each number stands.
	 * @param order the numbers from 0 on, each once
	 */
	public static int[] inverse(int[] order) {
		int[] places = new int[order.length];
		for (int place = 0; place < places.length; place++) {
			places[order[place]] = place;
		}
		return places;
	}

	/** As {@link #ranks}, but the same symbols or numbers have the same rank. */
	public static int[] sharedRanks(int[] key) {
		int[] different = IntStream.of(key).sorted().distinct().toArray();
		return IntStream.of(key).map((symbol) -> Arrays.binarySearch(different, symbol)).toArray();
	}

}
