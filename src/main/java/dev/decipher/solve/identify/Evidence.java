package dev.decipher.solve.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The statistics of a ciphertext that a cryptanalyst looks at first: how unequal its
 * symbols are, as a whole and by columns of a period (William Friedman, The Index of
 * Coincidence and Its Applications in Cryptography, 1922), and what it has twice
 * (Friedrich Kasiski, Die Geheimschriften und die Dechiffrir-Kunst, 1863).
 *
 * @param length how many symbols the text has
 * @param symbols how many different ones
 * @param indexOfCoincidence the probability that two symbols at different places are
 * equal; 0 for fewer than two
 * @param periods the same for places that are a multiple of a period apart, by period
 * @param frequencies how often each symbol occurs, the most frequent first
 * @param repeats what occurs more than once, the longest first
 */
@Schema(description = "What the estimate stands on")
public record Evidence(
		@Schema(description = "Symbols of the text: letters, numbers, or other characters", example = "100") int length,
		@Schema(description = "How many of them differ", example = "24") int symbols,
		@Schema(description = "The probability that two of them are equal; 1/26 for random letters, 0.067 in English",
				example = "0.0438") double indexOfCoincidence,
		@Schema(description = "The index of coincidence in columns, for each period") List<Period> periods,
		@Schema(description = "How often each symbol occurs, the most frequent first") List<Frequency> frequencies,
		@Schema(description = "What occurs more than once, three symbols at least, the longest first") List<Repeat> repeats) {

	private static final int LONGEST_PERIOD = 30;

	private static final int SHORTEST_REPEAT = 3;

	/** A text that repeats more than that is not looked at any further. */
	private static final int LONGEST_REPEAT = 1000;

	/** More than so many say nothing new. */
	private static final int MOST_REPEATS = 20;

	private static final int MOST_POSITIONS = 100;

	public Evidence {
		periods = List.copyOf(periods);
		frequencies = List.copyOf(frequencies);
		repeats = List.copyOf(repeats);
	}

	/**
	 * A period and how unequal the symbols of its columns are.
	 *
	 * @param period from 2 on; each column has two symbols at least
	 * @param indexOfCoincidence the mean over all pairs of places in the same column
	 */
	@Schema(name = "EvidencePeriod", description = "How even the columns of a period are")
	public record Period(@Schema(description = "The number of columns", example = "5") int period,
			@Schema(description = "The index of coincidence within them",
					example = "0.0661") double indexOfCoincidence) {
	}

	/**
	 * A symbol and how often it occurs.
	 *
	 * @param symbol as it is read
	 * @param count at least 1
	 */
	@Schema(name = "EvidenceFrequency", description = "How often a symbol occurs")
	public record Frequency(@Schema(description = "The symbol", example = "E") String symbol,
			@Schema(description = "How often it occurs", example = "12") int count) {
	}

	/**
	 * A part of the text that occurs more than once.
	 *
	 * @param text its symbols, with blanks between numbers
	 * @param positions where it begins, in symbols from 0, at most the first hundred
	 */
	@Schema(name = "EvidenceRepeat", description = "Symbols that occur more than once in this order")
	public record Repeat(@Schema(description = "What is repeated", example = "QXV") String text,
			@Schema(description = "Where it begins, in symbols from 0", example = "[4, 49]") List<Integer> positions) {

		public Repeat {
			positions = List.copyOf(positions);
		}

	}

	/** Collects the evidence of a text. */
	public static Evidence of(TextSymbols text) {
		int[] symbols = text.symbols();
		int size = text.names().size();
		List<Period> periods = new ArrayList<>();
		for (int period = 2; period <= Math.min(LONGEST_PERIOD, symbols.length / 2); period++) {
			periods.add(new Period(period, coincidence(symbols, size, period)));
		}
		List<Frequency> frequencies = text.counts()
			.entrySet()
			.stream()
			.map((count) -> new Frequency(count.getKey(), count.getValue()))
			.sorted(Comparator.comparingInt(Frequency::count).reversed())
			.toList();
		return new Evidence(symbols.length, frequencies.size(), coincidence(symbols, size, 1), periods, frequencies,
				repeats(text));
	}

	/**
	 * The share of pairs of places in the same column that have equal symbols.
	 * @param symbols (length)
	 * @param size how many symbols there are
	 */
	static double coincidence(int[] symbols, int size, int period) {
		double equal = 0;
		double pairs = 0;
		int[] counts = new int[size];
		for (int column = 0; column < period; column++) {
			Arrays.fill(counts, 0);
			double length = 0;
			for (int i = column; i < symbols.length; i += period) {
				equal += counts[symbols[i]]++;
				length++;
			}
			pairs += length * (length - 1) / 2;
		}
		return (pairs > 0) ? equal / pairs : 0;
	}

	/** Parts that can't be longer on either side without losing an occurrence. */
	private static List<Repeat> repeats(TextSymbols text) {
		int[] symbols = text.symbols();
		int[] suffixes = sorted(symbols);
		List<Repeat> repeats = new ArrayList<>();
		int[] common = new int[Math.max(0, suffixes.length - 1)];
		for (int i = 0; i < common.length; i++) {
			common[i] = commonPrefix(symbols, suffixes[i], suffixes[i + 1]);
		}
		boolean[] known = new boolean[common.length];
		Integer[] longestFirst = IntStream.range(0, common.length)
			.filter((i) -> common[i] >= SHORTEST_REPEAT)
			.boxed()
			.sorted((one, other) -> common[other] - common[one])
			.toArray(Integer[]::new);
		for (int i : longestFirst) {
			if (repeats.size() == MOST_REPEATS) {
				break;
			}
			if (known[i]) {
				continue;
			}
			int length = common[i];
			int from = i;
			int to = i + 1;
			while (from > 0 && common[from - 1] >= length) {
				from--;
			}
			while (to < common.length && common[to] >= length) {
				known[to] |= common[to] == length;
				to++;
			}
			for (int other = from; other < i; other++) {
				known[other] |= common[other] == length;
			}
			int[] places = Arrays.copyOfRange(suffixes, from, to + 1);
			Arrays.sort(places);
			boolean longer = IntStream.of(places).allMatch((place) -> place > 0)
					&& IntStream.of(places).map((place) -> symbols[place - 1]).distinct().count() == 1;
			if (!longer) {
				repeats.add(new Repeat(part(text, places[0], length),
						IntStream.of(places).limit(MOST_POSITIONS).boxed().toList()));
			}
		}
		return repeats;
	}

	private static String part(TextSymbols text, int from, int length) {
		return String.join((text.kind() == TextSymbols.Kind.NUMBERS) ? " " : "",
				IntStream.range(from, from + length).mapToObj((i) -> text.names().get(text.symbols()[i])).toList());
	}

	private static int commonPrefix(int[] symbols, int one, int other) {
		int length = 0;
		while (length < LONGEST_REPEAT && Math.max(one, other) + length < symbols.length
				&& symbols[one + length] == symbols[other + length]) {
			length++;
		}
		return length;
	}

	/**
	 * The places of a text in the order of what begins there, by doubling the length of
	 * what is compared (Udi Manber and Gene Myers, Suffix arrays, 1993).
	 */
	private static int[] sorted(int[] symbols) {
		int n = symbols.length;
		Integer[] places = IntStream.range(0, n).boxed().toArray(Integer[]::new);
		long[] keys = new long[n];
		int[] ranks = symbols.clone();
		for (int length = 1;; length *= 2) {
			for (int i = 0; i < n; i++) {
				keys[i] = ((long) ranks[i] << 32) + ((i + length < n) ? ranks[i + length] + 1 : 0);
			}
			Arrays.sort(places, Comparator.comparingLong((place) -> keys[place]));
			int rank = 0;
			int[] next = new int[n];
			for (int i = 0; i < n; i++) {
				rank += (i > 0 && keys[places[i]] != keys[places[i - 1]]) ? 1 : 0;
				next[places[i]] = rank;
			}
			ranks = next;
			if (rank == n - 1 || length >= n || n == 0) {
				return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
			}
		}
	}

}
