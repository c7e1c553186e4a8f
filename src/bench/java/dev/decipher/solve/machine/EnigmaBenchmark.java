package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.Rotors;
import dev.decipher.language.English;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many starts of an Enigma's rotors are tried in a second on one core ({@code keys}):
 * without plugs at 80 letters, with plugs climbed to at 250, and by a crib of 16 letters.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class EnigmaBenchmark {

	private static final int PLUGS = 250;

	private static final int NO_PLUGS = 80;

	private static final int CRIB = 16;

	private final LongAdder tried = new LongAdder();

	private final EnigmaCosts costs = EnigmaCosts.of(English.get().letters());

	private int[] plaintext = {};

	private int[] ciphertext = {};

	private EnigmaRange range = EnigmaRange.of(null);

	private int left;

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(EnigmaBenchmark.class.getName()).build()).run();
	}

	/** Counts starts beside the runs. */
	@AuxCounters
	@State(Scope.Thread)
	public static class Counter {

		public long keys;

	}

	@Setup
	public void encipher() {
		Rotors rotors = new Rotors.Given(List.of("II", "IV", "V"));
		Key reflector = new Key.Given("B");
		this.plaintext = "THEMEETINGWASMOVEDTOTHURSDAYBECAUSENOBODYCOULDFINDTHEKEYSTOTHEOLDHALL".repeat(4)
			.chars()
			.map((letter) -> letter - 'A')
			.limit(PLUGS)
			.toArray();
		this.ciphertext = new Enigma("I", rotors, reflector, new Key.Given("BUL"), new Key.Given("BLA"),
				new Key.Given("AV BS CG DL FU HZ IN KM OW RX"))
			.over(Alphabet.LATIN26)
			.encrypt(this.plaintext);
		this.range = EnigmaRange.of(new Enigma("I", rotors, reflector, null, null, null));
	}

	@Benchmark
	public int withoutPlugs(Counter counter) {
		EnigmaStarts starts = new EnigmaStarts(1000);
		new EnigmaSweep(Arrays.copyOf(this.ciphertext, NO_PLUGS), this.costs, EnigmaClimb.unplugged(),
				new EnigmaWays(NO_PLUGS), starts, search(NO_PLUGS))
			.run(this.range.machines().get(0));
		counter.keys += this.tried.sumThenReset();
		return starts.limit();
	}

	/** A 26th of the turns of the right rotor. */
	@Benchmark
	public int withPlugs(Counter counter) {
		EnigmaStarts starts = new EnigmaStarts(1000);
		new PlugSweep(this.ciphertext, this.costs, new EnigmaWays(PLUGS), search(PLUGS))
			.run(this.range.machines().get(0), false, 7, 26, starts);
		counter.keys += this.tried.sumThenReset();
		return starts.limit();
	}

	/** A 26th of the turns of the left rotor. */
	@Benchmark
	public long byCrib(Counter counter) {
		CribSweep sweep = new CribSweep(Arrays.copyOf(this.plaintext, CRIB), 0, this.range, this.costs, search(PLUGS),
				new Shortlist(0), new Shortlist(0));
		sweep.run(this.range.machines().get(0), false, this.left++ % 26, 26);
		counter.keys += this.tried.sumThenReset();
		return sweep.stopped();
	}

	private Search search(int letters) {
		return new Search(new Ciphertext(Alphabet.LATIN26, Arrays.copyOf(this.ciphertext, letters), null),
				English.get(), new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(), null), System::nanoTime,
				TimeUnit.HOURS.toNanos(1), () -> false, 5, this.tried);
	}

}
