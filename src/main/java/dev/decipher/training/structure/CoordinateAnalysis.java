package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
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

	/**
	 * Symbols share a coordinate when they are seen together more often than chance has
	 * it, by this factor; those that do are seen together as many times as often as a
	 * coordinate has values.
	 */
	private static final double MIN_FACTOR = 2;

	/** How often two must be seen together at most, to be joined. */
	private static final int MAX_LEAST_SEEN = 4;

	/** The share of what was seen that must fall into groups. */
	private static final double MIN_SHARE_GROUPED = 0.6;

	/** How often a message is drawn until all of it is known. */
	private static final int MAX_DRAWS = 1_000;

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
			found = explain(new Rectangles());
		}
		int longest = this.sample.longest();
		for (int coordinates = 2; coordinates <= 3 && found == null; coordinates++) {
			for (int period = 2; period <= Math.min(longest, MAX_PERIOD) && found == null; period++) {
				found = explain(new Fractionation(coordinates, period));
			}
			if (found == null && longest > MAX_PERIOD) {
				found = explain(new Fractionation(coordinates, longest));
			}
		}
		return found;
	}

	/**
	 * How a cipher takes coordinates apart. Coordinates of ciphertext symbols and those
	 * of plaintext symbols are in groups that have nothing to do with one another, such
	 * as the rows of one square.
	 */
	private interface Layout {

		/** Coordinates of a symbol. */
		int coordinates();

		/** Groups of coordinates of ciphertext symbols. */
		int ciphertextGroups();

		/** Kinds of plaintext places, each with a square of its own. */
		int plaintextKinds();

		int kind(int place);

		/** The ciphertext place that has a coordinate of a plaintext place. */
		int from(int place, int coordinate, int length);

		/** The group of that ciphertext symbol's coordinate. */
		int group(int place, int coordinate, int length);

	}

	/**
	 * The coordinates of some symbols are written one after the other, the first of all,
	 * then the second of all, and then read symbol by symbol.
	 */
	private record Fractionation(int coordinates, int period) implements Layout {

		@Override
		public int ciphertextGroups() {
			return this.coordinates;
		}

		@Override
		public int plaintextKinds() {
			return 1;
		}

		@Override
		public int kind(int place) {
			return 0;
		}

		private int number(int place, int coordinate, int length) {
			int start = place - place % this.period;
			return coordinate * Math.min(this.period, length - start) + place - start;
		}

		@Override
		public int from(int place, int coordinate, int length) {
			return place - place % this.period + number(place, coordinate, length) / this.coordinates;
		}

		@Override
		public int group(int place, int coordinate, int length) {
			return number(place, coordinate, length) % this.coordinates;
		}

		@Override
		public String toString() {
			return ((this.coordinates == 2) ? "bifid" : "trifid") + "-period-" + this.period;
		}

	}

	/**
	 * Of two symbols each becomes the one in its own row and the other's column, in
	 * squares of any kind.
	 */
	private record Rectangles() implements Layout {

		@Override
		public int coordinates() {
			return 2;
		}

		@Override
		public int ciphertextGroups() {
			return 4;
		}

		@Override
		public int plaintextKinds() {
			return 2;
		}

		@Override
		public int kind(int place) {
			return place % 2;
		}

		@Override
		public int from(int place, int coordinate, int length) {
			return (coordinate == 0) ? place : place ^ 1;
		}

		@Override
		public int group(int place, int coordinate, int length) {
			return 2 * (from(place, coordinate, length) % 2) + coordinate;
		}

		@Override
		public String toString() {
			return "rectangles-in-squares";
		}

	}

	private @Nullable Structure explain(Layout layout) {
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
		Groups nodes = new Groups((groups + kinds * layout.coordinates()) * symbols, symbols);
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

	/** Symbols in groups that share a coordinate, of either side. */
	private static final class Groups {

		private final int nodes;

		private final int symbols;

		/** How often two were seen together: (one, other). */
		private final int[][] together;

		Groups(int nodes, int symbols) {
			this.nodes = nodes;
			this.symbols = symbols;
			this.together = new int[nodes][nodes];
		}

		void see(int one, int other) {
			this.together[one][other]++;
		}

		/**
		 * The values of the coordinates. Where few messages have errors, what was seen
		 * once may be one; so groups are made of what was seen more often, if need be,
		 * and the symbols that are left go where they were seen most.
		 * @param size symbols that have the same value
		 * @return a number for each node, values of nodes that are never compared being
		 * different ones, or -1 where it was not seen: (nodes); null if they don't fall
		 * into groups
		 */
		int @Nullable [] labels(int size) {
			for (int leastSeen = 1; leastSeen <= MAX_LEAST_SEEN; leastSeen++) {
				int[] labels = labels(size, leastSeen);
				if (labels != null) {
					return labels;
				}
			}
			return null;
		}

		private int @Nullable [] labels(int size, int leastSeen) {
			int[] parent = IntStream.range(0, this.nodes).toArray();
			int kinds = this.nodes / this.symbols;
			for (int one = 0; one < kinds; one++) {
				for (int other = 0; other < kinds; other++) {
					join(one * this.symbols, other * this.symbols, leastSeen, parent);
				}
			}
			int[] members = new int[this.nodes];
			for (int node = 0; node < this.nodes; node++) {
				members[root(node, parent)]++;
			}
			int most = IntStream.of(members).max().orElse(0);
			int[] labels = IntStream.range(0, this.nodes)
				.map((node) -> (members[root(node, parent)] > 1) ? root(node, parent) : -1)
				.toArray();
			long seen = IntStream.range(0, this.nodes).filter(this::isSeen).count();
			long grouped = IntStream.of(labels).filter((label) -> label >= 0).count();
			if (most > size * kinds || grouped < MIN_SHARE_GROUPED * seen) {
				return null;
			}
			return IntStream.range(0, this.nodes)
				.map((node) -> (labels[node] < 0) ? nearest(node, labels) : labels[node])
				.toArray();
		}

		private boolean isSeen(int node) {
			return IntStream.range(0, this.nodes)
				.anyMatch((other) -> this.together[node][other] > 0 || this.together[other][node] > 0);
		}

		/** The label that a node without one was seen with most often. */
		private int nearest(int node, int[] labels) {
			int[] counts = new int[this.nodes];
			for (int other = 0; other < this.nodes; other++) {
				if (labels[other] >= 0) {
					counts[labels[other]] += this.together[node][other] + this.together[other][node];
				}
			}
			int most = IntStream.range(0, this.nodes)
				.reduce(0, (one, other) -> (counts[other] > counts[one]) ? other : one);
			return (counts[most] > 0) ? most : -1;
		}

		/**
		 * Joins those of two groups that are seen together more often than chance has it.
		 */
		private void join(int one, int other, int leastSeen, int[] parent) {
			double[] counts = new double[this.symbols];
			double[] otherCounts = new double[this.symbols];
			double all = 0;
			for (int x = 0; x < this.symbols; x++) {
				for (int y = 0; y < this.symbols; y++) {
					int seen = this.together[one + x][other + y];
					counts[x] += seen;
					otherCounts[y] += seen;
					all += seen;
				}
			}
			for (int x = 0; x < this.symbols; x++) {
				for (int y = 0; y < this.symbols; y++) {
					int seen = this.together[one + x][other + y];
					if (seen >= leastSeen && seen >= MIN_FACTOR * counts[x] * otherCounts[y] / all) {
						parent[root(one + x, parent)] = root(other + y, parent);
					}
				}
			}
		}

		private static int root(int node, int[] parent) {
			int root = node;
			while (parent[root] != root) {
				root = parent[root];
			}
			return root;
		}

	}

	/**
	 * A plaintext symbol is the one whose coordinates are those of ciphertext symbols.
	 *
	 * @param values the value of each symbol's coordinate: (ciphertext groups, symbols)
	 * @param squares the symbol at each place of each kind's square: (kinds, values to
	 * the power of coordinates)
	 * @param used ciphertext symbols that have all coordinates
	 */
	private record Coordinates(Layout layout, int[][] values, int[][] squares, int side,
			int[] used) implements Structure {

		static Structure of(Layout layout, int[] labels, int symbols, int[] used, int plaintextSymbols) {
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

}
