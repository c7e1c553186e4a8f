package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.substitution.Syllabary;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * The syllabary square with its usual table, whose rows and columns are annealed. A text
 * counts as likely as the language finds it, times the probability that its words are
 * taken apart in just this way. A start gives a key or a table of its own; which
 * syllables a key puts in front can't be found.
 */
public record SyllabaryAttack() implements Attack {

	private static final int SIDE = 10;

	private static final int BASE = Alphabet.LATIN26.size();

	/** Letters of the longest cell that a word is taken apart into. */
	private static final int LONGEST_CELL = 3;

	private static final double[] LOGARITHMS = IntStream.rangeClosed(0, LONGEST_CELL).mapToDouble(Math::log).toArray();

	private static final float HOT = 3f * NGrams.UNITS;

	private static final float COLD = 0.4f * NGrams.UNITS;

	private static final int FIRST_STEPS = 20_000;

	private static final int MOST_STEPS = 400_000;

	private static final double LONGER = 1.4;

	private static final int STRIDE = 64;

	/** A digit in a text of letters, in nats. */
	private static final int DIGIT = 6 * NGrams.UNITS;

	@Override
	public Set<String> types() {
		return Set.of("syllabary");
	}

	@Override
	public int mostLetters(Ciphertext ciphertext) {
		return LONGEST_CELL * ciphertext.length();
	}

