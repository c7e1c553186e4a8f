package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for the letters of homophones. It numbers the symbols in the order
 * in which the ciphertext has them. A key is the letter of each.
 * <p>
 * Simulated annealing gives symbols other letters, over and over again from random keys
 * and each time more slowly. A key is as good as the ciphertext is likely with it: that
 * is p(plaintext), by n-grams, times the probability that just these homophones were
 * taken for its letters. If letter l occurs o times and its homophone s occurs c times,
 * the latter is ∏ (c/o)^c over all homophones, whose logarithm is −Σ o·ln o over the
 * letters but for a constant of the ciphertext. Without it n-grams would like a text of
 * few and frequent letters best. Most of the annealing is by joint n-grams, with which
 * texts freeze between the first and the last temperature. Then the language's LSTM
 * judges the best keys and those a letter away.
 */
final class HomophonicTask extends LetterKeyTask {

	/** Letters of a long text that annealing looks at. */
	private static final int ANNEALED = 1000;

	/** Share of the time for n-grams where the LSTM comes after them. */
	private static final double ANNEALING_SHARE = 0.8;

	private static final int OPTIMA = 50;

	/** Steps of the first annealing, for each symbol, and of the longest. */
	private static final double STEPS = 10_000;

	private static final double MOST_STEPS = 400_000;

	/** By this every annealing is longer than the one before, unless told otherwise. */
	static final double LONGER = 1.5;

	/** Temperatures of annealing, in the units in which joint n-grams cost. */
	private static final float HOT = 135;

	private static final float COLD = 80;

	/** The temperature at which a key to go on from is annealed. */
	private static final float WARM = 100;

	/**
	 * The temperatures of annealing by conditional n-grams after that, in nats /
	 * {@link NGrams#UNITS}, and its steps for each of the first.
	 */
	private static final float LAST_HOT = 40;

	private static final float LAST_COLD = 20;

	private static final double LAST = 0.4;

	/**
	 * What a nat of the choice among homophones counts beside joint n-grams, in their
	 * units.
	 */
	private static final double CHOICE = 4 * NGrams.UNITS;

	/** How often a key must have been found before it is taken for the best of all. */
	private static final int FOUND = 2;

	/**
	 * By how much n-grams may prefer another key to one that the LSTM still looks at, in
	 * nats / {@link NGrams#UNITS}.
	 */
	private static final int MARGIN = 10 * NGrams.UNITS;

	/** How many keys the LSTM betters. */
	private static final int STARTS = 2;

	private final Symbols tokens;

	private final int letters;

	/** How often each symbol occurs in what is annealed. */
	private final int[] counts;

	/** What it costs that a letter occurs so often: (length + 1). */
	private final int[] choices;

	/** What that counts while annealing. */
	private final int[] smoothChoices;

	/** How often each letter occurs now. */
	private final int[] occurrences;

	private final KeySearch keys;

	/** The same keys by joint n-grams, for annealing. */
	private final KeySearch smooth;

	/** The symbols whose letters aren't known. */
	private int[] open = new int[0];

	HomophonicTask(Search search, SplittableRandom random) {
		super(search, random, IntStream.of(search.ciphertext().symbols()), false);
		this.tokens = search.ciphertext().alphabet();
		this.letters = this.alphabet.size();
		this.keys = replacements(ANNEALED);
		this.smooth = smoothReplacements(ANNEALED);
		int length = this.keys.length();
		this.counts = new int[this.symbols.length];
		IntStream.of(this.text).limit(length).forEach((symbol) -> this.counts[symbol]++);
		this.occurrences = new int[this.letters];
		this.choices = choices(NGrams.UNITS, length);
		this.smoothChoices = choices(CHOICE, length);
	}

	private static int[] choices(double nat, int length) {
		return IntStream.rangeClosed(0, length)
			.map((count) -> (int) Math.round(nat * count * Math.log(Math.max(1, count))))
			.toArray();
	}

	void run(boolean judging) {
		run(judging, STEPS, LONGER, this.hints.start());
	}

	/**
	 * Looks for the key.
	 * @param judging whether the LSTM has a say
	 * @param shortest steps of the first annealing, for each symbol
	 * @param longer by this every annealing is longer than the one before
	 * @param supposed a key to go on from at first: the letter of each symbol
	 */
	void run(boolean judging, double shortest, double longer, int @Nullable [] supposed) {
		BestList<ScoredKey> optima = ScoredKey.best(OPTIMA);
		double end = annealingEnd(judging, ANNEALING_SHARE);
		double steps = shortest;
		int[] start = supposed;
		do {
			int[] known = this.hints.known();
			this.open = IntStream.range(0, this.symbols.length).filter((symbol) -> known[symbol] < 0).toArray();
			key(this.smooth, merged(known, (start != null) ? start : known));
			anneal(this.smooth, this.smoothChoices, (int) (steps * this.open.length), (start != null) ? WARM : HOT,
					COLD);
			start = null;
			key(this.keys, IntStream.range(0, this.symbols.length).map(this.smooth::letter).toArray());
			anneal(this.keys, this.choices, (int) (LAST * steps * this.open.length), LAST_HOT, LAST_COLD);
			climb();
			this.hints.found(cost());
			optima.add(new ScoredKey(cost(), this.keys.occurring()));
			steps = Math.min(MOST_STEPS, longer * steps);
		}
		while (!this.search.isOver() && this.search.spent() < end && !isSure(optima));
		boolean sure = isSure(optima);
		for (ScoredKey optimum : optima.first(OFFERED)) {
			this.keys.key(whole(optimum.letters()));
			offer(optimum.letters(), score(this.keys.cost(), this.keys));
		}
		if (judging) {
			rerank(optima, MARGIN, STARTS, this::neighbours);
		}
		if (sure) {
			this.search.settle();
		}
	}

