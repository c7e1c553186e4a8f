package dev.decipher.cipher.transposition;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;

/**
 * A square of numbers, each once in each row and column. A key, as numbers, is the square
 * row by row, from 0: (side × side). A search only holds to the columns, for a square
 * whose rows have a number twice enciphers as well.
 */
record NumberSquare() implements KeyForm {

	static final int LONGEST_SIDE = 9;

	@Override
	public int[] read(String name, Key key, Alphabet alphabet) {
		String digits = Parameters.given(name, key).replaceAll("[\\s,;/|]+", "");
		int side = (int) Math.sqrt(digits.length());
		InvalidInput.throwIf(
				!digits.matches("\\d+") || side * side != digits.length() || side < 2 || side > LONGEST_SIDE,
				"/" + name, "must be the rows of a square of digits, such as 132 321 213, of at most " + LONGEST_SIDE
						+ " by " + LONGEST_SIDE);
		int[] square = digits.chars().map((digit) -> digit - '1').toArray();
		for (int column = 0; column < side; column++) {
			int first = column;
			long different = IntStream.range(0, side)
				.map((row) -> square[row * side + first])
				.filter((number) -> number >= 0 && number < side)
				.distinct()
				.count();
			InvalidInput.throwIf(different < side, "/" + name,
					"must have each of the numbers 1 to " + side + " once in column " + (column + 1));
		}
		return square;
	}

	/** A square whose rows have each number once as well. */
	@Override
	public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
		Key.Length length = (left.length() != null) ? left.length() : new Key.Length(16, 25);
		int[] sides = IntStream.rangeClosed(2, LONGEST_SIDE).filter((side) -> length.contains(side * side)).toArray();
		InvalidInput.throwIf(sides.length == 0, "/" + name + "/random/length",
				"must allow the numbers of a square, such as 16 or 25");
		return part(alphabet, (int) Math.pow(sides[random.nextInt(sides.length)], 2)).draw(random);
	}

	@Override
	public Key write(int[] key, Alphabet alphabet) {
		int side = (int) Math.sqrt(key.length);
		return new Key.Given(IntStream.range(0, side)
			.mapToObj((row) -> IntStream.range(0, side)
				.mapToObj((column) -> Integer.toString(key[row * side + column] + 1))
				.collect(Collectors.joining()))
			.collect(Collectors.joining(" ")));
	}

	@Override
	public KeyPart part(Alphabet alphabet, int length) {
		return new Orders((int) Math.sqrt(length), length);
	}

	/**
	 * The order of each column.
	 *
	 * @param side how many there are, and how many numbers each has
	 */
	private record Orders(int side, int length) implements KeyPart {

		/** The logarithms of the squares with each number once in rows too. */
		@Override
		public double nats() {
			// OEIS A002860: 1, 2, 12, 576, 161280, 812851200, …
			double[] counts = { 1, 1, 2, 12, 576, 161_280, 812_851_200, 61_479_419_904_000d,
					108_776_032_459_082_956_800d, 5_524_751_496_156_892_842_531_225_600d };
			return Math.log(counts[this.side]);
		}

		/** A square of turns, its rows, columns and numbers in any order. */
		@Override
		public int[] draw(RandomGenerator random) {
			int[] rows = KeyPart.columns(this.side).draw(random);
			int[] columns = KeyPart.columns(this.side).draw(random);
			int[] numbers = KeyPart.columns(this.side).draw(random);
			return IntStream.range(0, this.length)
				.map((cell) -> numbers[(rows[cell / this.side] + columns[cell % this.side]) % this.side])
				.toArray();
		}

		/** Two numbers of a column change places. */
		@Override
		public void change(int[] part, RandomGenerator random) {
			int column = random.nextInt(this.side);
			int row = random.nextInt(this.side);
			int other = (row + 1 + random.nextInt(this.side - 1)) % this.side;
			int number = part[row * this.side + column];
			part[row * this.side + column] = part[other * this.side + column];
			part[other * this.side + column] = number;
		}

	}

}
