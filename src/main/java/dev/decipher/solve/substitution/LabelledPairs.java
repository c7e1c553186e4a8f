package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/**
 * A text of pairs of characters, which name the cells of a square or another rectangle.
 *
 * @param rows the labels of rows, as many as it has
 * @param columns the labels of columns, the same text if these are the same
 * @param cells the cell of each pair, row by row: (pairs)
 */
public record LabelledPairs(String rows, String columns, int[] cells) {

	/** What may stand between the pairs of a text. */
	private static final String MARKS = "-,.;:/|_+";

	/** Rows or columns of a rectangle that people fill. */
	private static final int MOST_LABELS = 10;

	private static final int MOST_CELLS = 40;

	/** The fewest cells that letters can be read in: those of a square of 25. */
	private static final int FEWEST_CELLS = 25;

	/** Labels that are usual, of squares of 25 and of 36. */
	private static final List<String> USUAL = List.of("12345", "01234", "ABCDE", "abcde", "ADFGX", "123456", "012345",
			"ABCDEF", "abcdef", "ADFGVX");

	/**
	 * Reads a text whose characters, white space and marks between them apart, come in
	 * pairs.
	 * @return one symbol for each pair, or null if it is no such text
	 */
	public static @Nullable Ciphertext read(String text) {
		boolean ofLetters = text.codePoints().anyMatch(Character::isLetterOrDigit);
		int[] characters = text.codePoints()
			.filter((character) -> !Readings.isSpace(character) && !(ofLetters && MARKS.indexOf(character) >= 0))
			.toArray();
		if (characters.length < 4 || characters.length % 2 > 0) {
			return null;
		}
		String[] pairs = IntStream.range(0, characters.length / 2)
			.mapToObj((i) -> new String(characters, 2 * i, 2))
			.toArray(String[]::new);
		SortedSet<String> distinct = new TreeSet<>(List.of(pairs));
		boolean few = labels(distinct, 0).length() <= MOST_LABELS && labels(distinct, 1).length() <= MOST_LABELS;
		if (!few || distinct.size() < 2 || !areTokens(distinct)) {
			return null;
		}
		List<String> names = List.copyOf(distinct);
		return new Ciphertext(Tokens.ofLength(2, names), Arrays.stream(pairs).mapToInt(names::indexOf).toArray(), null);
	}

	private static boolean areTokens(SortedSet<String> pairs) {
		return pairs.stream()
			.flatMapToInt(String::codePoints)
			.noneMatch((character) -> character == 0 || Character.getType(character) == Character.SURROGATE);
	}

	/** The rectangle of a text, or null if its cells are too many for an alphabet. */
	public static @Nullable LabelledPairs of(Ciphertext ciphertext) {
		if (!(ciphertext.alphabet() instanceof Tokens tokens) || tokens.length() != 2) {
			return null;
		}
		SortedSet<String> names = new TreeSet<>();
		IntStream.of(ciphertext.symbols()).forEach((symbol) -> names.add(tokens.symbol(symbol)));
		String rows = labels(names, 0);
		String columns = labels(names, 1);
		String all = (rows + columns).codePoints()
			.sorted()
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		String usual = USUAL.stream().filter((labels) -> hasAll(labels, all)).findFirst().orElse(null);
		if (usual != null) {
			return of(ciphertext, usual, usual);
		}
		if (ciphertext.length() < length(all)) {
			return null; // any letters are that, and with some labels read as anything
		}
		if (length(all) <= 6) {
			String labels = filled(all, Math.max(5, length(all)), "");
			return of(ciphertext, labels, labels);
		}
		if (length(rows) > MOST_LABELS || length(columns) > MOST_LABELS) {
			return null;
		}
		// as few labels more as give all letters a cell, in the shorter side first
		while (length(rows) * length(columns) < FEWEST_CELLS) {
			if (length(rows) <= length(columns)) {
				rows = filled(rows, length(rows) + 1, columns);
			}
			else {
				columns = filled(columns, length(columns) + 1, rows);
			}
		}
		return (length(rows) * length(columns) <= MOST_CELLS) ? of(ciphertext, rows, columns) : null;
	}

	private static LabelledPairs of(Ciphertext ciphertext, String rows, String columns) {
		int[] row = rows.codePoints().toArray();
		int[] column = columns.codePoints().toArray();
		int[] cells = IntStream.of(ciphertext.symbols()).map((symbol) -> {
			int[] label = ciphertext.alphabet().symbol(symbol).codePoints().toArray();
			return indexOf(row, label[0]) * column.length + indexOf(column, label[1]);
		}).toArray();
		return new LabelledPairs(rows, columns, cells);
	}

	/** The cells of the rectangle. */
	int count() {
		return length(this.rows) * length(this.columns);
	}

	/** The characters that stand at one place of pairs, sorted. */
	private static String labels(SortedSet<String> pairs, int place) {
		return pairs.stream()
			.map((pair) -> pair.codePoints().skip(place).findFirst().orElseThrow())
			.sorted()
			.distinct()
			.map(Character::toString)
			.collect(Collectors.joining());
	}

	/** Adds labels, digits or letters as the others are, that neither side has. */
	private static String filled(String labels, int count, String others) {
		String more = Character.isDigit(labels.codePointAt(0)) ? "1234567890ABCDEFGHIJ"
				: Alphabet.LATIN26.symbols() + Alphabet.DIGITS.symbols();
		return (labels + more).codePoints()
			.distinct()
			.filter((label) -> labels.indexOf(label) >= 0 || others.indexOf(label) < 0)
			.limit(count)
			.sorted()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	private static boolean hasAll(String labels, String all) {
		return all.codePoints().allMatch((label) -> labels.indexOf(label) >= 0);
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	private static int indexOf(int[] labels, int label) {
		int index = 0;
		while (labels[index] != label) {
			index++;
		}
		return index;
	}

}
