package dev.decipher.solve.substitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.rank.Reranker;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Optima;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Simple substitution and its special cases. These are few and all tried. For any other
 * key, simulated annealing exchanges letters by n-grams, over and over again from random
 * keys; then the language's LSTM judges the best keys that were found and those an
 * exchange away, for in a short text wrong keys can look likelier to n-grams than the
 * right one. Where words are shown, n-grams and LSTM know the spaces too.
 */
public final class MonoalphabeticAttack implements Attack {

	private static final Set<String> TYPES = Set.of("caesar", "atbash", "affine", "substitution");

	/**
	 * Letters of a long text that annealing looks at, and that its key is bettered by.
	 */
	private static final int ANNEALED = 400;

	private static final int CLIMBED = 8000;

	/** Share of the time for n-grams where the LSTM comes after them. */
	private static final double ANNEALING_SHARE = 0.5;

	private static final int OPTIMA = 400;

	private static final int OFFERED = 20;

	/** Steps of annealing from one random key. */
	private static final int STEPS = 100_000;

	/**
	 * Temperatures of annealing, in nats / {@link NGrams#UNITS}, and up to how many
	 * letters: an exchange in a longer text changes its cost by as much more.
	 */
	private static final float HOT = 60;

	private static final float COLD = 20;

	private static final int HEATED = 128;

	/** Steps between two looks at the clock. */
	private static final int STRIDE = 1024;

	/**
	 * Letters from which on the language betrays the right one of few keys, or of all.
	 */
	private static final int SURE_OF_FEW = 10;

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

	/** How many keys the LSTM betters, and how many it compares one with. */
	private static final int STARTS = 4;

	private static final int NEIGHBOURS = 100;

	private final boolean judging;

	public MonoalphabeticAttack() {
		this(true);
	}

	/**
	 * Makes one that can do without the LSTM.
	 * @param judging whether the LSTM has a say
	 */
	public MonoalphabeticAttack(boolean judging) {
		this.judging = judging;
	}

	@Override
	public Set<String> types() {
		return TYPES;
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		Task task = new Task(types, ciphertext, language, search, random);
		// each worker, so that none offers what it finds beside a sure answer
		if (task.tryFew()) {
			search.settle();
		}
		else if (types.contains("substitution")) {
			task.tryMany(this.judging);
		}
	}

	/**
	 * One thread's work on one text. It numbers the symbols in the order in which the
	 * ciphertext has them, those behind that it doesn't have. A key is the letter of
	 * each.
	 */
	private static final class Task {

		private final Set<String> types;

		private final Alphabet alphabet;

		/** The symbols by their numbers. */
		private final int[] symbols;

		/** How many of them occur. */
		private final int occurring;

		/** The ciphertext in numbers of symbols. */
		private final int[] text;

		private final boolean @Nullable [] wordStarts;

		private final Language language;

		private final Search search;

		private final SplittableRandom random;

		Task(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random) {
			this.types = types;
			this.alphabet = language.alphabet();
			this.wordStarts = ciphertext.wordStarts();
			this.language = language;
			this.search = search;
			this.random = random;
			this.symbols = IntStream
				.concat(IntStream.of(ciphertext.symbols()), IntStream.range(0, this.alphabet.size()))
				.distinct()
				.toArray();
			this.occurring = (int) IntStream.of(ciphertext.symbols()).distinct().count();
			int[] numbers = new int[this.symbols.length];
			for (int number = 0; number < numbers.length; number++) {
				numbers[this.symbols[number]] = number;
			}
			this.text = IntStream.of(ciphertext.symbols()).map((symbol) -> numbers[symbol]).toArray();
		}

		/**
		 * Tries all keys that are a shift, the reversal or an affine map.
		 * @return whether one of them is certainly right
		 */
		boolean tryFew() {
			KeySearch keys = keys(CLIMBED);
			Optima best = new Optima(OFFERED);
			for (Cipher cipher : few()) {
				keys.key(cipher.over(this.alphabet).decrypt(this.symbols));
				best.add(keys.cost(), keys.occurring());
			}
			best.list().forEach((optimum) -> offer(optimum.key(), score(optimum.cost(), keys)));
			return keys.length() >= SURE_OF_FEW && !best.list().isEmpty() && keys.isLanguage(best.list().get(0).cost());
		}

		/** The ciphers with few keys that are asked for, the simplest first. */
		private List<Cipher> few() {
			List<Cipher> few = new ArrayList<>();
			int size = this.alphabet.size();
			if (this.types.contains("caesar")) {
				IntStream.range(0, size).forEach((shift) -> few.add(new Caesar(shift)));
			}
			if (this.types.contains("atbash")) {
				few.add(new Atbash());
			}
			if (this.types.contains("affine")) {
				IntStream.range(1, size)
					.filter((a) -> BigInteger.valueOf(a).gcd(BigInteger.valueOf(size)).equals(BigInteger.ONE))
					.forEach((a) -> IntStream.range(0, size).forEach((b) -> few.add(new Affine(a, b))));
			}
			return few;
		}

