package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Reverse;
import dev.decipher.cipher.transposition.Route;

/**
 * A transposition that has no keyword.
 *
 * @param cipher the transposition
 * @param places the place in the ciphertext of each symbol of the text before: (length)
 * @param repeats how much more pairs and triples of symbols are repeated in that text
 * than in one of chance, in standard deviations
 */
record SimpleTransposition(Cipher cipher, int[] places, double repeats) {

	/** How many are kept. */
	private static final int KEPT = 256;

	private static final int MOST_RAILS = 20;

	private static final int MOST_COLUMNS = 60;

	/** Most parts of a text that are transposed one after the other. */
	private static final int MOST_BLOCKS = 8;

	/** Steps down, and to either side. */
	private static final int MOST_DOWN = 3;

	private static final int MOST_RIGHT = 5;

	private static final String[] WAYS = { "rows", "alternating-rows", "columns", "alternating-columns",
			"diagonals-down", "diagonals-up", "alternating-diagonals-down", "alternating-diagonals-up",
			"spiral-clockwise", "spiral-counterclockwise", "outward-spiral-clockwise",
			"outward-spiral-counterclockwise" };

	private static final String[] CORNERS = { "top-left", "top-right", "bottom-left", "bottom-right" };

	/** What it takes to name one, in nats. */
	double nats() {
		return this.cipher.keyNats(Alphabet.LATIN26);
	}

	/** The text before the transposition. */
	int[] undo(int[] symbols) {
		return IntStream.of(this.places).map((place) -> symbols[place]).toArray();
	}

	/**
	 * Those with the most repetitions, each order of symbols once.
	 * @param isOver whether to stop
	 */
	static List<SimpleTransposition> likeliest(int[] symbols, BooleanSupplier isOver) {
		int[] numbers = IntStream.range(0, symbols.length).toArray();
		Repeats repeats = new Repeats(symbols);
		Comparator<SimpleTransposition> order = Comparator.comparingDouble(SimpleTransposition::repeats);
		PriorityQueue<SimpleTransposition> best = new PriorityQueue<>(order);
		Set<Integer> orders = new HashSet<>(Set.of(Arrays.hashCode(numbers)));
		all(symbols.length, (cipher) -> {
			if (isOver.getAsBoolean()) {
				return;
			}
			int[] places = cipher.over(Alphabet.LATIN26).decrypt(numbers);
			if (orders.add(Arrays.hashCode(places))) {
				best.add(new SimpleTransposition(cipher, places, repeats.of(places)));
				if (best.size() > KEPT) {
					best.remove();
				}
			}
		});
		return best.stream().sorted(order.reversed()).toList();
	}

	private static void all(int length, Consumer<Cipher> taker) {
		taker.accept(new Reverse(null));
		for (int rails = 2; rails <= Math.min(MOST_RAILS, length / 2); rails++) {
			taker.accept(new RailFence(rails, null, null));
		}
		for (int columns = 2; columns <= Math.min(MOST_COLUMNS, length / 2); columns++) {
			ways(length, columns, taker);
			int most = length / columns;
			for (int rows = Math.max(2, most / MOST_BLOCKS); rows <= most; rows++) {
				steps(rows, columns, length, taker);
			}
		}
	}

	private static void ways(int length, int columns, Consumer<Cipher> taker) {
		boolean whole = length % columns == 0;
		for (String write : whole ? WAYS : new String[] { "rows" }) {
			for (String read : WAYS) {
				for (String corner : CORNERS) {
					taker.accept(new Route(columns, null, write, null, read, corner, null, null, null, null));
				}
			}
		}
	}

	private static void steps(int rows, int columns, int length, Consumer<Cipher> taker) {
		Integer block = (rows * columns < length) ? rows * columns : null;
		for (int down = 0; down <= Math.min(MOST_DOWN, rows - 1); down++) {
			for (int right = -MOST_RIGHT; right <= MOST_RIGHT; right++) {
				if (Math.abs(right) < columns && (down > 0 || right > 1 || right < -1)) {
					int side = Math.floorMod(right, columns);
					taker.accept(new Route(columns, null, "steps", null, "rows", null, down, side, block,
							(block != null) ? "kept" : null));
				}
			}
		}
	}

	/** Counts repetitions in the symbols of a ciphertext in other orders. */
	private static final class Repeats {

		/** The greatest table of triples. */
		private static final int MOST_TRIPLES = 1 << 22;

		private final int[] symbols;

		private final int size;

		private final short[] pairs;

		private final short[] triples;

		/** How many equal pairs and triples there are by chance. */
		private final double expectedPairs;

		private final double expectedTriples;

		Repeats(int[] symbols) {
			int[] distinct = IntStream.of(symbols).distinct().toArray();
			int[] numbers = new int[IntStream.of(distinct).max().orElse(0) + 1];
			Arrays.setAll(numbers, (symbol) -> 0);
			for (int i = 0; i < distinct.length; i++) {
				numbers[distinct[i]] = i;
			}
			this.symbols = IntStream.of(symbols).map((symbol) -> numbers[symbol]).toArray();
			this.size = distinct.length;
			this.pairs = new short[this.size * this.size];
			this.triples = new short[(int) Math.min(MOST_TRIPLES, (long) this.pairs.length * this.size)];
			int[] counts = new int[this.size];
			IntStream.of(this.symbols).forEach((symbol) -> counts[symbol]++);
			double n = symbols.length;
			double same = IntStream.of(counts).mapToDouble((count) -> count * (count - 1.0)).sum() / (n * (n - 1));
			this.expectedPairs = n * n / 2 * same * same;
			this.expectedTriples = n * n / 2 * same * same * same;
		}

		double of(int[] places) {
			int equalPairs = 0;
			int equalTriples = 0;
			int before = 0;
			int last = this.symbols[places[0]];
			for (int i = 1; i < places.length; i++) {
				int symbol = this.symbols[places[i]];
				int pair = last * this.size + symbol;
				equalPairs += this.pairs[pair]++;
				if (i > 1) {
					equalTriples += this.triples[triple(before, pair)]++;
				}
				before = last;
				last = symbol;
			}
			clear(places);
			return (equalPairs - this.expectedPairs) / Math.sqrt(this.expectedPairs + 1)
					+ (equalTriples - this.expectedTriples) / Math.sqrt(this.expectedTriples + 1);
		}

		private void clear(int[] places) {
			for (int i = 1; i < places.length; i++) {
				int pair = this.symbols[places[i - 1]] * this.size + this.symbols[places[i]];
				this.pairs[pair] = 0;
				if (i > 1) {
					this.triples[triple(this.symbols[places[i - 2]], pair)] = 0;
				}
			}
		}

		private int triple(int first, int pair) {
			return (int) (((long) first * this.pairs.length + pair) % this.triples.length);
		}

	}

}
