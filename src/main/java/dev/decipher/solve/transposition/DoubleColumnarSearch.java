package dev.decipher.solve.transposition;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * One worker's search for both keys of a double columnar transposition: the tools of
 * {@link DoubleColumnarAttack}, and what is best so far.
 */
final class DoubleColumnarSearch {

	private static final int MOST_COLUMNS = 12;

	/** How many second keys are looked into for each pair of lengths. */
	private static final int PROMISING = 4;

	/** Orders of the first key to try for one second key, for each column. */
	private static final int STEPS = 300;

	/** Pairs of keys that one annealing tries. */
	private static final int JOINT_STEPS = 5_000;

	/** Where it begins and ends, in nats. */
	private static final double HOT = 8;

	private static final double COLD = 1.5;

	/** How many pairs of lengths are kept to go on with. */
	private static final int KEPT = 12;

	/** A second key, and how much the text without it looks like one transposition's. */
	private record Promise(int[] ranks, double potential) {
	}

	/** Two keys and what the text costs with them. */
	private record Pair(int[] ranks1, int[] ranks2, int cost) {

		/** What the text costs and what it takes to write the keys down, in nats. */
		double descriptionLength() {
			return (double) this.cost / NGrams.UNITS + KeyPart.logFactorial(this.ranks1.length)
					+ KeyPart.logFactorial(this.ranks2.length);
		}

		boolean isAsLongAs(Pair other) {
			return this.ranks1.length == other.ranks1.length && this.ranks2.length == other.ranks2.length;
		}

	}

	private final int[] ciphertext;

	private final Alphabet alphabet;

	private final Search search;

	private final SplittableRandom random;

	/** The most columns that are searched for under either key. */
	private final int most;

	/** The text without the second transposition (length). */
	private final int[] between;

	private final int[] starts = new int[MOST_COLUMNS];

	/** By the number of columns under the first key. */
	private final DigraphicPotential[] potentials = new DigraphicPotential[MOST_COLUMNS + 1];

	private final ColumnAnnealing[] annealings = new ColumnAnnealing[MOST_COLUMNS + 1];

	/** One for each pair of lengths, best first. */
	private final BestList<Pair> best = new BestList<>(KEPT, Pair::descriptionLength, Pair::isAsLongAs);

	DoubleColumnarSearch(Search search, SplittableRandom random) {
		Language language = search.language();
		int length = search.ciphertext().length();
		this.ciphertext = search.ciphertext().symbols();
		this.alphabet = language.alphabet();
		this.search = search;
		this.random = random;
		this.most = Math.min(Math.min(MOST_COLUMNS, this.alphabet.size()), Math.max(2, length / 4));
		this.between = new int[length];
		LetterPairs pairs = LetterPairs.of(language.letters());
		for (int columns = 2; columns <= this.most; columns++) {
			this.potentials[columns] = new DigraphicPotential(pairs, length, columns);
			this.annealings[columns] = new ColumnAnnealing(language.letters(), length, columns);
		}
	}

	int most() {
		return this.most;
	}

	/** Tries every second key of a length. */
	void tryAll(int columns2, int worker, int workers) {
		List<BestList<Promise>> promising = new ArrayList<>();
		for (int columns1 = 0; columns1 <= this.most; columns1++) {
			promising.add(new BestList<>(PROMISING, (promise) -> -promise.potential, (one, other) -> false));
		}
		KeyPart columns = KeyPart.columns(columns2);
		int[] ranks2 = IntStream.range(0, columns2).toArray();
		int number = 0;
		do {
			if (number++ % workers != worker) {
				continue;
			}
			if (number % 100 < workers && this.search.isOver()) {
				return;
			}
			undo(ranks2);
			this.search.tried(1);
			for (int columns1 = 2; columns1 <= this.most; columns1++) {
				promising.get(columns1).add(new Promise(ranks2.clone(), this.potentials[columns1].of(this.between)));
			}
		}
		while (columns.next(ranks2));
		for (int columns1 = 2; columns1 <= this.most; columns1++) {
			for (Promise promise : promising.get(columns1).first(PROMISING)) {
				lookInto(promise.ranks, columns1);
			}
		}
	}

