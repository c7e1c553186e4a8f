package dev.decipher.solve.transposition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * One worker's search for both keys of a double columnar transposition: the tools of
 * {@link DoubleColumnarAttack}, and what is best so far. It is one class because both
 * keys are searched for in the same texts, which are written over for each key.
 */
final class DoubleColumnarSearch {

	/** The longest keys that are searched for where nobody says how long they are. */
	private static final int MOST_COLUMNS = 14;

	/** Longer ones aren't, whoever says so, and no more lengths than these. */
	private static final int MOST_HINTED = 40;

	/** How many second keys are looked into for each pair of lengths. */
	private static final int PROMISING = 4;

	/** Orders of the first key to try for one second key, for each column. */
	private static final int STEPS = 300;

	/** Pairs of keys that one annealing tries. */
	private static final int JOINT_STEPS = 5_000;

	/** Where it begins and ends, in nats. */
	private static final double HOT = 8;

	private static final double COLD = 1.5;

	/**
	 * Where annealing a second key by its potential begins and ends, in nats of the whole
	 * text.
	 */
	private static final double WARM = 2;

	private static final double COOL = 0.6;

	/** Second keys that one annealing tries, for each column. */
	private static final int SECOND_STEPS = 150;

	/** How many pairs of lengths are kept to go on with. */
	private static final int KEPT = 12;

	/** Keys between two looks at the clock. */
	private static final int STRIDE = 64;

	/** Letters that are read between two looks at the clock. */
	private static final int LETTERS = 15_000_000;

	/** A second key, and how much the text without it looks like one transposition's. */
	private record Promise(int[] ranks, double potential) {
	}

	private final MovedText moved;

	private final Search search;

	private final SplittableRandom random;

	/** The lengths of keys that are searched for, the shortest first. */
	private final int[] lengths;

	/** The text without the second transposition (length). */
	private final int[] between;

	private final int[] text;

	/** By the number of columns under the first key. */
	private final Map<Integer, DigraphicPotential> potentials = new HashMap<>();

	private final Map<Integer, ColumnShape> firsts = new HashMap<>();

	/** By the number of columns under the second key. */
	private final Map<Integer, ColumnShape> seconds = new HashMap<>();

	/** How many times second keys were annealed. */
	private final Map<KeyLengths, Integer> annealed = new LinkedHashMap<>();

	/** The greatest potential that annealing found. */
	private final Map<KeyLengths, Double> greatest = new HashMap<>();

	/** One for each pair of lengths, best first. */
	private final BestList<DoubleColumnarKeys> best = new BestList<>(KEPT, DoubleColumnarKeys::descriptionLength,
			DoubleColumnarKeys::isAsLongAs);

	DoubleColumnarSearch(MovedText moved, SplittableRandom random) {
		this.moved = moved;
		this.search = moved.search();
		this.random = random;
		int length = moved.length();
		Hints hints = this.search.hints();
		int most = (hints.maxKeyLength() < Integer.MAX_VALUE) ? Math.min(hints.maxKeyLength(), MOST_HINTED)
				: Math.max(MOST_COLUMNS, Math.min(hints.minKeyLength(), MOST_HINTED));
		this.lengths = IntStream.rangeClosed(2, Math.max(2, Math.min(most, length / 4)))
			.filter(hints::admits)
			.limit(MOST_COLUMNS)
			.toArray();
		this.between = new int[length];
		this.text = new int[length];
		LetterPairs pairs = LetterPairs.of(moved.grams());
		for (int columns : this.lengths) {
			this.potentials.put(columns, new DigraphicPotential(pairs, length, columns));
			this.firsts.put(columns, shape(columns, this.between));
			this.seconds.put(columns, shape(columns, moved.symbols()));
			for (int second : this.lengths) {
				this.annealed.put(new KeyLengths(columns, second), 0);
			}
		}
	}

	private ColumnShape shape(int columns, int[] from) {
		return new ColumnShape(columns, from, IntStream.range(0, from.length).map((place) -> place % columns).toArray(),
				from.length, false, (ranks) -> new Columnar(key(ranks), null));
	}

