package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import dev.decipher.solve.search.Readings;

/**
 * Features of how a text is written: in which characters, in words, groups or numbers.
 */
final class LayoutFeatures {

	static final int COUNT = 59;

	private static final String[] SETS = { "ADFGX", "ADFGVX", "12345", "123456", "123456789", "0123456789", "01", "AB",
			".-/ ", "01234" };

	private static final int SIDES = 7;

	private static final int SHORTEST_SIDE = 4;

	private LayoutFeatures() {
	}

	/**
	 * Adds the features of a text.
	 * @param text any text
	 * @param letters its letters, as indices
	 */
	static void add(String text, int[] letters, FeatureList features) {
		String[] tokens = text.strip().split("\\s+");
		int[] shown = text.codePoints().filter((character) -> !Readings.isSpace(character)).toArray();
		double length = Math.max(1, shown.length);
		int end = features.size() + COUNT;
		features.add(Math.log(length));
		characters(shown, length, features);
		tokens(tokens, features);
		edges(text, features);
		int count = letters.length;
		features.add(count % 2);
		features.add(count % 3 == 0);
		features.add(count % 4 == 0);
		features.add(count % 5 == 0);
		features.add(count > 0 && count % 25 == 0);
		for (int side = SHORTEST_SIDE; side < SHORTEST_SIDE + SIDES; side++) {
			features.add(count > 0 && count % (side * side) == 0);
		}
		int root = (int) Math.round(Math.sqrt(count));
		features.add(root > 1 && root * root == count);
		features.fill(end);
	}

	private static void characters(int[] shown, double length, FeatureList features) {
		BitSet letters = new BitSet();
		BitSet digits = new BitSet();
		BitSet others = new BitSet();
		int[] counts = new int[3];
		int small = 0;
		int beyond = 0;
		int dots = 0;
		int dashes = 0;
		int marks = 0;
		for (int character : shown) {
			boolean letter = Character.isLetter(character);
			boolean digit = character >= '0' && character <= '9';
			(letter ? letters : digit ? digits : others).set(letter ? Character.toUpperCase(character) : character);
			counts[letter ? 0 : digit ? 1 : 2]++;
			small += Character.isLowerCase(character) ? 1 : 0;
			beyond += (character > 0x7e) ? 1 : 0;
			dots += (character == '.' || character == '·') ? 1 : 0;
			dashes += (character == '-' || character == '–') ? 1 : 0;
			marks += (character == '/' || character == '|') ? 1 : 0;
		}
		for (int count : counts) {
			features.add(count / length);
		}
		features.add(letters.cardinality() / 26.0);
		features.add(digits.cardinality() / 10.0);
		features.add(Math.min(others.cardinality(), 32) / 16.0);
		features.add(small / length);
		features.add(beyond / length);
		features.add(dots / length);
		features.add(dashes / length);
		features.add(marks / length);
		int all = letters.cardinality() + digits.cardinality() + others.cardinality();
		for (int distinct : new int[] { 2, 3, 4, 5, 6, 10 }) {
			features.add(all <= distinct);
		}
		features.add(Math.log(Math.max(1, all)));
		for (String set : SETS) {
			features
				.add(IntStream.of(shown).allMatch((character) -> set.indexOf(Character.toUpperCase(character)) >= 0));
		}
		features.add(letters.get('J'));
		features.add(letters.get('X'));
		features.add(letters.get('I'));
		features.add(others.cardinality() == 1 && dots + dashes > 0 && dots + dashes < length / 5);
		features.add(others.cardinality() == 1 && others.get('#'));
	}

	private static void tokens(String[] tokens, FeatureList features) {
		double[] lengths = Arrays.stream(tokens).mapToDouble(String::length).toArray();
		double mean = Arrays.stream(lengths).average().orElse(0);
		double square = Arrays.stream(lengths).map((length) -> (length - mean) * (length - mean)).average().orElse(0);
		boolean groups = tokens.length > 2
				&& Arrays.stream(lengths).limit(tokens.length - 1).allMatch((length) -> length == lengths[0]);
		features.add(tokens.length == 1);
		features.add(groups);
		features.add(Math.min(mean, 12) / 4);
		features.add(Math.min(Math.sqrt(square), 6) / 3);
		features.add(tokens.length > 2 && !groups);
		double numbers = Arrays.stream(tokens).filter((token) -> token.matches("[0-9]{1,4}")).count();
		features.add(numbers / tokens.length);
		int[] values = Arrays.stream(tokens)
			.filter((token) -> token.matches("[0-9]{1,4}"))
			.mapToInt(Integer::parseInt)
			.toArray();
		features.add(Math.log(1 + IntStream.of(values).max().orElse(0)));
		features.add(Math.log(1 + IntStream.of(values).min().orElse(0)));
	}

	/** Digits in front of letters and behind them, as a message with a primer has. */
	private static void edges(String text, FeatureList features) {
		String stripped = text.strip();
		int front = 0;
		while (front < stripped.length() && front < 12 && Character.isDigit(stripped.charAt(front))) {
			front++;
		}
		int last = stripped.length();
		while (last > front && stripped.length() - last < 3 && Character.isDigit(stripped.charAt(last - 1))) {
			last--;
		}
		boolean between = stripped.substring(front, last).chars().noneMatch(Character::isDigit) && last > front;
		features.add(between && front > 0);
		features.add(between ? front / 5.0 : 0);
		features.add(between && front == 5);
		features.add(between && stripped.length() - last == 1);
	}

}
