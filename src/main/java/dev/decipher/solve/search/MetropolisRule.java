package dev.decipher.solve.search;

import java.util.stream.IntStream;

/**
 * Simulated annealing's rule for changes to the worse: one that costs d more is accepted
 * with probability exp(−d / temperature). Metropolis et al., Equation of state
 * calculations by fast computing machines, The Journal of Chemical Physics 21, 1953;
 * Kirkpatrick, Gelatt and Vecchi, Optimization by simulated annealing, Science 220, 1983.
 */
public final class MetropolisRule {

	private static final int SIZE = 4096;

	/** −ln of evenly spread numbers between 0 and 1. */
	private static final float[] LOGARITHMS = new float[SIZE];

	static {
		IntStream.range(0, SIZE).forEach((i) -> LOGARITHMS[i] = (float) -Math.log((i + 0.5) / SIZE));
	}

	private MetropolisRule() {
	}

	/**
	 * The greatest increase in cost to accept this time.
	 * @param random random in its lowest 12 bits
	 */
	public static float limit(float temperature, long random) {
		return temperature * LOGARITHMS[(int) random & SIZE - 1];
	}

	/** A number from 0 to the bound, exclusive, by 32 random bits. */
	public static int below(int bound, long random) {
		return (int) ((random & 0xffffffffL) * bound >>> 32);
	}

}
