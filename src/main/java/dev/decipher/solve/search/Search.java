package dev.decipher.solve.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A search under way: what bounds it and what it has found. Shared by the threads that
 * work on it.
 */
public final class Search {

	private final LongSupplier nanoTime;

	private final long start;

	private final long end;

	private final BooleanSupplier cancelled;

	private final int keep;

	private final List<Candidate> best = new ArrayList<>();

	private volatile boolean settled;

	/**
	 * Begins a search.
	 * @param nanoTime the time, in ns
	 * @param maxNanos how long it may take, in ns
	 * @param cancelled whether somebody wants it to end
	 * @param keep how many candidates to keep
	 */
	public Search(LongSupplier nanoTime, long maxNanos, BooleanSupplier cancelled, int keep) {
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
		this.end = this.start + maxNanos;
		this.cancelled = cancelled;
		this.keep = keep;
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

	/** Ends the search on all threads: nothing better is to be expected. */
	public void settle() {
		this.settled = true;
	}

	/**
	 * Keeps a candidate if it is among the best; of two with one plaintext the better
	 * one, or the first.
	 */
	public synchronized void offer(Candidate candidate) {
		for (Candidate other : this.best) {
			if (Arrays.equals(other.plaintext(), candidate.plaintext())) {
				if (other.score() >= candidate.score()) {
					return;
				}
				this.best.remove(other);
				break;
			}
		}
		this.best.add(candidate);
		this.best.sort(Comparator.comparingDouble(Candidate::score).reversed());
		if (this.best.size() > this.keep) {
			this.best.remove(this.keep);
		}
	}

	/** What was found, best first. */
	public synchronized List<Candidate> best() {
		return List.copyOf(this.best);
	}

}
