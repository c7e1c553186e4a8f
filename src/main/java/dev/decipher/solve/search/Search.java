package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import org.jspecify.annotations.Nullable;

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
	static final int MISMATCH = 6 * NGrams.UNITS;

	/** A copyist's errors apart, a reading has a crib's letters but for so many in 1. */
	private static final double ERRORS = 0.1;

	/** Candidates that a search within another one keeps. */
	private static final int PART_KEEPS = 20;

	private final Ciphertext ciphertext;

	private final Language language;

	private final LongSupplier nanoTime;

	private final long start;

	private final long end;

	private final BooleanSupplier cancelled;

	private final BestList<Candidate> found;

	private final LongAdder keys;

	private final Hints hints;

	/** What this search is a part of, and what its candidates are in there. */
	private final @Nullable Search whole;

	private final Function<Candidate, @Nullable Candidate> translation;

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
		this(ciphertext, language, hints, nanoTime, maxNanos, cancelled, keep, keys, null, (candidate) -> candidate);
	}

	private Search(Ciphertext ciphertext, Language language, Hints hints, LongSupplier nanoTime, long maxNanos,
			BooleanSupplier cancelled, int keep, LongAdder keys, @Nullable Search whole,
			Function<Candidate, @Nullable Candidate> translation) {
		this.whole = whole;
		this.translation = translation;
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

	/**
	 * A search for the same plaintext in other symbols, which the ciphertext comes down
	 * to. What it finds is offered here too.
	 * @param symbols the ciphertext in these
	 * @param share how much of the time that is left it may take, at most 1
	 * @param translation what a candidate of it is here, null if there is no such key
	 */
	public Search within(Ciphertext symbols, double share, Function<Candidate, @Nullable Candidate> translation) {
		Hints letters = new Hints(Hints.NONE.minKeyLength(), Hints.NONE.maxKeyLength(), this.hints.cribs(), Map.of(),
				Map.of(), null);
		long left = Math.max(0, this.end - this.nanoTime.getAsLong());
		return new Search(symbols, this.language, letters, this.nanoTime, (long) (share * left), this::isOver,
				PART_KEEPS, this.keys, this, translation);
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

	/** Whether the search was ended because it was sure. */
	public boolean isSettled() {
		return this.settled;
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
	public int offer(Candidate candidate) {
		int times = agrees(candidate) ? add(candidate) : 0;
		if (times > 0 && this.whole != null) {
			Candidate translated = this.translation.apply(candidate);
			if (translated != null) {
				this.whole.offer(translated);
			}
		}
		return times;
	}

	private synchronized int add(Candidate candidate) {
		return this.found.add(candidate);
	}

	private boolean agrees(Candidate candidate) {
		return this.hints.cribs()
			.stream()
			.allMatch((crib) -> asWritten(crib, candidate.cipher()).mismatches(candidate.plaintext()) <= ERRORS
					* crib.length());
	}

	/** A crib as a cipher's plaintexts have it, which may lack a letter, as J. */
	private Crib asWritten(Crib crib, Cipher cipher) {
		Alphabet letters = this.language.alphabet();
		Alphabet own = Ciphertext.alphabetOf(cipher, this.language);
		return (own == letters) ? crib : new Crib(IntStream.of(crib.letters()).map((letter) -> {
			int symbol = own.indexOf(letters.codePoint(letter));
			int written = (symbol >= 0) ? letters.indexOf(own.codePoint(symbol)) : -1;
			return (written >= 0) ? written : letter;
		}).toArray(), crib.position());
	}

	/** Whether a candidate reads like the language. */
	public boolean isPlausible(Candidate candidate) {
		return candidate.isPlausible(this.language);
	}

	/** Whether a candidate reads like the language, and not by chance. */
	public boolean isConvincing(Candidate candidate) {
		return isPlausible(candidate) && evidence(candidate) > EVIDENCE;
	}

	/**
	 * By so many nats a candidate is likelier than letters of chance, its key included.
	 */
	public double evidence(Candidate candidate) {
		return candidate.evidence(this.language.letters().symbols());
	}

	/** What was found, best first. */
	public synchronized List<Candidate> best() {
		return this.found.first(Integer.MAX_VALUE);
	}

}
