package dev.decipher.solve.substitution;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.transposition.Permutation;
import dev.decipher.cipher.transposition.Route;

/**
 * How a text was written: by a simple transposition, and with slips of the writer.
 *
 * @param transposition the transposition
 * @param places the place in the ciphertext of each symbol of the text before: (length)
 * @param slips what it takes to name the slips, in nats
 */
record WrittenText(SimpleTransposition transposition, int[] places, double slips) {

	/** Places to either side by which a row may have been shifted. */
	private static final int MOST_SHIFT = 2;

	/** So many symbols at the end of a row may have been left out. */
	private static final int MOST_LEFT_OUT = 8;

	static WrittenText of(SimpleTransposition transposition) {
		return new WrittenText(transposition, transposition.places(), 0);
	}

	/**
	 * This with one more slip in a row that the transposition moves: the row was shifted
	 * round the side by few places; or its end was left out on the way, and is what the
	 * block ends with.
	 */
	Stream<WrittenText> withSlip() {
		if (!(this.transposition.cipher() instanceof Route route) || route.columns() == null) {
			return Stream.empty();
		}
		int columns = route.columns();
		int block = (route.block() != null) ? route.block() : this.places.length;
		int[] simple = this.transposition.places();
		int rows = this.places.length / columns;
		int leftOut = Math.min(MOST_LEFT_OUT, columns - 1);
		double nats = KeySpace.LENGTH + Math.log(rows * (2.0 * MOST_SHIFT + leftOut));
		return IntStream.range(0, rows)
			.mapToObj((row) -> new Row(row * columns, (row + 1) * columns))
			.filter((row) -> row.from / block == (row.to - 1) / block)
			.filter((row) -> IntStream.range(row.from, row.to).anyMatch((i) -> simple[i] != i))
			.flatMap((row) -> Stream.concat(
					IntStream.rangeClosed(-MOST_SHIFT, MOST_SHIFT)
						.filter((shift) -> shift % columns != 0)
						.mapToObj((shift) -> row.shifted(this.places, shift)),
					IntStream.rangeClosed(1, leftOut).mapToObj((number) -> row.leftOut(this.places, number, block))))
			.map((slipped) -> new WrittenText(this.transposition, slipped, this.slips + nats));
	}

	/** The places of a row of the grid, the last exclusive. */
	private record Row(int from, int to) {

		int[] shifted(int[] places, int shift) {
			return IntStream.of(places)
				.map((place) -> (place >= this.from && place < this.to)
						? this.from + Math.floorMod(place - this.from + shift, this.to - this.from) : place)
				.toArray();
		}

		int[] leftOut(int[] places, int number, int block) {
			int blockEnd = Math.min(places.length, (this.from / block + 1) * block);
			IntPredicate out = (place) -> place >= this.to - number && place < this.to;
			return IntStream.concat(IntStream.concat(IntStream.of(places).limit(blockEnd).filter(out.negate()),
					IntStream.range(this.to - number, this.to)), IntStream.of(places).skip(blockEnd))
				.toArray();
		}

	}

	/** The text before it was written so. */
	int[] undo(int[] symbols) {
		return IntStream.of(this.places).map((place) -> symbols[place]).toArray();
	}

	/** What it takes to name it, in nats. */
	double nats() {
		return this.transposition.nats() + this.slips;
	}

	/** The transposition, and a permutation of the whole text if there are slips. */
	List<Cipher> ciphers() {
		if (this.slips == 0) {
			return List.of(this.transposition.cipher());
		}
		Integer[] order = new Integer[this.places.length];
		for (int i = 0; i < order.length; i++) {
			order[this.places[i]] = this.transposition.places()[i];
		}
		return List.of(this.transposition.cipher(), new Permutation(new Key.Numbers(List.of(order))));
	}

}
