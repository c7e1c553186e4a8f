package dev.decipher.solve;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Bifid;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * Finds bifid's square by simulated annealing, for periods from 3 to 12 and for the whole
 * message at once.
 */
final class BifidAttack implements Attack {

	private static final int SHORTEST = 3;

	private static final int LONGEST = 12;

	@Override
	public Set<String> types() {
		return Set.of("bifid");
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
	}

	/**
	 * The square under change.
	 */
	static final class Key extends SquareAnnealing {

		/** The coordinate that a letter's row is, twice the letter, or its column. */
		private final int[] rows;

		private final int[] columns;

		/** The row and the column of each letter: (25, 2). */
		private final int[] coordinates = new int[2 * Squares.CELLS];

		private final int[] text;

		private final NGrams grams;

		Key(int[] ciphertext, int period, NGrams grams, Search search, SplittableRandom random) {
			super(search, random);
			int length = ciphertext.length;
			this.rows = new int[length];
			this.columns = new int[length];
			for (int start = 0; start < length; start += period) {
				int block = Math.min(period, length - start);
				for (int i = 0; i < block; i++) {
					this.rows[start + i] = 2 * ciphertext[start + i / 2] + i % 2;
					this.columns[start + i] = 2 * ciphertext[start + (block + i) / 2] + (block + i) % 2;
				}
			}
			this.text = new int[length];
			this.grams = grams;
		}

		@Override
		int cost() {
			for (int letter = 0; letter < Squares.CELLS; letter++) {
				this.coordinates[2 * letter] = this.cells[letter] / Squares.SIDE;
				this.coordinates[2 * letter + 1] = this.cells[letter] % Squares.SIDE;
			}
			for (int i = 0; i < this.text.length; i++) {
				this.text[i] = this.inText[this.coordinates[this.rows[i]] * Squares.SIDE
						+ this.coordinates[this.columns[i]]];
			}
			return cost(this.grams, this.text);
		}

	}

}
