package dev.decipher.solve.transposition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.transposition.Permutation;
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
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH, Hints.Kind.START);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		MovedText moved = MovedText.of(search);
		if (moved == null || search.isTooShort()) {
			return;
		}
		Cipher start = search.hints().start();
		List<TranspositionTrial> trials = new Shapes(this.type, moved, search.hints()).all()
			.flatMap((shape) -> (start instanceof SearchableCipher keyed && this.type.equals(start.type()))
					? begun(moved, shape, keyed) : Stream.of(new TranspositionTrial(moved, shape, null)))
			.toList();
		Restarts.run(trials, search, random);
	}

	/** A trial that begins with a key, if it is one of the shape's. */
	private static Stream<TranspositionTrial> begun(MovedText moved, Shape shape, SearchableCipher start) {
		int[][] key = start.searchedKey(moved.keyAlphabet());
		if (key == null) {
			return Stream.empty();
		}
		if (start instanceof Permutation) {
			key[0] = KeyNumbers.inverse(key[0]);
		}
		List<KeyPart> parts = shape.parts();
		boolean fits = key.length == parts.size()
				&& IntStream.range(0, key.length).allMatch((part) -> key[part].length == parts.get(part).length());
		if (!fits || !Arrays.equals(moved.read(start).plaintext(), moved.read(shape.cipher(key)).plaintext())) {
			return Stream.empty();
		}
		return Stream.of(new TranspositionTrial(moved, shape, key));
	}

}
