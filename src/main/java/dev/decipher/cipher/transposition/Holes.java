package dev.decipher.cipher.transposition;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;

/**
 * The holes of a turning grille. A hole comes to lie on four cells; a key, as numbers,
 * says for each such four how often the first of them, counted row by row, has to be
 * turned clockwise to be the hole: (holes), 0 to 3 each.
 */
record Holes() implements KeyForm {

	private static final int LONGEST_SIDE = 30;

	static final int TURNS = 4;

	private static final String OPEN = "XxOo#*1";

	private static final String CLOSED = ".-_0";

	/** The side of a square with so many holes, 0 if there is none. */
	static int side(int holes) {
		int side = (int) Math.sqrt(TURNS * holes + 1);
		return (side >= 2 && side <= LONGEST_SIDE && side * side / TURNS == holes) ? side : 0;
	}

	/** Where a cell comes to lie after some turns clockwise. */
	private static int turned(int cell, int side, int turns) {
		int turned = cell;
		for (int i = 0; i < turns; i++) {
			turned = turned % side * side + side - 1 - turned / side;
		}
		return turned;
	}

	/**
	 * The cells that the holes of a square come to lie on, the first of each four first.
	 * @return cells after so many turns clockwise: (holes, 4)
	 */
	static int[][] fours(int side) {
		return IntStream.of(firsts(side))
			.mapToObj((first) -> IntStream.range(0, TURNS).map((turns) -> turned(first, side, turns)).toArray())
			.toArray(int[][]::new);
	}

	/** The first cell of each four. */
	private static int[] firsts(int side) {
		return IntStream.range(0, side * side)
			.filter((cell) -> IntStream.range(1, TURNS).allMatch((turns) -> turned(cell, side, turns) > cell))
			.toArray();
	}

	@Override
	public int[] read(String name, Key key, Alphabet alphabet) {
		int[] holes = holes(name, key, alphabet);
		int side = side(holes.length);
		InvalidInput.throwIf(side == 0, "/" + name,
				"must be a quarter of the cells of a square: 1, 2, 4, 6, 9, 12, 16 holes and so on up to 225, not "
						+ holes.length);
		int[] firsts = firsts(side);
		int[] turns = new int[firsts.length];
		int[] taken = new int[firsts.length];
		for (int hole : holes) {
			int number = hole + 1;
			InvalidInput.throwIf(hole < 0 || hole >= side * side, "/" + name, "can't have a hole " + number + ": with "
					+ holes.length + " holes, a square has the cells 1 to " + side * side);
			InvalidInput.throwIf(turned(hole, side, 1) == hole, "/" + name,
					"can't have a hole " + number + ", the middle, where it stays when the grille is turned");
			int first = IntStream.range(0, TURNS).map((turn) -> turned(hole, side, turn)).min().orElseThrow();
			int four = Arrays.binarySearch(firsts, first);
			InvalidInput.throwIf(taken[four] > 0, "/" + name, "can't have the holes " + taken[four] + " and " + number
					+ ": they come to lie on the same cells when the grille is turned");
			taken[four] = number;
			turns[four] = IntStream.range(0, TURNS)
				.filter((turn) -> turned(first, side, turn) == hole)
				.findFirst()
				.orElseThrow();
		}
		return turns;
	}

	/** The cells that are holes, from 0, as they are given. */
	private static int[] holes(String name, Key key, Alphabet alphabet) {
		String picture = Parameters.given(name, key).replaceAll("[\\s/,;|]", "");
		int side = (int) Math.sqrt(picture.length());
		boolean isPicture = !(key instanceof Key.Numbers) && side > 1 && side * side == picture.length()
				&& picture.chars().allMatch((cell) -> OPEN.indexOf(cell) >= 0 || CLOSED.indexOf(cell) >= 0);
		if (isPicture) {
			int[] holes = IntStream.range(0, picture.length())
				.filter((cell) -> OPEN.indexOf(picture.charAt(cell)) >= 0)
				.toArray();
			InvalidInput.throwIf(holes.length != side * side / TURNS, "/" + name, "must have " + side * side / TURNS
					+ " holes in a square of " + side + " by " + side + ", not " + holes.length);
			return holes;
		}
		int[] numbers = KeyNumbers.read(name, key, alphabet);
		InvalidInput.throwIf(numbers == null, "/" + name,
				"must be the numbers of cells, such as 1 8 10 12, or a square picture of dots and X");
		return IntStream.of(numbers).map((number) -> number - 1).toArray();
	}

	@Override
	public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
		Key.Length length = (left.length() != null) ? left.length() : new Key.Length(9, 9);
		int[] possible = IntStream.rangeClosed(length.min(), length.max()).filter((holes) -> side(holes) > 0).toArray();
		InvalidInput.throwIf(possible.length == 0, "/" + name + "/random/length",
				"must allow a quarter of a square's cells, such as 4, 9 or 16 holes");
		return part(alphabet, possible[random.nextInt(possible.length)]).draw(random);
	}

	@Override
	public Key write(int[] key, Alphabet alphabet) {
		int[][] fours = fours(side(key.length));
		return new Key.Numbers(
				IntStream.range(0, key.length).map((hole) -> fours[hole][key[hole]] + 1).sorted().boxed().toList());
	}

	@Override
	public KeyPart part(Alphabet alphabet, int length) {
		return KeyPart.numbers(length, TURNS);
	}

}
