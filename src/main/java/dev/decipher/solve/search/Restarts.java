package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Annealing again and again, with each kind of key in turn, until the best of all is
 * found repeatedly. One thread's work.
 */
public final class Restarts {

	/** How often a key is found, each time from another start, to be the one. */
	private static final int HITS = 3;

	/** How often at most to try for that, before others get their turn again. */
	private static final int CONFIRMATIONS = 8;

	private static final int ROUNDS_WITHOUT_PROGRESS = 40;

	private final List<? extends Trial> trials;

	private final Search search;

	private final SplittableRandom random;

	/** What a trial's best text costs, and how often that came. */
	private final int[] costs;

	private final int[] hits;

	/** The best of all trials, and whose it is. */
	private @Nullable Candidate best;

	private int number;

	/** A kind of key, such as those of one length. */
	public interface Trial {

		/**
		 * Searches from a random start.
		 * @param search is told how many keys were tried
		 * @return what the text costs with the key found
		 */
		int run(Search search, SplittableRandom random);

		/** The cipher with the key found last, by its simplest name. */
		Cipher cipher();

		/**
		 * Ciphers whose plaintexts are nearly that of the key found last, so that n-grams
		 * hardly tell them apart: they are left to the final ranking.
		 */
		default List<Cipher> alternatives() {
			return List.of();
		}

		/** Reads the text with one of these ciphers. */
		default Candidate read(Search search, Cipher cipher) {
			return search.read(cipher);
		}

		/** Whether keys of this kind are a special case of another's. */
		default boolean isCaseOf(Trial other) {
			return this == other;
		}

	}

	private Restarts(List<? extends Trial> trials, Search search, SplittableRandom random) {
		this.trials = trials;
		this.search = search;
		this.random = random;
		this.costs = new int[trials.size()];
		Arrays.fill(this.costs, Integer.MAX_VALUE);
		this.hits = new int[trials.size()];
	}

	/** Anneals until the search is over, or settled here, or nothing better comes. */
	public static void run(List<? extends Trial> trials, Search search, SplittableRandom random) {
		new Restarts(trials, search, random).run();
	}

	private void run() {
		int lastProgress = 0;
		for (int round = 0; round - lastProgress <= ROUNDS_WITHOUT_PROGRESS; round++) {
			for (int trial = 0; trial < this.trials.size(); trial++) {
				if (this.search.isOver()) {
					return;
				}
				if (attempt(trial)) {
					lastProgress = round;
				}
			}
			if (this.best != null && this.search.isConvincing(this.best) && isConfirmed()) {
				this.search.settle();
				return;
			}
		}
	}

	/** Whether the best of all so far was found. */
	private boolean attempt(int number) {
		Trial trial = this.trials.get(number);
		int cost = trial.run(this.search, this.random);
		if (cost == this.costs[number]) {
			this.hits[number]++;
		}
		if (cost >= this.costs[number]) {
			return false;
		}
		this.costs[number] = cost;
		this.hits[number] = 1;
		Candidate found = trial.read(this.search, trial.cipher());
		this.search.offer(found);
		trial.alternatives().forEach((cipher) -> this.search.offer(trial.read(this.search, cipher)));
		if (this.best != null && found.worth() <= this.best.worth()) {
			return false;
		}
		this.best = found;
		this.number = number;
		return true;
	}

	/**
	 * Tries the best, and what may be simpler, some times more, unless the search is
	 * over.
	 */
	private boolean isConfirmed() {
		for (int i = 0; i < CONFIRMATIONS && this.hits[this.number] < HITS; i++) {
			Trial supposed = this.trials.get(this.number);
			for (int trial = 0; trial < this.trials.size(); trial++) {
				if (this.trials.get(trial).isCaseOf(supposed) && !this.search.isOver()) {
					attempt(trial);
				}
			}
		}
		return this.hits[this.number] >= HITS;
	}

}
