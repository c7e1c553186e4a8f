package dev.decipher.solve.substitution;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.decipher.language.English;
import dev.decipher.solve.search.MetropolisRule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many keys annealing tries in a second on one core, for 128 letters without spaces.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KeySearchBenchmark {

	private static final int KEYS = 1_000_000;

	private static final double LEAST_KEYS_A_SECOND = 3e6;

	private static final String TEXT = "THEMEETINGWASMOVEDTOTHURSDAYBECAUSENOBODYCOULDFINDTHEKEYSTOTHEOLDHALLAND"
			+ "THENEWONEISSTILLBEINGPAINTEDBYTHENEIGHBOURSANDTHEIRCHILD";

	private final SplittableRandom random = new SplittableRandom(1);

	private KeySearch keys;

	private int symbols;

	public static void main(String[] arguments) throws RunnerException {
		double keys = new Runner(new OptionsBuilder().include(KeySearchBenchmark.class.getName()).build()).runSingle()
			.getPrimaryResult()
			.getScore();
		if (keys < LEAST_KEYS_A_SECOND) {
			throw new IllegalStateException("too slow: three million keys a second are the aim");
		}
	}

	@Setup
	public void read() {
		int[] symbols = TEXT.chars().distinct().toArray();
		int[] text = TEXT.chars()
			.map((letter) -> IntStream.range(0, symbols.length)
				.filter((i) -> symbols[i] == letter)
				.findFirst()
				.getAsInt())
			.toArray();
		this.symbols = symbols.length;
		this.keys = new KeySearch(text, 26, 26, null, English.get().letters(), true, true);
	}

	@Benchmark
	@OperationsPerInvocation(KEYS)
	public int anneal() {
		this.keys.key(IntStream.range(0, 26).toArray());
		for (int i = 0; i < KEYS; i++) {
			long bits = this.random.nextLong();
			int symbol = MetropolisRule.below(this.symbols, bits >>> 32);
			int other = MetropolisRule.below(25, bits);
			other += (other >= symbol) ? 1 : 0;
			float temperature = 60 - 40f * i / KEYS;
			if (this.keys.costOfExchange(symbol, other) <= MetropolisRule.limit(temperature, bits)) {
				this.keys.makeExchange(symbol, other);
			}
		}
		return this.keys.cost();
	}

}
