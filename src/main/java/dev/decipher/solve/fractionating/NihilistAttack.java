package dev.decipher.solve.fractionating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Nihilist;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;
import dev.decipher.solve.substitution.LetteredCells;
import org.jspecify.annotations.Nullable;

/**
 * The Nihilist cipher. Row and column of a letter are 1 to 5, and so are those of the
 * key's letter that is added: the sums of a column of the period leave the key's letter
 * few cells. For each period the cells are chosen that make the letters' frequencies most
 * uneven, and alike where a crib's letters are; the periods are then read as a simple
 * substitution, the best first.
 *
 * @param judging whether the LSTM has a say
 */
public record NihilistAttack(boolean judging) implements Attack {

	private static final int SIDE = 5;

	private static final int MOST_PERIOD = 30;

	private static final int HUNDRED = 100;

	/** Letters that tell how uneven frequencies are. */
	private static final int ENOUGH = 2_000;

	/** Rounds in which each cell of a key is chosen anew, beside the others. */
	private static final int ROUNDS = 6;

	private static final int STARTS = 4;

	/** Share of the time that is left for each period. */
	private static final double SHARE = 0.25;

	private static final String DROPPED = "dropped";

	public NihilistAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("nihilist");
	}

	@Override
	public Set<Hints.Kind> hints() {
		return EnumSet.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	/** Sums with their hundreds, or of two digits. */
	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Key any = new Key.Given("A");
		Ciphertext written = Readings.as(new Nihilist(any, any, null, null), text, language);
		return (written != null) ? written : Readings.as(new Nihilist(any, any, DROPPED, null), text, language);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (!(search.ciphertext().alphabet() instanceof Tokens tokens) || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		boolean dropped = tokens.length() > 0;
		int[] sums = IntStream.of(search.ciphertext().symbols())
			.map((symbol) -> Integer.parseInt(tokens.symbol(symbol)))
			.map((sum) -> (dropped && sum <= 2 * SIDE) ? sum + HUNDRED : sum)
			.toArray();
		List<Keyed> keys = IntStream.rangeClosed(1, Math.min(MOST_PERIOD, sums.length / 3))
			.filter((period) -> search.hints().admits(period) && !search.isOver())
			.mapToObj((period) -> keyed(sums, period, search, random))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingDouble((keyed) -> -keyed.coincidence()))
			.toList();
		for (int i = worker; i < keys.size() && !search.isOver(); i += workers) {
			Keyed keyed = keys.get(i);
			LetterSearch.Found found = new LetterSearch(search, cells(sums, keyed.key())).run(this.judging, SHARE,
					random, (letters) -> cipher(keyed.key(), letters, dropped));
			if (found != null && search.isConvincing(found.candidate())) {
				search.settle();
			}
		}
	}

	/**
	 * A key.
	 *
	 * @param key numbers of cells, 11 to 55: (period)
	 * @param coincidence of the letters, less what shorter texts have by chance and what
	 * contradicts cribs
	 */
	private record Keyed(int[] key, double coincidence) {
	}

	/** The best key of a period; null if its sums allow none. */
	private static @Nullable Keyed keyed(int[] sums, int period, Search search, SplittableRandom random) {
		int[][] possible = new int[period][];
		for (int column = 0; column < period; column++) {
			int from = column;
			possible[column] = IntStream.range(0, SIDE * SIDE)
				.map((cell) -> 10 * (cell / SIDE + 1) + cell % SIDE + 1)
				.filter((number) -> IntStream.iterate(from, (i) -> i < sums.length, (i) -> i + period)
					.allMatch((i) -> isCell(sums[i] - number)))
				.toArray();
			if (possible[column].length == 0) {
				return null;
			}
		}
		int[] some = Arrays.copyOf(sums, Math.min(ENOUGH, sums.length));
		int[] best = new int[period];
		double most = -1;
		for (int start = 0; start < STARTS; start++) {
			int[] key = Arrays.stream(possible)
				.mapToInt((numbers) -> numbers[random.nextInt(numbers.length)])
				.toArray();
			for (int round = 0; round < ROUNDS; round++) {
				for (int column = 0; column < period; column++) {
					int chosen = key[column];
					double highest = -1;
					for (int number : possible[column]) {
						key[column] = number;
						double coincidence = coincidence(some, key, search.hints().cribs());
						if (coincidence > highest) {
							highest = coincidence;
							chosen = number;
						}
					}
					search.tried(possible[column].length);
					key[column] = chosen;
				}
			}
			double coincidence = coincidence(some, key, search.hints().cribs());
			if (coincidence > most) {
				most = coincidence;
				best = key.clone();
			}
		}
		return new Keyed(best, most - (double) period / some.length / SIDE);
	}

	private static boolean isCell(int number) {
		return number >= 11 && number / 10 <= SIDE && number % 10 >= 1 && number % 10 <= SIDE;
	}

	/** How often two letters are the same, less what contradicts cribs. */
	private static double coincidence(int[] sums, int[] key, List<Crib> cribs) {
		int[] cells = cells(sums, key);
		int[] counts = new int[SIDE * SIDE];
		double same = 0;
		for (int cell : cells) {
			same += counts[cell]++;
		}
		double coincidence = 2 * same / ((double) sums.length * (sums.length - 1));
		for (Crib crib : cribs) {
			coincidence -= PairedColumns.MISMATCH * PairedColumns.contradictions(crib, cells) / (sums.length - 1);
		}
		return coincidence;
	}

	private static int[] cells(int[] sums, int[] key) {
		int[] cells = new int[sums.length];
		for (int i = 0; i < sums.length; i++) {
			int number = sums[i] - key[i % key.length];
			cells[i] = SIDE * (number / 10 - 1) + number % 10 - 1;
		}
		return cells;
	}

	private static @Nullable Cipher cipher(int[] key, int[] letters, boolean dropped) {
		int[] cells = Arrays.copyOf(letters, SIDE * SIDE);
		Arrays.fill(cells, letters.length, cells.length, -1);
		LetteredCells square = LetteredCells.of(Alphabet.LATIN25, cells, new boolean[cells.length]);
		if (square == null || !(square.key() instanceof Key.Given given)) {
			return null;
		}
		StringBuilder word = new StringBuilder();
		Arrays.stream(key)
			.forEach((number) -> word.append(given.text().charAt(SIDE * (number / 10 - 1) + number % 10 - 1)));
		return new Nihilist(new Key.Given(word.toString()), square.key(), dropped ? DROPPED : null, square.omitted());
	}

}
