package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.language.NGrams;

/**
 * The general attack: simulated annealing over the neighbours of a cipher's own keys,
 * from random keys again and again, until a text of the language is found for the second
 * time, which a search that is lost among wrong keys hardly does. Where keys have several
 * shapes, the likelier ones have the more tries if the ciphertext tells which these are,
 * and else all have as many.
 *
 * @param type the type of cipher
 * @param hints cribs, a key to go on from, and a period where keys have one
 */
public record AnnealingAttack(String type, Set<Hints.Kind> hints) implements Attack {

	/** How often a plaintext must be found, each time from another key. */
	private static final int ENOUGH_FINDS = 2;

	/** A length at which every type has its key spaces: see Attacks. */
	private static final int USUAL_LENGTH = 3600;

	/**
	 * So many nats of evidence no wrong key has: one find is enough. Nearly right ones
	 * have been bettered by then.
	 */
	private static final double SURE = 50;

	/** For a type with its key spaces, which are looked at once for the hints. */
	public AnnealingAttack(String type) {
		this(type, hints(type));
	}

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	@Override
	public double power() {
		return 0.4;
	}

	private static Set<Hints.Kind> hints(String type) {
		Cipher example = example(type);
		return example.keySpaces(example.defaultAlphabet(), new int[USUAL_LENGTH])
			.stream()
			.anyMatch((space) -> space.keyLength() > 0)
					? Set.of(Hints.Kind.CRIB, Hints.Kind.START, Hints.Kind.KEY_LENGTH)
					: Set.of(Hints.Kind.CRIB, Hints.Kind.START);
	}

	private static Cipher example(String type) {
		return Objects.requireNonNull(CipherCatalogue.examples().get(type));
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = example(this.type);
		if (!Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		NGrams grams = search.language().letters().translated(readable.letters());
		Map<Integer, NGrams> known = new HashMap<>();
		IntFunction<NGrams> joint = (order) -> known.computeIfAbsent(order,
				(length) -> search.language().letters().joint(length).translated(readable.letters()));
		List<Annealing> shapes = new ArrayList<>();
		boolean isRanked = example instanceof SearchableCipher searchable && searchable.ranksShapes();
		for (KeySpace space : example.keySpaces(readable.alphabet(), readable.symbols())) {
			if (space.keyLength() == 0 || search.hints().admits(space.keyLength())) {
				shapes.add(new Annealing(space, readable, grams, joint, search, random));
			}
		}
		if (search.hints().start() instanceof SearchableCipher start && start.type().equals(this.type)) {
			int[][] key = start.searchedKey(readable.alphabet());
			if (key != null) {
				search.offer(search.read(start));
				Annealing near = new Annealing(start.keySpace(readable.alphabet()), readable, grams, joint, search,
						random);
				search.offer(search.read(near.better(key)));
			}
		}
		while (!shapes.isEmpty() && !search.isOver()) {
			int[] made = shapes.stream().mapToInt(Annealing::passes).toArray();
			int next = isRanked ? RankedPasses.next(made) : IntStream.of(made).sum() % made.length;
			Candidate found = search.read(shapes.get(next).pass());
			boolean again = search.offer(found) >= ENOUGH_FINDS;
			if (search.isConvincing(found) && (again || search.evidence(found) > SURE)) {
				search.settle();
			}
		}
	}

}
