package dev.decipher.solve.polyalphabetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Keywords;
import dev.decipher.solve.polyalphabetic.SlidingAlphabets.Keyed;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds the keys of Quagmire ciphers: with each period, the likeliest the most often,
 * alphabets with a keyword, first the language's words, then some by annealing and then
 * all sets of its letters, and alphabets mixed throughout.
 */
final class QuagmireAttack implements Attack {

	private static final int LONGEST_PERIOD = 30;

	/** A column of a period has so many letters at least. */
	private static final int LEAST_LETTERS = 4;

	/** As many letters tell the key of any period; more would only take longer. */
	private static final int ENOUGH_LETTERS = 250;

	private static final Map<String, Keyed> TYPES = new LinkedHashMap<>();

	static {
		TYPES.put("quagmire-3", Keyed.SAME);
		TYPES.put("quagmire-1", Keyed.PLAIN);
		TYPES.put("quagmire-2", Keyed.CIPHER);
		TYPES.put("quagmire-4", Keyed.BOTH);
	}

	@Override
	public Set<String> types() {
		return TYPES.keySet();
	}

	@Override
	public double power() {
		return 0.6;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = CipherCatalogue.examples().get("quagmire-3");
		if (example == null || search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		int[] symbols = Arrays.copyOf(readable.symbols(), Math.min(readable.symbols().length, ENOUGH_LETTERS));
		int longest = Math.max(1, Math.min(LONGEST_PERIOD, symbols.length / LEAST_LETTERS));
		List<Integer> periods = PeriodRanks.of(symbols, readable.alphabet().size(),
				IntStream.rangeClosed(1, longest).filter(search.hints()::admits));
		Map<Keyed, Boolean> wanted = new EnumMap<>(Keyed.class);
		TYPES.forEach((type, keyed) -> wanted.put(keyed, types.contains(type)));
		KeywordList words = KeywordList.of(search.language(), readable.alphabet(), worker, workers);
		List<Period> passes = new ArrayList<>();
		for (int period : periods) {
			TYPES.values()
				.stream()
				.filter(wanted::get)
				.map((keyed) -> new Period(keyed, period, symbols, readable, words, search, worker, workers))
				.forEach(passes::add);
		}
		RankedPasses.run(passes, search, random);
	}

	/** Keys of one period. */
	private static final class Period implements RankedPasses.Pass {

		/** One pass in so many is for alphabets mixed throughout. */
		private static final int MIXED_EVERY = 4;

		private static final int KEYWORD_MOVES = 20_000;

		private static final int MIXED_MOVES = 60_000;

		private static final int POLISH_MOVES = 10_000;

		/** Keys whose texts cost hardly more than the best one's are bettered. */
		private static final double NEARLY = 1.02;

		/** Passes before keywords' letters are tried. */
		private static final int FIRST_PASSES = 3;

		/** So many sets of letters make a pass, each with so many changes. */
		private static final int SETS = 40;

		private static final int SET_MOVES = 1_024;

		/** So many words of the language are tried, each with so many changes. */
		private static final int WORDS = 5;

		private static final int WORD_MOVES = 20_000;

		private final Keyed keyed;

		private final Alphabet alphabet;

		private final int[] letters;

		private final Search search;

		private final SlidingAlphabets keyworded;

		private final SlidingAlphabets mixed;

		private final SlidingAlphabets.Text text;

		private final int period;

		private final KeywordList words;

		private final int worker;

		private final int workers;

		/** Alphabets that begin with a keyword's letters, and how many these are next. */
		private final Deque<int[]> sets = new ArrayDeque<>();

		private int length = KeywordSets.SHORTEST;

		private int least = Integer.MAX_VALUE;

		Period(Keyed keyed, int period, int[] symbols, Readable readable, KeywordList words, Search search, int worker,
				int workers) {
			this.words = words;
			this.period = period;
			this.worker = worker;
			this.workers = workers;
			this.keyed = keyed;
			this.alphabet = readable.alphabet();
			this.letters = readable.letters();
			this.search = search;
			this.text = SlidingAlphabets.Text.periodic(symbols, this.letters, period);
			this.keyworded = new SlidingAlphabets(this.text, keyed, true, search);
			this.mixed = new SlidingAlphabets(this.text, keyed, false, search);
		}

		@Override
		public Cipher run(int number, SplittableRandom random) {
			if (number == 0 && this.keyed != Keyed.BOTH && this.words.size() > 0) {
				return tryWords(random);
			}
			if (number >= FIRST_PASSES && this.keyed != Keyed.BOTH
					&& (!this.sets.isEmpty() || this.length <= KeywordSets.LONGEST)) {
				return trySets(random);
			}
			if (number % MIXED_EVERY == MIXED_EVERY - 1) {
				this.mixed.pass(MIXED_MOVES, random);
				return named(this.mixed);
			}
			int cost = this.keyworded.pass(KEYWORD_MOVES, random);
			Cipher cipher = named(this.keyworded);
			if (cost > this.least * NEARLY) {
				return cipher;
			}
			// what is nearly right is put right letter by letter
			this.least = Math.min(this.least, cost);
			this.search.offer(this.search.read(cipher));
			this.least = Math.min(this.least,
					this.mixed.passFrom(this.keyworded.key(), this.alphabet.size(), POLISH_MOVES, random));
			return named(this.mixed);
		}

		/** The words of the language that fit best, the best of them first. */
		private Cipher tryWords(SplittableRandom random) {
			List<int[]> best = this.words.best(this.keyworded, WORDS, this.search);
			return tryAlphabets(best, (alphabet, moves) -> this.keyworded.passFromSlid(alphabet,
					Keywords.length(alphabet), moves, random), WORD_MOVES);
		}

		/** The letters of keywords, shorter ones first, in their likeliest orders. */
		private Cipher trySets(SplittableRandom random) {
			if (this.sets.isEmpty()) {
				this.sets.addAll(new KeywordSets(this.text, this.keyed, this.period, this.search).best(this.length++,
						this.worker, this.workers));
			}
			List<int[]> next = new ArrayList<>();
			while (next.size() < SETS && !this.sets.isEmpty()) {
				next.add(this.sets.remove());
			}
			int[] shifts = new int[this.period];
			return tryAlphabets(next, (alphabet, moves) -> this.keyworded.passFrom(new int[][] { alphabet, shifts },
					this.length - 1, moves, random), SET_MOVES);
		}

		/**
		 * The best key near some alphabets, or the first one that reads like the
		 * language.
		 * @param pass searches from an alphabet with so many changes, and returns the
		 * cost
		 * @param moves how many changes of each to try
		 */
		private Cipher tryAlphabets(List<int[]> alphabets, ToIntBiFunction<int[], Integer> pass, int moves) {
			int best = Integer.MAX_VALUE;
			Cipher cipher = named(this.keyworded);
			for (int[] alphabet : alphabets) {
				if (this.search.isOver()) {
					break;
				}
				int cost = pass.applyAsInt(alphabet, moves);
				if (cost < best) {
					best = cost;
					cipher = named(this.keyworded);
					Candidate found = this.search.read(cipher);
					if (this.search.isConvincing(found)) {
						// whether it stays so when everything is changed anew
						this.search.offer(found);
						pass.applyAsInt(this.keyworded.key()[0].clone(), KEYWORD_MOVES);
						return named(this.keyworded);
					}
				}
			}
			return cipher;
		}

		private Cipher named(SlidingAlphabets found) {
			return QuagmireKeys.name(this.keyed, found.key(), this.alphabet, this.letters,
					this.search.language().letters());
		}

	}

}
