package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Chain;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * A simple transposition and then a simple substitution or homophones. Substitution keeps
 * the repetitions of a text: of all simple transpositions those that give the ciphertext
 * the most repeated pairs and triples of symbols are undone first, and then the key is
 * searched for as if there were no transposition. For letters several share the time by
 * halves: each gets a little, the better half twice as much, and so on; for homophones
 * see {@link HomophonicChain}. So David Oranchak, Sam Blake and Jarl Van Eycke found how
 * the Zodiac killer's second cryptogram was to be read (The solution of the Zodiac
 * killer's 340-character cipher, arXiv:2403.17350, 2024).
 */
public record ChainAttack() implements Attack {

	private static final Set<String> TYPES = Set.of("chain");

	/** So many transpositions share the time at first. */
	private static final int AT_ONCE = 12;

	/** Keys that each transposition is tried with at first. */
	private static final long KEYS = 105_000;

	private static final int MOST_DOUBLED = 20;

	/** So many times as many keys settle one that is sure. */
	private static final long CONFIRMED = 20;

	private static final int KEEP = 5;

	/**
	 * What a standard deviation of repetitions counts beside a nat of the best reading.
	 */
	private static final double REPEATS = 5;

	@Override
	public Set<String> types() {
		return TYPES;
	}

	@Override
	public double power() {
		return 0.5;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KNOWN, Hints.Kind.EXCLUDED);
	}

	/** Letters, or any other symbols as homophones. */
	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext letters = Readings.lettersAlone(text, language.alphabet());
		boolean isOfLetters = letters != null && (text.equals(text.toUpperCase(Locale.ROOT)) || text.indexOf(' ') >= 0
				|| text.equals(text.toLowerCase(Locale.ROOT)));
		return isOfLetters ? letters : Readings.symbols(text);
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		List<SimpleTransposition> all = SimpleTransposition.likeliest(search.ciphertext().symbols(), search::isOver);
		if (!isOfLetters(search)) {
			new HomophonicChain(all, search, random).run(worker, workers);
			return;
		}
		int batches = (all.size() + AT_ONCE - 1) / AT_ONCE;
		// the likeliest get twice as much each time, and the next ones a little
		for (int round = 0; batches > 0 && !search.isOver(); round++) {
			for (int batch = 0; batch <= Math.min(round, batches - 1) && !search.isOver(); batch++) {
				List<Trial> trials = IntStream.range(batch * AT_ONCE, Math.min(all.size(), (batch + 1) * AT_ONCE))
					.filter((number) -> number % workers == worker)
					.mapToObj((number) -> new Trial(all.get(number), search))
					.toList();
				halve(trials, 1L << Math.min(MOST_DOUBLED, round - batch), random)
					.ifPresent((sure) -> settle(sure, all, search, random));
			}
		}
	}

	private static boolean isOfLetters(Search search) {
		return search.ciphertext().alphabet() instanceof Alphabet letters
				&& letters.equals(search.language().alphabet());
	}

	/**
	 * Tries the key that was found behind every transposition, for one that is nearly
	 * right gives it too.
	 */
	private static void settle(Trial sure, List<SimpleTransposition> all, Search search, SplittableRandom random) {
		SimpleTransposition best = all.stream()
			.min(Comparator.comparingDouble((one) -> sure.cost(one) + one.nats()))
			.orElse(sure.transposition);
		if (best != sure.transposition) {
			new Trial(best, search).run(CONFIRMED, random);
		}
		search.settle();
	}

	/**
	 * Gives all trials a time, the better half twice as much, until one is left.
	 * @return one that is sure of its reading
	 */
	private static Optional<Trial> halve(List<Trial> trials, long keys, SplittableRandom random) {
		List<Trial> left = new ArrayList<>(trials);
		for (long share = keys; !left.isEmpty(); share *= 2) {
			for (Trial trial : left) {
				if (trial.outer.isOver()) {
					return Optional.empty();
				}
				if (trial.run(share, random)) {
					return Optional.of(trial);
				}
			}
			left.sort(Comparator.comparingDouble(Trial::promise).reversed());
			left.subList(left.size() / 2, left.size()).clear();
		}
		return Optional.empty();
	}

	/** The search for a key behind one transposition. */
	private static final class Trial {

		private final SimpleTransposition transposition;

		private final Search outer;

		private final Ciphertext ciphertext;

		/** What the best reading is worth, in nats. */
		private double worth = Double.NEGATIVE_INFINITY;

		private int[] plaintext = new int[0];

		Trial(SimpleTransposition transposition, Search outer) {
			this.transposition = transposition;
			this.outer = outer;
			Ciphertext given = outer.ciphertext();
			this.ciphertext = new Ciphertext(given.alphabet(), transposition.undo(given.symbols()), null);
		}

		/**
		 * Searches for as long as it takes to try so many times as many keys as at first.
		 * @return whether the best reading is sure
		 */
		boolean run(long share, SplittableRandom random) {
			long keys = share * KEYS;
			LongAdder tried = new LongAdder();
			// time is measured in keys, so that the same search always comes as far
			Search search = new Search(this.ciphertext, this.outer.language(), this.outer.hints(), tried::sum, keys,
					this.outer::isOver, KEEP, tried);
			new MonoalphabeticTask(Set.of(MonoalphabeticTask.SUBSTITUTION), search, random).run(false);
			boolean sure = tried.sum() < keys && search.isOver();
			this.outer.tried(tried.sum());
			for (Candidate found : search.best()) {
				Candidate chained = chained(found);
				this.outer.offer(chained);
				if (chained.worth() > this.worth) {
					this.worth = chained.worth();
					this.plaintext = chained.plaintext();
					sure &= this.outer.isConvincing(chained);
				}
			}
			return sure && this.plaintext.length > 0;
		}

		/**
		 * What the text behind another transposition costs with the best key, in nats.
		 */
		double cost(SimpleTransposition other) {
			int[] letters = new int[this.ciphertext.alphabet().size()];
			for (int i = 0; i < this.plaintext.length; i++) {
				letters[this.ciphertext.symbols()[i]] = this.plaintext[i];
			}
			int[] text = IntStream.of(other.undo(this.outer.ciphertext().symbols()))
				.map((symbol) -> letters[symbol])
				.toArray();
			return (double) this.outer.language().letters().cost(text) / NGrams.UNITS;
		}

		double promise() {
			return this.worth + REPEATS * this.transposition.repeats();
		}

		private Candidate chained(Candidate found) {
			return new Candidate(new Chain(List.of(this.transposition.cipher(), found.cipher())), found.plaintext(),
					found.score(), found.keyCost() + this.transposition.nats());
		}

	}

}
