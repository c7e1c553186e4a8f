package dev.decipher.cipher;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How each symbol of a plaintext follows from those of one ciphertext, whatever the key:
 * the places of up to three ciphertext symbols in the key's squares make a place, and the
 * symbol that stands there, in one of the squares, is the plaintext's. A search that
 * exchanges two symbols of a square so knows which symbols of the plaintext may change.
 * <p>
 * A symbol in a square is named by its <em>entry</em>, square · size + symbol. To be
 * filled by one thread, and then safe for use by many.
 */
public final class PlaceLookups {

	private final int size;

	private final int squares;

	private final boolean hasThirds;

	/** Entries, for each plaintext symbol: (length). */
	private final int[] first;

	private final int[] second;

	private final int[] third;

	/** Where a plaintext symbol's tables begin: (length). */
	private final int[] pairTable;

	private final int[] thirdTable;

	/** Where the square begins that a plaintext symbol stands in: (length). */
	private final int[] target;

	/** A place for each two places, of all functions: (functions · size²). */
	private byte[] pairs = {};

	/** What a third place adds, of all functions: (functions · size). */
	private byte[] thirds = {};

	private final Map<Object, Integer> tables = new IdentityHashMap<>();

	/**
	 * Look-ups that are yet to be set for each position.
	 * @param size how many symbols a square has, at most 128
	 * @param squares how many squares the key has
	 * @param length of the plaintext
	 * @param hasThirds whether places follow from three symbols
	 */
	public PlaceLookups(int size, int squares, int length, boolean hasThirds) {
		this.size = size;
		this.squares = squares;
		this.hasThirds = hasThirds;
		this.first = new int[length];
		this.second = new int[length];
		this.third = new int[length];
		this.pairTable = new int[length];
		this.thirdTable = new int[length];
		this.target = new int[length];
	}

	/** The entry of a symbol in one of the key's squares. */
	public int entry(int square, int symbol) {
		return square * this.size + symbol;
	}

	/**
	 * Sets how a plaintext symbol follows from two ciphertext symbols.
	 * @param first the entry of one
	 * @param second the entry of the other, or the same
	 * @param place the plaintext symbol's place by theirs; its table is made once
	 * @param target the square that it stands in there, or {@link #squares()} for the
	 * alphabet in its order
	 */
	public void set(int position, int first, int second, IntBinaryOperator place, int target) {
		this.first[position] = first;
		this.second[position] = second;
		this.third[position] = first;
		this.target[position] = target * this.size;
		this.pairTable[position] = this.tables.computeIfAbsent(place, (key) -> {
			int start = this.pairs.length;
			this.pairs = Arrays.copyOf(this.pairs, start + this.size * this.size);
			for (int pair = 0; pair < this.size * this.size; pair++) {
				this.pairs[start + pair] = (byte) place.applyAsInt(pair / this.size, pair % this.size);
			}
			return start;
		});
	}

	/**
	 * Adds to a place what follows from a third ciphertext symbol.
	 * @param third its entry
	 * @param more what to add to the plaintext symbol's place, by its own
	 */
	public void add(int position, int third, IntUnaryOperator more) {
		this.third[position] = third;
		this.thirdTable[position] = this.tables.computeIfAbsent(more, (key) -> {
			int start = this.thirds.length;
			this.thirds = Arrays.copyOf(this.thirds, start + this.size);
			for (int place = 0; place < this.size; place++) {
				this.thirds[start + place] = (byte) more.applyAsInt(place);
			}
			return start;
		});
	}

	/** How many symbols a square has. */
	public int size() {
		return this.size;
	}

	/** How many squares the key has. */
	public int squares() {
		return this.squares;
	}

	/** The plaintext's length. */
	public int length() {
		return this.first.length;
	}

	/** The entries that a plaintext symbol follows from, each once. */
	public int[] entries(int position) {
		return IntStream.of(this.first[position], this.second[position], this.third[position]).distinct().toArray();
	}

	/**
	 * Whether there is one square, and the plaintext consists of pairs of neighbours that
	 * all follow from the places of a pair in the same way, and from nothing else.
	 */
	public boolean areOfPairs() {
		return this.squares == 1 && !this.hasThirds && length() > 0 && length() % 2 == 0
				&& IntStream.range(0, length()).allMatch((position) -> {
					int begin = position / 2 * 2;
					return this.target[position] == 0 && this.first[position] == this.first[begin]
							&& this.second[position] == this.second[begin]
							&& this.pairTable[position] == this.pairTable[position - begin];
				});
	}

	/** The entry of the first symbol that a plaintext symbol follows from. */
	public int first(int position) {
		return this.first[position];
	}

	/** The entry of the second one, which may be the same. */
	public int second(int position) {
		return this.second[position];
	}

	/**
	 * The place where a plaintext symbol stands that follows from two.
	 * @param firstPlace the place of the first of them
	 * @param secondPlace the place of the second
	 */
	public int place(int position, int firstPlace, int secondPlace) {
		return this.pairs[this.pairTable[position] + firstPlace * this.size + secondPlace];
	}

	/** Where the square begins that a plaintext symbol stands in, among symbols. */
	public int target(int position) {
		return this.target[position];
	}

	/**
	 * A plaintext symbol with a key.
	 * @param places the place of each entry: (squares · size)
	 * @param symbols the symbols of the squares, and behind them the alphabet, by their
	 * places: ((squares + 1) · size)
	 */
	public int symbol(int position, int[] places, int[] symbols) {
		int place = this.pairs[this.pairTable[position] + places[this.first[position]] * this.size
				+ places[this.second[position]]];
		if (this.hasThirds) {
			place += this.thirds[this.thirdTable[position] + places[this.third[position]]];
		}
		return symbols[this.target[position] + place];
	}

}