		/** Looks for any key. */
		void tryMany(boolean judging) {
			KeySearch keys = keys(ANNEALED);
			Optima optima = new Optima(OPTIMA);
			double begin = this.search.spent();
			double end = judging ? begin + ANNEALING_SHARE * (1 - begin) : 1;
			do {
				shuffle(keys);
				anneal(keys);
				climb(keys);
				optima.add(keys.cost(), keys.occurring());
			}
			while (!this.search.isOver() && this.search.spent() < end && !isSure(keys, optima)
					&& optima.list().get(0).found() < FOUND_UNSURE);
			boolean sure = isSure(keys, optima);
			if (keys.length() < this.text.length) {
				keys = keys(CLIMBED);
				optima = bettered(optima, keys);
			}
			// before the LSTM has a say, which may take longer than there is time
			for (Optima.Optimum optimum : optima.first(OFFERED)) {
				offer(optimum.key(), score(optimum.cost(), keys));
			}
			if (judging) {
				judge(keys, optima);
			}
			if (sure) {
				this.search.settle();
			}
		}

		/** Whether the best key is the best of all, and what it makes is language. */
		private static boolean isSure(KeySearch keys, Optima optima) {
			Optima.Optimum best = optima.list().get(0);
			return keys.length() >= SURE && best.found() >= FOUND && keys.isLanguage(best.cost());
		}

		private void shuffle(KeySearch keys) {
			int[] key = new int[this.symbols.length];
			for (int i = 0; i < key.length; i++) {
				int j = this.random.nextInt(i + 1);
				key[i] = key[j];
				key[j] = i;
			}
			keys.key(key);
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

		/** The best keys by more of the text. */
		private Optima bettered(Optima optima, KeySearch keys) {
			Optima bettered = new Optima(OFFERED);
			for (Optima.Optimum optimum : optima.first(OFFERED)) {
				keys.key(whole(optimum.key()));
				climb(keys);
				bettered.add(keys.cost(), keys.occurring());
			}
			return bettered;
		}

		/** Lets the LSTM judge the best keys and offers those that it likes best. */
		private void judge(KeySearch keys, Optima optima) {
			Reranker reranker = new Reranker(this.language, this.text, this.wordStarts, this.search);
			int most = optima.list().get(0).cost() + MARGIN;
			List<int[]> best = optima.list()
				.stream()
				.filter((optimum) -> optimum.cost() <= most)
				.map(Optima.Optimum::key)
				.toList();
			reranker.climb(best, STARTS, (key) -> neighbours(keys, key), OFFERED)
				.forEach((key) -> offer(key, reranker.score(key)));
		}

		/** The keys an exchange away that n-grams like best. */
		private List<int[]> neighbours(KeySearch keys, int[] key) {
			Optima neighbours = new Optima(NEIGHBOURS);
			keys.key(whole(key));
			for (int symbol = 0; symbol < key.length; symbol++) {
				for (int other = symbol + 1; other < this.symbols.length; other++) {
					int cost = keys.costOfExchange(symbol, other);
					keys.makeExchange(symbol, other);
					neighbours.add(cost, keys.occurring());
					keys.makeExchange(symbol, other);
				}
			}
			return neighbours.list().stream().map(Optima.Optimum::key).toList();
		}

		private KeySearch keys(int most) {
			int length = Math.min(most, this.text.length);
			boolean[] starts = (this.wordStarts != null) ? Arrays.copyOf(this.wordStarts, length) : null;
			int size = this.symbols.length;
			return new KeySearch(Arrays.copyOf(this.text, length), size, size, starts,
					(starts != null) ? this.language.words() : this.language.letters());
		}

		private static double score(int cost, KeySearch keys) {
			return -(double) cost / NGrams.UNITS / keys.length();
		}

		/** A key with the letters that are left, in order, for symbols without one. */
		private int[] whole(int[] key) {
			return IntStream.concat(IntStream.of(key), IntStream.range(0, this.symbols.length)).distinct().toArray();
		}

		private void offer(int[] key, double score) {
			int[] whole = whole(key);
			this.search.offer(new Candidate(cipher(whole),
					IntStream.of(this.text).map((symbol) -> whole[symbol]).toArray(), score));
		}

		/** The simplest cipher with this key for the symbols that occur. */
		private Cipher cipher(int[] key) {
			int[] plaintext = Arrays.copyOf(key, this.occurring);
			int[] ciphertext = Arrays.copyOf(this.symbols, this.occurring);
			for (Cipher cipher : few()) {
				if (Arrays.equals(cipher.over(this.alphabet).encrypt(plaintext), ciphertext)) {
					return cipher;
				}
			}
			StringBuilder text = new StringBuilder();
			int[] symbolOf = new int[key.length];
			for (int number = 0; number < key.length; number++) {
				symbolOf[key[number]] = this.symbols[number];
			}
			IntStream.of(symbolOf).forEach((symbol) -> text.append(this.alphabet.symbol(symbol)));
			return new Substitution(new Key.Given(text.toString()));
		}

	}

}
