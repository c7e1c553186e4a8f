package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A plaintext symbol is the one whose coordinates are those of ciphertext symbols.
 *
 * @param values the value of each symbol's coordinate: (ciphertext groups, symbols)
 * @param squares the symbol at each place of each kind's square: (kinds, values to the
 * power of coordinates)
 * @param used ciphertext symbols that have all coordinates
 */
record Coordinates(CoordinateLayout layout, int[][] values, int[][] squares, int side,
		int[] used) implements Structure {

	/** How often a message is drawn until all of it is known. */
	private static final int MAX_DRAWS = 1_000;

	static Structure of(CoordinateLayout layout, int[] labels, int symbols, int[] used, int plaintextSymbols) {
		int groups = layout.ciphertextGroups();
		int coordinates = layout.coordinates();
		// labels that are compared with one another are numbered together
		List<Integer> numbers = new ArrayList<>();
		IntStream.of(labels).filter((label) -> label >= 0).distinct().sorted().forEach(numbers::add);
		int side = numbers.size();
		int[][] values = new int[groups][symbols];
		for (int group = 0; group < groups; group++) {
			for (int symbol = 0; symbol < symbols; symbol++) {
				values[group][symbol] = numbers.indexOf(labels[group * symbols + symbol]);
			}
		}
		int[][] squares = new int[layout.plaintextKinds()][(int) Math.pow(side, coordinates)];
		for (int kind = 0; kind < squares.length; kind++) {
			Arrays.fill(squares[kind], UNKNOWN);
			for (int symbol = 0; symbol < plaintextSymbols; symbol++) {
				int place = 0;
				for (int axis = 0; axis < coordinates && place >= 0; axis++) {
					int value = numbers.indexOf(labels[(groups + kind * coordinates + axis) * symbols + symbol]);
					place = (value < 0) ? -1 : place * side + value;
				}
				if (place >= 0) {
					squares[kind][place] = symbol;
				}
			}
		}
		int[] known = IntStream.of(used)
			.filter((symbol) -> Arrays.stream(values).allMatch((group) -> group[symbol] >= 0))
			.sorted()
			.toArray();
		return new Coordinates(layout, values, squares, side, known);
	}

	@Override
	public String name() {
		return this.layout.toString();
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] plaintext = new int[ciphertext.length];
		for (int i = 0; i < plaintext.length; i++) {
			plaintext[i] = decrypt(ciphertext, i);
		}
		return plaintext;
	}

	private int decrypt(int[] ciphertext, int i) {
		int place = 0;
		for (int axis = 0; axis < this.layout.coordinates(); axis++) {
			int from = this.layout.from(i, axis, ciphertext.length);
			int value = (from < ciphertext.length)
					? this.values[this.layout.group(i, axis, ciphertext.length)][ciphertext[from]] : UNKNOWN;
			if (value < 0) {
				return UNKNOWN;
			}
			place = place * this.side + value;
		}
		return this.squares[this.layout.kind(i)][place];
	}

	@Override
	public @Nullable Message draw(int length, RandomGenerator random) {
		if (this.used.length == 0) {
			return null;
		}
		int[] ciphertext = random.ints(length, 0, this.used.length).map((i) -> this.used[i]).toArray();
		for (int attempt = 0; attempt < MAX_DRAWS; attempt++) {
			int[] plaintext = decrypt(ciphertext);
			int[] unknown = IntStream.range(0, length).filter((i) -> plaintext[i] == UNKNOWN).toArray();
			if (unknown.length == 0) {
				return new Message(ciphertext, plaintext);
			}
			// others in place of those that an unknown symbol follows from
			IntStream.of(unknown)
				.flatMap((i) -> IntStream.range(0, this.layout.coordinates())
					.map((axis) -> this.layout.from(i, axis, length)))
				.filter((from) -> from < length)
				.forEach((from) -> ciphertext[from] = this.used[random.nextInt(this.used.length)]);
		}
		return null;
	}

}
