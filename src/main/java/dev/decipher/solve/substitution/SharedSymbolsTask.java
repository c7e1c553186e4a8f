package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for a key with which several letters become the same symbol. A key
 * is as good as the likeliest text is that it can stand for: annealing looks for it with
 * trigrams, and the language's own n-grams choose the letters in the end. That text is
 * the plaintext of what is offered, though its cipher alone would decipher the symbols to
 * the first of their letters. A crib gives its letters their symbols, at each place in
 * turn where it may stand.
 */
final class SharedSymbolsTask {

	private static final int FIRST_STEPS = 20_000;

	private static final double LONGER = 1.3;

	private static final int MOST_STEPS = 600_000;

	/** How often the best key must be found before it is taken for the best of all. */
	private static final int FOUND = 3;

	/** By so much two finds of one key may differ, in nats. */
	private static final double SAME = 0.5;

	/** Letters that become one symbol where all have as many. */
	private static final int ROWS = 3;

	/** States of a text that are kept, while a key is bettered and in the end. */
	private static final int NARROW = 60;

	private static final int WIDE = 500;

	/** States of all places of a long text. */
	private static final int MOST_STATES = 3_000_000;

	/** By so much trigrams may prefer a key to one of its neighbours, in nats. */
	private static final double MARGIN = 8;

	/** So many places of a crib are tried to the end. */
	private static final int LEAST_PLACES = 4;

	private final Search search;

	private final SplittableRandom random;

	private final int[] text;

	private final int blank;

	private final int[] symbols;

	private final boolean even;

	private final Function<int[], Cipher> cipher;

	/** How many letters the language has; the blank is the one behind them. */
	private final int letters;

	private final NGrams grams;

	private final SharedSymbols keys;

	private List<Known> known;

	private int turn;

	private double steps = FIRST_STEPS;

	private double least = Double.POSITIVE_INFINITY;

	private int found;

	private @Nullable Candidate best;

	/** What cribs say of a key and a text when they stand at one of their places. */
	private static final class Known {

		/** The symbol of each letter, −1 if that isn't known: (letters). */
		private final int[] symbols;

		/** Places of the text, and the letter at each: (known). */
		private final int[] places;

		private final int[] letters;

		/** What the best key that has been found costs. */
		private double cost = Double.POSITIVE_INFINITY;

		Known(int[] symbols, int[] places, int[] letters) {
			this.symbols = symbols;
			this.places = places;
			this.letters = letters;
		}

	}

	/**
	 * A search that has not begun.
	 * @param text the ciphertext, with the symbol for the blank wherever one stands
	 * @param blank that symbol, −1 if the text doesn't show its words
	 * @param symbols those that letters may become
	 * @param even whether as many letters become each of them as another, but for one or
	 * two
	 * @param cipher the cipher with a key: the symbol of each letter, −1 for one that
	 * doesn't occur unless there are as many of each
	 */
	SharedSymbolsTask(Search search, SplittableRandom random, int[] text, int blank, int[] symbols, boolean even,
			Function<int[], Cipher> cipher) {
		this.search = search;
		this.random = random;
		this.text = text;
		this.blank = blank;
		this.symbols = symbols;
		this.even = even;
		this.cipher = cipher;
		Language language = search.language();
		this.letters = language.alphabet().size();
		this.grams = (blank >= 0) ? language.words() : language.letters();
		int size = Math.max(IntStream.of(text).max().orElse(0), IntStream.of(symbols).max().orElse(0)) + 1;
		this.keys = new SharedSymbols(text, size, this.grams);
		this.known = known();
	}

	void run() {
		run(List.of(this), this.search);
	}

	/** Searches with several in turn until one is sure, the better half more often. */
	static void run(List<SharedSymbolsTask> tasks, Search search) {
		List<SharedSymbolsTask> left = new ArrayList<>(tasks);
		while (!left.isEmpty() && !search.isOver()) {
			for (SharedSymbolsTask task : left) {
				if (task.text.length > task.grams.order() && task.attempt()) {
					search.settle();
				}
				if (search.isOver()) {
					return;
				}
			}
			left.removeIf((task) -> task.text.length <= task.grams.order());
			left.sort(Comparator.comparingDouble((task) -> task.least));
			left.subList(Math.max(1, (left.size() + 1) / 2), left.size()).clear();
		}
	}

