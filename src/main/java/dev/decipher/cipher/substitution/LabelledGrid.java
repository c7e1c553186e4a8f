package dev.decipher.cipher.substitution;

import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Cells in rows and columns, each of which has a label; they are filled row by row.
 *
 * @param rows a label for each row
 * @param columns a label for each column
 */
record LabelledGrid(List<String> rows, List<String> columns) {

	private static final String DIGITS = "123456789";

	/**
	 * The grid for a number of symbols: as near to a square as it can be, unless labels
	 * say otherwise.
	 * @param symbols how many cells are filled
	 * @param labels a character for each row, and for each column unless these have
	 * labels of their own; digits if null
	 * @param columnLabels a character for each column; null for those of the rows
	 * @throws InvalidInput at {@code /labels} or {@code /columnLabels} if these are too
	 * few, too many or not distinct
	 */
	static LabelledGrid of(int symbols, @Nullable String labels, @Nullable String columnLabels) {
		int side = (int) Math.ceil(Math.sqrt(symbols));
		List<String> given = (labels != null) ? distinct("labels", labels) : List.of();
		List<String> columns = (columnLabels != null) ? distinct("columnLabels", columnLabels)
				: (labels != null) ? given : digits(side);
		List<String> rows = (labels != null) ? given : digits((symbols + columns.size() - 1) / columns.size());
		int cells = rows.size() * columns.size();
		boolean few = cells < symbols;
		InvalidInput.throwIf(few || (rows.size() > side && cells - columns.size() >= symbols), "/labels",
				rows.size() + " rows of " + columns.size() + " columns are too " + (few ? "few" : "many")
						+ " for an alphabet of " + symbols + " symbols");
		return new LabelledGrid(rows, columns);
	}

	private static List<String> digits(int count) {
		InvalidInput.throwIf(count > DIGITS.length(), "/labels",
				"must be given for an alphabet that needs more than 9 rows");
		return characters(DIGITS.substring(0, count));
	}

	static List<String> distinct(String name, String labels) {
		List<String> characters = characters(labels);
		InvalidInput.throwIf(characters.size() < 2, "/" + name, "must have at least 2 characters");
		InvalidInput.throwIf(characters.stream().distinct().count() < characters.size(), "/" + name,
				"must be distinct characters");
		InvalidInput.throwIf(!characters.stream().allMatch(TokenTable::isWhole), "/" + name,
				"must not contain white space, NUL or half a surrogate pair");
		return characters;
	}

	private static List<String> characters(String text) {
		return text.codePoints().mapToObj(Character::toString).toList();
	}

	/**
	 * The names of cells, row by row.
	 * @param count how many
	 * @param columnFirst whether a name begins with the column's label
	 * @return names of two characters
	 */
	List<String> names(int count, boolean columnFirst) {
		return IntStream.range(0, count).mapToObj((cell) -> {
			String row = this.rows.get(cell / this.columns.size());
			String column = this.columns.get(cell % this.columns.size());
			return columnFirst ? column + row : row + column;
		}).toList();
	}

}
