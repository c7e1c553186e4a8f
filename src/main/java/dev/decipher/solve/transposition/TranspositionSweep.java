package dev.decipher.solve.transposition;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/** Tries every key of transpositions that have few. */
public record TranspositionSweep() implements Attack {

	/** Symbols from which on the language betrays the right one of few keys. */
	private static final int ENOUGH_SYMBOLS = 10;

	/** Keys between two looks at the clock. */
	private static final int STRIDE = 32;

	@Override
	public Set<String> types() {
		return Set.of("rail-fence", "reverse", "route", "scytale");
	}

	@Override
	public boolean isQuick() {
		return true;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	/** One thread has soon tried all. */
	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		MovedText moved = MovedText.of(search);
		if (worker > 0 || moved == null || search.isTooShort()) {
			return;
		}
		types().stream()
			.filter(types::contains)
			.sorted()
			.forEach((type) -> tryAll(Objects.requireNonNull(CipherCatalogue.examples().get(type)), moved));
		List<Candidate> best = search.best();
		if (moved.length() >= ENOUGH_SYMBOLS && !best.isEmpty() && search.isPlausible(best.get(0))) {
			search.settle();
		}
	}

	private static void tryAll(Cipher example, MovedText moved) {
		Search search = moved.search();
		for (KeySpace space : example.keySpaces(moved.keyAlphabet(), moved.symbols())) {
			int[][] key = space.first();
			int keys = 0;
			do {
				Cipher cipher = space.cipher().apply(key);
				if (admits(search.hints(), cipher)) {
					search.offer(moved.read(cipher));
					search.tried(1);
				}
			}
			while (space.next(key) && (++keys % STRIDE != 0 || !search.isOver()));
		}
	}

	/** Whether there may be so many rails or columns. */
	private static boolean admits(Hints hints, Cipher cipher) {
		Integer lines = null;
		if (cipher instanceof RailFence fence) {
			lines = fence.rails();
		}
		else if (cipher instanceof Scytale scytale) {
			lines = scytale.columns();
		}
		else if (cipher instanceof Route route) {
			lines = route.columns();
		}
		return lines == null || hints.admits(lines);
	}

}
