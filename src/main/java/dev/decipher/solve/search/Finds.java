package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * What one attack on one thread has found, by how probable plaintext and key are
 * together: a long key that makes a text a little likelier than a short one does is the
 * worse explanation. J. Rissanen, Modeling by shortest data description, 1978.
 */
public final class Finds {

	private static final int KEPT = 5;

	/**
	 * A text whose letters are likelier than this, in nats, is taken for plain language:
	 * 99.5 % of English passages of 60 letters are, counted on texts that the n-grams
	 * have not seen.
	 */
	private static final double PLAIN = -2.4;

	/** And this many nats likelier than by chance, its key included. */
	private static final double MARGIN = 25;

	private final Ciphertext ciphertext;

	private final Language language;

	private final List<Find> best = new ArrayList<>();

	private record Find(Candidate candidate, double surprise) {
	}

	public Finds(Ciphertext ciphertext, Language language) {
		this.ciphertext = ciphertext;
		this.language = language;
	}

	/**
	 * Takes note of a key.
	 * @param keySurprise −ln p(key), in nats
	 */
	public void add(Cipher cipher, double keySurprise) {
		NGrams grams = this.language.letters();
		int[] plaintext = cipher.over(this.language.alphabet()).decrypt(this.ciphertext.symbols());
		double cost = grams.cost(plaintext) / (double) NGrams.UNITS;
		double score = -cost / Math.max(1, plaintext.length - grams.order() + 1);
		Find find = new Find(new Candidate(cipher, plaintext, score), cost + keySurprise);
		for (Find other : this.best) {
			if (Arrays.equals(other.candidate.plaintext(), plaintext)) {
				if (other.surprise <= find.surprise) {
					return;
				}
				this.best.remove(other);
				break;
			}
		}
		this.best.add(find);
		this.best.sort(Comparator.comparingDouble(Find::surprise));
		if (this.best.size() > KEPT) {
			this.best.remove(KEPT);
		}
	}

	/** −ln p(plaintext, key) of the best, in nats. */
	double surprise() {
		return this.best.isEmpty() ? Double.POSITIVE_INFINITY : this.best.get(0).surprise;
	}

	/** Whether the best reads like the language, and not by chance. */
	public boolean isPlain() {
		if (this.best.isEmpty()) {
			return false;
		}
		Alphabet alphabet = this.language.alphabet();
		double byChance = this.ciphertext.length() * Math.log(alphabet.size());
		return this.best.get(0).candidate.score() > PLAIN && this.best.get(0).surprise < byChance - MARGIN;
	}

	/**
	 * Offers the best, and of the others those that don't come before it by their text
	 * alone.
	 */
	public void offerTo(Search search) {
		for (Find find : this.best) {
			if (find.candidate.score() <= this.best.get(0).candidate.score()) {
				search.offer(find.candidate);
			}
		}
	}

}
