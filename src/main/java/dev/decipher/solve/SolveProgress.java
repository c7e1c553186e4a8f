package dev.decipher.solve;

/** Is told how far a search has come. */
@FunctionalInterface
interface SolveProgress {

	/**
	 * Called now and then while a search is under way.
	 * @param share the share of the time that has passed
	 * @param keysTried how many keys were tried so far
	 */
	void report(double share, long keysTried);

}
