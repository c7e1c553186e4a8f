package dev.decipher.solve.polyalphabetic;

import java.util.Comparator;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyNumbers;

/**
 * Alphabets that a keyword mixes: written in rows below it, its own symbols being the
 * first row, and taken off column by column as its symbols number these.
 */
final class MixedByColumns {

	private static final int SHORTEST = 2;

	private static final int LONGEST = 15;

	private MixedByColumns() {
	}

	/**
	 * The alphabet of a keyword.
	 * @param keyword different symbols
	 * @param size the alphabet's
	 */
	static int[] alphabet(int[] keyword, int size) {
		int[] keyed = IntStream.concat(IntStream.of(keyword), IntStream.range(0, size)).distinct().toArray();
		return IntStream.of(KeyNumbers.order(keyword))
			.flatMap((column) -> IntStream.iterate(column, (place) -> place < size, (place) -> place + keyword.length))
			.map((place) -> keyed[place])
			.toArray();
	}

	/**
	 * The keyword whose alphabet has the most symbols at the same places as another one,
	 * which may have errors.
	 */
	static int[] keyword(int[] alphabet) {
		int[] best = { alphabet[0], alphabet[1] };
		int most = -1;
		for (int length = SHORTEST; length <= Math.min(LONGEST, alphabet.length); length++) {
			int longer = alphabet.length % length;
			for (int set = 0; set < 1 << length; set++) {
				if (Integer.bitCount(set) == longer) {
					int[] keyword = keyword(alphabet, length, set);
					int[] mixed = alphabet(keyword, alphabet.length);
					int same = (int) IntStream.range(0, mixed.length).filter((i) -> mixed[i] == alphabet[i]).count();
					if (same > most) {
						most = same;
						best = keyword;
					}
				}
			}
		}
		return best;
	}

	/**
	 * The keyword of an alphabet, if these columns of those that are taken off are longer
	 * by one. The longer ones stand to the left of the others, and the second row is in
	 * order within each kind.
	 */
	private static int[] keyword(int[] alphabet, int length, int longer) {
		int rows = alphabet.length / length;
		int[] begins = new int[length];
		for (int column = 1; column < length; column++) {
			begins[column] = begins[column - 1] + rows + (longer >> column - 1 & 1);
		}
		return IntStream.range(0, length)
			.boxed()
			.sorted(Comparator.comparingInt((Integer column) -> 1 - (longer >> column & 1))
				.thenComparingInt(
						(column) -> (rows + (longer >> column & 1) > 1) ? alphabet[begins[column] + 1] : column))
			.mapToInt((column) -> alphabet[begins[column]])
			.toArray();
	}

	/** All keywords with one symbol replaced or two exchanged. */
	static int[][] neighbours(int[] keyword, int size) {
		return IntStream.range(0, keyword.length)
			.boxed()
			.flatMap((place) -> IntStream.range(0, size)
				.filter((symbol) -> symbol != keyword[place])
				.mapToObj((symbol) -> replaced(keyword, place, symbol)))
			.toArray(int[][]::new);
	}

	/** A symbol that stands elsewhere changes places. */
	private static int[] replaced(int[] keyword, int place, int symbol) {
		int[] replaced = keyword.clone();
		for (int i = 0; i < replaced.length; i++) {
			replaced[i] = (replaced[i] == symbol) ? keyword[place] : replaced[i];
		}
		replaced[place] = symbol;
		return replaced;
	}

}
