package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import dev.decipher.language.NGrams;

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

	/**
	 * Anneals a key with a temperature that falls geometrically.
	 * @param key in parts; in the end the best that was found
	 * @param change makes a key a neighbour of itself
	 * @param cost what a text costs with a key, in nats / {@link NGrams#UNITS}
	 * @param hot the first temperature, in nats
	 * @param cold the last one, in nats
	 * @param steps how many changes to try
	 * @return what the text costs with the key found
	 */
	public static int anneal(int[][] key, BiConsumer<int[][], SplittableRandom> change, ToIntFunction<int[][]> cost,
			double hot, double cold, int steps, SplittableRandom random) {
		int[][] before = Arrays.stream(key).map(int[]::clone).toArray(int[][]::new);
		int[][] best = Arrays.stream(key).map(int[]::clone).toArray(int[][]::new);
		int now = cost.applyAsInt(key);
		int least = now;
		float temperature = (float) hot * NGrams.UNITS;
		float cooling = (float) Math.pow(cold / hot, 1.0 / steps);
		for (int step = 0; step < steps; step++) {
			change.accept(key, random);
			int changed = cost.applyAsInt(key);
			if (changed - now <= limit(temperature, random.nextLong())) {
				now = changed;
				copy(key, before);
				if (now < least) {
					least = now;
					copy(key, best);
				}
			}
			else {
				copy(before, key);
			}
			temperature *= cooling;
		}
		copy(best, key);
		return least;
	}

	/** Copies a key in parts over another one. */
	public static void copy(int[][] from, int[][] to) {
		for (int part = 0; part < to.length; part++) {
			System.arraycopy(from[part], 0, to[part], 0, to[part].length);
		}
	}

}
