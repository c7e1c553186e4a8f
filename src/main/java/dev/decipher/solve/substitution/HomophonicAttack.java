package dev.decipher.solve.substitution;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Homophonic substitution, see {@link HomophonicTask}.
 *
 * @param judging whether the LSTM has a say
 */
public record HomophonicAttack(boolean judging) implements Attack {

	/** More symbols than this leave too little to each. */
	private static final int MOST_SYMBOLS = 500;

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
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KNOWN, Hints.Kind.EXCLUDED, Hints.Kind.START);
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (IntStream.of(search.ciphertext().symbols()).distinct().count() <= MOST_SYMBOLS) {
			new HomophonicTask(search, random).run(this.judging);
		}
	}

}