	/** Climbs from a random second key to a better one as long as there is one. */
	void climb(int columns2, int columns1) {
		DigraphicPotential potential = this.potentials[columns1];
		KeyPart columns = KeyPart.columns(columns2);
		int[] ranks2 = columns.draw(this.random);
		int[] before = new int[columns2];
		undo(ranks2);
		double best = potential.of(this.between);
		for (int failures = 0; failures < 3 * columns2 * columns2 && !this.search.isOver(); failures++) {
			System.arraycopy(ranks2, 0, before, 0, columns2);
			columns.change(ranks2, this.random);
			undo(ranks2);
			this.search.tried(1);
			double changed = potential.of(this.between);
			if (changed > best) {
				best = changed;
				failures = 0;
			}
			else {
				System.arraycopy(before, 0, ranks2, 0, columns2);
			}
		}
		lookInto(ranks2, columns1);
	}

	/** Seeks the first key for a second one, and what is better than both. */
	private void lookInto(int[] ranks2, int columns1) {
		if (this.search.isOver()) {
			return;
		}
		undo(ranks2);
		ColumnAnnealing annealing = this.annealings[columns1];
		this.search.tried(STEPS * columns1);
		int cost = annealing.run(this.between, STEPS * columns1, this.random);
		Pair pair = new Pair(annealing.ranks().clone(), ranks2.clone(), cost);
		keep(anneal(pair, COLD));
	}

	/** Goes on with the best pair of keys for each pair of lengths. */
	void annealTheBest() {
		for (Pair pair : this.best.first(KEPT)) {
			if (this.search.isOver()) {
				return;
			}
			keep(anneal(pair, HOT));
		}
	}

	private void keep(Pair pair) {
		this.best.add(pair);
		if (this.best.best().item() == pair && this.search.isConvincing(find(pair.ranks1, pair))) {
			settle(pair);
		}
	}

	private Candidate find(int[] ranks1, Pair pair) {
		Candidate found = this.search.read(new DoubleColumnar(Parameters.key(ranks1, this.alphabet),
				Parameters.key(pair.ranks2, this.alphabet), null));
		this.search.offer(found);
		return found;
	}

	/** Ends the search, once nothing better is found beside what reads so well. */
	private void settle(Pair pair) {
		Pair better = anneal(anneal(pair, HOT), HOT);
		if (better.cost < pair.cost) {
			keep(better);
			return;
		}
		// the columns going round, but for its ends it is the same text, moved
		for (int first = 1; first < pair.ranks1.length; first++) {
			find(ColumnShape.turned(pair.ranks1, first), pair);
		}
		this.search.settle();
	}

	/** Anneals both keys. */
	private Pair anneal(Pair start, double hot) {
		ColumnAnnealing annealing = this.annealings[start.ranks1.length];
		KeyPart first = KeyPart.columns(start.ranks1.length);
		KeyPart second = KeyPart.columns(start.ranks2.length);
		int[][] ranks = { start.ranks1.clone(), start.ranks2.clone() };
		this.search.tried(JOINT_STEPS);
		int cost = MetropolisRule.anneal(ranks, (key, own) -> {
			int which = own.nextInt(5);
			if (which < 3) {
				first.change(key[0], own);
			}
			if (which > 1) {
				second.change(key[1], own);
			}
		}, (key) -> {
			undo(key[1]);
			return annealing.cost(this.between, key[0]);
		}, hot, COLD, JOINT_STEPS, this.random);
		return new Pair(ranks[0], ranks[1], cost);
	}

	/** Undoes the second transposition. */
	private void undo(int[] ranks2) {
		int columns = ranks2.length;
		int rows = this.between.length / columns;
		int longColumns = this.between.length % columns;
		for (int column = 0; column < columns; column++) {
			int start = ranks2[column] * rows;
			for (int other = 0; other < longColumns; other++) {
				start += (ranks2[other] < ranks2[column]) ? 1 : 0;
			}
			this.starts[column] = start;
		}
		int column = 0;
		int row = 0;
		for (int i = 0; i < this.between.length; i++) {
			this.between[i] = this.ciphertext[this.starts[column] + row];
			if (++column == columns) {
				column = 0;
				row++;
			}
		}
	}

}
