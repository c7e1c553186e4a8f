package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Homophonic substitution. Simulated annealing gives symbols other letters by n-grams,
 * over and over again from random keys. Since several symbols may stand for one letter,
 * n-grams alone would like a text of few and frequent letters best: a second cost, how
 * far the letters' frequencies are from the language's, is against it. Then the
 * language's LSTM judges the best keys and those a letter away.
 *
 * @param judging whether the LSTM has a say
 */
public record HomophonicAttack(boolean judging) implements Attack {

	/** More symbols than this leave too little to each. */
	private static final int MOST_SYMBOLS = 256;

	/** Letters of a long text that annealing looks at. */
	private static final int ANNEALED = 1000;

	/** Share of the time for n-grams where the LSTM comes after them. */
	private static final double ANNEALING_SHARE = 0.7;

	private static final int OPTIMA = 50;

	/** Steps of annealing from one random key, for each symbol. */
	private static final int STEPS = 12_000;

	/** Temperatures of annealing, in nats / {@link NGrams#UNITS}. */
	private static final float HOT = 60;

	private static final float COLD = 22;

	/** What a nat of the letters' frequencies counts beside one of n-grams. */
	private static final double FREQUENCIES = 0.5;

	/** How often a key must have been found before it is taken for the best of all. */
	private static final int FOUND = 2;

	/**
	 * By how much n-grams may prefer another key to one that the LSTM still looks at, in
	 * nats / {@link NGrams#UNITS}.
	 */
	private static final int MARGIN = 10 * NGrams.UNITS;

	/** How many keys the LSTM betters. */
	private static final int STARTS = 2;

