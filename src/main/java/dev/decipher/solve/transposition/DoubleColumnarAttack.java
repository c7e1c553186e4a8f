package dev.decipher.solve.transposition;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/**
 * Finds both keys of a double columnar transposition, of unknown lengths, by divide and
 * conquer: the second key is sought by what tells a ciphertext of one transposition (see
 * {@link DigraphicPotential}), for the most promising ones the first key as that of a
 * columnar transposition, and from there both together are annealed. Of short second keys
 * all are tried, divided among the workers; longer ones are annealed, of the lengths that
 * promise the most in the next moment, in turn with what is best so far, until the search
 * is over.
 */
public record DoubleColumnarAttack() implements Attack {

	/** The longest second key of which all orders are tried. */
	private static final int MOST_ENUMERATED = 7;

	/** How many times a second key is annealed before what is best so far. */
	private static final int ANNEALED = 100;

	@Override
	public Set<String> types() {
		return Set.of("double-columnar");
	}

	@Override
	public double power() {
		return 0.4;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH, Hints.Kind.START);
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		MovedText moved = MovedText.of(search);
		if (moved == null || search.isTooShort()) {
			return;
		}
		DoubleColumnarSearch keys = new DoubleColumnarSearch(moved, random);
		if (search.hints().start() instanceof DoubleColumnar start) {
			keys.goOn(start, moved.keyAlphabet());
		}
		int[] lengths = keys.lengths();
		for (int columns2 : lengths) {
			if (columns2 <= MOST_ENUMERATED) {
				keys.tryAll(columns2, worker, workers);
			}
		}
		boolean longer = lengths.length > 0 && lengths[lengths.length - 1] > MOST_ENUMERATED;
		while (!search.isOver() && lengths.length > 0) {
			for (int i = 0; longer && i < ANNEALED; i++) {
				keys.annealSecond(MOST_ENUMERATED + 1);
			}
			keys.annealTheBest();
		}
	}

}
