package dev.decipher.solve.search;

import java.util.SplittableRandom;

import dev.decipher.language.Language;

/**
 * Annealing of one square of five by five letters.
 */
public abstract class SquareAnnealing extends Annealing {

	/** Letters cell by cell: (25). */
	final int[] square = new int[Squares.CELLS];

	/** The cell of each letter: (25). */
	public final int[] cells = new int[Squares.CELLS];

	/** The square with its letters as in texts: (25). */
	public final int[] inText = new int[Squares.CELLS];

	/** The square at its best: (25). */
	public final int[] saved = new int[Squares.CELLS];

	private final int[] before = new int[Squares.CELLS];

	public SquareAnnealing(int length, Language language, Search search, SplittableRandom random) {
		super(length, language, search, random);
		for (int cell = 0; cell < Squares.CELLS; cell++) {
			this.square[cell] = cell;
		}
	}

	@Override
	public void draw(SplittableRandom random) {
		Squares.shuffle(this.square, random);
		place();
	}

	private void place() {
		for (int cell = 0; cell < Squares.CELLS; cell++) {
			this.cells[this.square[cell]] = cell;
			this.inText[cell] = Squares.inText(this.square[cell]);
		}
	}

	@Override
	public void change(SplittableRandom random) {
		System.arraycopy(this.square, 0, this.before, 0, Squares.CELLS);
		int kind = random.nextInt(64);
		if (kind < 58) {
			int cell = random.nextInt(Squares.CELLS);
			int other = (cell + 1 + random.nextInt(Squares.CELLS - 1)) % Squares.CELLS;
			Squares.swap(this.square, cell, other);
		}
		else {
			int line = random.nextInt(Squares.SIDE);
			int other = (line + 1 + random.nextInt(Squares.SIDE - 1)) % Squares.SIDE;
			if (kind < 60) {
				Squares.swapRows(this.square, line, other);
			}
			else if (kind < 62) {
				Squares.swapColumns(this.square, line, other);
			}
			else {
				mirror(kind);
			}
		}
		place();
	}

	private void mirror(int kind) {
		if (kind == 62) {
			for (int row = 0; row < Squares.SIDE; row++) {
				for (int column = 0; column < row; column++) {
					Squares.swap(this.square, row * Squares.SIDE + column, column * Squares.SIDE + row);
				}
			}
		}
		else {
			for (int cell = 0; cell < Squares.CELLS / 2; cell++) {
				Squares.swap(this.square, cell, Squares.CELLS - 1 - cell);
			}
		}
	}

	@Override
	public void undo() {
		System.arraycopy(this.before, 0, this.square, 0, Squares.CELLS);
		place();
	}

	@Override
	public void save() {
		System.arraycopy(this.square, 0, this.saved, 0, Squares.CELLS);
	}

	@Override
	public void restore() {
		System.arraycopy(this.saved, 0, this.square, 0, Squares.CELLS);
		place();
	}

}