	@Override
	public double power() {
		return 0.5;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.START);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.ciphertext().alphabet().size() != SIDE * SIDE || !LetterSearch.isOfLatin(search.language())
				|| search.isTooShort()) {
			return;
		}
		Syllabary start = (search.hints().start() instanceof Syllabary given) ? given : null;
		new Task(search, start, random).run();
	}

	/** One thread's search. */
	private static final class Task {

		private final Search search;

		private final SplittableRandom random;

		private final @Nullable Syllabary start;

		/** The row's and the column's digit of each token of the ciphertext. */
		private final int[] rows;

		private final int[] columns;

		private final NGrams grams;

		private final boolean cribbed;

		/** The letters of each cell, none of a digit: (100, letters). */
		private final int[][] cells;

		/** Whether letters are a cell, by their number. */
		private final boolean[] isCell = new boolean[(BASE + 1) * (BASE + 1) * (BASE + 1)];

		/** The row of each digit, and the column. */
		private int[] rowOf = KeyPart.permutation(SIDE).draw(new SplittableRandom(1));

		private int[] columnOf = this.rowOf.clone();

		private int[] letters = new int[16];

		private int[] lengths;

		private int length;

		Task(Search search, @Nullable Syllabary start, SplittableRandom random) {
			this.search = search;
			this.random = random;
			this.start = start;
			List<String> names = IntStream.of(search.ciphertext().symbols())
				.mapToObj(search.ciphertext().alphabet()::symbol)
				.toList();
			this.rows = names.stream().mapToInt((name) -> name.charAt(0) - '0').toArray();
			this.columns = names.stream().mapToInt((name) -> name.charAt(1) - '0').toArray();
			this.lengths = new int[names.size()];
			this.grams = search.language().letters();
			this.cribbed = !search.hints().cribs().isEmpty();
			SymbolCipher table = table(start).over(Alphabet.LATIN36);
			this.cells = IntStream.range(0, SIDE * SIDE)
				.mapToObj((cell) -> table.decrypt(new int[] { cell }))
				.map((cell) -> IntStream.of(cell).filter((symbol) -> symbol < BASE).toArray())
				.toArray(int[][]::new);
			for (int[] cell : this.cells) {
				if (cell.length > 0 && cell.length <= LONGEST_CELL) {
					this.isCell[number(cell, 0, cell.length)] = true;
				}
			}
		}

		/** The table as it stands, with the key that is given. */
		private static Syllabary table(@Nullable Syllabary start) {
			return new Syllabary((start != null) ? start.key() : null, null, null,
					(start != null) ? start.table() : null);
		}

		private static int number(int[] letters, int from, int length) {
			int number = 0;
			for (int i = 0; i < length; i++) {
				number = number * (BASE + 1) + letters[from + i] + 1;
			}
			return number;
		}

		void run() {
			double steps = FIRST_STEPS;
			while (!this.search.isOver()) {
				anneal((int) steps);
				offer();
				steps = Math.min(MOST_STEPS, LONGER * steps);
			}
		}

		private void anneal(int steps) {
			this.rowOf = KeyPart.permutation(SIDE).draw(this.random);
			this.columnOf = KeyPart.permutation(SIDE).draw(this.random);
			double now = cost();
			double best = now;
			int[] bestRows = this.rowOf.clone();
			int[] bestColumns = this.columnOf.clone();
			for (int step = 0; step < steps; step++) {
				if (step % STRIDE == 0) {
					if (this.search.isOver()) {
						break;
					}
					this.search.tried(STRIDE);
				}
				float temperature = (float) (HOT * Math.pow(COLD / HOT, (double) step / steps));
				int[] side = this.random.nextBoolean() ? this.rowOf : this.columnOf;
				int one = this.random.nextInt(SIDE);
				int other = this.random.nextInt(SIDE);
				swap(side, one, other);
				double cost = cost();
				if (cost - now <= MetropolisRule.limit(temperature, this.random.nextLong())) {
					now = cost;
					if (now < best) {
						best = now;
						System.arraycopy(this.rowOf, 0, bestRows, 0, SIDE);
						System.arraycopy(this.columnOf, 0, bestColumns, 0, SIDE);
					}
				}
				else {
					swap(side, one, other);
				}
			}
			this.rowOf = bestRows;
			this.columnOf = bestColumns;
		}

		private static void swap(int[] side, int one, int other) {
			int saved = side[one];
			side[one] = side[other];
			side[other] = saved;
		}

		/** The text's cost and that of how it is taken apart, in nats / UNITS. */
		private double cost() {
			int digits = 0;
			this.length = 0;
			for (int i = 0; i < this.rows.length; i++) {
				int[] cell = this.cells[this.rowOf[this.rows[i]] * SIDE + this.columnOf[this.columns[i]]];
				if (this.length + cell.length + LONGEST_CELL > this.letters.length) {
					this.letters = Arrays.copyOf(this.letters, 2 * this.letters.length + cell.length);
				}
				System.arraycopy(cell, 0, this.letters, this.length, cell.length);
				this.length += cell.length;
				this.lengths[i] = cell.length;
				digits += (cell.length == 0) ? 1 : 0;
			}
			byte[] costs = this.grams.costs();
			int contexts = costs.length / BASE;
			int context = 0;
			int cost = digits * DIGIT;
			for (int i = 0; i < this.length; i++) {
				int gram = context * BASE + this.letters[i];
				cost += (i >= this.grams.order() - 1) ? costs[gram] & 0xff : 0;
				context = gram % contexts;
			}
			int missed = this.cribbed ? this.search.cribCost(Arrays.copyOf(this.letters, this.length)) : 0;
			return cost + missed + NGrams.UNITS * apart();
		}

		/** The logarithm of in how many ways the text might have been taken apart. */
		private double apart() {
			double apart = 0;
			int at = 0;
			for (int cell : this.lengths) {
				int ways = 0;
				for (int size = 1; size <= LONGEST_CELL && at + size <= this.length; size++) {
					ways += this.isCell[number(this.letters, at, size)] ? 1 : 0;
				}
				apart += LOGARITHMS[Math.max(1, ways)];
				at += cell;
			}
			return apart;
		}

		private void offer() {
			cost();
			int[] plaintext = Arrays.copyOf(this.letters, this.length);
			if (plaintext.length < this.grams.order()) {
				return;
			}
			double nats = 2 * KeyPart.logFactorial(SIDE) + apart();
			Candidate candidate = new Candidate(cipher(), plaintext, this.grams.score(plaintext), nats);
			if (this.search.offer(candidate) > 0 && this.search.isConvincing(candidate)) {
				this.search.settle();
			}
		}

		private Cipher cipher() {
			Syllabary table = table(this.start);
			return new Syllabary(table.key(), digits(this.rowOf), digits(this.columnOf), table.table());
		}

		private static String digits(int[] places) {
			int[] digits = new int[SIDE];
			IntStream.range(0, SIDE).forEach((digit) -> digits[places[digit]] = digit);
			return IntStream.of(digits).mapToObj(Integer::toString).collect(Collectors.joining());
		}

	}

}
