package dev.decipher.solve.transposition;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.decipher.cipher.KeyPart;

/**
 * The square of a swagman, each number once in each of its columns. Its neighbours have
 * two rows exchanged in one column, or in several that stand side by side, going round:
 * so a text that is right on both sides of a place, but not across it, is put right.
 *
 * @param square what it is as a part of a key
 * @param side how many columns and rows it has
 */
record SwagmanSquare(KeyPart square, int side) implements KeyPart {

	/** The largest square of which all orders of the rows are tried in the end. */
	private static final int SMALL = 5;

	@Override
	public int length() {
		return this.side * this.side;
	}

	@Override
	public double nats() {
		return this.square.nats();
	}

	@Override
	public int[] draw(RandomGenerator random) {
		return this.square.draw(random);
	}

	@Override
	public void change(int[] part, RandomGenerator random) {
		int row = random.nextInt(this.side);
		int other = (row + 1 + random.nextInt(this.side - 1)) % this.side;
		int first = random.nextInt(this.side);
		int columns = random.nextBoolean() ? 1 : 1 + random.nextInt(this.side);
		for (int i = 0; i < columns; i++) {
			int column = (first + i) % this.side;
			int number = part[row * this.side + column];
			part[row * this.side + column] = part[other * this.side + column];
			part[other * this.side + column] = number;
		}
	}

	/**
	 * The squares with the rows in other orders: the same lines of text, in other orders.
	 */
	List<int[][]> twins(int[][] key) {
		List<int[][]> twins = new ArrayList<>();
		if (this.side > SMALL) {
			return twins;
		}
		KeyPart rows = KeyPart.columns(this.side);
		int[] order = new int[this.side];
		for (int row = 0; row < this.side; row++) {
			order[row] = row;
		}
		while (rows.next(order)) {
			int[] twin = new int[key[0].length];
			for (int cell = 0; cell < twin.length; cell++) {
				twin[cell] = key[0][order[cell / this.side] * this.side + cell % this.side];
			}
			twins.add(new int[][] { twin });
		}
		return twins;
	}

}