	/**
	 * A key with the letters that are known or, failing that, supposed; others at random.
	 */
	private int[] merged(int[] known, int[] supposed) {
		int[] key = new int[this.symbols.length];
		for (int symbol = 0; symbol < key.length; symbol++) {
			key[symbol] = (known[symbol] >= 0) ? known[symbol] : supposed[symbol];
			while (key[symbol] < 0 || (known[symbol] < 0 && !this.hints.admits(symbol, key[symbol]))) {
				key[symbol] = this.random.nextInt(this.letters);
			}
		}
		return key;
	}

	private boolean isSure(BestList<ScoredKey> optima) {
		BestList.Found<ScoredKey> best = optima.best();
		if (best.times() < FOUND) {
			return false;
		}
		this.keys.key(whole(best.item().letters()));
		return this.keys.isLanguage(this.keys.cost());
	}

	private int cost() {
		return this.keys.cost() + IntStream.of(this.occurrences).map((count) -> this.choices[count]).sum();
	}

	private void key(KeySearch keys, int[] key) {
		keys.key(key);
		Arrays.fill(this.occurrences, 0);
		for (int symbol = 0; symbol < key.length; symbol++) {
			this.occurrences[key[symbol]] += this.counts[symbol];
		}
	}

	/** What it would cost, both ways, if a symbol stood for another letter. */
	private int costOf(KeySearch keys, int[] choices, int symbol, int letter) {
		int now = keys.letter(symbol);
		if (now == letter) {
			return 0;
		}
		int count = this.counts[symbol];
		int with = this.occurrences[letter];
		int withNow = this.occurrences[now];
		return keys.costOfReplacement(symbol, letter) + choices[with + count] - choices[with] + choices[withNow - count]
				- choices[withNow];
	}

	private void make(KeySearch keys, int symbol, int letter) {
		this.occurrences[keys.letter(symbol)] -= this.counts[symbol];
		this.occurrences[letter] += this.counts[symbol];
		keys.makeReplacement(symbol, letter);
	}

	private void anneal(KeySearch keys, int[] choices, int steps, float hot, float cold) {
		float temperature = hot;
		float factor = (float) Math.pow(cold / hot, (double) STRIDE / Math.max(STRIDE, steps));
		for (int step = 0; step < steps; step++) {
			if (step % STRIDE == 0) {
				temperature *= factor;
				if (this.search.isOver()) {
					return;
				}
				this.search.tried(STRIDE);
			}
			long random = this.random.nextLong();
			int symbol = this.open[MetropolisRule.below(this.open.length, random >>> 32)];
			int letter = MetropolisRule.below(this.letters, random);
			if (this.hints.admits(symbol, letter)
					&& costOf(keys, choices, symbol, letter) <= MetropolisRule.limit(temperature, random)) {
				make(keys, symbol, letter);
			}
		}
	}

	/** Gives symbols other letters until no other is for the better. */
	private void climb() {
		boolean bettered = true;
		while (bettered) {
			bettered = false;
			this.search.tried(this.open.length * this.letters);
			for (int symbol : this.open) {
				for (int letter = 0; letter < this.letters; letter++) {
					if (this.hints.admits(symbol, letter) && costOf(this.keys, this.choices, symbol, letter) < 0) {
						make(this.keys, symbol, letter);
						bettered = true;
					}
				}
			}
		}
	}

	/** The keys a letter away that are likeliest by n-grams. */
	private List<int[]> neighbours(int[] ranked) {
		int[] key = whole(ranked);
		BestList<ScoredKey> neighbours = ScoredKey.best(NEIGHBOURS);
		key(this.keys, key);
		this.search.tried(key.length * this.letters);
		for (int symbol = 0; symbol < key.length; symbol++) {
			for (int letter = 0; letter < this.letters; letter++) {
				if (letter != key[symbol] && this.hints.admits(symbol, letter)) {
					int[] neighbour = key.clone();
					neighbour[symbol] = letter;
					neighbours.add(new ScoredKey(costOf(this.keys, this.choices, symbol, letter), neighbour));
				}
			}
		}
		return neighbours.first(NEIGHBOURS).stream().map(ScoredKey::letters).toList();
	}

	/** A key with any letter for symbols behind those that are annealed. */
	@Override
	int[] whole(int[] key) {
		return Arrays.copyOf(key, this.symbols.length);
	}

	/** The letter of each symbol in a reading of the whole text. */
	int[] key(int[] plaintext) {
		int[] key = new int[this.symbols.length];
		for (int i = 0; i < plaintext.length; i++) {
			key[this.text[i]] = plaintext[i];
		}
		return key;
	}

	/** The cipher with this key, without the letters that don't occur. */
	@Override
	List<Cipher> ciphers(int[] key) {
		Map<String, List<String>> table = new LinkedHashMap<>();
		for (int letter = 0; letter < this.letters; letter++) {
			int of = letter;
			List<String> tokens = IntStream.range(0, key.length)
				.filter((symbol) -> key[symbol] == of)
				.mapToObj((symbol) -> this.tokens.symbol(this.symbols[symbol]))
				.toList();
			if (!tokens.isEmpty()) {
				table.put(this.alphabet.symbol(letter), tokens);
			}
		}
		return List.of(new Homophonic(new Homophones.Given(table)));
	}

}
