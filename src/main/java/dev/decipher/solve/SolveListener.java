package dev.decipher.solve;

import java.util.List;

/** Is told of a search while it is under way, on the thread that waits for it. */
interface SolveListener {

	/** Tells nobody. */
	SolveListener NONE = new SolveListener() {
	};

	/** The types that the text may be of, before anything is searched. */
	default void types(List<Solution.Type> types) {
	}

	/** A reading that is better than all before. */
	default void candidate(Solution.Reading reading) {
	}

	/**
	 * Called now and then.
	 * @param share the share of the time that has passed
	 * @param keysTried how many keys were tried so far
	 * @param seconds how long the search has taken so far
	 */
	default void progress(double share, long keysTried, double seconds) {
	}

}
