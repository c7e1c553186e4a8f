package dev.decipher.solve.search;

import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;

/**
 * Passes of annealing over several kinds of keys, the likelier of which have the more:
 * the second kind half as many as the first, the third a third, and so on. One thread's
 * work.
 */
public final class RankedPasses {

	/** How often a plaintext must be found, each time from another key. */
	private static final int ENOUGH_FINDS = 2;

	private RankedPasses() {
	}

	/** A kind of key, such as those of one period. */
	public interface Pass {

		/**
		 * Searches once from a random key.
		 * @param number how many passes of this kind were made before
		 * @return the cipher with the best key
		 */
		Cipher run(int number, SplittableRandom random);

	}

	/**
	 * Makes passes until a convincing text has been found for the second time, which a
	 * search that is lost among wrong keys hardly does, or the search is over.
	 * @param passes the likeliest first
	 */
	public static void run(List<? extends Pass> passes, Search search, SplittableRandom random) {
		int[] made = new int[passes.size()];
		while (!search.isOver() && !passes.isEmpty()) {
			int next = next(made);
			Candidate found = search.read(passes.get(next).run(made[next]++, random));
			if (search.offer(found) >= ENOUGH_FINDS && search.isConvincing(found)) {
				search.settle();
			}
		}
	}

	/**
	 * The kind of key whose turn it is: the n-th has as many passes as the first divided
	 * by n.
	 * @param made how many passes each has made, the likeliest first
	 */
	static int next(int[] made) {
		int next = 0;
		for (int pass = 1; pass < made.length; pass++) {
			if (due(pass, made) < due(next, made)) {
				next = pass;
			}
		}
		return next;
	}

	private static int due(int pass, int[] made) {
		return (pass + 1) * (made[pass] + 1);
	}

}
