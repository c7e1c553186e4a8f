package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Ciphertext;
import org.jspecify.annotations.Nullable;

/**
 * The letter that each symbol of a ciphertext stands for, while a search changes it, and
 * what the plaintext costs by n-grams. What a change costs is worked out from the n-grams
 * that it touches alone, and nothing is allocated for it.
 * <p>
 * The n-grams of the text are <em>windows</em>, each the index of its cost in the table.
 * A symbol adds its letter times a <em>weight</em> to the index of a window, the sum of
 * the place values Vʲ of where it stands in there. So a change of some symbols' letters
 * adds a multiple of weights that only depend on the ciphertext; each change has a list
 * of its windows and their weights. Not thread-safe.
 */
final class KeySearch {

	private final int letters;

	private final int[] text;

	private final NGrams grams;

	private final byte[] costs;

	/** The letter of each symbol: (symbols). */
	private final int[] key;

	/** The index of each window's n-gram and its cost, in turns: (2·windows). */
	private final int[] windows;

	/** Where each change's list begins: (changes + 1). */
	private final int[] starts;

	/** A window's place in {@link #windows} and its weight, in turns. */
	private final int[] lists;

	private final int symbols;

	private final int occurring;

	private int cost;

	/**
	 * Prepares for a ciphertext.
	 * @param text symbols (length), from 0; read-only
	 * @param symbols how many symbols there are
	 * @param letters how many letters they may stand for
	 * @param wordStarts whether a word begins at each position (length), or null to leave
	 * words alone
	 * @param grams n-grams of letters, or with {@code wordStarts} those of letters and
	 * the space behind them
	 * @param beginning whether the costs of the text's beginning count
	 * @param exchanges whether letters are exchanged too, which takes some memory
	 */
	KeySearch(int[] text, int symbols, int letters, boolean @Nullable [] wordStarts, NGrams grams, boolean beginning,
			boolean exchanges) {
		this.text = text;
		this.symbols = symbols;
		this.occurring = IntStream.of(text).max().orElse(-1) + 1;
		this.letters = letters;
		this.grams = grams;
		this.costs = beginning ? grams.costsWithBeginnings() : grams.costs();
		int first = beginning ? 0 : 1;
		this.key = new int[symbols];
		int[] spaced = (wordStarts != null) ? Ciphertext.spaced(text, wordStarts, -1, true) : text;
		int order = grams.order();
		int base = grams.symbols();
		int opening = order - 1;
		int count = (spaced.length < opening) ? 0 : spaced.length - opening + 1;
		this.windows = new int[2 * count];
		// the weights of the symbols in each window, order of them at most
		int[][] symbolsOf = new int[count][order];
		int[][] weightsOf = new int[count][order];
		int[] kinds = new int[count];
		for (int window = first; window < count; window++) {
			// the first is the text's beginning, whose costs lie behind those of n-grams
			int from = Math.max(0, window - 1);
			int to = window + opening;
			int index = (window == 0) ? power(base, order) : 0;
			int place = 1;
			for (int i = to - 1; i >= from; i--, place *= base) {
				if (spaced[i] < 0) {
					index += letters * place;
					continue;
				}
				int kind = 0;
				while (kind < kinds[window] && symbolsOf[window][kind] != spaced[i]) {
					kind++;
				}
				if (kind == kinds[window]) {
					symbolsOf[window][kinds[window]++] = spaced[i];
				}
				weightsOf[window][kind] += place;
			}
			this.windows[2 * window] = index;
			this.cost += this.windows[2 * window + 1] = this.costs[index] & 0xff;
		}
		int changes = symbols + (exchanges ? symbols * (symbols - 1) / 2 : 0);
		int others = exchanges ? symbols : 0;
		this.starts = new int[changes + 1];
		for (int window = first; window < count; window++) {
			for (int i = 0; i < kinds[window]; i++) {
				this.starts[symbolsOf[window][i] + 1]++;
				for (int other = 0; other < others; other++) {
					int j = indexOf(symbolsOf[window], kinds[window], other);
					if (j < 0 || j > i) {
						this.starts[exchange(symbolsOf[window][i], other) + 1]++;
					}
				}
			}
		}
		for (int change = 0; change < changes; change++) {
			this.starts[change + 1] += this.starts[change];
		}
		this.lists = new int[2 * this.starts[changes]];
		int[] next = Arrays.copyOf(this.starts, changes);
		for (int window = first; window < count; window++) {
			for (int i = 0; i < kinds[window]; i++) {
				int symbol = symbolsOf[window][i];
				int weight = weightsOf[window][i];
				add(next[symbol]++, window, weight);
				for (int other = 0; other < others; other++) {
					int j = indexOf(symbolsOf[window], kinds[window], other);
					if (j < 0 || j > i) {
						int difference = weight - ((j >= 0) ? weightsOf[window][j] : 0);
						add(next[exchange(symbol, other)]++, window, (symbol < other) ? difference : -difference);
					}
				}
			}
		}
	}

