package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for the key of a simple substitution. It numbers the symbols in the
 * order in which the ciphertext has them, those behind that it doesn't have. A key is the
 * letter of each.
 * <p>
 * Simulated annealing exchanges letters by n-grams, over and over again from random keys;
 * then the language's LSTM judges the best keys that were found and those an exchange
 * away, for in a short text wrong keys can look likelier to n-grams than the right one.
 * Where words are shown, n-grams and LSTM know the spaces too.
 */
final class MonoalphabeticTask extends LetterKeyTask {

	static final String SUBSTITUTION = "substitution";

	static final String KEYWORD = "keyword";

	/** More letters of a keyword are as rare as an alphabet without one. */
	private static final int LONGEST_KEYWORD = 14;

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

	/** The temperature from which a key to go on from is annealed. */
	private static final float WARM = 30;

	/** Keys that are drawn until one has no letter that is excluded. */
	private static final int DRAWS = 200;

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

	/** The same where words have bettered them. */
	private static final int STARTS_OF_WORDS = 6;

	/** Letters up to which words better keys: more leave n-grams no doubt. */
	private static final int WORDED = 150;

	/** The symbols whose letters aren't known, in the order of their numbers. */
	private int[] open = new int[0];

	private final Set<String> types;

	/**
	 * A search that has not begun.
	 * @param types what to call the cipher: a keyword's, any other, or both
	 */
	MonoalphabeticTask(Set<String> types, Search search, SplittableRandom random) {
		super(search, random, IntStream.concat(IntStream.of(search.ciphertext().symbols()),
				IntStream.range(0, search.language().alphabet().size())), true);
		this.types = types;
	}

	/** Looks for any key. */
	void run(boolean judging) {
		KeySearch keys = exchanges(ANNEALED);
		BestList<ScoredKey> optima = ScoredKey.best(OPTIMA);
		double end = annealingEnd(judging, ANNEALING_SHARE);
		int[] start = this.hints.start();
		int tries = 0;
		do {
			boolean laid = tries++ % 2 == 0 || !this.hints.hasManyPlaces();
			int[] known = laid ? this.hints.known() : this.hints.knownAnyhow();
			this.open = IntStream.range(0, this.symbols.length).filter((symbol) -> known[symbol] < 0).toArray();
			keys.key(drawn(known, start));
			anneal(keys, (start != null) ? WARM : HOT);
			start = null;
			climb(keys);
			if (laid) {
				this.hints.found(keys.cost());
			}
			if (laid || this.search.cribCost(plaintext(keys.occurring())) == 0) {
				optima.add(new ScoredKey(keys.cost(), keys.occurring()));
			}
		}
		while (!this.search.isOver() && this.search.spent() < end && !isSure(keys, optima)
				&& optima.best().times() < FOUND_UNSURE);
		boolean sure = isSure(keys, optima);
		if (keys.length() < this.text.length) {
			keys = exchanges(CLIMBED);
			optima = bettered(optima, keys);
		}
		// before the LSTM has a say, which may take longer than there is time
		for (ScoredKey optimum : optima.first(OFFERED)) {
			offer(optimum.letters(), score(optimum.cost(), keys));
		}
		if (judging) {
			KeySearch last = keys;
			WordClimb words = (!sure && this.text.length <= WORDED) ? words(this::admitsExchange) : null;
			if (words == null) {
				rerank(optima, MARGIN, STARTS, (key) -> neighbours(last, key));
			}
			else {
				rerank(worded(optima, words), MARGIN, STARTS_OF_WORDS,
						(key) -> words.neighbours(whole(key), NEIGHBOURS));
			}
		}
		if (sure) {
			this.search.settle();
		}
	}

	private int[] plaintext(int[] key) {
		int[] whole = whole(key);
		return IntStream.of(this.text).map((symbol) -> whole[symbol]).toArray();
	}

	/** Whether the best key is the best of all, and what it makes is language. */
	private static boolean isSure(KeySearch keys, BestList<ScoredKey> optima) {
		BestList.Found<ScoredKey> best = optima.best();
		return keys.length() >= SURE && best.times() >= FOUND && keys.isLanguage(best.item().cost());
	}

	/**
	 * A key with the letters that are known or, failing that, supposed; others at random.
	 */
	private int[] drawn(int[] known, int @Nullable [] supposed) {
		int[] key = {};
		for (int i = 0; i < DRAWS && (i == 0 || !isAdmitted(key)); i++) {
			key = known.clone();
			int[] given = known;
			IntStream left = IntStream.of(KeyPart.permutation(key.length).draw(this.random));
			int[] free = left.filter((letter) -> IntStream.of(given).noneMatch((one) -> one == letter)).toArray();
			int next = 0;
			for (int symbol = 0; symbol < key.length; symbol++) {
				if (key[symbol] < 0) {
					key[symbol] = free[next++];
				}
			}
			for (int symbol = 0; supposed != null && symbol < key.length; symbol++) {
				int other = indexOf(key, supposed[symbol]);
				if (other >= 0 && known[symbol] < 0 && known[other] < 0) {
					key[other] = key[symbol];
					key[symbol] = supposed[symbol];
				}
			}
		}
		return key;
	}

