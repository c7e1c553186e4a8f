package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Searches for one text over several alphabets. Where letters beyond A to Z may be
 * symbols as well, the text is first read without them, and then with them in the time
 * that is left, unless those that were left where they stood make sense.
 *
 * @param own the languages whose own letters the text has
 * @param search reads the text
 * @param cancelled whether nobody waits for it any more
 */
record SeveralAlphabets(OwnLetters own, Search search, BooleanSupplier cancelled) {

	/** A reading as likely right ends the search. */
	private static final double SURE = 0.9;

	/** The share of the time for A to Z where other letters may be symbols as well. */
	private static final double FIRST_SHARE = 0.4;

	private static final double LEAST_SECONDS = 0.1;

	/** So long a text that is read is at least read with its other letters, too. */
	private static final double BRIEF_SECONDS = 1;

	/** A search over one alphabet. */
	interface Search {

		/** Reads the text in some languages, in so much time. */
		Solution over(Tongues tongues, double seconds, SolveListener listener);

	}

	/** The best reading over any of the alphabets. */
	Solution solve(Tongues tongues, double maxSeconds, SolveListener listener) {
		if (this.own.isEmpty()) {
			return this.search.over(tongues, maxSeconds, listener);
		}
		ContinuedListener continued = new ContinuedListener(listener, maxSeconds, this.own);
		Solution first = this.search.over(tongues, Math.max(LEAST_SECONDS, FIRST_SHARE * maxSeconds), continued);
		continued.ended(first);
		if (first.confidence() < SURE) {
			return withOwnLetters(first, maxSeconds, continued);
		}
		double again = Math.max(BRIEF_SECONDS * this.own.tongues().size(), 2 * first.seconds());
		return this.own.explains(first) ? first
				: withOwnLetters(first, Math.min(maxSeconds, first.seconds() + again), continued);
	}

	/**
	 * Takes a look over each alphabet, and the rest of the time over the most promising
	 * one.
	 * @param first what was read without the letters
	 * @param end of all searches, in s
	 */
	private Solution withOwnLetters(Solution first, double end, ContinuedListener listener) {
		Solution best = first;
		List<Tongues> looks = new ArrayList<>(this.own.tongues());
		if (looks.size() > 1) {
			looks.add(looks.get(0));
		}
		double worth = this.own.worth(best);
		for (int i = 0; i < looks.size() && !this.cancelled.getAsBoolean() && !this.own.isSettled(best, SURE); i++) {
			double left = (end - best.seconds()) / (looks.size() - i);
			if (i > 0 && best.confidence() >= SURE) {
				left = Math.min(left, BRIEF_SECONDS);
			}
			Solution next = this.search.over(looks.get(i), Math.max(LEAST_SECONDS, left), listener);
			listener.ended(next);
			double nextWorth = this.own.worth(next);
			boolean better = nextWorth > worth;
			best = best.or(next, better);
			if (better) {
				looks.set(looks.size() - 1, looks.get(i));
				worth = nextWorth;
			}
		}
		return best;
	}

}
