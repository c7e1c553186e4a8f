package dev.decipher.solve.transposition;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Finds;
import dev.decipher.solve.search.Search;

/**
 * Tries every number of rails of a rail fence, and of columns of a scytale.
 */
public record RouteAttack() implements Attack {

	/** What the ciphers allow. */
	private static final int MOST = 1000;

	@Override
	public Set<String> types() {
		return Set.of("rail-fence", "scytale");
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		if (worker > 0 || ciphertext.length() < language.letters().order()) {
			return; // soon done by one, which then knows whether the best reads like
					// plaintext
		}
		Finds finds = new Finds(ciphertext, language);
		int most = Math.min(ciphertext.length() - 1, MOST);
		for (int number = 2; number <= most && !search.isOver(); number++) {
			if (types.contains("rail-fence")) {
				finds.add(new RailFence(number, null), Math.log(most));
			}
			if (types.contains("scytale")) {
				finds.add(new Scytale(number, null), Math.log(most));
			}
		}
		finds.offerTo(search);
		if (finds.isPlain()) {
			search.settle();
		}
	}

}
