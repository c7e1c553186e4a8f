package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A square or another table whose cells a search has given letters, filled up with the
 * symbols that it hasn't.
 *
 * @param key the symbols, cell by cell
 * @param omitted the letter that an alphabet of 25 lacks, null for J
 */
public record LetteredCells(Key key, @Nullable String omitted) {

	/**
	 * Fills a table. One of 25 lacks J, or another letter if J is in it.
	 * @param alphabet the cipher's, J being the one that an alphabet of 25 lacks
	 * @param letters the letter of A to Z in each cell, −1 for none
	 * @param used whether a cell without a letter occurs, so that a figure stands there
	 * @return null if there are more cells than the alphabet has symbols
	 */
	public static @Nullable LetteredCells of(Alphabet alphabet, int[] letters, boolean[] used) {
		String omitted = null;
		Alphabet symbols = alphabet;
		int j = Alphabet.LATIN26.indexOf('J');
		if (alphabet.indexOf('J') < 0 || !alphabet.symbols().contains("J")) {
			boolean hasJ = IntStream.of(letters).anyMatch((letter) -> letter == j);
			if (hasJ) {
				omitted = unused(letters);
				if (omitted == null || alphabet.size() != Alphabet.LATIN25.size()) {
					return null;
				}
				symbols = Alphabet.of(Alphabet.LATIN26.symbols().replace(omitted, ""));
			}
		}
		return fill(symbols, letters, used, omitted);
	}

	/** A letter that isn't in the table, I rather than any other. */
	private static @Nullable String unused(int[] letters) {
		return "IQZXKVUWABCDEFGHLMNOPRSTY".codePoints()
			.filter((letter) -> IntStream.of(letters).noneMatch((other) -> other + 'A' == letter))
			.mapToObj(Character::toString)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable LetteredCells fill(Alphabet alphabet, int[] letters, boolean[] used,
			@Nullable String omitted) {
		int size = alphabet.size();
		int[] cells = new int[size];
		boolean[] taken = new boolean[size];
		for (int cell = 0; cell < Math.max(size, letters.length); cell++) {
			int letter = (cell < letters.length) ? letters[cell] : -1;
			int symbol = (letter < 0) ? -1 : alphabet.indexOf(Alphabet.LATIN26.codePoint(letter));
			boolean outside = cell >= size && (letter >= 0 || used[cell]);
			if (outside || (letter >= 0 && (symbol < 0 || taken[symbol]))) {
				return null;
			}
			if (cell < size) {
				cells[cell] = symbol;
				if (symbol >= 0) {
					taken[symbol] = true;
				}
			}
		}
		List<Integer> figures = new ArrayList<>();
		List<Integer> others = new ArrayList<>();
		for (int symbol = size - 1; symbol >= 0; symbol--) {
			if (!taken[symbol]) {
				others.add(symbol);
			}
		}
		IntStream.range(0, size)
			.filter((symbol) -> !taken[symbol] && Character.isDigit(alphabet.codePoint(symbol)))
			.forEach(figures::add);
		for (boolean occurs : new boolean[] { true, false }) {
			for (int cell = 0; cell < size; cell++) {
				if (cells[cell] < 0 && occurs == (cell < used.length && used[cell])) {
					Integer next = (occurs && !figures.isEmpty()) ? figures.remove(0) : others.get(others.size() - 1);
					others.remove(next);
					figures.remove(next);
					cells[cell] = next;
				}
			}
		}
		return new LetteredCells(Parameters.key(cells, alphabet), omitted);
	}

}
