package dev.decipher.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a search's time among what may lead to a find. A search that has gone on for a
 * while without one is less and less likely to have looked in the right place: after each
 * sixth of all time its probability is taken to be smaller by the factor e. Time always
 * goes to what is likeliest then, so that of two types which look alike the likelier one
 * doesn't have all of it. (For searches that find with a constant rate this is the best
 * there is: p₁·exp(−t₁/τ) = p₂·exp(−t₂/τ).)
 */
final class TimeShares {

	private TimeShares() {
	}

	/**
	 * The shares of the time.
	 * @param probabilities of each, at least one of them above 0
	 * @param doubts all time divided by τ
	 * @return for each, 0 to 1, in all 1
	 */
	static double[] of(double[] probabilities, double doubts) {
		double[] logs = Arrays.stream(probabilities).map(Math::log).toArray();
		List<Integer> order = IntStream.range(0, logs.length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer one) -> -logs[one]))
			.toList();
		double sum = 0;
		double level = Double.NEGATIVE_INFINITY;
		for (int taken = 0; taken < order.size(); taken++) {
			double log = logs[order.get(taken)];
			if (log <= level) {
				break;
			}
			sum += log;
			// the shares of all that were taken, (log − level) / doubts, are 1 together
			level = (sum - doubts) / (taken + 1);
		}
		double least = level;
		return Arrays.stream(logs).map((log) -> Math.max(0, (log - least) / doubts)).toArray();
	}

}
