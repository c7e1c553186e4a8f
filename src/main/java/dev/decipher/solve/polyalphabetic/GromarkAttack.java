package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Gromark;
import dev.decipher.cipher.polyalphabetic.PeriodicGromark;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds the keys of Gromark ciphers. How far the mixed alphabet is slid follows from the
 * primer or, where the cipher is periodic, from the order of the keyword's symbols alone:
 * that also says how long each column is and so where each symbol of the keyword stands
 * in the mixed alphabet. All of these are tried for whether any alphabet fits them; those
 * that fit best are searched for an alphabet in any order, and this for its keyword.
 */
final class GromarkAttack implements Attack {

	private static final String GROMARK = "gromark";

	private static final String PERIODIC = "periodic-gromark";

	private static final int PRIMER = 5;

	/** Keywords whose orders can be tried: the longest has 362,880. */
	private static final int SHORTEST_KEYWORD = 4;

	private static final int LONGEST_KEYWORD = 9;

	/** Ways to slide the alphabet that are searched for one. */
	private static final int MOST_SLIDES = 100;

	private static final int ENOUGH_LETTERS = 400;

	/** What poor primers fit better by chance, for a letter, in nats / NGrams.UNITS. */
	private static final int POOR = 6;

	/** Primers between two looks at the clock. */
	private static final int STRIDE = 1000;

	@Override
	public Set<String> types() {
		return Set.of(GROMARK, PERIODIC);
	}

