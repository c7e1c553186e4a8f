package dev.decipher.solve.search;

import dev.decipher.language.NGrams;

/**
 * A key under change, and what its text costs: that of its n-grams and what it lacks of
 * the cribs, in nats / {@link NGrams#UNITS}. Not thread-safe.
 */
interface KeyWalk {

	/**
	 * Goes to a key.
	 * @param key in parts; copied
	 * @param grams by which texts cost from now on
	 */
	void goTo(int[][] key, NGrams grams);

	/** What the text costs now. */
	int cost();

	/**
	 * Makes the key a neighbour of itself, which is then either accepted or taken back.
	 * @param limit the greatest increase in cost with which it will be accepted
	 * @param temperature by which the limit was drawn: how much costs vary
	 * @return how much more the text costs; any number above the limit for a neighbour
	 * that is all but certain to cost more than that
	 */
	int change(float limit, float temperature);

	/** Stays with the neighbour. */
	void accept();

	/** Goes back to the key before the change. */
	void reject();

	/** Copies the key, in parts. */
	void copyTo(int[][] key);

}
