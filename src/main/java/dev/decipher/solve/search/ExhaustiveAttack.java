package dev.decipher.solve.search;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;

/**
 * Tries every key of ciphers that have few.
 *
 * @param types what it finds
 */
public record ExhaustiveAttack(Set<String> types) implements Attack {

	/** Letters from which on the language betrays the right one of few keys. */
	private static final int ENOUGH_LETTERS = 10;

	@Override
	public boolean isQuick() {
		return true;
	}

	/** One thread has soon tried all. */
	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (worker > 0 || search.isTooShort()) {
			return;
		}
		for (String type : this.types) {
			if (types.contains(type)) {
				tryAll(Objects.requireNonNull(CipherCatalogue.examples().get(type)), search);
			}
		}
		List<Candidate> best = search.best();
		if (search.ciphertext().length() >= ENOUGH_LETTERS && !best.isEmpty() && search.isPlausible(best.get(0))) {
			search.settle();
		}
	}

	private static void tryAll(Cipher example, Search search) {
		if (!Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		for (KeySpace space : example.keySpaces(readable.alphabet(), readable.symbols())) {
			int[][] key = space.first();
			do {
				search.offer(search.read(space.cipher().apply(key), readable));
				search.tried(1);
			}
			while (space.next(key) && !search.isOver());
		}
	}

}
