package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How the letters of homophones are annealed, over and over again.
 *
 * @param steps of the first annealing, for each symbol
 * @param longer by this every annealing is longer than the one before
 * @param hot the first temperature, in the units in which joint n-grams cost
 * @param cold the last one
 * @param warm the first temperature of one that goes on from a key
 * @param last steps of the annealing by conditional n-grams that follows, for each of the
 * first
 * @param lastHot its first temperature, in nats /
 * {@link dev.decipher.language.NGrams#UNITS}
 * @param lastCold its last one
 * @param turns whether homophones that take turns are liked every other time, and
 * frequent letters are tried more often
 */
record HomophonicSchedule(double steps, double longer, float hot, float cold, float warm, double last, float lastHot,
		float lastCold, boolean turns) {

	/**
	 * For a text that the right key reads from beginning to end: its key appears at one
	 * of few temperatures. Many short annealings find it as soon as a few long ones.
	 */
	static final HomophonicSchedule WHOLE = new HomophonicSchedule(20_000, 1.1, 115, 92, 100, 0.15, 30, 15, true);

	/**
	 * For one of which the right key may only read a part, so that it appears when it is
	 * colder, and whose symbols may have been written in another order.
	 */
	static final HomophonicSchedule IN_PART = new HomophonicSchedule(10_000, 1.5, 135, 80, 90, 0.4, 40, 20, false);

	/**
	 * Letters are proposed by the square roots of their shares, a random number less than
	 * this each.
	 */
	static final int PROPOSALS = 4096;

	HomophonicSchedule with(double steps, double longer) {
		return new HomophonicSchedule(steps, longer, this.hot, this.cold, this.warm, this.last, this.lastHot,
				this.lastCold, this.turns);
	}

	/**
	 * Letters to choose from at random, frequent ones more often: rare letters are seldom
	 * right.
	 * @param shares how much of a text each letter is
	 * @return ({@value #PROPOSALS})
	 */
	static int[] proposals(double[] shares) {
		double all = DoubleStream.of(shares).map(Math::sqrt).sum();
		int[] proposals = new int[PROPOSALS];
		int next = 0;
		double sum = 0;
		for (int letter = 0; letter < shares.length; letter++) {
			sum += Math.sqrt(shares[letter]) / all;
			int end = (letter == shares.length - 1) ? PROPOSALS : (int) Math.round(sum * PROPOSALS);
			Arrays.fill(proposals, next, Math.max(next, end), letter);
			next = Math.max(next, end);
		}
		return proposals;
	}

}
