package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.Tridigital;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;

/**
 * The tridigital cipher, see {@link SharedSymbolsTask}, with each digit in turn for the
 * blank that may be one: it stands at neither end, and never twice in a row.
 */
public record TridigitalAttack() implements Attack {

	private static final int DIGITS = 10;

	private static final int ROWS = 3;

	/** About how many symbols of a text with blanks are blanks. */
	private static final double SHARE_OF_BLANKS = 0.18;

	@Override
	public Set<String> types() {
		return Set.of("tridigital");
	}

	@Override
	public double power() {
		return 0.4;
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		if (ciphertext.alphabet().size() != DIGITS || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		int[] digits = ciphertext.symbols();
		List<SharedSymbolsTask> tasks = new ArrayList<>();
		for (int blank : blanks(digits)) {
			int[] columns = IntStream.range(0, DIGITS).filter((digit) -> digit != blank).toArray();
			int[] around = new int[digits.length + 2];
			around[0] = blank;
			System.arraycopy(digits, 0, around, 1, digits.length);
			around[digits.length + 1] = blank;
			tasks.add(new SharedSymbolsTask(search, random, around, blank, columns, true,
					(key) -> cipher(key, columns, blank)));
		}
		SharedSymbolsTask.run(tasks, search);
	}

	/** Digits that may stand for the blank, the likeliest first. */
	private static int[] blanks(int[] digits) {
		int[] counts = new int[DIGITS];
		boolean[] excluded = new boolean[DIGITS];
		for (int i = 0; i < digits.length; i++) {
			counts[digits[i]]++;
			excluded[digits[i]] |= i > 0 && digits[i - 1] == digits[i];
		}
		excluded[digits[0]] = true;
		excluded[digits[digits.length - 1]] = true;
		return IntStream.range(0, DIGITS)
			.filter((digit) -> !excluded[digit])
			.boxed()
			.sorted(Comparator.comparingDouble((digit) -> Math.abs(counts[digit] - SHARE_OF_BLANKS * digits.length)))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/** The letters of each column in rows, the column of two letters last. */
	private static Cipher cipher(int[] key, int[] columns, int blank) {
		List<List<Integer>> groups = new ArrayList<>();
		for (int digit : columns) {
			groups.add(IntStream.range(0, Alphabet.LATIN26.size())
				.filter((letter) -> key[letter] == digit)
				.boxed()
				.toList());
		}
		List<Integer> order = IntStream.range(0, columns.length)
			.boxed()
			.sorted(Comparator.comparingInt((column) -> -groups.get(column).size()))
			.toList();
		StringBuilder letters = new StringBuilder();
		for (int row = 0; row < ROWS; row++) {
			for (int column : order) {
				if (row < groups.get(column).size()) {
					letters.append(Alphabet.LATIN26.symbol(groups.get(column).get(row)));
				}
			}
		}
		String above = order.stream().map((column) -> Integer.toString(columns[column])).collect(Collectors.joining());
		return new Tridigital(new Key.Given(letters.toString()), new Key.Given(above + blank));
	}

}
