package dev.decipher.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.KnownPairs;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ciphertext symbols that mean nothing: without them each ciphertext of pairs
 * is as long as its plaintext. That is a linear equation for each pair, of unknowns that
 * are 0 or 1. They are solved by what each equation rules out, by elimination (modulo a
 * prime), and then by trying.
 */
final class NullSearch {

	/** Numbers of symbols to keep of all pairs. */
	private static final int MAX_ENTRIES = 1_000_000;

	/** More unknowns than these are only tried. */
	private static final int MAX_ELIMINATED = 512;

	/** Entries of equations to look at while trying. */
	private static final long MAX_WORK = 100_000_000;

	/** Solutions of which the only sensible one may be chosen. */
	private static final int MAX_SOLUTIONS = 200;

	private static final byte UNKNOWN = (byte) LinearSystem.UNKNOWN;

	private final int symbols;

	private final List<Equation> equations = new ArrayList<>();

	private final List<KnownPairs.Pair> pairs = new ArrayList<>();

	private final List<int[]> solutions = new ArrayList<>();

	private int entries;

	/** Whether some symbol is a null in any case. */
	private boolean needed;

	private boolean impossible;

	private long work;

	/**
	 * The symbols of a pair, and how many nulls are among them.
	 *
	 * @param symbols distinct, (n)
	 * @param counts how often each of them occurs, (n)
	 */
	private record Equation(int[] symbols, int[] counts, int nulls) {
	}

	/** A search among so many ciphertext symbols. */
	NullSearch(int symbols) {
		this.symbols = symbols;
	}

	/** Adds a pair in symbols; once there are very many it doesn't count any more. */
	void add(int[] ciphertext, int[] plaintext) {
		int nulls = ciphertext.length - plaintext.length;
		this.impossible = this.impossible || nulls < 0;
		this.needed = this.needed || nulls > 0;
		if (this.impossible || this.entries + ciphertext.length > MAX_ENTRIES) {
			return;
		}
		int[] sorted = ciphertext.clone();
		Arrays.sort(sorted);
		int[] distinct = Arrays.stream(sorted).distinct().toArray();
		int[] counts = new int[distinct.length];
		int at = 0;
		for (int symbol : sorted) {
			at += (distinct[at] == symbol) ? 0 : 1;
			counts[at]++;
		}
		this.equations.add(new Equation(distinct, counts, nulls));
		this.pairs.add(new KnownPairs.Pair(ciphertext, plaintext));
		this.entries += ciphertext.length;
	}

	/**
	 * The sets of symbols that may be nulls: none if there are no such, one if that is
	 * certain, and else at least two. Where with some of them each symbol stands for one
	 * symbol of the plaintext, it is these that count, and the smallest set of them.
	 */
	List<int[]> find() {
		byte[] values = new byte[this.symbols];
		Arrays.fill(values, UNKNOWN);
		if (this.impossible || !this.needed || !ruleOut(values) || !eliminate(values) || !ruleOut(values)) {
			return List.of();
		}
		solve(values);
		if (this.work >= MAX_WORK) {
			return List.of();
		}
		long confirmations = this.equations.stream()
			.filter((equation) -> equation.nulls > 0)
			.map((equation) -> Arrays.toString(equation.symbols) + Arrays.toString(equation.counts))
			.distinct()
			.count();
		// else it is chance that the lengths are equal
		List<int[]> confirmed = this.solutions.stream()
			.filter((nulls) -> confirmations > nulls.length)
			.sorted(Comparator.comparingInt((nulls) -> nulls.length))
			.toList();
		List<int[]> sensible = confirmed.stream().filter(this::isSubstitution).toList();
		if (sensible.isEmpty() || this.solutions.size() == MAX_SOLUTIONS) {
			return confirmed;
		}
		return sensible.stream().filter((nulls) -> nulls.length == sensible.get(0).length).toList();
	}

