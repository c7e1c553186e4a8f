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
 * texts freeze between the first and the last temperature; every other time it likes a
 * letter's homophones to take turns, see {@link Turns}. Then the language's LSTM judges
 * the best keys and those a letter away.
 */
final class HomophonicTask extends LetterKeyTask {

	/** Letters of a long text that annealing looks at. */
	private static final int ANNEALED = 1000;

	/** Share of the time for n-grams where the LSTM comes after them. */
	private static final double ANNEALING_SHARE = 0.8;

	private static final int OPTIMA = 50;

	/** Steps of the longest annealing, for each symbol. */
	private static final double MOST_STEPS = 400_000;

	/**
	 * What a nat of the choice among homophones counts beside joint n-grams, in their
	 * units.
	 */
	private static final double CHOICE = 4 * NGrams.UNITS;

	/** What a nat of homophones that take turns counts beside joint n-grams. */
	private static final double TURN = 100;

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
		run(judging, HomophonicSchedule.WHOLE, this.hints.start());
	}

	/**
	 * Looks for the key.
	 * @param judging whether the LSTM has a say
	 * @param supposed a key to go on from at first: the letter of each symbol
	 */
	void run(boolean judging, HomophonicSchedule schedule, int @Nullable [] supposed) {
		BestList<ScoredKey> optima = ScoredKey.best(OPTIMA);
		double end = annealingEnd(judging, ANNEALING_SHARE);
		double steps = schedule.steps();
		int[] start = supposed;
		int[] proposals = schedule.turns() ? HomophonicSchedule.proposals(this.search.language().letters().shares())
				: null;
		Turns turns = schedule.turns()
				? new Turns(Arrays.copyOf(this.text, this.keys.length()), this.symbols.length, this.letters, TURN)
				: null;
		boolean inTurns = false;
		do {
			int[] known = this.hints.known();
			this.open = IntStream.range(0, this.symbols.length).filter((symbol) -> known[symbol] < 0).toArray();
			key(this.smooth, merged(known, (start != null) ? start : known));
			inTurns = start == null && !inTurns;
			anneal(this.smooth, this.smoothChoices, inTurns ? turns : null, proposals, (int) (steps * this.open.length),
					(start != null) ? schedule.warm() : schedule.hot(), schedule.cold());
			start = null;
			key(this.keys, IntStream.range(0, this.symbols.length).map(this.smooth::letter).toArray());
			anneal(this.keys, this.choices, null, proposals, (int) (schedule.last() * steps * this.open.length),
					schedule.lastHot(), schedule.lastCold());
			climb();
			this.hints.found(cost());
			optima.add(new ScoredKey(cost(), this.keys.occurring()));
			steps = Math.min(MOST_STEPS, schedule.longer() * steps);
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

	/**
	 * Changes letters at random.
	 * @param turns what homophones that take turns are worth as well, if anything
	 * @param proposals letters to choose from; all alike if null
	 */
	private void anneal(KeySearch keys, int[] choices, @Nullable Turns turns, int @Nullable [] proposals, int steps,
			float hot, float cold) {
		if (turns != null) {
			turns.key(IntStream.range(0, this.symbols.length).map(keys::letter).toArray());
		}
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
			int letter = (proposals != null) ? proposals[(int) (random >>> 12) & HomophonicSchedule.PROPOSALS - 1]
					: MetropolisRule.below(this.letters, random);
			int now = keys.letter(symbol);
			if (letter == now || !this.hints.admits(symbol, letter)) {
				continue;
			}
			float cost = costOf(keys, choices, symbol, letter);
			if (turns != null) {
				cost += turns.costOf(symbol, now, letter);
			}
			if (cost <= MetropolisRule.limit(temperature, random)) {
				make(keys, symbol, letter);
				if (turns != null) {
					turns.move(symbol, now, letter);
				}
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
