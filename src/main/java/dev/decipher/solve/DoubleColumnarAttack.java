package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.DoubleColumnar;
import dev.decipher.language.Language;

/**
 * Finds both keys of a double columnar transposition, of unknown lengths, by divide and
 * conquer: the second key is sought by what tells a ciphertext of one transposition (see
 * {@link DigraphicPotential}), and for the most promising ones the first key as that of a
 * columnar transposition. Short second keys are all tried, divided among the workers;
 * then longer ones are climbed for from random starts until the search is over.
 */
record DoubleColumnarAttack() implements Attack {

	private static final int MOST_COLUMNS = 12;

	/** The longest second key of which all orders are tried. */
	private static final int MOST_ENUMERATED = 8;

	/** How many second keys are looked into for each pair of lengths. */
	private static final int PROMISING = 8;

	/** Orders of the first key to try for one second key, for each column. */
	private static final int STEPS = 300;

	@Override
	public Set<String> types() {
		return Set.of("double-columnar");
	}

	/** A second key, and how much the text without it looks like one transposition's. */
	private record Promise(int[] ranks, double potential) {
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		if (ciphertext.length() < language.letters().order()) {
			return;
		}
		Finds finds = new Finds(ciphertext, language);
		Work work = new Work(ciphertext, language, search, random, finds);
		for (int columns2 = 2; columns2 <= Math.min(MOST_ENUMERATED, work.most); columns2++) {
			work.tryAll(columns2, worker, workers);
		}
		while (work.most > MOST_ENUMERATED && !search.isOver()) {
			work.climb(random.nextInt(MOST_ENUMERATED + 1, work.most + 1), random.nextInt(2, work.most + 1));
		}
		finds.offerTo(search);
	}

	/** One worker's tools. */
	private static final class Work {

		private final int[] ciphertext;

		private final Alphabet alphabet;

		private final Search search;

		private final SplittableRandom random;

		private final Finds finds;

		private final int most;

		private final int[] between;

		/** By the number of columns under the first key, from 2. */
		private final List<DigraphicPotential> potentials = new ArrayList<>();

		private final List<ColumnAnnealing> annealings = new ArrayList<>();

		Work(Ciphertext ciphertext, Language language, Search search, SplittableRandom random, Finds finds) {
			this.ciphertext = ciphertext.symbols();
			this.alphabet = language.alphabet();
			this.search = search;
			this.random = random;
			this.finds = finds;
			this.most = Math.min(Math.min(MOST_COLUMNS, this.alphabet.size()), Math.max(2, ciphertext.length() / 4));
			this.between = new int[ciphertext.length()];
			LetterPairs pairs = LetterPairs.of(language.letters());
			for (int columns = 2; columns <= this.most; columns++) {
				this.potentials.add(new DigraphicPotential(pairs, ciphertext.length(), columns));
				this.annealings.add(new ColumnAnnealing(language.letters(), ciphertext.length(), columns));
			}
		}

		/** Tries every second key of a length. */
		void tryAll(int columns2, int worker, int workers) {
			List<PriorityQueue<Promise>> promising = new ArrayList<>();
			this.potentials.forEach(
					(potential) -> promising.add(new PriorityQueue<>(Comparator.comparingDouble(Promise::potential))));
			int[] ranks2 = IntStream.range(0, columns2).toArray();
			int[] starts = new int[columns2];
			int number = 0;
			do {
				if (number++ % workers != worker) {
					continue;
				}
				if (number % 100 < workers && this.search.isOver()) {
					return;
				}
				undo(ranks2, starts);
				for (int i = 0; i < this.potentials.size(); i++) {
					keep(promising.get(i), ranks2, this.potentials.get(i).of(this.between));
				}
			}
			while (next(ranks2));
			for (int i = 0; i < promising.size(); i++) {
				for (Promise promise : promising.get(i)) {
					lookInto(promise.ranks, i);
				}
			}
		}

		private static void keep(PriorityQueue<Promise> promising, int[] ranks2, double potential) {
			if (promising.size() < PROMISING) {
				promising.add(new Promise(ranks2.clone(), potential));
			}
			else if (promising.peek().potential < potential) {
				promising.poll();
				promising.add(new Promise(ranks2.clone(), potential));
			}
		}

		/** Climbs from a random second key to a better one as long as there is one. */
		void climb(int columns2, int columns1) {
			int index = columns1 - 2;
			DigraphicPotential potential = this.potentials.get(index);
			int[] ranks2 = new int[columns2];
			ColumnAnnealing.shuffle(ranks2, this.random);
			int[] before = new int[columns2];
			int[] starts = new int[columns2];
			undo(ranks2, starts);
			double best = potential.of(this.between);
			for (int failures = 0; failures < 3 * columns2 * columns2 && !this.search.isOver(); failures++) {
				System.arraycopy(ranks2, 0, before, 0, columns2);
				ColumnAnnealing.change(ranks2, before, columns2, this.random);
				undo(ranks2, starts);
				double changed = potential.of(this.between);
				if (changed > best) {
					best = changed;
					failures = 0;
				}
				else {
					System.arraycopy(before, 0, ranks2, 0, columns2);
				}
			}
			lookInto(ranks2, index);
		}

		/** Seeks the first key for a second one. */
		private void lookInto(int[] ranks2, int index) {
			if (this.search.isOver()) {
				return;
			}
			undo(ranks2, new int[ranks2.length]);
			ColumnAnnealing annealing = this.annealings.get(index);
			annealing.run(this.between, STEPS * (index + 2), this.random);
			double surprise = ColumnarAttack.keySurprise(index + 2) + ColumnarAttack.keySurprise(ranks2.length);
			this.finds.add(new DoubleColumnar(ColumnarAttack.key(annealing.ranks(), this.alphabet),
					ColumnarAttack.key(ranks2, this.alphabet), null), surprise);
			if (this.finds.isPlain()) {
				this.finds.offerTo(this.search);
				this.search.settle();
			}
		}

		/**
		 * Undoes the second transposition.
		 * @param starts to work with (columns)
		 */
		private void undo(int[] ranks2, int[] starts) {
			int columns = ranks2.length;
			int rows = this.between.length / columns;
			int longColumns = this.between.length % columns;
			for (int column = 0; column < columns; column++) {
				int start = ranks2[column] * rows;
				for (int other = 0; other < longColumns; other++) {
					start += (ranks2[other] < ranks2[column]) ? 1 : 0;
				}
				starts[column] = start;
			}
			int column = 0;
			int row = 0;
			for (int i = 0; i < this.between.length; i++) {
				this.between[i] = this.ciphertext[starts[column] + row];
				if (++column == columns) {
					column = 0;
					row++;
				}
			}
		}

		/** The next order in the order of the alphabet; false after the last. */
		private static boolean next(int[] ranks) {
			int i = ranks.length - 2;
			while (i >= 0 && ranks[i] > ranks[i + 1]) {
				i--;
			}
			if (i < 0) {
				return false;
			}
			int j = ranks.length - 1;
			while (ranks[j] < ranks[i]) {
				j--;
			}
			exchange(ranks, i, j);
			for (int left = i + 1, right = ranks.length - 1; left < right; left++, right--) {
				exchange(ranks, left, right);
			}
			return true;
		}

		private static void exchange(int[] ranks, int one, int other) {
			int rank = ranks[one];
			ranks[one] = ranks[other];
			ranks[other] = rank;
		}

	}

}