	/**
	 * Decides symbols as long as some equation decides one.
	 * @return whether the equations can be met
	 */
	private boolean ruleOut(byte[] values) {
		boolean again = true;
		while (again) {
			again = false;
			for (Equation equation : this.equations) {
				this.work += equation.symbols.length;
				int left = equation.nulls;
				int open = 0;
				for (int i = 0; i < equation.symbols.length; i++) {
					byte value = values[equation.symbols[i]];
					left -= (value == 1) ? equation.counts[i] : 0;
					open += (value == UNKNOWN) ? equation.counts[i] : 0;
				}
				for (int i = 0; i < equation.symbols.length && open > 0; i++) {
					int symbol = equation.symbols[i];
					int count = equation.counts[i];
					boolean isNone = count > left;
					if (values[symbol] == UNKNOWN && (isNone || open - count < left)) {
						values[symbol] = (byte) (isNone ? 0 : 1);
						open -= count;
						left -= isNone ? 0 : count;
						again = true;
					}
				}
				if (left < 0 || left > open) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Decides the symbols that the equations together determine.
	 * @return whether the equations can be met
	 */
	private boolean eliminate(byte[] values) {
		int[] open = IntStream.range(0, values.length).filter((i) -> values[i] == UNKNOWN).toArray();
		if (open.length == 0 || open.length > MAX_ELIMINATED) {
			return true;
		}
		int[] column = new int[values.length];
		Arrays.fill(column, -1);
		for (int i = 0; i < open.length; i++) {
			column[open[i]] = i;
		}
		LinearSystem system = new LinearSystem(open.length);
		for (int i = 0; i < this.equations.size() && !system.isDetermined(); i++) {
			Equation equation = this.equations.get(i);
			long[] coefficients = new long[open.length];
			long nulls = equation.nulls;
			for (int j = 0; j < equation.symbols.length; j++) {
				int symbol = equation.symbols[j];
				if (column[symbol] >= 0) {
					coefficients[column[symbol]] = equation.counts[j];
				}
				nulls -= (values[symbol] == 1) ? equation.counts[j] : 0;
			}
			if (!system.add(coefficients, nulls)) {
				return false;
			}
		}
		long[] determined = system.solve();
		for (int i = 0; i < open.length; i++) {
			if (determined[i] > 1) {
				return false;
			}
			values[open[i]] = (byte) determined[i];
		}
		return true;
	}

	/** Tries both values of an undecided symbol, and so on, for all solutions. */
	private void solve(byte[] values) {
		if (this.work >= MAX_WORK || this.solutions.size() >= MAX_SOLUTIONS) {
			return;
		}
		int symbol = mostConstrained(values);
		if (symbol < 0) {
			this.solutions.add(IntStream.range(0, values.length).filter((i) -> values[i] == 1).toArray());
			return;
		}
		for (byte value = 1; value >= 0; value--) {
			byte[] tried = values.clone();
			tried[symbol] = value;
			if (ruleOut(tried)) {
				solve(tried);
			}
		}
	}

	/**
	 * An undecided symbol of an equation with the fewest of them; -1 if there is none.
	 */
	private int mostConstrained(byte[] values) {
		int best = -1;
		int fewest = Integer.MAX_VALUE;
		for (Equation equation : this.equations) {
			int open = 0;
			int last = -1;
			for (int symbol : equation.symbols) {
				if (values[symbol] == UNKNOWN) {
					open++;
					last = symbol;
				}
			}
			if (open > 0 && open < fewest) {
				fewest = open;
				best = last;
			}
		}
		return best;
	}

	/** Whether each symbol that is left stands for one symbol of the plaintext. */
	private boolean isSubstitution(int[] nulls) {
		boolean[] dropped = new boolean[this.symbols];
		for (int symbol : nulls) {
			dropped[symbol] = true;
		}
		@Nullable Integer[] meanings = new Integer[this.symbols];
		for (KnownPairs.Pair pair : this.pairs) {
			int place = 0;
			for (int symbol : pair.ciphertext()) {
				if (!dropped[symbol]) {
					int meant = pair.plaintext()[place++];
					Integer before = meanings[symbol];
					if (before != null && before != meant) {
						return false;
					}
					meanings[symbol] = meant;
				}
			}
		}
		return true;
	}

}
