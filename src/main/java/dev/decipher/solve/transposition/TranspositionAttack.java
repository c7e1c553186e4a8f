package dev.decipher.solve.transposition;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;

/**
 * Finds the key of a transposition, its size unknown, by annealing with each size in
 * turn. Of all keys the one is taken that is likeliest together with its text, an order
 * of c columns costing ln c! nats.
 *
 * @param type the type of cipher
 */
public record TranspositionAttack(String type) implements Attack {

	/** An attack for each type. */
	public static List<Attack> all() {
		return Stream
			.of("columnar", "permutation", "redefence", "amsco", "myszkowski", "nihilist-transposition", "grille",
					"cadenus", "swagman", "ubchi")
			.<Attack>map(TranspositionAttack::new)
			.toList();
	}

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		MovedText moved = MovedText.of(search);
		if (moved == null || search.isTooShort()) {
			return;
		}
		List<TranspositionTrial> trials = new Shapes(this.type, moved, search.hints()).all()
			.map((shape) -> new TranspositionTrial(moved, shape))
			.toList();
		Restarts.run(trials, search, random);
	}

}
