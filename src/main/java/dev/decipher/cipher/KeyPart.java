package dev.decipher.cipher;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A part of a key as numbers: how many there are of it, one at random, and a neighbour.
 */
public interface KeyPart {

	/** How many numbers it has. */
	int length();

	/** The logarithm of how many there are, in nats. */
	double nats();

	/** One at random, each as likely. */
	int[] draw(RandomGenerator random);

	/** How keys that consist of it are annealed best. */
	default Schedule schedule() {
		return Schedule.USUAL;
	}

	/** Makes it a neighbour of itself. */
	void change(int[] part, RandomGenerator random);

	/**
	 * Makes it the next one in their order; false behind the last, which becomes the
	 * first.
	 */
	default boolean next(int[] part) {
		throw new UnsupportedOperationException("there are too many to go through");
	}

	/** Numbers below a bound, each by itself; a neighbour has another one. */
	static KeyPart numbers(int length, int values) {
		return new Numbers(length, values);
	}

	/** The numbers below a bound in any order; a neighbour has two exchanged. */
	static KeyPart permutation(int size) {
		return new Grid(size, 1, size);
	}

	/**
	 * The numbers below side^dimensions in a square or a cube, row by row. A neighbour
	 * has two of them exchanged or, now and then, two rows, columns or layers, or is
	 * mirrored (Cowan, Breaking short Playfair ciphers with the simulated annealing
	 * algorithm, Cryptologia 32, 2008).
	 */
	static KeyPart grid(int side, int dimensions) {
		return new Grid(side, dimensions, (int) Math.pow(side, dimensions));
	}

	/**
	 * The numbers below rows · columns in a rectangle, row by row; neighbours are those
	 * of {@link #grid}, save that only a square is mirrored at its diagonal.
	 */
	static KeyPart rectangle(int rows, int columns) {
		return (rows == columns) ? grid(rows, 2) : new Rectangle(rows, columns);
	}

	/** The order of columns; a neighbour has two of them or two runs exchanged. */
	static KeyPart columns(int columns) {
		return new Columns(columns);
	}

	/** Each number by itself. */
	record Numbers(int length, int values) implements KeyPart {

		@Override
		public double nats() {
			return this.length * Math.log(this.values);
		}

		@Override
		public int[] draw(RandomGenerator random) {
			return random.ints(this.length, 0, this.values).toArray();
		}

		@Override
		public void change(int[] part, RandomGenerator random) {
			if (this.values > 1) {
				int place = random.nextInt(this.length);
				part[place] = (part[place] + 1 + random.nextInt(this.values - 1)) % this.values;
			}
		}

		@Override
		public boolean next(int[] part) {
			for (int i = this.length - 1; i >= 0; i--) {
				if (++part[i] < this.values) {
					return true;
				}
				part[i] = 0;
			}
			return false;
		}

	}

	/** The numbers below its length, each once. */
	interface Order extends KeyPart {

		@Override
		default double nats() {
			return logFactorial(length());
		}

		/** Fisher and Yates, in Durstenfeld's form: every order is as likely. */
		@Override
		default int[] draw(RandomGenerator random) {
			int[] numbers = IntStream.range(0, length()).toArray();
			for (int i = numbers.length - 1; i > 0; i--) {
				swap(numbers, i, random.nextInt(i + 1));
			}
			return numbers;
		}

		/**
		 * One in so many neighbours has more than two numbers exchanged; none if it is
		 * the greatest number.
		 */
		default int rearrangedSeldom() {
			return 1;
		}

		/** Makes it a neighbour by more than the exchange of two numbers. */
		default void rearrange(int[] part, RandomGenerator random) {
			change(part, random);
		}

		/** In the order of dictionaries. */
		@Override
		default boolean next(int[] part) {
			int i = part.length - 2;
			while (i >= 0 && part[i] > part[i + 1]) {
				i--;
			}
			reverse(part, i + 1, part.length);
			if (i < 0) {
				return false;
			}
			int j = i + 1;
			while (part[j] < part[i]) {
				j++;
			}
			swap(part, i, j);
			return true;
		}

	}

	/**
	 * How keys are annealed. The temperatures are in the units in which n-grams cost, for
	 * each letter of the text, since a change touches many. Measured with English texts:
	 * of passes over one million squares a Playfair of 100 letters was found by 3 in 16
	 * at 0.9 throughout, by 2 from 1.0 to 0.7, and by none from 0.65 to 0.45. In a cube
	 * an exchange touches most n-grams of four letters, and shorter ones lead there
	 * sooner: of passes at 300 letters, the period known, 10 in 20 over 300,000 cubes by
	 * trigrams find the key, and 2 in 10 over a million by n-grams of four, from 0.4 to
	 * 0.27, which was their best.
	 *
	 * @param hot the temperature at the start
	 * @param cold the temperature at the end
	 * @param order symbols of the n-grams by which a key is looked for
	 * @param moves changes that the first pass tries
	 */
	record Schedule(double hot, double cold, int order, int moves) {

