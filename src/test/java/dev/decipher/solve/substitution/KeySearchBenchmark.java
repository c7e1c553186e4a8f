package dev.decipher.solve.substitution;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.language.English;
import dev.decipher.solve.search.MetropolisRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many keys annealing tries in a second of one core's time, for 128 letters without
 * spaces.
 */
@Tag("benchmark")
class KeySearchBenchmark {

	private static final int KEYS = 10_000_000;

	private static final String TEXT = "THEMEETINGWASMOVEDTOTHURSDAYBECAUSENOBODYCOULDFINDTHEKEYSTOTHEOLDHALLAND"
			+ "THENEWONEISSTILLBEINGPAINTEDBYTHENEIGHBOURSANDTHEIRCHILD";

	@Test
	void triesThreeMillionKeysASecond() {
		int[] symbols = TEXT.chars().distinct().toArray();
		int[] text = TEXT.chars()
			.map((letter) -> IntStream.range(0, symbols.length)
				.filter((i) -> symbols[i] == letter)
				.findFirst()
				.getAsInt())
			.toArray();
		assertThat(text).hasSize(128);
		KeySearch keys = new KeySearch(text, 26, 26, null, English.get().letters());
		double best = 0;
		for (int round = 0; round < 5; round++) {
			keys.key(IntStream.range(0, 26).toArray());
			long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			anneal(keys, symbols.length, new SplittableRandom(round));
			double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
			System.out.printf(Locale.ROOT, "%.1f million keys a second%n", KEYS / seconds / 1e6);
			best = Math.max(best, KEYS / seconds);
		}
		assertThat(best).isGreaterThan(3e6);
	}

	private static void anneal(KeySearch keys, int occurring, SplittableRandom random) {
		for (int i = 0; i < KEYS; i++) {
			long bits = random.nextLong();
			int symbol = MetropolisRule.below(occurring, bits >>> 32);
			int other = MetropolisRule.below(25, bits);
			other += (other >= symbol) ? 1 : 0;
			float temperature = 60 - 40f * i / KEYS;
			if (keys.costOfExchange(symbol, other) <= MetropolisRule.limit(temperature, bits)) {
				keys.makeExchange(symbol, other);
			}
		}
	}

}
