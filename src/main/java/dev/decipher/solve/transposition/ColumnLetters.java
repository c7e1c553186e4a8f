package dev.decipher.solve.transposition;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.decipher.cipher.KeyPart;

/**
 * Letters above columns, whose order counts and each of them by itself as well. Their
 * neighbours have columns exchanged, or a letter changed that stays between the next ones
 * in the alphabet's order, or goes anywhere; or the text is moved by a letter or a row.
 *
 * @param length how many there are
 * @param letters how many the alphabet has
 */
record ColumnLetters(int length, int letters) implements KeyPart {

	@Override
	public double nats() {
		return this.length * Math.log(this.letters);
	}

	@Override
	public int[] draw(RandomGenerator random) {
		return random.ints(this.length, 0, this.letters).toArray();
	}

	@Override
	public void change(int[] part, RandomGenerator random) {
		int kind = random.nextInt(10);
		if (kind < 3) {
			KeyPart.columns(this.length).change(part, random);
			return;
		}
		if (kind == 8) {
			turn(part);
			return;
		}
		if (kind == 9) {
			shift(part, random.nextBoolean() ? 1 : -1);
			return;
		}
		int place = random.nextInt(this.length);
		if (kind == 3) {
			part[place] = random.nextInt(this.letters);
			return;
		}
		int least = 0;
		int most = this.letters - 1;
		for (int other = 0; other < this.length; other++) {
			if (other != place) {
				least = (part[other] <= part[place]) ? Math.max(least, part[other]) : least;
				most = (part[other] >= part[place]) ? Math.min(most, part[other]) : most;
			}
		}
		part[place] = (least <= most) ? random.nextInt(least, most + 1) : part[place];
	}

	/**
	 * Moves the text by a letter: the first column comes last, and is turned by a row.
	 */
	private void turn(int[] part) {
		int first = part[0];
		System.arraycopy(part, 1, part, 0, this.length - 1);
		part[this.length - 1] = Math.min(first + 1, this.letters - 1);
	}

	/** Moves the text by a row, as far as the letters reach. */
	private void shift(int[] part, int by) {
		for (int letter : part) {
			if (letter + by < 0 || letter + by >= this.letters) {
				return;
			}
		}
		for (int column = 0; column < this.length; column++) {
			part[column] += by;
		}
	}

	/** Keys that give the same text, moved. */
	List<int[][]> twins(int[][] key) {
		List<int[][]> twins = new ArrayList<>();
		for (int by = -this.letters; by <= this.letters; by++) {
			int[] twin = key[0].clone();
			shift(twin, by);
			for (int turn = 0; turn < this.length; turn++) {
				twins.add(new int[][] { twin.clone() });
				turn(twin);
			}
		}
		return twins;
	}

}