	/** The lengths of keys that are searched for, the shortest first. */
	int[] lengths() {
		return this.lengths;
	}

	/** Tries every second key of a length. */
	void tryAll(int columns2, int worker, int workers) {
		Map<Integer, BestList<Promise>> promising = new HashMap<>();
		for (int columns1 : this.lengths) {
			promising.put(columns1, new BestList<>(PROMISING, (promise) -> -promise.potential, (one, other) -> false));
		}
		KeyPart columns = KeyPart.columns(columns2);
		ColumnShape second = second(columns2);
		int[] ranks2 = IntStream.range(0, columns2).toArray();
		int[][] key = { ranks2 };
		int number = 0;
		do {
			if (number++ % workers != worker) {
				continue;
			}
			if (number % STRIDE < workers && this.search.isOver()) {
				return;
			}
			second.decipher(key, this.between);
			this.search.tried(1);
			promising.forEach(
					(columns1, best) -> best.add(new Promise(ranks2.clone(), potential(columns1).of(this.between))));
		}
		while (columns.next(ranks2));
		promising
			.forEach((columns1, best) -> best.first(PROMISING).forEach((promise) -> lookInto(promise.ranks, columns1)));
	}

	/**
	 * Anneals a second key, at least so long, of the lengths for which that promises the
	 * most: the longer the keys are, the more of them it takes to find the right one, and
	 * where many were tried in vain it is hardly there any more.
	 */
	void annealSecond(int from) {
		KeyLengths lengths = this.annealed.entrySet()
			.stream()
			.filter((pair) -> pair.getKey().second() >= from)
			.max(Comparator.comparingDouble((pair) -> pair.getKey().hope(pair.getValue())))
			.orElseThrow()
			.getKey();
		this.annealed.merge(lengths, 1, Integer::sum);
		annealSecond(lengths);
	}

	/** Anneals a second key by its potential, and looks into a good one. */
	private void annealSecond(KeyLengths lengths) {
		int steps = SECOND_STEPS * lengths.second();
		DigraphicPotential potential = potential(lengths.first());
		ColumnShape second = second(lengths.second());
		KeyPart order = KeyPart.columns(lengths.second());
		int[][] key = { order.draw(this.random) };
		second.decipher(key, this.between);
		double now = potential.of(this.between);
		double best = now;
		int[][] before = { key[0].clone() };
		int[][] saved = { key[0].clone() };
		double warm = WARM * LetterPairs.UNITS / this.between.length;
		double cool = COOL * LetterPairs.UNITS / this.between.length;
		for (int step = 0; step < steps; step++) {
			if (step % STRIDE == 0) {
				if (this.search.isOver()) {
					return;
				}
				this.search.tried(Math.min(STRIDE, steps - step));
			}
			order.change(key[0], this.random);
			second.decipher(key, this.between);
			double changed = potential.of(this.between);
			float temperature = (float) (warm + (cool - warm) * step / steps);
			if (now - changed <= MetropolisRule.limit(temperature, this.random.nextLong())) {
				now = changed;
				MetropolisRule.copy(key, before);
				if (now > best) {
					best = now;
					MetropolisRule.copy(key, saved);
				}
			}
			else {
				MetropolisRule.copy(before, key);
			}
		}
		if (best > this.greatest.getOrDefault(lengths, 0.0)) {
			this.greatest.put(lengths, best);
			lookInto(saved[0], lengths.first());
		}
	}

	/** Seeks the first key for a second one, and what is better than both. */
	private void lookInto(int[] ranks2, int columns1) {
		if (this.search.isOver()) {
			return;
		}
		second(ranks2.length).decipher(new int[][] { ranks2 }, this.between);
		KeyPart first = KeyPart.columns(columns1);
		int[][] ranks1 = { first.draw(this.random) };
		this.search.tried(STEPS * columns1);
		int cost = anneal(ranks1, (key, own) -> first.change(key[0], own), (key) -> cost(columns1, key), HOT,
				STEPS * columns1);
		keep(anneal(new DoubleColumnarKeys(ranks1[0], ranks2.clone(), cost), COLD));
	}

