package dev.decipher.solve.substitution;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Search;

/**
 * Simple substitution and its special cases. These are few and all tried. For any other
 * key, simulated annealing exchanges letters by n-grams, over and over again from random
 * keys; then the language's LSTM judges the best keys that were found and those an
 * exchange away, for in a short text wrong keys can look likelier to n-grams than the
 * right one. Where words are shown, n-grams and LSTM know the spaces too.
 *
 * @param judging whether the LSTM has a say
 */
public record MonoalphabeticAttack(boolean judging) implements Attack {

	private static final Set<String> TYPES = Set.of("substitution");

	/**
	 * Letters of a long text that annealing looks at, and that its key is bettered by.
	 */
	private static final int ANNEALED = 400;

	private static final int CLIMBED = 8000;

	/** Share of the time for n-grams where the LSTM comes after them. */
	private static final double ANNEALING_SHARE = 0.5;

	private static final int OPTIMA = 400;

	/** Steps of annealing from one random key. */
	private static final int STEPS = 100_000;

	/**
	 * Temperatures of annealing, in nats / {@link NGrams#UNITS}, and up to how many
	 * letters: an exchange in a longer text changes its cost by as much more.
	 */
	private static final float HOT = 60;

	private static final float COLD = 20;

	private static final int HEATED = 128;

	/** Letters from which on the language betrays the right key. */
	private static final int SURE = 60;

	/** How often a key must have been found before it is taken for the best of all. */
	private static final int FOUND = 5;

	/** How often if it doesn't read like the language, or is short. */
	private static final int FOUND_UNSURE = 30;

	/**
	 * By how much n-grams may prefer another key to one that the LSTM still looks at, in
	 * nats / {@link NGrams#UNITS}.
	 */
	private static final int MARGIN = 15 * NGrams.UNITS;

	/** How many keys the LSTM betters. */
	private static final int STARTS = 4;

	public MonoalphabeticAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return TYPES;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		new Task(search, random).run(this.judging);
	}

	/**
	 * One thread's work on one text. It numbers the symbols in the order in which the
	 * ciphertext has them, those behind that it doesn't have. A key is the letter of
	 * each.
	 */
	private static final class Task extends LetterKeyTask {

		Task(Search search, SplittableRandom random) {
			super(search, random, IntStream.concat(IntStream.of(search.ciphertext().symbols()),
					IntStream.range(0, search.language().alphabet().size())), true);
		}

		/** Looks for any key. */
		void run(boolean judging) {
			KeySearch keys = keys(ANNEALED, true);
			BestList<ScoredKey> optima = ScoredKey.best(OPTIMA);
			double end = annealingEnd(judging, ANNEALING_SHARE);
			do {
				keys.key(KeyPart.permutation(this.symbols.length).draw(this.random));
				anneal(keys);
				climb(keys);
				optima.add(new ScoredKey(keys.cost(), keys.occurring()));
			}
			while (!this.search.isOver() && this.search.spent() < end && !isSure(keys, optima)
					&& optima.best().times() < FOUND_UNSURE);
			boolean sure = isSure(keys, optima);
			if (keys.length() < this.text.length) {
				keys = keys(CLIMBED, true);
				optima = bettered(optima, keys);
			}
			// before the LSTM has a say, which may take longer than there is time
			for (ScoredKey optimum : optima.first(OFFERED)) {
				offer(optimum.letters(), score(optimum.cost(), keys));
			}
			if (judging) {
				KeySearch last = keys;
				rerank(optima, MARGIN, STARTS, (key) -> neighbours(last, key));
			}
			if (sure) {
				this.search.settle();
			}
		}

		/** Whether the best key is the best of all, and what it makes is language. */
		private static boolean isSure(KeySearch keys, BestList<ScoredKey> optima) {
			BestList.Found<ScoredKey> best = optima.best();
			return keys.length() >= SURE && best.times() >= FOUND && keys.isLanguage(best.item().cost());
		}

		private void anneal(KeySearch keys) {
			int occurring = keys.occurring().length;
			float temperature = HOT * Math.max(1, (float) keys.length() / HEATED);
			float factor = (float) Math.pow(COLD / HOT, (double) STRIDE / STEPS);
			for (int step = 0; step < STEPS; step++) {
				if (step % STRIDE == 0) {
					temperature *= factor;
					if (this.search.isOver()) {
						return;
					}
					this.search.tried(STRIDE);
				}
				long random = this.random.nextLong();
				int symbol = MetropolisRule.below(occurring, random >>> 32);
				int other = MetropolisRule.below(this.symbols.length - 1, random);
				other += (other >= symbol) ? 1 : 0;
				if (keys.costOfExchange(symbol, other) <= MetropolisRule.limit(temperature, random)) {
					keys.makeExchange(symbol, other);
				}
			}
		}

		/** Makes exchanges until none is for the better. */
		private void climb(KeySearch keys) {
			int occurring = keys.occurring().length;
			boolean bettered = true;
			while (bettered) {
				bettered = false;
				this.search.tried(exchanges(occurring));
				for (int symbol = 0; symbol < occurring; symbol++) {
					for (int other = symbol + 1; other < this.symbols.length; other++) {
						if (keys.costOfExchange(symbol, other) < 0) {
							keys.makeExchange(symbol, other);
							bettered = true;
						}
					}
				}
			}
		}

		/** How many there are that change something. */
		private int exchanges(int occurring) {
			return occurring * (2 * this.symbols.length - occurring - 1) / 2;
		}

		/** The best keys by more of the text. */
		private BestList<ScoredKey> bettered(BestList<ScoredKey> optima, KeySearch keys) {
			BestList<ScoredKey> bettered = ScoredKey.best(OFFERED);
			for (ScoredKey optimum : optima.first(OFFERED)) {
				keys.key(whole(optimum.letters()));
				climb(keys);
				bettered.add(new ScoredKey(keys.cost(), keys.occurring()));
			}
			return bettered;
		}

		/** The keys an exchange away that n-grams like best. */
		private List<int[]> neighbours(KeySearch keys, int[] key) {
			BestList<ScoredKey> neighbours = ScoredKey.best(NEIGHBOURS);
			keys.key(whole(key));
			this.search.tried(exchanges(key.length));
			for (int symbol = 0; symbol < key.length; symbol++) {
				for (int other = symbol + 1; other < this.symbols.length; other++) {
					int cost = keys.costOfExchange(symbol, other);
					keys.makeExchange(symbol, other);
					neighbours.add(new ScoredKey(cost, keys.occurring()));
					keys.makeExchange(symbol, other);
				}
			}
			return neighbours.first(NEIGHBOURS).stream().map(ScoredKey::letters).toList();
		}

		/** A key with the letters that are left, in order, for symbols without one. */
		@Override
		int[] whole(int[] key) {
			return IntStream.concat(IntStream.of(key), IntStream.range(0, this.symbols.length)).distinct().toArray();
		}

		@Override
		Cipher cipher(int[] key) {
			int[] symbolOf = new int[key.length];
			for (int number = 0; number < key.length; number++) {
				symbolOf[key[number]] = this.symbols[number];
			}
			return new Substitution(Parameters.key(symbolOf, this.alphabet));
		}

	}

}
