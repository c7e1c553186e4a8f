package dev.decipher.training.structure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Looks for ciphers of squares and cubes in which each coordinate of a plaintext symbol
 * is one of a ciphertext symbol's: bifid, trifid and those whose digraphs are the corners
 * of rectangles in two or four squares. A symbol is then seen with the few that share the
 * coordinate, and never with another; so symbols fall into groups, one for each value of
 * a coordinate, and no square has to be guessed.
 */
final class CoordinateAnalysis {

	private static final int MAX_PERIOD = 64;

	/** More messages would tell no more. */
	private static final int MAX_MESSAGES = 600;

	/** The share of symbols that are none of the square's, but errors. */
	private static final double MAX_SHARE_OF_ERRORS = 0.015;

	/** Symbols of a square that may occur nowhere. */
	private static final int MAX_MISSING = 3;

	/** Symbols that show whether coordinates are shared, for each one there is. */
	private static final int MIN_SYMBOLS_SEEN = 8;

	private final MessageSample sample;

	private final BooleanSupplier cancelled;

	CoordinateAnalysis(MessageSample sample, BooleanSupplier cancelled) {
		this.sample = sample.first(MAX_MESSAGES);
		this.cancelled = cancelled;
	}

	@Nullable Structure explain() {
		Structure found = null;
		boolean twice = Arrays.stream(this.sample.ciphertexts()).allMatch((message) -> message.length % 2 == 0);
		if (twice) {
			found = explain(new CoordinateLayout.Rectangles());
		}
		int longest = this.sample.longest();
		for (int coordinates = 2; coordinates <= 3 && found == null; coordinates++) {
			for (int period = 2; period <= Math.min(longest, MAX_PERIOD) && found == null; period++) {
				found = explain(new CoordinateLayout.Fractionation(coordinates, period));
			}
			if (found == null && longest > MAX_PERIOD) {
				found = explain(new CoordinateLayout.Fractionation(coordinates, longest));
			}
		}
		return found;
	}

	private @Nullable Structure explain(CoordinateLayout layout) {
		if (this.cancelled.getAsBoolean()) {
			return null;
		}
		int[] used = used(this.sample, layout.coordinates());
		if (used.length == 0) {
			return null;
		}
		int symbols = Math.max(this.sample.ciphertextSymbols(), this.sample.plaintextSymbols());
		int side = (int) Math.round(Math.pow(used.length, 1.0 / layout.coordinates()));
		int groups = layout.ciphertextGroups();
		int kinds = layout.plaintextKinds();
		CoordinateGroups nodes = new CoordinateGroups((groups + kinds * layout.coordinates()) * symbols, symbols);
		for (int message = 0; message < this.sample.messages(); message++) {
			int[] ciphertext = this.sample.ciphertexts()[message];
			int[] plaintext = this.sample.plaintexts()[message];
			for (int i = 0; i < ciphertext.length; i++) {
				for (int axis = 0; axis < layout.coordinates(); axis++) {
					int from = layout.from(i, axis, ciphertext.length);
					int group = layout.group(i, axis, ciphertext.length);
					int other = groups + layout.kind(i) * layout.coordinates() + axis;
					nodes.see(group * symbols + ciphertext[from], other * symbols + plaintext[i]);
				}
			}
		}
		int[] labels = nodes.labels(used.length / side);
		if (labels == null) {
			return null;
		}
		Structure found = Coordinates.of(layout, labels, symbols, used, this.sample.plaintextSymbols());
		return StructureSearch.explains(found, this.sample) ? found : null;
	}

	/**
	 * The symbols of a square or cube: those that occur, but for what may be errors, and
	 * others where some occur nowhere; none if they don't fill one.
	 */
	static int[] used(MessageSample sample, int coordinates) {
		int symbols = sample.ciphertextSymbols();
		if (symbols != sample.plaintextSymbols()) {
			return new int[0];
		}
		long[] counts = new long[symbols];
		Arrays.stream(sample.ciphertexts()).flatMapToInt(Arrays::stream).forEach((symbol) -> counts[symbol]++);
		long all = Arrays.stream(counts).sum();
		int[] byCount = IntStream.range(0, symbols)
			.boxed()
			.sorted((one, other) -> Long.compare(counts[other], counts[one]))
			.mapToInt(Integer::intValue)
			.toArray();
		int occur = (int) Arrays.stream(counts).filter((count) -> count > 0).count();
		for (int side = 2; Math.pow(side, coordinates) <= symbols; side++) {
			int size = (int) Math.pow(side, coordinates);
			long beyond = IntStream.range(size, symbols).mapToLong((place) -> counts[byCount[place]]).sum();
			if (size <= occur + MAX_MISSING && beyond <= MAX_SHARE_OF_ERRORS * all && all >= MIN_SYMBOLS_SEEN * size) {
				return Arrays.copyOf(byCount, size);
			}
		}
		return new int[0];
	}

}