	/** Goes on from a cipher's keys. */
	void goOn(DoubleColumnar cipher, Alphabet alphabet) {
		int[] ranks1 = KeyForm.COLUMNS.read("key1", cipher.key1(), alphabet);
		int[] ranks2 = KeyForm.COLUMNS.read("key2", cipher.key2(), alphabet);
		if (this.firsts.containsKey(ranks1.length) && this.seconds.containsKey(ranks2.length)) {
			keep(anneal(new DoubleColumnarKeys(ranks1, ranks2, Integer.MAX_VALUE), COLD));
		}
	}

	/** Goes on with the best pair of keys for each pair of lengths. */
	void annealTheBest() {
		for (DoubleColumnarKeys pair : this.best.first(KEPT)) {
			if (this.search.isOver()) {
				return;
			}
			keep(anneal(pair, HOT));
		}
	}

	private void keep(DoubleColumnarKeys pair) {
		this.best.add(pair);
		if (this.best.best().item() == pair && this.search.isConvincing(find(pair.ranks1(), pair))) {
			settle(pair);
		}
	}

	private Candidate find(int[] ranks1, DoubleColumnarKeys pair) {
		Candidate found = this.moved.read(new DoubleColumnar(key(ranks1), key(pair.ranks2()), null));
		this.search.offer(found);
		return found;
	}

	private Key key(int[] ranks) {
		return KeyForm.COLUMNS.write(ranks, this.moved.keyAlphabet());
	}

	/** Ends the search, once nothing better is found beside what reads so well. */
	private void settle(DoubleColumnarKeys pair) {
		DoubleColumnarKeys better = anneal(anneal(pair, HOT), HOT);
		if (better.cost() < pair.cost()) {
			keep(better);
			return;
		}
		// the columns going round, but for its ends it is the same text, moved
		for (int first = 1; first < pair.ranks1().length; first++) {
			find(ColumnShape.turned(pair.ranks1(), first), pair);
		}
		this.search.settle();
	}

	/** Anneals both keys. */
	private DoubleColumnarKeys anneal(DoubleColumnarKeys start, double hot) {
		KeyPart first = KeyPart.columns(start.ranks1().length);
		KeyPart other = KeyPart.columns(start.ranks2().length);
		ColumnShape second = second(start.ranks2().length);
		int[][] ranks = { start.ranks1().clone(), start.ranks2().clone() };
		// the same array, which changes with the key
		int[][] ranks2 = { ranks[1] };
		this.search.tried(JOINT_STEPS);
		int cost = anneal(ranks, (key, own) -> {
			int which = own.nextInt(5);
			if (which < 3) {
				first.change(key[0], own);
			}
			if (which > 1) {
				other.change(key[1], own);
			}
		}, (key) -> {
			second.decipher(ranks2, this.between);
			return cost(start.ranks1().length, key);
		}, hot, JOINT_STEPS);
		return new DoubleColumnarKeys(ranks[0], ranks[1], cost);
	}

	/** Anneals, with looks at the clock where the text is long. */
	private int anneal(int[][] key, BiConsumer<int[][], SplittableRandom> change, ToIntFunction<int[][]> cost,
			double hot, int steps) {
		int stretch = Math.min(steps, Math.max(1, LETTERS / this.text.length));
		double cooling = Math.pow(COLD / hot, (double) stretch / steps);
		double temperature = hot;
		int least = Integer.MAX_VALUE;
		for (int step = 0; step < steps && (step == 0 || !this.search.isOver()); step += stretch) {
			least = MetropolisRule.anneal(key, change, cost, temperature, temperature * cooling, stretch, this.random);
			temperature *= cooling;
		}
		return least;
	}

	private int cost(int columns1, int[][] key) {
		first(columns1).decipher(key, this.text);
		return this.moved.cost(this.text);
	}

	private DigraphicPotential potential(int columns) {
		return Objects.requireNonNull(this.potentials.get(columns));
	}

	private ColumnShape first(int columns) {
		return Objects.requireNonNull(this.firsts.get(columns));
	}

	private ColumnShape second(int columns) {
		return Objects.requireNonNull(this.seconds.get(columns));
	}

}
