package dev.decipher.solve.substitution;

import java.util.Arrays;

import dev.decipher.solve.search.BestList;

/**
 * A key that a search has come to.
 *
 * @param cost of the text, in nats / {@link dev.decipher.language.NGrams#UNITS}
 * @param letters the letter of each symbol that occurs
 */
record ScoredKey(int cost, int[] letters) {

	/** A list of the cheapest keys. */
	static BestList<ScoredKey> best(int capacity) {
		return new BestList<>(capacity, ScoredKey::cost,
				(one, other) -> one.cost == other.cost && Arrays.equals(one.letters, other.letters));
	}

}
