package dev.decipher.solve.substitution;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/**
 * Simple substitution with any key, or with a keyword, see {@link MonoalphabeticTask}.
 *
 * @param judging whether the LSTM has a say
 */
public record MonoalphabeticAttack(boolean judging) implements Attack {

	private static final Set<String> TYPES = Set.of(MonoalphabeticTask.SUBSTITUTION, MonoalphabeticTask.KEYWORD);

	public MonoalphabeticAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return TYPES;
	}

	@Override
	public boolean isOneToOne() {
		return true;
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
		new MonoalphabeticTask(types, search, random).run(this.judging);
	}

}