	/**
	 * Anneals once.
	 * @return whether the best key is sure
	 */
	private boolean attempt() {
		Known now = this.known.get(this.turn++);
		int[] key = start(now);
		int[] open = IntStream.range(0, key.length)
			.filter((letter) -> letter >= this.letters ? letter > this.letters || this.blank < 0
					: now.symbols[letter] < 0)
			.toArray();
		double cost = this.keys.anneal(key, open, this.even ? new int[0] : this.symbols, (int) this.steps, this.search,
				this.random);
		now.cost = Math.min(now.cost, cost);
		if (this.turn == this.known.size()) {
			this.turn = 0;
			this.steps = Math.min(MOST_STEPS, LONGER * this.steps);
			this.known.sort(Comparator.comparingDouble((known) -> known.cost));
			int kept = Math.max(Math.min(LEAST_PLACES, this.known.size()), (this.known.size() + 1) / 2);
			this.known = new ArrayList<>(this.known.subList(0, kept));
		}
		if (!(cost < this.least + SAME)) {
			return false;
		}
		this.found = (cost > this.least - SAME) ? this.found + 1 : 1;
		this.least = Math.min(this.least, cost);
		better(key, open, now);
		Candidate candidate = candidate(key, now);
		if (this.search.offer(candidate) > 0 && (this.best == null || candidate.worth() > this.best.worth())) {
			this.best = candidate;
		}
		return this.best != null && this.found >= FOUND && this.search.isConvincing(this.best);
	}

	/**
	 * A key at random that agrees with what is known.
	 * @return the symbol of each letter and of the blank, if there is one; where groups
	 * are of one size, behind them the places that are left free
	 */
	private int[] start(Known now) {
		int size = this.grams.symbols();
		int[] free = IntStream.range(0, this.symbols.length).map((symbol) -> this.even ? ROWS : 1).toArray();
		int[] key = Arrays.copyOf(now.symbols, size + (this.even ? ROWS * this.symbols.length - this.letters : 0));
		Arrays.fill(key, this.letters, key.length, -1);
		if (this.blank >= 0) {
			key[this.letters] = this.blank;
		}
		List<Integer> places = new ArrayList<>();
		for (int letter = 0; letter < key.length; letter++) {
			if (key[letter] < 0) {
				places.add(letter);
			}
			else if (key[letter] != this.blank) {
				free[Arrays.binarySearch(this.symbols, key[letter])]--;
			}
		}
		for (int symbol = 0; symbol < free.length; symbol++) {
			for (; free[symbol] > 0 && !places.isEmpty(); free[symbol]--) {
				key[places.remove(this.random.nextInt(places.size()))] = this.symbols[symbol];
			}
		}
		places.forEach((letter) -> key[letter] = this.symbols[this.random.nextInt(this.symbols.length)]);
		return key;
	}

	/**
	 * Changes a key as long as that makes the likeliest text likelier by the language's
	 * own n-grams: of the neighbours those are tried that trigrams don't rule out.
	 */
	private void better(int[] key, int[] open, Known now) {
		int cost = read(key, now, NARROW).cost();
		boolean bettered = true;
		while (bettered) {
			bettered = false;
			double most = this.keys.cost(key) + MARGIN;
			for (int i = 0; i < open.length; i++) {
				for (int j = 0; j < (this.even ? i : this.symbols.length); j++) {
					if (this.search.isOver()) {
						return;
					}
					int one = key[open[i]];
					int other = this.even ? key[open[j]] : this.symbols[j];
					if (one == other) {
						continue;
					}
					exchange(key, open, i, j, other, one);
					this.search.tried(1);
					int changed = (this.keys.cost(key) < most) ? read(key, now, NARROW).cost() : Integer.MAX_VALUE;
					if (changed < cost) {
						cost = changed;
						bettered = true;
					}
					else {
						exchange(key, open, i, j, one, other);
					}
				}
			}
		}
	}

