package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * A search under way: what bounds it and what it has found. Shared by the threads that
 * work on it.
 */
public final class Search {

	/**
	 * By so many nats a text must be likelier than letters of chance, its key included,
	 * to be taken for the plaintext.
	 */
	private static final double EVIDENCE = 25;

	/** What a letter costs that differs from a crib's, in nats / NGrams.UNITS. */
	private static final int MISMATCH = 6 * NGrams.UNITS;

	/** A copyist's errors apart, a reading has a crib's letters but for so many in 1. */
	private static final double ERRORS = 0.1;

	private final Ciphertext ciphertext;

	private final Language language;

	private final LongSupplier nanoTime;

	private final long start;

	private final long end;

	private final BooleanSupplier cancelled;

	private final BestList<Candidate> found;

	private final LongAdder keys;

	private final Hints hints;

	private volatile boolean settled;

	/**
	 * Begins a search.
	 * @param nanoTime the time, in ns
	 * @param maxNanos how long it may take, in ns
	 * @param cancelled whether somebody wants it to end
	 * @param keep how many candidates to keep
	 */
	public Search(Ciphertext ciphertext, Language language, LongSupplier nanoTime, long maxNanos,
			BooleanSupplier cancelled, int keep) {
		this(ciphertext, language, Hints.NONE, nanoTime, maxNanos, cancelled, keep, new LongAdder());
	}

	/**
	 * Begins a search that is one of several.
	 * @param hints of indices in the ciphertext's symbols and the language's letters
	 * @param keys counts the keys that they try
	 * @see #Search(Ciphertext, Language, LongSupplier, long, BooleanSupplier, int)
	 */
	public Search(Ciphertext ciphertext, Language language, Hints hints, LongSupplier nanoTime, long maxNanos,
			BooleanSupplier cancelled, int keep, LongAdder keys) {
		this.keys = keys;
		this.hints = hints;
		this.ciphertext = ciphertext;
		this.language = language;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
		this.end = this.start + maxNanos;
		this.cancelled = cancelled;
		this.found = new BestList<>(keep, (candidate) -> -candidate.worth(),
				(one, other) -> Arrays.equals(one.plaintext(), other.plaintext()));
	}

	/** The text to be solved. */
	public Ciphertext ciphertext() {
		return this.ciphertext;
	}

	/** The language of its plaintext. */
	public Language language() {
		return this.language;
	}

	/** All that is known of the plaintext and its key. */
	public Hints hints() {
		return this.hints;
	}

	/**
	 * What a plaintext costs beside its n-grams because it hasn't the cribs, for searches
	 * that add it to the cost of n-grams.
	 * @return nats / {@link NGrams#UNITS}
	 */
	public int cribCost(int[] plaintext) {
		return this.hints.cribs().isEmpty() ? 0 : MISMATCH * this.hints.mismatches(plaintext);
	}

	/** Whether the text has no n-gram that the language could be told by. */
	public boolean isTooShort() {
		return this.ciphertext.length() < this.language.letters().order();
	}

	/**
	 * Whether to stop. Costs a look at the clock: to be asked a thousand times a second,
	 * not a million times.
	 */
	public boolean isOver() {
		return this.settled || this.cancelled.getAsBoolean() || this.nanoTime.getAsLong() - this.end >= 0;
	}

	/** The share of the time that has passed, 0 to 1. */
	public double spent() {
		return Math.min(1, (double) (this.nanoTime.getAsLong() - this.start) / Math.max(1, this.end - this.start));
	}

	/**
	 * Counts keys that were tried, by how well a text is read with them. To be called for
	 * many at a time.
	 */
	public void tried(long keys) {
		this.keys.add(keys);
	}

	/** Ends the search on all threads: nothing better is to be expected. */
	public void settle() {
		this.settled = true;
	}

	/** Reads the text with a cipher, over the alphabet that this cipher has. */
	public Candidate read(Cipher cipher) {
		return read(cipher, Readable.of(cipher, this.ciphertext, this.language));
	}

	/** As {@link #read(Cipher)}, of a text that ciphers of this type read as it is. */
	Candidate read(Cipher cipher, Readable readable) {
		SymbolCipher keyed = cipher.over(readable.alphabet()).inWords(this.ciphertext::wordLengths);
		int[] plaintext = readable.inLanguage(keyed.decrypt(readable.symbols()));
		return candidate(cipher, plaintext, this.language.letters().score(plaintext));
	}

	/**
	 * A candidate with a score of its own.
	 * @param plaintext indices of the language's letters (length)
	 * @param score the mean of ln p per letter, in nats
	 */
	public Candidate candidate(Cipher cipher, int[] plaintext, double score) {
		return new Candidate(cipher, plaintext, score,
				cipher.keyCost(Ciphertext.alphabetOf(cipher, this.language), this.ciphertext.symbols(), plaintext));
	}

	/**
	 * Keeps a candidate if it is among the best; of two with one plaintext the better
	 * one, or the first.
	 * @return how often its plaintext has been found; 0 for one that contradicts the
	 * hints, which is not kept
	 */
	public synchronized int offer(Candidate candidate) {
		return agrees(candidate) ? this.found.add(candidate) : 0;
	}

	private boolean agrees(Candidate candidate) {
		return this.hints.cribs()
			.stream()
			.allMatch((crib) -> crib.mismatches(candidate.plaintext()) <= ERRORS * crib.length());
	}

	/** Whether a candidate reads like the language. */
	public boolean isPlausible(Candidate candidate) {
		return this.language.letters().isPlausible(-candidate.score() * NGrams.UNITS, 1);
	}

	/** Whether a candidate reads like the language, and not by chance. */
	public boolean isConvincing(Candidate candidate) {
		double byChance = -candidate.plaintext().length * Math.log(this.language.letters().symbols());
		return isPlausible(candidate) && candidate.worth() > byChance + EVIDENCE;
	}

	/** What was found, best first. */
	public synchronized List<Candidate> best() {
		return this.found.first(Integer.MAX_VALUE);
	}

}
