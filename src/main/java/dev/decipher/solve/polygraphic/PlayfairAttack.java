package dev.decipher.solve.polygraphic;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.search.SquareAnnealing;
import dev.decipher.solve.search.Squares;

/**
 * Finds Playfair's square by simulated annealing, as Michael J. Cowan, Breaking short
 * Playfair ciphers with the simulated annealing algorithm, Cryptologia 32, 2008: letters
 * change places, and now and then rows, columns or the whole square.
 */
public final class PlayfairAttack implements Attack {

	@Override
	public Set<String> types() {
		return Set.of("playfair");
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
			Playfair cipher = new Playfair(Squares.key(key.saved));
			restarts.offer(cipher, Squares.plaintext(cipher, ciphertext.symbols()));
		}
	}

	/**
	 * The square under change.
	 */
	static final class Key extends SquareAnnealing {

		/** For two cells the cells of what they decipher to, a cell a byte: (25, 25). */
		private static final short[] DECIPHERED = new short[Squares.CELLS * Squares.CELLS];

		static {
			for (int cell = 0; cell < Squares.CELLS; cell++) {
				for (int other = 0; other < Squares.CELLS; other++) {
					int row = cell / Squares.SIDE;
					int column = cell % Squares.SIDE;
					int otherRow = other / Squares.SIDE;
					int otherColumn = other % Squares.SIDE;
					int first;
					int second;
					if (row == otherRow) {
						first = at(row, column - 1);
						second = at(row, otherColumn - 1);
					}
					else if (column == otherColumn) {
						first = at(row - 1, column);
						second = at(otherRow - 1, column);
					}
					else {
						first = at(row, otherColumn);
						second = at(otherRow, column);
					}
					DECIPHERED[cell * Squares.CELLS + other] = (short) (first << 8 | second);
				}
			}
		}

		private static int at(int row, int column) {
			return Math.floorMod(row, Squares.SIDE) * Squares.SIDE + Math.floorMod(column, Squares.SIDE);
		}

		private final int[] ciphertext;

		private final int[] text;

		Key(int[] ciphertext, Language language, Search search, SplittableRandom random) {
			super(ciphertext.length, language, search, random);
			this.ciphertext = ciphertext;
			this.text = new int[ciphertext.length];
		}

		@Override
		public int cost(NGrams grams) {
			int[] square = this.inText;
			int[] cells = this.cells;
			for (int i = 0; i < this.ciphertext.length; i += 2) {
				int deciphered = DECIPHERED[cells[this.ciphertext[i]] * Squares.CELLS + cells[this.ciphertext[i + 1]]];
				this.text[i] = square[deciphered >> 8];
				this.text[i + 1] = square[deciphered & 0xff];
			}
			return cost(grams, this.text);
		}

	}

}
