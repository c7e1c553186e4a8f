package dev.decipher.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NullSearchTests {

	/**
	 * Pairs of a cipher by which the meaning of a symbol depends on its place, some of
	 * whose symbols are nulls.
	 */
	private static NullSearch search(int symbols, int nulls, double share, int pairs, int length, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		NullSearch search = new NullSearch(symbols);
		for (int i = 0; i < pairs; i++) {
			int[] plaintext = random.ints(length, 0, symbols - nulls).toArray();
			int[] shifts = IntStream.range(0, length)
				.map((j) -> nulls + (plaintext[j] + 3 * j) % (symbols - nulls))
				.toArray();
			int[] ciphertext = Arrays.stream(shifts)
				.flatMap((symbol) -> (random.nextDouble() < share) ? IntStream.of(random.nextInt(nulls), symbol)
						: IntStream.of(symbol))
				.toArray();
			search.add(ciphertext, plaintext);
		}
		return search;
	}

	/** Many nulls leave no equation that decides a symbol by itself. */
	@ParameterizedTest
	@CsvSource({ "26, 1, 0.1, 40, 32", "26, 2, 0.5, 60, 64", "26, 3, 0.9, 60, 100", "100, 5, 0.2, 300, 32",
			"256, 20, 0.5, 400, 60", "600, 4, 0.1, 5000, 40", "4096, 10, 0.1, 20000, 40" })
	void findsNulls(int symbols, int nulls, double share, int pairs, int length) {
		List<int[]> found = search(symbols, nulls, share, pairs, length, symbols + nulls).find();
		assertThat(found.toArray(int[][]::new)).isDeepEqualTo(new int[][] { IntStream.range(0, nulls).toArray() });
	}

	@Test
	void findsNoneWhereLengthsHaveOtherReasons() {
		SplittableRandom random = new SplittableRandom(3);
		for (int pairs : new int[] { 40, 1000 }) {
			NullSearch search = new NullSearch(26);
			for (int i = 0; i < pairs; i++) {
				search.add(random.ints(40, 0, 26).toArray(), new int[random.nextInt(20, 40)]);
			}
			assertThat(search.find()).isEmpty();
		}
		assertThat(search(26, 1, 0, 10, 20, 1).find()).isEmpty();
		NullSearch search = search(26, 1, 0.1, 40, 32, 7);
		search.add(new int[3], new int[4]);
		assertThat(search.find()).isEmpty();
	}

	@Test
	void saysThatFewPairsAllowSeveral() {
		assertThat(search(26, 2, 0.3, 4, 12, 5).find()).hasSizeGreaterThan(1);
	}

}