	private static int indexOf(int[] key, int letter) {
		return IntStream.range(0, key.length).filter((symbol) -> key[symbol] == letter).findFirst().orElse(-1);
	}

	private boolean isAdmitted(int[] key) {
		return IntStream.range(0, key.length).allMatch((symbol) -> this.hints.admits(symbol, key[symbol]));
	}

	private boolean admitsExchange(int[] key, int symbol, int other) {
		return this.hints.admits(symbol, key[other]) && this.hints.admits(other, key[symbol]);
	}

	private boolean admitsExchange(KeySearch keys, int symbol, int other) {
		return this.hints.admits(symbol, keys.letter(other)) && this.hints.admits(other, keys.letter(symbol));
	}

	private void anneal(KeySearch keys, float hot) {
		int occurring = occurring(keys);
		int[] open = this.open;
		float temperature = hot * Math.max(1, (float) keys.length() / HEATED);
		float factor = (float) Math.pow(COLD / hot, (double) STRIDE / STEPS);
		for (int step = 0; step < STEPS && occurring > 0 && open.length > 1; step++) {
			if (step % STRIDE == 0) {
				temperature *= factor;
				if (this.search.isOver()) {
					return;
				}
				this.search.tried(STRIDE);
			}
			long random = this.random.nextLong();
			int one = MetropolisRule.below(occurring, random >>> 32);
			int two = MetropolisRule.below(open.length - 1, random);
			int symbol = open[one];
			int other = open[two + ((two >= one) ? 1 : 0)];
			if (admitsExchange(keys, symbol, other)
					&& keys.costOfExchange(symbol, other) <= MetropolisRule.limit(temperature, random)) {
				keys.makeExchange(symbol, other);
			}
		}
	}

	/** How many of the symbols whose letters aren't known occur: they are the first. */
	private int occurring(KeySearch keys) {
		int all = keys.occurring().length;
		return (int) IntStream.of(this.open).filter((symbol) -> symbol < all).count();
	}

	/** Makes exchanges until none is for the better. */
	private void climb(KeySearch keys) {
		int occurring = occurring(keys);
		boolean bettered = true;
		while (bettered) {
			bettered = false;
			this.search.tried(exchangesOf(occurring));
			for (int one = 0; one < occurring; one++) {
				for (int two = one + 1; two < this.open.length; two++) {
					int symbol = this.open[one];
					int other = this.open[two];
					if (admitsExchange(keys, symbol, other) && keys.costOfExchange(symbol, other) < 0) {
						keys.makeExchange(symbol, other);
						bettered = true;
					}
				}
			}
		}
	}

	/** How many there are that change something. */
	private int exchangesOf(int occurring) {
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

	/** The best keys by their words, and what these make of them. */
	private BestList<ScoredKey> worded(BestList<ScoredKey> optima, WordClimb words) {
		BestList<ScoredKey> worded = ScoredKey.best(OPTIMA);
		for (ScoredKey optimum : optima.first(Integer.MAX_VALUE)) {
			if (!this.search.isOver()) {
				int[] key = whole(optimum.letters());
				double cost = words.climb(key);
				worded.add(words.scored(key, cost));
			}
		}
		return worded;
	}

	/** The keys an exchange away that n-grams like best. */
	private List<int[]> neighbours(KeySearch keys, int[] key) {
		BestList<ScoredKey> neighbours = ScoredKey.best(NEIGHBOURS);
		keys.key(whole(key));
		this.search.tried(exchangesOf(key.length));
		for (int symbol = 0; symbol < key.length; symbol++) {
			for (int other = symbol + 1; other < this.symbols.length; other++) {
				if (!admitsExchange(keys, symbol, other)) {
					continue;
				}
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

	/** With any key, and with a keyword if there is one. */
	@Override
	List<Cipher> ciphers(int[] key) {
		int[] symbolOf = new int[key.length];
		for (int number = 0; number < key.length; number++) {
			symbolOf[key[number]] = this.symbols[number];
		}
		List<Cipher> ciphers = new ArrayList<>();
		if (this.types.contains(SUBSTITUTION)) {
			ciphers.add(new Substitution(Parameters.key(symbolOf, this.alphabet)));
		}
		if (this.types.contains(KEYWORD)) {
			int[] shown = new int[key.length];
			Arrays.fill(shown, -1);
			IntStream.of(this.text).forEach((number) -> shown[key[number]] = this.symbols[number]);
			int most = this.types.contains(SUBSTITUTION) ? LONGEST_KEYWORD : key.length;
			Optional.ofNullable(KeywordAlphabets.of(shown, this.alphabet, most)).ifPresent(ciphers::add);
		}
		return ciphers;
	}

}
