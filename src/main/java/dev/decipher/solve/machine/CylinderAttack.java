package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.machine.M94;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.KeyPass;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Search;

/**
 * Finds the order of the M-94's disks, and how many places further on each line was read,
 * by annealing over both.
 */
public final class CylinderAttack implements Attack {

	private static final int DISKS = 25;

	private static final int LETTERS = 26;

	/** Lines that are searched, of a longer text the first. */
	private static final int MOST_LINES = 20;

	private static final int STEPS = 200_000;

	@Override
	public Set<String> types() {
		return Set.of("m-94");
	}

	@Override
	public double power() {
		return 0.3;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.isTooShort() || search.ciphertext().alphabet() != Alphabet.LATIN26
				|| search.language().alphabet() != Alphabet.LATIN26
				|| search.ciphertext().length() > DISKS * MOST_LINES) {
			return;
		}
		Lines lines = new Lines(search.ciphertext().symbols(), readings());
		RankedPasses.run(List.of(new KeyPass(lines, search.ciphertext().length(), STEPS, search)), search, random);
	}

	/** What each disk makes of each letter of each line: (disk, line, letter). */
	private static int[][][] readings() {
		int[][][] readings = new int[DISKS][LETTERS][LETTERS];
		for (int further = 1; further < LETTERS; further++) {
			for (int letter = 0; letter < LETTERS; letter++) {
				int[] line = new int[DISKS];
				Arrays.fill(line, letter);
				int[] read = cipher(IntStream.range(0, DISKS).toArray(), new int[] { further }).over(Alphabet.LATIN26)
					.decrypt(line);
				for (int disk = 0; disk < DISKS; disk++) {
					readings[disk][further][letter] = read[disk];
				}
			}
		}
		return readings;
	}

	private static Cipher cipher(int[] order, int[] lines) {
		return new M94(new Key.Given(
				IntStream.of(order).mapToObj((disk) -> Integer.toString(disk + 1)).collect(Collectors.joining(" "))),
				IntStream.of(lines).boxed().toList(), null);
	}

	/** The disks from left to right, then the places of each line. */
	private record Lines(int[] symbols, int[][][] readings) implements KeyPass.Keys {

		/** One change in so many is of a line. */
		private static final int LINE = 4;

		@Override
		public int[][] draw(SplittableRandom random) {
			int lines = (this.symbols.length + DISKS - 1) / DISKS;
			return new int[][] { KeyPart.permutation(DISKS).draw(random), random.ints(lines, 1, LETTERS).toArray() };
		}

		@Override
		public void change(int[][] key, SplittableRandom random) {
			if (random.nextInt(LINE) == 0) {
				key[1][random.nextInt(key[1].length)] = random.nextInt(1, LETTERS);
				return;
			}
			int one = random.nextInt(DISKS);
			int other = random.nextInt(DISKS);
			int disk = key[0][one];
			key[0][one] = key[0][other];
			key[0][other] = disk;
		}

		@Override
		public void read(int[][] key, int[] text) {
			int i = 0;
			for (int line = 0; i < text.length; line++) {
				int further = key[1][line];
				for (int column = 0; column < DISKS && i < text.length; column++, i++) {
					text[i] = this.readings[key[0][column]][further][this.symbols[i]];
				}
			}
		}

		@Override
		public Cipher cipher(int[][] key) {
			return CylinderAttack.cipher(key[0], key[1]);
		}

	}

}