	@Override
	public double power() {
		return 0.3;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(GROMARK));
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		int[] symbols = Arrays.copyOf(readable.symbols(), Math.min(readable.symbols().length, ENOUGH_LETTERS));
		Ranking ranking = new Ranking(symbols, readable, search, worker, workers);
		if (types.contains(GROMARK)) {
			int[] primer = new int[PRIMER];
			KeyPart digits = KeyPart.numbers(PRIMER, 10);
			do {
				ranking.add(primer, false);
			}
			while (digits.next(primer) && !ranking.isOver());
		}
		for (int length = SHORTEST_KEYWORD; length <= LONGEST_KEYWORD && types.contains(PERIODIC); length++) {
			if (search.hints().admits(length)) {
				KeyPart orders = KeyPart.permutation(length);
				int[] ranks = new int[length];
				Arrays.setAll(ranks, (rank) -> rank);
				do {
					ranking.add(ranks, true);
				}
				while (orders.next(ranks) && !ranking.isOver());
			}
		}
		List<Alphabets> passes = new ArrayList<>();
		for (Slides slides : ranking.best()) {
			int[] known = new int[symbols.length];
			ranking.slide(slides.start(), slides.periodic(), known);
			passes.add(new Alphabets(slides, symbols, known, readable, search));
		}
		RankedPasses.run(passes, search, random);
	}

	/**
	 * A way to slide an alphabet.
	 *
	 * @param start the primer's digits, or the ranks of the keyword's symbols from 0
	 * @param cost of the text by the alphabet that fits best
	 */
	private record Slides(int[] start, boolean periodic, int cost) {
	}

	/** The ways that fit best of one worker's. */
	private static final class Ranking {

		private final Search search;

		private final SlidesFit fit;

		private final int size;

		private final int[] known;

		private final int worker;

		private final int workers;

		private long number;

		private final PriorityQueue<Slides> best = new PriorityQueue<>(
				Comparator.comparingInt((Slides slides) -> -slides.cost()));

		Ranking(int[] symbols, Readable readable, Search search, int worker, int workers) {
			this.search = search;
			this.fit = new SlidesFit(symbols, readable.letters(), search.language().letters());
			this.size = readable.alphabet().size();
			this.known = new int[symbols.length];
			this.worker = worker;
			this.workers = workers;
		}

		boolean isOver() {
			return this.number % STRIDE == 0 && this.search.isOver();
		}

		void add(int[] start, boolean periodic) {
			if (this.number++ % this.workers != this.worker) {
				return;
			}
			slide(start, periodic, this.known);
			int cost = this.fit.cost(this.known) + (isPoor(start, periodic) ? POOR * this.known.length : 0);
			if (this.best.size() < MOST_SLIDES || cost < this.best.element().cost()) {
				this.best.add(new Slides(start.clone(), periodic, cost));
			}
			if (this.best.size() > MOST_SLIDES) {
				this.best.remove();
			}
			if (this.number % STRIDE == 0) {
				this.search.tried(STRIDE / this.workers);
			}
		}

		/**
		 * Whether all digits of a running key are even, or 0 and 5: alphabets fit few
		 * different slides well, whatever the text is.
		 */
		private static boolean isPoor(int[] start, boolean periodic) {
			return !periodic && (Arrays.stream(start).allMatch((digit) -> digit % 2 == 0)
					|| Arrays.stream(start).allMatch((digit) -> digit % 5 == 0));
		}

		/** How far the alphabet is slid at each place. */
		void slide(int[] start, boolean periodic, int[] known) {
			int length = start.length;
			for (int i = 0; i < known.length; i++) {
				known[i] = (i < length) ? (start[i] + (periodic ? 1 : 0)) % 10
						: (known[i - length] + known[i - length + 1]) % 10;
			}
			if (periodic) {
				int[] begins = begins(start, this.size);
				for (int i = 0; i < known.length; i++) {
					known[i] = (known[i] + begins[i / length % length]) % this.size;
				}
			}
		}

		List<Slides> best() {
			return this.best.stream().sorted(Comparator.comparingInt(Slides::cost)).toList();
		}

	}

	/**
	 * Where the column below each symbol of a keyword begins in the mixed alphabet.
	 * @param ranks of the keyword's symbols
	 * @param size the alphabet's
	 */
	private static int[] begins(int[] ranks, int size) {
		int[] begins = new int[ranks.length];
		for (int column = 0; column < ranks.length; column++) {
			for (int other = 0; other < ranks.length; other++) {
				if (ranks[other] < ranks[column]) {
					begins[column] += size / ranks.length + ((other < size % ranks.length) ? 1 : 0);
				}
			}
		}
		return begins;
	}

	/** Alphabets that are slid in one way. */
	private static final class Alphabets implements RankedPasses.Pass {

		private static final int MOVES = 30_000;

		private final Slides slides;

		private final Readable readable;

		private final NGrams grams;

		private final int length;

		private final SlidingAlphabets alphabets;

		Alphabets(Slides slides, int[] symbols, int[] known, Readable readable, Search search) {
			this.slides = slides;
			this.readable = readable;
			this.grams = search.language().letters();
			this.length = symbols.length;
			this.alphabets = new SlidingAlphabets(
					new SlidingAlphabets.Text(symbols, readable.letters(), known, new int[0]),
					SlidingAlphabets.Keyed.CIPHER, false, search);
		}

		@Override
		public Cipher run(int number, SplittableRandom random) {
			int cost = this.alphabets.pass(MOVES, random);
			int[] mixed = this.alphabets.key()[0];
			Alphabet alphabet = this.readable.alphabet();
			Function<int[], Cipher> naming;
			int[] keyword;
			if (this.slides.periodic()) {
				naming = (symbols) -> new PeriodicGromark(Parameters.key(symbols, alphabet));
				keyword = Arrays.stream(begins(this.slides.start(), alphabet.size()))
					.map((place) -> mixed[place])
					.toArray();
			}
			else {
				Key primer = new Key.Given(Parameters.key(this.slides.start(), Alphabet.DIGITS).text());
				naming = (symbols) -> new Gromark(Parameters.key(symbols, alphabet), primer);
				keyword = MixedByColumns.keyword(mixed);
			}
			return naming.apply(this.grams.isPlausible(cost, this.length) ? bettered(keyword, naming) : keyword);
		}

		/** Until no other symbol makes the text likelier. */
		private int[] bettered(int[] keyword, Function<int[], Cipher> naming) {
			int[] best = keyword;
			int least = Integer.MAX_VALUE;
			int[] next = keyword;
			while (cost(naming.apply(next)) < least) {
				best = next;
				least = cost(naming.apply(best));
				next = Arrays.stream(MixedByColumns.neighbours(best, this.readable.alphabet().size()))
					.min(Comparator.comparingInt((symbols) -> cost(naming.apply(symbols))))
					.orElseThrow();
			}
			return best;
		}

		private int cost(Cipher cipher) {
			return this.grams
				.cost(this.readable.inLanguage(cipher.over(this.readable.alphabet()).decrypt(this.readable.symbols())));
		}

	}

}
