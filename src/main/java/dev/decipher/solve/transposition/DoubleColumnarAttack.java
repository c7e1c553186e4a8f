package dev.decipher.solve.transposition;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Search;

/**
 * Finds both keys of a double columnar transposition, of unknown lengths, by divide and
 * conquer: the second key is sought by what tells a ciphertext of one transposition (see
 * {@link DigraphicPotential}), for the most promising ones the first key as that of a
 * columnar transposition, and from there both together are annealed. Of short second keys
 * all are tried, divided among the workers; then longer ones are climbed for from random
 * starts, in turn with annealing what is best so far, until the search is over.
 */
public record DoubleColumnarAttack() implements Attack {

	/** The longest second key of which all orders are tried. */
	private static final int MOST_ENUMERATED = 8;

	@Override
	public Set<String> types() {
		return Set.of("double-columnar");
	}

	@Override
	public double power() {
		return 0.2;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.isTooShort()) {
			return;
		}
		DoubleColumnarSearch keys = new DoubleColumnarSearch(search, random);
		for (int columns2 = 2; columns2 <= Math.min(MOST_ENUMERATED, keys.most()); columns2++) {
			keys.tryAll(columns2, worker, workers);
		}
		while (!search.isOver()) {
			keys.annealTheBest();
			if (keys.most() > MOST_ENUMERATED) {
				keys.climb(random.nextInt(MOST_ENUMERATED + 1, keys.most() + 1), random.nextInt(2, keys.most() + 1));
			}
		}
	}

}
