package dev.decipher.solve.fractionating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for the columns in which the halves of letters were transposed, and
 * then for the letters. Orders of any number of columns are annealed in turn; the best of
 * those that haven't been are then read as a simple substitution, whose letters in turn
 * better the order.
 */
final class PairedColumnsSearch {

	/** More columns are seldom met. */
	private static final int MOST_COLUMNS = 24;

	/** By so much an order is better than chance to be read at once. */
	private static final double OUTSTANDING = 5;

	/** Share of the time in which the letters of an order are looked for. */
	private static final double SHARE = 0.08;

	/** How often letters better an order and the order letters. */
	private static final int ROUNDS = 3;

	private final int[] halves;

	private final int labels;

	private final Search search;

	private final SplittableRandom random;

	private final boolean judging;

	private final BiFunction<int[], int[], @Nullable Cipher> cipher;

	private final Set<List<Integer>> read = new HashSet<>();

	/**
	 * A search that has not begun.
	 * @param halves labels' numbers (length), an even number of them
	 * @param labels how many labels there are
	 * @param judging whether the LSTM has a say
	 * @param cipher the cipher with an order of columns and the letters of cells, −1 for
	 * none
	 */
	PairedColumnsSearch(int[] halves, int labels, Search search, SplittableRandom random, boolean judging,
			BiFunction<int[], int[], @Nullable Cipher> cipher) {
		this.halves = halves;
		this.labels = labels;
		this.search = search;
		this.random = random;
		this.judging = judging;
		this.cipher = cipher;
	}

	/** An order and by how much it is better than chance. */
	private record Ranked(PairedColumns columns, int[] ranks, double excess) {
	}

	/** Searches until it is sure or the search is over. */
	void run() {
		int most = Math.min(MOST_COLUMNS, this.halves.length / 4);
		List<PairedColumns> all = IntStream.rangeClosed(2, most)
			.filter((columns) -> this.search.hints().admits(columns))
			.mapToObj((columns) -> new PairedColumns(this.halves, this.labels, columns, this.search, this.random))
			.toList();
		while (!this.search.isOver() && !all.isEmpty()) {
			List<Ranked> found = new ArrayList<>();
			for (PairedColumns columns : all) {
				PairedColumns.Order order = columns.anneal(this.random);
				Ranked ranked = new Ranked(columns, order.ranks(), columns.excess(order));
				if (ranked.excess() > OUTSTANDING && read(ranked)) {
					return;
				}
				found.add(ranked);
				if (this.search.isOver()) {
					break;
				}
			}
			found.sort(Comparator.comparingDouble((ranked) -> -ranked.excess()));
			for (Ranked ranked : found) {
				if (!this.read.contains(key(ranked.ranks()))) {
					if (read(ranked)) {
						return;
					}
					break;
				}
			}
		}
	}

	/** Reads what an order gives; true if that is sure. */
	private boolean read(Ranked ranked) {
		int[] ranks = ranked.ranks();
		LetterSearch.Found found = null;
		for (int round = 0; round < ROUNDS; round++) {
			if (!this.read.add(key(ranks))) {
				break;
			}
			found = letters(ranked.columns(), ranks, false);
			if (found == null) {
				return false;
			}
			int[] better = bettered(ranked.columns(), ranks, found.letters());
			if (Arrays.equals(better, ranks)) {
				break;
			}
			ranks = better;
		}
		if (found == null || !this.search.isConvincing(found.candidate())) {
			return false;
		}
		if (this.judging) {
			letters(ranked.columns(), ranks, true);
		}
		this.search.settle();
		return true;
	}

	private LetterSearch.@Nullable Found letters(PairedColumns columns, int[] ranks, boolean judging) {
		int[] order = ranks.clone();
		return new LetterSearch(this.search, columns.cells(ranks).clone()).run(judging, SHARE, this.random,
				(letters) -> this.cipher.apply(order, letters));
	}

	/** Moves columns as long as the text becomes likelier by n-grams. */
	private int[] bettered(PairedColumns columns, int[] start, int[] found) {
		int[] letters = Arrays.copyOf(found, this.labels * this.labels);
		Arrays.fill(letters, found.length, letters.length, -1);
		int rarest = rarest();
		IntStream.range(0, letters.length)
			.filter((cell) -> letters[cell] < 0)
			.forEach((cell) -> letters[cell] = rarest);
		int[] best = start;
		int least = cost(columns, start, letters);
		boolean better = true;
		while (better && !this.search.isOver()) {
			better = false;
			for (int[] ranks : neighbours(best)) {
				int cost = cost(columns, ranks, letters);
				if (cost < least) {
					least = cost;
					best = ranks;
					better = true;
				}
			}
		}
		return best;
	}

	private int rarest() {
		double[] shares = this.search.language().letters().shares();
		return IntStream.range(0, shares.length)
			.boxed()
			.min(Comparator.comparingDouble((letter) -> shares[letter]))
			.orElseThrow();
	}

	private int cost(PairedColumns columns, int[] ranks, int[] letters) {
		NGrams grams = this.search.language().letters();
		return grams.cost(IntStream.of(columns.cells(ranks)).map((cell) -> letters[cell]).toArray());
	}

	/** Orders with two columns exchanged, and with a run of columns elsewhere. */
	private List<int[]> neighbours(int[] ranks) {
		List<int[]> neighbours = new ArrayList<>();
		int columns = ranks.length;
		for (int one = 0; one < columns; one++) {
			for (int other = one + 1; other < columns; other++) {
				int[] exchanged = ranks.clone();
				exchanged[one] = ranks[other];
				exchanged[other] = ranks[one];
				neighbours.add(exchanged);
				for (int end = other + 1; end <= columns; end++) {
					int[] moved = ranks.clone();
					System.arraycopy(ranks, other, moved, one, end - other);
					System.arraycopy(ranks, one, moved, one + end - other, other - one);
					neighbours.add(moved);
				}
			}
		}
		this.search.tried(neighbours.size());
		return neighbours;
	}

	private static List<Integer> key(int[] ranks) {
		return IntStream.of(ranks).boxed().toList();
	}

}
