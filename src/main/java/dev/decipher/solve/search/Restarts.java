package dev.decipher.solve.search;

import java.util.Arrays;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * What one thread's passes from random keys find, and when that is enough: when a text of
 * the language is found again, which a search that is lost among wrong keys hardly does.
 */
public final class Restarts {

	/** The least mean ln p per letter of a text in the language, in nats. */
	public static final double PLAUSIBLE = -2.6;

	private static final long FIRST = 400_000;

	private final Language language;

	private final Search search;

	private int passes;

	public Restarts(Language language, Search search) {
		this.language = language;
		this.search = search;
	}

	/** How many changes the next pass should try: more and more. */
	public long moves() {
		return FIRST + this.passes++ * FIRST / 4;
	}

	/** Offers what a pass found, and settles the search if that is sure. */
	public void offer(Cipher cipher, int[] plaintext) {
		double score = score(this.language.letters(), plaintext);
		boolean again = this.search.best()
			.stream()
			.limit(1)
			.anyMatch((best) -> Arrays.equals(best.plaintext(), plaintext));
		this.search.offer(new Candidate(cipher, plaintext, score));
		if (again && score > PLAUSIBLE) {
			this.search.settle();
		}
	}

	/** The mean of ln p per letter, in nats. */
	public static double score(NGrams grams, int[] text) {
		return -(double) grams.cost(text) / NGrams.UNITS / Math.max(1, text.length - grams.order() + 1);
	}

}