	private void add(int entry, int window, int weight) {
		this.lists[2 * entry] = 2 * window;
		this.lists[2 * entry + 1] = weight;
	}

	private static int indexOf(int[] values, int count, int value) {
		for (int i = 0; i < count; i++) {
			if (values[i] == value) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * The change that exchanges the letters of two symbols. The first changes are those
	 * that give one symbol another letter.
	 */
	private int exchange(int symbol, int other) {
		int less = Math.min(symbol, other);
		int greater = Math.max(symbol, other);
		return this.symbols + greater * (greater - 1) / 2 + less;
	}

	/** The length of the ciphertext. */
	int length() {
		return this.text.length;
	}

	/** Whether a plaintext with this cost reads like the language. */
	boolean isLanguage(int cost) {
		return this.grams.isPlausible(cost, this.windows.length / 2);
	}

	/** The letter that a symbol stands for now. */
	int letter(int symbol) {
		return this.key[symbol];
	}

	/** What the plaintext costs now, in nats / {@link NGrams#UNITS}. */
	int cost() {
		return this.cost;
	}

	/**
	 * The letters of those symbols that occur, if symbols are numbered in the order in
	 * which the ciphertext has them.
	 * @return a new array (symbols that occur)
	 */
	int[] occurring() {
		return Arrays.copyOf(this.key, this.occurring);
	}

	/** Takes another key: the letters of all symbols. */
	void key(int[] letters) {
		for (int symbol = 0; symbol < this.symbols; symbol++) {
			change(symbol, letters[symbol] - this.key[symbol]);
			this.key[symbol] = letters[symbol];
		}
	}

	/**
	 * What it would cost to exchange the letters of two symbols.
	 * @return the difference to {@link #cost()}
	 */
	int costOfExchange(int symbol, int other) {
		int step = (symbol < other) ? this.key[other] - this.key[symbol] : this.key[symbol] - this.key[other];
		return costOf(exchange(symbol, other), step);
	}

	void makeExchange(int symbol, int other) {
		int step = (symbol < other) ? this.key[other] - this.key[symbol] : this.key[symbol] - this.key[other];
		change(exchange(symbol, other), step);
		int letter = this.key[symbol];
		this.key[symbol] = this.key[other];
		this.key[other] = letter;
	}

	/**
	 * What it would cost if one symbol stood for another letter.
	 * @return the difference to {@link #cost()}
	 */
	int costOfReplacement(int symbol, int letter) {
		return costOf(symbol, letter - this.key[symbol]);
	}

	void makeReplacement(int symbol, int letter) {
		change(symbol, letter - this.key[symbol]);
		this.key[symbol] = letter;
	}

	private int costOf(int change, int step) {
		byte[] costs = this.costs;
		int[] windows = this.windows;
		int[] lists = this.lists;
		int end = 2 * this.starts[change + 1];
		int sum = 0;
		for (int i = 2 * this.starts[change]; i < end; i += 2) {
			int window = lists[i];
			sum += (costs[windows[window] + step * lists[i + 1]] & 0xff) - windows[window + 1];
		}
		return sum;
	}

	private void change(int change, int step) {
		int end = 2 * this.starts[change + 1];
		for (int i = 2 * this.starts[change]; i < end; i += 2) {
			int window = this.lists[i];
			int index = this.windows[window] + step * this.lists[i + 1];
			int cost = this.costs[index] & 0xff;
			this.cost += cost - this.windows[window + 1];
			this.windows[window] = index;
			this.windows[window + 1] = cost;
		}
	}

	private static int power(int base, int exponent) {
		int power = 1;
		for (int i = 0; i < exponent; i++) {
			power *= base;
		}
		return power;
	}

}
