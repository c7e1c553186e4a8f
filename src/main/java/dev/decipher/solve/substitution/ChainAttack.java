package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Chain;
import dev.decipher.language.Language;
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
 * searched for as if there were no transposition. Several share the time by halves: each
 * gets a little, the better half twice as much, and so on. So David Oranchak, Sam Blake and
 * Jarl Van Eycke found how the Zodiac killer's second cryptogram was to be read (The
 * solution of the Zodiac killer's 340-character cipher, arXiv:2403.17350, 2024).
 */
public record ChainAttack() implements Attack {

	private static final Set<String> TYPES = Set.of("chain");

	/** So many transpositions share the time at first. */
	private static final int AT_ONCE = 32;

	/** In an ordinary text at least so much of what is no white space are letters. */
	private static final double SHARE_OF_LETTERS = 0.9;

	/** Keys that each transposition is tried with at first, for homophones by symbol. */
	private static final long KEYS = 105_000;

	private static final long KEYS_OF_A_SYMBOL = 8_500;

	private static final int KEEP = 5;

	/** What a standard deviation of repetitions counts beside a nat of the best reading. */
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
		Ciphertext letters = Readings.letters(text, language.alphabet());
		long shown = text.codePoints().filter((codePoint) -> !Character.isWhitespace(codePoint)).count();
		boolean isOfLetters = letters != null && letters.length() >= SHARE_OF_LETTERS * shown
				&& (text.equals(text.toUpperCase(java.util.Locale.ROOT)) || text.indexOf(' ') >= 0
						|| text.equals(text.toLowerCase(java.util.Locale.ROOT)));
		return isOfLetters ? letters : Readings.symbols(text);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		List<SimpleTransposition> all = SimpleTransposition.likeliest(search.ciphertext().symbols(), search::isOver);
		for (long keys = 1; !search.isOver() && !all.isEmpty(); keys *= 2) {
			for (int from = 0; from < all.size() && !search.isOver(); from += AT_ONCE) {
				List<Trial> trials = IntStream.range(from, Math.min(all.size(), from + AT_ONCE))
					.filter((number) -> number % workers == worker)
					.mapToObj((number) -> new Trial(all.get(number), search))
					.toList();
				halve(trials, keys, random);
			}
		}
	}

	/** Gives all trials a time, the better half twice as much, until one is left. */
	private static void halve(List<Trial> trials, long keys, SplittableRandom random) {
		List<Trial> left = new ArrayList<>(trials);
		for (long share = keys; !left.isEmpty(); share *= 2) {
			for (Trial trial : left) {
				if (trial.outer.isOver()) {
					return;
				}
				trial.run(share, random);
			}
			left.sort(Comparator.comparingDouble(Trial::promise).reversed());
			left.subList(left.size() / 2, left.size()).clear();
		}
	}

	/** The search for a key behind one transposition. */
	private static final class Trial {

		private final SimpleTransposition transposition;

		private final Search outer;

		private final Ciphertext ciphertext;

		private final boolean isOfLetters;

		/** What the best reading is worth, in nats. */
		private double worth = Double.NEGATIVE_INFINITY;

		Trial(SimpleTransposition transposition, Search outer) {
			this.transposition = transposition;
			this.outer = outer;
			Ciphertext given = outer.ciphertext();
			this.ciphertext = new Ciphertext(given.alphabet(), transposition.undo(given.symbols()), null);
			this.isOfLetters = given.alphabet() instanceof Alphabet letters
					&& letters.equals(outer.language().alphabet());
		}

		/** Searches for as long as it takes to try so many times as many keys as at first. */
		void run(long share, SplittableRandom random) {
			long keys = share * (this.isOfLetters ? KEYS
					: KEYS_OF_A_SYMBOL * IntStream.of(this.ciphertext.symbols()).distinct().count());
			LongAdder tried = new LongAdder();
			// time is measured in keys, so that the same search always comes as far
			Search search = new Search(this.ciphertext, this.outer.language(), this.outer.hints(), tried::sum, keys,
					this.outer::isOver, KEEP, tried);
			Attack attack = this.isOfLetters ? new MonoalphabeticAttack(false) : new HomophonicAttack(false);
			attack.run(attack.types(), search, random, 0, 1);
			boolean sure = tried.sum() < keys && search.isOver();
			this.outer.tried(tried.sum());
			for (Candidate found : search.best()) {
				Candidate chained = chained(found);
				this.worth = Math.max(this.worth, chained.worth());
				this.outer.offer(chained);
				if (sure && this.outer.isConvincing(chained)) {
					this.outer.settle();
				}
			}
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
