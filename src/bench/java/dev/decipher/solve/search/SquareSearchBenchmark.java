package dev.decipher.solve.search;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.language.English;
import dev.decipher.language.NGrams;
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
 * How many keys annealing tries in a second on one core, for a Playfair of 100 letters,
 * by early rejection and by all changed symbols, as other squares are: beside all of the
 * text deciphered with each key, and beside the look-ups of one change at best, which are
 * 28 symbols and 65 n-grams on average, with nothing else done.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SquareSearchBenchmark {

	private static final int KEYS = 100_000;

	private static final int LETTERS = 100;

	private static final int CHANGED_SYMBOLS = 28;

	private static final int CHANGED_GRAMS = 65;

	/** About where a key begins to show. */
	private static final float TEMPERATURE = 70;

	private final SplittableRandom random = new SplittableRandom(1);

	private LookupWalk lookupWalk;

	private PairWalk pairWalk;

	private WholeTextWalk wholeTextWalk;

	private PlaceLookups lookups;

	private int[] places;

	private int[] symbols;

	private int[] text;

	private byte[] costs;

	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(SquareSearchBenchmark.class.getName()).build()).run();
	}

	@Setup
	public void encipher() {
		Playfair cipher = new Playfair(new Key.Given("MONARCHY"), null, null, null, null, null);
		Alphabet alphabet = Alphabet.LATIN25;
		String prose = "THEMEXETINGWASMOVEDTOTHURSDAYBECAUSENOBODYCOULDFINDTHEKEYSTOTHEOLDHALXLANDTHENEWONEISSTILLBEINGPAINTED";
		int[] plaintext = prose.chars().map(alphabet::indexOf).limit(LETTERS).toArray();
		int[] ciphertext = cipher.over(alphabet).encrypt(plaintext);
		Readable readable = new Readable(alphabet, ciphertext,
				alphabet.symbols().chars().map(Alphabet.LATIN26::indexOf).toArray());
		NGrams grams = English.get().letters().joint(4).translated(readable.letters());
		KeySpace space = cipher.keySpace(alphabet);
		CribCost cribs = new CribCost(List.of(), new int[0], LETTERS);
		this.lookups = Objects.requireNonNull(space.lookups().apply(ciphertext));
		this.lookupWalk = new LookupWalk(this.lookups, space, cribs, this.random);
		this.pairWalk = new PairWalk(this.lookups, space, this.random);
		this.wholeTextWalk = new WholeTextWalk(space, ciphertext, grams, cribs, this.random);
		int[][] key = space.draw(this.random);
		this.lookupWalk.goTo(key, grams);
		this.pairWalk.goTo(key, grams);
		this.wholeTextWalk.goTo(key, grams);
		this.text = this.random.ints(LETTERS, 0, alphabet.size()).toArray();
		this.costs = grams.costs();
		this.symbols = space.draw(this.random)[0];
		this.places = space.draw(this.random)[0];
	}

	@Benchmark
	@OperationsPerInvocation(KEYS)
	public int changedSymbolsAlone() {
		return anneal(this.lookupWalk);
	}

	@Benchmark
	@OperationsPerInvocation(KEYS)
	public int earlyRejection() {
		return anneal(this.pairWalk);
	}

	@Benchmark
	@OperationsPerInvocation(KEYS)
	public int wholeText() {
		return anneal(this.wholeTextWalk);
	}

	private int anneal(KeyWalk walk) {
		for (int i = 0; i < KEYS; i++) {
			float limit = MetropolisRule.limit(TEMPERATURE, this.random.nextLong());
			if (walk.change(limit, TEMPERATURE) <= limit) {
				walk.accept();
			}
			else {
				walk.reject();
			}
		}
		return walk.cost();
	}

	@Benchmark
	@OperationsPerInvocation(KEYS)
	public int lookupsAtBest() {
		int sum = 0;
		for (int key = 0; key < KEYS; key++) {
			for (int i = 0; i < CHANGED_SYMBOLS; i++) {
				this.text[3 * i] = this.lookups.symbol(3 * i, this.places, this.symbols);
			}
			int gram = (this.text[0] * 25 + this.text[1]) * 25 + this.text[2];
			int first = 0;
			for (int i = 0; i < CHANGED_GRAMS; i++) {
				gram = gram * 25 + this.text[i + 3] - first * this.costs.length;
				first = this.text[i];
				sum += this.costs[gram];
			}
			this.places[key % 25] = (this.places[key % 25] + 1) % 25;
		}
		return sum;
	}

}