		static final Schedule USUAL = new Schedule(0.87, 0.3, 4, 1_000_000);

		static final Schedule SQUARE = new Schedule(0.95, 0.6, 4, 1_000_000);

		static final Schedule CUBE = new Schedule(0.5, 0.4, 3, 250_000);

	}

	/** A square, a cube or, with one dimension, a row. */
	record Grid(int side, int dimensions, int length) implements Order {

		/** One in so many neighbours is not by an exchange of two numbers. */
		private static final int SELDOM = 11;

		@Override
		public Schedule schedule() {
			return switch (this.dimensions) {
				case 1 -> Schedule.USUAL;
				case 2 -> Schedule.SQUARE;
				default -> Schedule.CUBE;
			};
		}

		@Override
		public int rearrangedSeldom() {
			return (this.dimensions > 1) ? SELDOM : Integer.MAX_VALUE;
		}

		@Override
		public void change(int[] part, RandomGenerator random) {
			if (this.dimensions > 1 && random.nextInt(SELDOM) == 0) {
				rearrange(part, random);
			}
			else {
				int cell = random.nextInt(this.length);
				swap(part, cell, another(cell, this.length, random));
			}
		}

		@Override
		public void rearrange(int[] part, RandomGenerator random) {
			int kind = random.nextInt(3);
			if (kind < 2) {
				int one = random.nextInt(this.side);
				swapLayers(part, random.nextInt(this.dimensions), one, another(one, this.side, random));
			}
			else if (random.nextBoolean()) {
				for (int cell = 0; cell < this.length / 2; cell++) {
					swap(part, cell, this.length - 1 - cell);
				}
			}
			else {
				transpose(part, random.nextInt(this.dimensions - 1));
			}
		}

		private void swapLayers(int[] part, int axis, int one, int other) {
			int stride = (int) Math.pow(this.side, axis);
			for (int cell = 0; cell < this.length; cell++) {
				if (cell / stride % this.side == one) {
					swap(part, cell, cell + (other - one) * stride);
				}
			}
		}

		/** Exchanges an axis and the next one. */
		private void transpose(int[] part, int axis) {
			int stride = (int) Math.pow(this.side, axis);
			for (int cell = 0; cell < this.length; cell++) {
				int one = cell / stride % this.side;
				int other = cell / stride / this.side % this.side;
				if (one < other) {
					swap(part, cell, cell + (other - one) * (stride - stride * this.side));
				}
			}
		}

	}

	/** A rectangle that is no square. */
	record Rectangle(int rows, int columns) implements Order {

		@Override
		public int length() {
			return this.rows * this.columns;
		}

		@Override
		public Schedule schedule() {
			return Schedule.SQUARE;
		}

		@Override
		public int rearrangedSeldom() {
			return Grid.SELDOM;
		}

		@Override
		public void change(int[] part, RandomGenerator random) {
			if (random.nextInt(Grid.SELDOM) == 0) {
				rearrange(part, random);
			}
			else {
				int cell = random.nextInt(part.length);
				swap(part, cell, another(cell, part.length, random));
			}
		}

		@Override
		public void rearrange(int[] part, RandomGenerator random) {
			int kind = random.nextInt(3);
			if (kind == 0 && this.rows > 1) {
				int one = random.nextInt(this.rows);
				int other = another(one, this.rows, random);
				for (int column = 0; column < this.columns; column++) {
					swap(part, one * this.columns + column, other * this.columns + column);
				}
			}
			else if (kind == 1 && this.columns > 1) {
				int one = random.nextInt(this.columns);
				int other = another(one, this.columns, random);
				for (int row = 0; row < part.length; row += this.columns) {
					swap(part, row + one, row + other);
				}
			}
			else {
				reverse(part, 0, part.length);
			}
		}

	}

	/** The order of columns. */
	record Columns(int length) implements Order {
		@Override
		public void change(int[] part, RandomGenerator random) {
			if (this.length < 3 || random.nextInt(3) == 0) {
				int one = random.nextInt(this.length);
				swap(part, one, (one + 1 + random.nextInt(this.length - 1)) % this.length);
				return;
			}
			int start = random.nextInt(this.length - 1);
			int end = start + 2 + random.nextInt(this.length - start - 1);
			int middle = start + 1 + random.nextInt(end - start - 1);
			// a run and the next one change places: reversed each, and then both together
			reverse(part, start, middle);
			reverse(part, middle, end);
			reverse(part, start, end);
		}

	}

	private static int another(int one, int bound, RandomGenerator random) {
		return (one + 1 + random.nextInt(bound - 1)) % bound;
	}

	private static void reverse(int[] part, int from, int to) {
		for (int left = from, right = to - 1; left < right; left++, right--) {
			swap(part, left, right);
		}
	}

	private static void swap(int[] part, int one, int other) {
		int number = part[one];
		part[one] = part[other];
		part[other] = number;
	}

	/** ln n!, in nats. */
	static double logFactorial(int n) {
		return IntStream.rangeClosed(2, n).mapToDouble(Math::log).sum();
	}

}