	public HomophonicAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("homophonic");
	}

	/** Any symbols may be homophones. */
	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		return Readings.symbols(text);
	}

	@Override
	public double power() {
		return 0.6;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (IntStream.of(search.ciphertext().symbols()).distinct().count() <= MOST_SYMBOLS) {
			new Task(search, random).run(this.judging);
		}
	}

	/**
	 * One thread's work on one text. It numbers the symbols in the order in which the
	 * ciphertext has them. A key is the letter of each.
	 */
	private static final class Task extends LetterKeyTask {

		private final Symbols tokens;

		private final int letters;

		/** How often each symbol occurs in what is annealed. */
		private final int[] counts;

		/** What it costs that a letter occurs so often: (letters, length + 1). */
		private final int[][] costs;

		/** How often each letter occurs now. */
		private final int[] occurrences;

		private final KeySearch keys;

		Task(Search search, SplittableRandom random) {
			super(search, random, IntStream.of(search.ciphertext().symbols()));
			this.tokens = search.ciphertext().alphabet();
			this.letters = this.alphabet.size();
			this.keys = keys(ANNEALED);
			int length = this.keys.length();
			this.counts = new int[this.symbols.length];
			IntStream.of(this.text).limit(length).forEach((symbol) -> this.counts[symbol]++);
			this.occurrences = new int[this.letters];
			double[] shares = this.keys.letterShares();
			this.costs = new int[this.letters][length + 1];
			for (int letter = 0; letter < this.letters; letter++) {
				for (int count = 1; count <= length; count++) {
					this.costs[letter][count] = (int) Math
						.round(FREQUENCIES * NGrams.UNITS * count * Math.log(count / (length * shares[letter])));
				}
			}
		}

		void run(boolean judging) {
			BestList<ScoredKey> optima = ScoredKey.best(OPTIMA);
			double end = annealingEnd(judging, ANNEALING_SHARE);
			do {
				key(this.random.ints(this.symbols.length, 0, this.letters).toArray());
				anneal();
				climb();
				optima.add(new ScoredKey(cost(), this.keys.occurring()));
			}
			while (!this.search.isOver() && this.search.spent() < end && !isSure(optima));
			boolean sure = isSure(optima);
			if (!judging || !rerank(optima, MARGIN, STARTS, this::neighbours)) {
				for (ScoredKey optimum : optima.first(OFFERED)) {
					this.keys.key(whole(optimum.letters()));
					offer(optimum.letters(), score(this.keys.cost(), this.keys));
				}
			}
			if (sure) {
				this.search.settle();
			}
		}

		private boolean isSure(BestList<ScoredKey> optima) {
			BestList.Found<ScoredKey> best = optima.best();
			return best.times() >= FOUND && this.keys.isLanguage(best.item().cost());
		}

		private int cost() {
			return this.keys.cost() + IntStream.range(0, this.letters)
				.map((letter) -> this.costs[letter][this.occurrences[letter]])
				.sum();
		}

		private void key(int[] key) {
			this.keys.key(key);
			Arrays.fill(this.occurrences, 0);
			for (int symbol = 0; symbol < key.length; symbol++) {
				this.occurrences[key[symbol]] += this.counts[symbol];
			}
		}

		/** What it would cost, both ways, if a symbol stood for another letter. */
		private int costOf(int symbol, int letter) {
			int now = this.keys.letter(symbol);
			if (now == letter) {
				return 0;
			}
			int count = this.counts[symbol];
			int[] of = this.costs[letter];
			int[] ofNow = this.costs[now];
			int with = this.occurrences[letter];
			int withNow = this.occurrences[now];
			return this.keys.costOfReplacement(symbol, letter) + of[with + count] - of[with] + ofNow[withNow - count]
					- ofNow[withNow];
		}

		private void make(int symbol, int letter) {
			this.occurrences[this.keys.letter(symbol)] -= this.counts[symbol];
			this.occurrences[letter] += this.counts[symbol];
			this.keys.makeReplacement(symbol, letter);
		}

		private void anneal() {
			float temperature = HOT;
			int steps = STEPS * this.symbols.length;
			float factor = (float) Math.pow(COLD / HOT, (double) STRIDE / steps);
			for (int step = 0; step < steps; step++) {
				if (step % STRIDE == 0) {
					temperature *= factor;
					if (this.search.isOver()) {
						return;
					}
					this.search.tried(STRIDE);
				}
				long random = this.random.nextLong();
				int symbol = MetropolisRule.below(this.symbols.length, random >>> 32);
				int letter = MetropolisRule.below(this.letters, random);
				if (costOf(symbol, letter) <= MetropolisRule.limit(temperature, random)) {
					make(symbol, letter);
				}
			}
		}

		/** Gives symbols other letters until no other is for the better. */
		private void climb() {
			boolean bettered = true;
			while (bettered) {
				bettered = false;
				this.search.tried(this.symbols.length * this.letters);
				for (int symbol = 0; symbol < this.symbols.length; symbol++) {
					for (int letter = 0; letter < this.letters; letter++) {
						if (costOf(symbol, letter) < 0) {
							make(symbol, letter);
							bettered = true;
						}
					}
				}
			}
		}

		/** The keys a letter away that n-grams like best. */
		private List<int[]> neighbours(int[] ranked) {
			int[] key = whole(ranked);
			BestList<ScoredKey> neighbours = ScoredKey.best(NEIGHBOURS);
			key(key);
			this.search.tried(key.length * this.letters);
			for (int symbol = 0; symbol < key.length; symbol++) {
				for (int letter = 0; letter < this.letters; letter++) {
					if (letter != key[symbol]) {
						int[] neighbour = key.clone();
						neighbour[symbol] = letter;
						neighbours.add(new ScoredKey(costOf(symbol, letter), neighbour));
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

		/** The cipher with this key; letters that don't occur get tokens that don't. */
		@Override
		Cipher cipher(int[] key) {
			Set<String> used = new HashSet<>();
			Map<String, List<String>> table = new LinkedHashMap<>();
			for (int letter = 0; letter < this.letters; letter++) {
				int of = letter;
				List<String> tokens = IntStream.range(0, key.length)
					.filter((symbol) -> key[symbol] == of)
					.mapToObj((symbol) -> this.tokens.symbol(this.symbols[symbol]))
					.toList();
				table.put(this.alphabet.symbol(letter), tokens);
				used.addAll(tokens);
			}
			int next = 0;
			for (Map.Entry<String, List<String>> entry : table.entrySet()) {
				while (entry.getValue().isEmpty()) {
					String token = "%02d".formatted(next++);
					if (used.add(token)) {
						entry.setValue(List.of(token));
					}
				}
			}
			return new Homophonic(new Homophones.Given(table));
		}

	}

}
