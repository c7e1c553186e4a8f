package dev.decipher.cipher.fractionating;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyNumbers;

/**
 * A columnar transposition that triangles disrupt: the rows are written up to triangles
 * first, and then the triangles are filled row by row. The first of these begins in the
 * first row, at the column that is read first, and goes to the right edge, one place less
 * in each row; after a row without one, the next begins at the column that is read
 * second, and so on. Behind the last of them it is the first one's turn again.
 */
final class Disruption {

	private Disruption() {
	}

	/**
	 * The transposition with a key.
	 * @param key numbers that give the order of the columns, of the same ones from the
	 * left: (columns)
	 * @return for a number of symbols, which one is the first of the ciphertext, which
	 * the second, and so on: (number)
	 */
	static IntFunction<int[]> columnsUnder(int[] key) {
		int[] columns = KeyNumbers.order(key);
		return (length) -> order(columns, length);
	}

	private static int[] order(int[] columns, int length) {
		int width = columns.length;
		int[] free = freeOf(columns, (length + width - 1) / width);
		int[] written = new int[length];
		int next = 0;
		for (int place = 0; place < length; place++) {
			if (place % width < free[place / width]) {
				written[place] = next++;
			}
		}
		for (int place = 0; place < length; place++) {
			if (place % width >= free[place / width]) {
				written[place] = next++;
			}
		}
		return IntStream.of(columns)
			.flatMap((column) -> IntStream.iterate(column, (place) -> place < length, (place) -> place + width))
			.map((place) -> written[place])
			.toArray();
	}

	/**
	 * How many places each row has before a triangle.
	 * @return numbers up to the width: (rows)
	 */
	private static int[] freeOf(int[] columns, int rows) {
		int[] free = new int[rows];
		int triangle = 0;
		int edge = columns[0];
		for (int row = 0; row < rows; row++) {
			free[row] = edge++;
			if (edge > columns.length) {
				triangle = (triangle + 1) % columns.length;
				edge = columns[triangle];
			}
		}
		return free;
	}

}
