package dev.decipher.solve.fractionating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.fractionating.Bifid;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.search.SquareAnnealing;
import dev.decipher.solve.search.Squares;

/**
 * Finds bifid's square by simulated annealing, for periods from 3 to 12 and for the whole
 * message at once.
 */
public final class BifidAttack implements Attack {

	private static final int SHORTEST = 3;

	private static final int LONGEST = 12;

	/** A longer message is not looked at as a whole. */
	private static final int LONGEST_WHOLE = 2000;

	@Override
	public Set<String> types() {
		return Set.of("bifid");
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		if (!Squares.suit(language, ciphertext)) {
			return;
		}
		int[] letters = Squares.letters(ciphertext.symbols());
		int[] periods = periods(letters);
		Key[] keys = Arrays.stream(periods)
			.mapToObj((period) -> new Key(letters, period, language, search, random))
			.toArray(Key[]::new);
		Restarts restarts = new Restarts(language, search);
		while (!search.isOver()) {
			// each half as often as the one before
			int next = 0;
			while (next < keys.length - 1 && random.nextBoolean()) {
				next++;
			}
			keys[next].pass(restarts.moves());
			Bifid cipher = new Bifid(Squares.key(keys[next].saved), periods[next]);
			restarts.offer(cipher, Squares.plaintext(cipher, ciphertext.symbols()));
		}
	}

	/**
	 * The periods that may be, likeliest first: with the right one half a period apart
	 * there are letters of which one tells about the other, so that the same pair occurs
	 * more often than the letters alone would have it.
	 */
	static int[] periods(int[] letters) {
		return IntStream.concat(IntStream.rangeClosed(SHORTEST, LONGEST), IntStream.of(letters.length))
			.filter((period) -> period <= LONGEST_WHOLE)
			.boxed()
			.sorted(Comparator.comparingDouble((period) -> -dependence(letters, period)))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * How much more often pairs of letters coincide than by chance, in standard
	 * deviations.
	 */
	static double dependence(int[] letters, int period) {
		double sum = 0;
		for (int distance = period / 2; distance <= (period + 1) / 2; distance++) {
			int[] pairs = new int[Squares.CELLS * Squares.CELLS];
			int[] firsts = new int[Squares.CELLS];
			int[] seconds = new int[Squares.CELLS];
			int count = 0;
			int same = 0;
			for (int i = 0; i + distance < letters.length; i++) {
				if (i / period == (i + distance) / period) {
					same += pairs[letters[i] * Squares.CELLS + letters[i + distance]]++;
					firsts[letters[i]]++;
					seconds[letters[i + distance]]++;
					count++;
				}
			}
			double first = 0;
			double second = 0;
			for (int letter = 0; letter < Squares.CELLS; letter++) {
				first += (double) firsts[letter] * (firsts[letter] - 1);
				second += (double) seconds[letter] * (seconds[letter] - 1);
			}
			if (count > 1) {
				double expected = first * second / (2.0 * count * (count - 1));
				sum += (same - expected) / Math.sqrt(expected + 1);
			}
		}
		return sum / Math.sqrt(1 + period % 2); // of one distance or two
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

		Key(int[] ciphertext, int period, Language language, Search search, SplittableRandom random) {
			super(length(ciphertext, period), language, search, random);
			int length = length(ciphertext, period);
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
		}

		/** How many letters to look at: whole periods of a long text. */
		private static int length(int[] ciphertext, int period) {
			return (ciphertext.length <= Math.max(period, Squares.ENOUGH)) ? ciphertext.length
					: Squares.ENOUGH / period * period;
		}

		@Override
		public int cost(NGrams grams) {
			for (int letter = 0; letter < Squares.CELLS; letter++) {
				this.coordinates[2 * letter] = this.cells[letter] / Squares.SIDE;
				this.coordinates[2 * letter + 1] = this.cells[letter] % Squares.SIDE;
			}
			for (int i = 0; i < this.text.length; i++) {
				this.text[i] = this.inText[this.coordinates[this.rows[i]] * Squares.SIDE
						+ this.coordinates[this.columns[i]]];
			}
			return cost(grams, this.text);
		}

	}

}
