package dev.decipher.cipher.transposition;

import java.util.Locale;
import java.util.stream.IntStream;

/** The ways through a grid. */
enum GridWay {

	ROWS, ALTERNATING_ROWS, COLUMNS, ALTERNATING_COLUMNS, DIAGONALS_DOWN, DIAGONALS_UP, ALTERNATING_DIAGONALS_DOWN,
	ALTERNATING_DIAGONALS_UP, SPIRAL_CLOCKWISE, SPIRAL_COUNTERCLOCKWISE, OUTWARD_SPIRAL_CLOCKWISE,
	OUTWARD_SPIRAL_COUNTERCLOCKWISE;

	/** Where a way begins or, outwards, ends. */
	enum From {

		TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT;

		boolean isAtTheBottom() {
			return this == BOTTOM_LEFT || this == BOTTOM_RIGHT;
		}

		boolean isAtTheRight() {
			return this == TOP_RIGHT || this == BOTTOM_RIGHT;
		}

	}

	/** The name in JSON. */
	static String nameOf(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The constant of a name in JSON. */
	static <E extends Enum<E>> E named(Class<E> type, String name) {
		return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/**
	 * The cells of a grid in their order on this way.
	 * @return the number of each cell, counted row by row from 0: (rows × columns)
	 */
	int[] cells(int rows, int columns, From corner) {
		return mirror(mirrored(corner).fromTopLeft(rows, columns), rows, columns, corner);
	}

	/**
	 * The cells of a grid in steps of so many rows down and columns to the right, round
	 * its edges; from a cell that was passed before on to the next free one, row by row.
	 * @return as {@link #cells}
	 */
	static int[] steps(int rows, int columns, From corner, int down, int right) {
		int[] cells = new int[rows * columns];
		boolean[] passed = new boolean[cells.length];
		int row = 0;
		int column = 0;
		for (int i = 0; i < cells.length; i++) {
			int cell = row * columns + column;
			while (passed[cell]) {
				cell = (cell + 1) % cells.length;
			}
			cells[i] = cell;
			passed[cell] = true;
			row = (cell / columns + down) % rows;
			column = (cell % columns + right) % columns;
		}
		return mirror(cells, rows, columns, corner);
	}

	/** Makes cells that begin at the top left begin at another corner. */
	private static int[] mirror(int[] cells, int rows, int columns, From corner) {
		for (int i = 0; i < cells.length; i++) {
			int row = cells[i] / columns;
			int column = cells[i] % columns;
			cells[i] = (corner.isAtTheBottom() ? rows - 1 - row : row) * columns
					+ (corner.isAtTheRight() ? columns - 1 - column : column);
		}
		return cells;
	}

	/** The way that a mirror which moves the corner to the top left makes this one. */
	private GridWay mirrored(From corner) {
		boolean turnsOver = corner.isAtTheBottom() != corner.isAtTheRight();
		return switch (this) {
			case DIAGONALS_DOWN -> corner.isAtTheBottom() ? DIAGONALS_UP : this;
			case DIAGONALS_UP -> corner.isAtTheBottom() ? DIAGONALS_DOWN : this;
			case ALTERNATING_DIAGONALS_DOWN -> corner.isAtTheBottom() ? ALTERNATING_DIAGONALS_UP : this;
			case ALTERNATING_DIAGONALS_UP -> corner.isAtTheBottom() ? ALTERNATING_DIAGONALS_DOWN : this;
			case SPIRAL_CLOCKWISE -> turnsOver ? SPIRAL_COUNTERCLOCKWISE : this;
			case SPIRAL_COUNTERCLOCKWISE -> turnsOver ? SPIRAL_CLOCKWISE : this;
			case OUTWARD_SPIRAL_CLOCKWISE -> turnsOver ? OUTWARD_SPIRAL_COUNTERCLOCKWISE : this;
			case OUTWARD_SPIRAL_COUNTERCLOCKWISE -> turnsOver ? OUTWARD_SPIRAL_CLOCKWISE : this;
			default -> this;
		};
	}

	private int[] fromTopLeft(int rows, int columns) {
		return switch (this) {
			case ROWS -> IntStream.range(0, rows * columns).toArray();
			case ALTERNATING_ROWS -> alternating(rows, columns);
			case COLUMNS -> transposed(ROWS, rows, columns);
			case ALTERNATING_COLUMNS -> transposed(ALTERNATING_ROWS, rows, columns);
			case DIAGONALS_DOWN -> diagonals(rows, columns, 0, 0);
			case DIAGONALS_UP -> diagonals(rows, columns, 1, 0);
			case ALTERNATING_DIAGONALS_DOWN -> diagonals(rows, columns, 1, 1);
			case ALTERNATING_DIAGONALS_UP -> diagonals(rows, columns, 0, 1);
			case SPIRAL_CLOCKWISE -> spiral(rows, columns);
			case SPIRAL_COUNTERCLOCKWISE -> transposed(SPIRAL_CLOCKWISE, rows, columns);
			case OUTWARD_SPIRAL_CLOCKWISE -> reversed(SPIRAL_COUNTERCLOCKWISE.fromTopLeft(rows, columns));
			case OUTWARD_SPIRAL_COUNTERCLOCKWISE -> reversed(SPIRAL_CLOCKWISE.fromTopLeft(rows, columns));
		};
	}

	private static int[] alternating(int rows, int columns) {
		return IntStream.range(0, rows * columns)
			.map((cell) -> (cell / columns % 2 == 0) ? cell : cell / columns * columns + columns - 1 - cell % columns)
			.toArray();
	}

	/** The way with rows for columns. */
	private static int[] transposed(GridWay way, int rows, int columns) {
		return IntStream.of(way.fromTopLeft(columns, rows))
			.map((cell) -> cell % rows * columns + cell / rows)
			.toArray();
	}

	private static int[] reversed(int[] cells) {
		return IntStream.range(0, cells.length).map((i) -> cells[cells.length - 1 - i]).toArray();
	}

	/**
	 * Diagonals from the top left.
	 * @param upwards 1 if the first one runs upwards, else 0
	 * @param turn 1 if each next one runs the other way, else 0
	 */
	private static int[] diagonals(int rows, int columns, int upwards, int turn) {
		int[] cells = new int[rows * columns];
		int next = 0;
		for (int diagonal = 0; diagonal < rows + columns - 1; diagonal++) {
			int top = Math.max(0, diagonal - columns + 1);
			int bottom = Math.min(diagonal, rows - 1);
			boolean up = (upwards + turn * diagonal) % 2 == 1;
			for (int i = 0; i <= bottom - top; i++) {
				int row = up ? bottom - i : top + i;
				cells[next++] = row * columns + diagonal - row;
			}
		}
		return cells;
	}

	/** Inwards, clockwise. */
	private static int[] spiral(int rows, int columns) {
		int[] cells = new int[rows * columns];
		int next = 0;
		int top = 0;
		int bottom = rows - 1;
		int left = 0;
		int right = columns - 1;
		while (next < cells.length) {
			for (int column = left; column <= right; column++) {
				cells[next++] = top * columns + column;
			}
			top++;
			for (int row = top; row <= bottom; row++) {
				cells[next++] = row * columns + right;
			}
			right--;
			for (int column = right; column >= left && top <= bottom; column--) {
				cells[next++] = bottom * columns + column;
			}
			bottom--;
			for (int row = bottom; row >= top && left <= right; row--) {
				cells[next++] = row * columns + left;
			}
			left++;
		}
		return cells;
	}

}
