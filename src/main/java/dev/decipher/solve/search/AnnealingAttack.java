package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.language.NGrams;

/**
 * The general attack: simulated annealing over the neighbours of a cipher's own keys,
 * from random keys again and again, until a text of the language is found for the second
 * time, which a search that is lost among wrong keys hardly does. Where keys have several
 * shapes, the likelier ones have the more tries.
 *
 * @param type the type of cipher
 */
public record AnnealingAttack(String type) implements Attack {

	/** How often a plaintext must be found, each time from another key. */
	private static final int ENOUGH_FINDS = 2;

	/** Symbols of the n-grams by which a key is looked for. */
	private static final int SMOOTH = 4;

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	@Override
	public double power() {
		return 0.4;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(this.type));
		if (!Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		NGrams grams = search.language().letters().translated(readable.letters());
		NGrams smooth = search.language().letters().joint(SMOOTH).translated(readable.letters());
		List<Annealing> shapes = new ArrayList<>();
		for (KeySpace space : example.keySpaces(readable.alphabet(), readable.symbols())) {
			shapes.add(new Annealing(space, readable, grams, smooth, search, random));
		}
		while (!search.isOver()) {
			Candidate found = search.read(next(shapes).pass());
			if (search.offer(found) >= ENOUGH_FINDS && search.isConvincing(found)) {
				search.settle();
			}
		}
	}

	/**
	 * Gives the second half as many passes as the first, the third a third, and so on.
	 */
	private static Annealing next(List<Annealing> shapes) {
		int next = 0;
		for (int shape = 1; shape < shapes.size(); shape++) {
			if ((shape + 1) * (shapes.get(shape).passes() + 1) < (next + 1) * (shapes.get(next).passes() + 1)) {
				next = shape;
			}
		}
		return shapes.get(next);
	}

}
