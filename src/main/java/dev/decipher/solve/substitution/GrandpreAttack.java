package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Grandpre;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Grandpré's square of words: homophones whose table is itself text of the language, row
 * by row. So the table is searched for as a part of the text, behind it, and costs what
 * its words do.
 *
 * @param judging whether the LSTM has a say
 */
public record GrandpreAttack(boolean judging) implements Attack {

	private static final int FEWEST = 6;

	private static final int TEN = 10;

	public GrandpreAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("grandpre");
	}

	@Override
	public double power() {
		return 0.4;
	}

	/** Pairs of digits. */
	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext pairs = LabelledPairs.read(text);
		return (pairs != null && side(pairs) > 0) ? pairs : null;
	}

	/** How many words there are, 0 if the text is no such one. */
	private static int side(Ciphertext pairs) {
		int side = FEWEST;
		for (int symbol = 0; symbol < pairs.alphabet().size(); symbol++) {
			for (int digit : pairs.alphabet().symbol(symbol).codePoints().toArray()) {
				if (digit < '0' || digit > '9') {
					return 0;
				}
				side = Math.max(side, (digit == '0') ? TEN : digit - '0');
			}
		}
		return side;
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (!(search.ciphertext().alphabet() instanceof Tokens tokens) || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		int side = side(search.ciphertext());
		int first = (side == TEN) ? '0' : '1';
		int[] cells = IntStream.of(search.ciphertext().symbols())
			.mapToObj(tokens::symbol)
			.mapToInt((pair) -> (pair.charAt(0) - first) * side + pair.charAt(1) - first)
			.toArray();
		int[] behind = IntStream.concat(Arrays.stream(cells), IntStream.range(0, side * side)).toArray();
		List<String> names = IntStream.range(0, side * side).mapToObj("%02d"::formatted).toList();
		Search part = search.within(new Ciphertext(Tokens.of(names), behind, null), 1,
				(candidate) -> candidate(candidate, side, cells.length, search.language()));
		new HomophonicAttack(this.judging).run(Set.of("homophonic"), part, random, worker, workers);
		if (part.isSettled()) {
			search.settle();
		}
	}

	private static Candidate candidate(Candidate found, int side, int length, Language language) {
		int[] plaintext = Arrays.copyOf(found.plaintext(), length);
		int[] square = Arrays.copyOfRange(found.plaintext(), length, found.plaintext().length);
		List<String> words = IntStream.range(0, side)
			.mapToObj((row) -> Arrays.stream(square, row * side, (row + 1) * side)
				.mapToObj(Alphabet.LATIN26::symbol)
				.collect(Collectors.joining()))
			.toList();
		int[] cells = new int[Alphabet.LATIN26.size()];
		Arrays.stream(square).forEach((letter) -> cells[letter]++);
		double choices = Arrays.stream(plaintext).mapToDouble((letter) -> Math.log(cells[letter])).sum();
		NGrams grams = language.letters();
		double table = -grams.score(square) * square.length;
		Cipher cipher = new Grandpre(words, null);
		return new Candidate(cipher, plaintext, grams.score(plaintext), table + choices);
	}

}
