package dev.decipher.solve.polygraphic;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.polygraphic.Bazeries;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/** Tries every number of the Bazeries cipher, where the second square follows from it. */
public final class BazeriesAttack implements Attack {

	private static final int MOST = 999_999;

	/** Numbers tried between two looks at the clock. */
	private static final int STRIDE = 1_000;

	@Override
	public Set<String> types() {
		return Set.of("bazeries");
	}

	/** The shortest numbers come first, which are the usual ones. */
	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = new Bazeries(1, null, null);
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		NGrams grams = search.language().letters().translated(readable.letters());
		int least = Integer.MAX_VALUE;
		for (int number = 1 + worker, tried = 0; number <= MOST; number += workers, tried++) {
			if (tried % STRIDE == STRIDE - 1) {
				search.tried(STRIDE);
				if (search.isOver()) {
					return;
				}
			}
			Cipher cipher = new Bazeries(number, null, null);
			int[] plaintext = cipher.over(readable.alphabet()).decrypt(readable.symbols());
			int cost = grams.cost(plaintext) + search.cribCost(readable.inLanguage(plaintext));
			if (cost < least) {
				least = cost;
				Candidate found = search.read(cipher);
				search.offer(found);
				if (search.isConvincing(found)) {
					search.settle();
				}
			}
		}
	}

}
