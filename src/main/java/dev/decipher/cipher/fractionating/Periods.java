package dev.decipher.cipher.fractionating;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods that a ciphertext of a fractionating cipher may have, likeliest first: with
 * the right one there are letters, a part of the period apart, of which one tells about
 * the other, so that the same pair occurs more often than the letters alone would have
 * it.
 *
 * @param ciphertext indices of symbols
 * @param symbols how many symbols there are
 * @param coordinates how many each symbol has
 */
record Periods(int[] ciphertext, int symbols, int coordinates) {

	List<Integer> sorted(IntStream periods) {
		return periods.boxed().sorted(Comparator.comparingDouble((period) -> -dependence(period))).toList();
	}

	/** How much more often pairs coincide than by chance, in standard deviations. */
	private double dependence(int period) {
		int[] distances = IntStream.range(1, this.coordinates)
			.flatMap((part) -> IntStream.rangeClosed(part * period / this.coordinates,
					(part * period + this.coordinates - 1) / this.coordinates))
			.filter((distance) -> distance > 0)
			.distinct()
			.toArray();
		return IntStream.of(distances).mapToDouble((distance) -> dependence(period, distance)).sum()
				/ Math.sqrt(distances.length);
	}

	private double dependence(int period, int distance) {
		int[] pairs = new int[this.symbols * this.symbols];
		double[] firsts = new double[this.symbols];
		double[] seconds = new double[this.symbols];
		int count = 0;
		int same = 0;
		for (int i = 0; i + distance < this.ciphertext.length; i++) {
			if (i / period == (i + distance) / period) {
				same += pairs[this.ciphertext[i] * this.symbols + this.ciphertext[i + distance]]++;
				firsts[this.ciphertext[i]]++;
				seconds[this.ciphertext[i + distance]]++;
				count++;
			}
		}
		double expected = (count > 1) ? repeats(firsts) * repeats(seconds) / (2.0 * count * (count - 1)) : 0;
		return (same - expected) / Math.sqrt(expected + 1);
	}

	private static double repeats(double[] counts) {
		double repeats = 0;
		for (double count : counts) {
			repeats += count * (count - 1);
		}
		return repeats;
	}

}