	private void exchange(int[] key, int[] open, int i, int j, int symbol, int other) {
		key[open[i]] = symbol;
		if (this.even) {
			key[open[j]] = other;
		}
	}

	private LikeliestText.Chosen read(int[] key, Known now, int most) {
		int[][] choices = this.keys.choices(key);
		for (int i = 0; i < now.places.length; i++) {
			choices[now.places[i]] = new int[] { now.letters[i] };
		}
		return LikeliestText.of(this.grams, choices, most);
	}

	private Candidate candidate(int[] key, Known now) {
		int[] read = read(key, now, Math.max(NARROW, Math.min(WIDE, MOST_STATES / this.text.length))).symbols();
		int[] plaintext = IntStream.of(read).filter((letter) -> letter < this.letters).toArray();
		int[] shown = Arrays.copyOf(key, this.letters);
		if (!this.even) {
			for (int letter = 0; letter < shown.length; letter++) {
				int one = letter;
				shown[letter] = IntStream.of(plaintext).anyMatch((other) -> other == one) ? shown[letter] : -1;
			}
		}
		double text = -(double) this.grams.cost(read) / NGrams.UNITS;
		Cipher cipher = this.cipher.apply(shown);
		Language language = this.search.language();
		Candidate candidate = this.search.candidate(cipher, plaintext,
				(plaintext.length == this.search.ciphertext().length()) ? text / plaintext.length
						: language.letters().score(plaintext));
		// blanks that are symbols themselves are a part of the text
		double blanks = Math.max(0, candidate.score() * plaintext.length - text);
		return new Candidate(cipher, plaintext, candidate.score(), candidate.keyCost() + blanks);
	}

	/** What is known by cribs at each place where the longest may stand. */
	private List<Known> known() {
		int[] none = new int[this.letters];
		Arrays.fill(none, -1);
		int[] places = IntStream.range(0, this.text.length).filter((place) -> this.text[place] != this.blank).toArray();
		Known placed = new Known(none, new int[0], new int[0]);
		Crib longest = null;
		for (Crib crib : this.search.hints().cribs()) {
			if (crib.position() != Crib.ANYWHERE) {
				Known with = with(crib, crib.position(), places, placed);
				placed = (with != null) ? with : placed;
			}
			else if (longest == null || crib.length() > longest.length()) {
				longest = crib;
			}
		}
		List<Known> all = new ArrayList<>();
		for (int place = 0; longest != null && place + longest.length() <= places.length; place++) {
			Known with = with(longest, place, places, placed);
			if (with != null) {
				all.add(with);
			}
		}
		return all.isEmpty() ? new ArrayList<>(List.of(placed)) : all;
	}

	/** What is known if a crib stands at a place; null if it can't. */
	private @Nullable Known with(Crib crib, int place, int[] places, Known before) {
		if (place > places.length - crib.length()) {
			return null;
		}
		int known = before.places.length;
		Known with = new Known(before.symbols.clone(), Arrays.copyOf(before.places, known + crib.length()),
				Arrays.copyOf(before.letters, known + crib.length()));
		int[] counts = new int[IntStream.of(this.symbols).max().orElse(0) + 1];
		IntStream.of(with.symbols).filter((symbol) -> symbol >= 0).forEach((symbol) -> counts[symbol]++);
		for (int i = 0; i < crib.length(); i++) {
			int at = places[place + i];
			int letter = crib.letters()[i];
			if (with.symbols[letter] < 0 && this.even && counts[this.text[at]]++ == ROWS) {
				return null;
			}
			if (with.symbols[letter] >= 0 && with.symbols[letter] != this.text[at]) {
				return null;
			}
			with.symbols[letter] = this.text[at];
			with.places[known + i] = at;
			with.letters[known + i] = letter;
		}
		return with;
	}

}
