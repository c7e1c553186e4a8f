package dev.decipher.solve.polygraphic;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Annealing;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.search.Squares;

/**
 * Finds the two keyed squares of a four-square cipher by simulated annealing.
 */
public final class FourSquareAttack implements Attack {

	@Override
	public Set<String> types() {
		return Set.of("four-square");
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		if (!Squares.suit(language, ciphertext) || ciphertext.length() % 2 != 0) {
			return;
		}
		Key key = new Key(Squares.beginning(ciphertext), language, search, random);
		Restarts restarts = new Restarts(language, search);
		while (!search.isOver()) {
			key.pass(restarts.moves());
			FourSquare cipher = new FourSquare(Squares.key(key.saved[0]), Squares.key(key.saved[1]));
			restarts.offer(cipher, Squares.plaintext(cipher, ciphertext.symbols()));
		}
	}

	/**
	 * The squares under change.
	 */
	static final class Key extends Annealing {

		private final int[] ciphertext;

		/** The squares at the upper right and the lower left: (2, 25). */
		private final int[][] squares = new int[2][Squares.CELLS];

		/** The row and the column of each letter in each square: (2, 25). */
		private final int[][] rows = new int[2][Squares.CELLS];

		private final int[][] columns = new int[2][Squares.CELLS];

		/** The squares at their best: (2, 25). */
		final int[][] saved = new int[2][Squares.CELLS];

		private final int[] before = new int[Squares.CELLS];

		private int changed;

		private final int[] text;

		Key(int[] ciphertext, Language language, Search search, SplittableRandom random) {
			super(ciphertext.length, language, search, random);
			this.ciphertext = ciphertext;
			this.text = new int[ciphertext.length];
			for (int cell = 0; cell < Squares.CELLS; cell++) {
				this.squares[0][cell] = cell;
				this.squares[1][cell] = cell;
			}
		}

		@Override
		public void draw(SplittableRandom random) {
			for (int square = 0; square < 2; square++) {
				Squares.shuffle(this.squares[square], random);
				place(square);
			}
		}

		private void place(int square) {
			for (int cell = 0; cell < Squares.CELLS; cell++) {
				this.rows[square][this.squares[square][cell]] = cell / Squares.SIDE * Squares.SIDE;
				this.columns[square][this.squares[square][cell]] = cell % Squares.SIDE;
			}
		}

		@Override
		public void change(SplittableRandom random) {
			this.changed = random.nextInt(2);
			int[] square = this.squares[this.changed];
			System.arraycopy(square, 0, this.before, 0, Squares.CELLS);
			int kind = random.nextInt(64);
			if (kind < 60) {
				int cell = random.nextInt(Squares.CELLS);
				Squares.swap(square, cell, (cell + 1 + random.nextInt(Squares.CELLS - 1)) % Squares.CELLS);
			}
			else {
				int line = random.nextInt(Squares.SIDE);
				int other = (line + 1 + random.nextInt(Squares.SIDE - 1)) % Squares.SIDE;
				if (kind < 62) {
					Squares.swapRows(square, line, other);
				}
				else {
					Squares.swapColumns(square, line, other);
				}
			}
			place(this.changed);
		}

		@Override
		public void undo() {
			System.arraycopy(this.before, 0, this.squares[this.changed], 0, Squares.CELLS);
			place(this.changed);
		}

		@Override
		public void save() {
			System.arraycopy(this.squares[0], 0, this.saved[0], 0, Squares.CELLS);
			System.arraycopy(this.squares[1], 0, this.saved[1], 0, Squares.CELLS);
		}

		@Override
		public void restore() {
			System.arraycopy(this.saved[0], 0, this.squares[0], 0, Squares.CELLS);
			System.arraycopy(this.saved[1], 0, this.squares[1], 0, Squares.CELLS);
			place(0);
			place(1);
		}

		@Override
		public int cost(NGrams grams) {
			for (int i = 0; i < this.text.length; i += 2) {
				int first = this.ciphertext[i];
				int second = this.ciphertext[i + 1];
				this.text[i] = Squares.inText(this.rows[0][first] + this.columns[1][second]);
				this.text[i + 1] = Squares.inText(this.rows[1][second] + this.columns[0][first]);
			}
			return cost(grams, this.text);
		}

	}

}
