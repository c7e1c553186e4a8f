package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Finds the letter of each symbol of a text that a ciphertext comes down to: the cells of
 * a square, say, once one knows which characters name them. The search is that of simple
 * substitution; where there are more symbols than letters, the rarest ones stand for
 * figures and signs, and are left out.
 */
public final class LetterSearch {

	private final Search search;

	private final int[] text;

	/** The symbols that stand for letters, by their numbers in the search. */
	private final int[] lettered;

	/** The number of each symbol in the search, −1 for one that is left out. */
	private final int[] numbers;

	/** The text without those that are left out, in numbers. */
	private final int[] kept;

	/**
	 * A search that has not begun.
	 * @param search the one that this is a part of
	 * @param text symbols from 0 on (length); read-only
	 */
	public LetterSearch(Search search, int[] text) {
		this.search = search;
		this.text = text;
		int size = IntStream.of(text).max().orElse(0) + 1;
		int[] counts = new int[size];
		IntStream.of(text).forEach((symbol) -> counts[symbol]++);
		this.lettered = IntStream.range(0, size)
			.filter((symbol) -> counts[symbol] > 0)
			.boxed()
			.sorted(Comparator.comparingInt((symbol) -> -counts[symbol]))
			.limit(search.language().alphabet().size())
			.mapToInt(Integer::intValue)
			.toArray();
		this.numbers = new int[size];
		Arrays.fill(this.numbers, -1);
		for (int number = 0; number < this.lettered.length; number++) {
			this.numbers[this.lettered[number]] = number;
		}
		this.kept = IntStream.of(text).map((symbol) -> this.numbers[symbol]).filter((number) -> number >= 0).toArray();
	}

	/** Whether a language is written in A to Z, as tables of letters have it. */
	public static boolean isOfLatin(Language language) {
		return language.alphabet() == Alphabet.LATIN26;
	}

	/**
	 * Searches, and offers what it finds.
	 * @param judging whether the language's LSTM has a say
	 * @param share how much of the time that is left it may take, at most 1
	 * @param cipher the cipher with a key: a letter for each symbol of the text, −1 for
	 * one that has none; null if it has no such key
	 * @return the best reading, null if there is none
	 */
	public @Nullable Found run(boolean judging, double share, SplittableRandom random,
			Function<int[], @Nullable Cipher> cipher) {
		return run(new MonoalphabeticAttack(judging), share, random, cipher);
	}

	private @Nullable Found run(Attack attack, double share, SplittableRandom random,
			Function<int[], @Nullable Cipher> cipher) {
		if (this.kept.length < 2) {
			return null;
		}
		Language language = this.search.language();
		Search part = this.search.within(new Ciphertext(language.alphabet(), this.kept, null), share, (candidate) -> {
			Cipher keyed = cipher.apply(letters(candidate));
			return (keyed != null) ? this.search.candidate(keyed, candidate.plaintext(), candidate.score()) : null;
		});
		attack.run(Set.of("substitution"), part, random, 0, 1);
		return part.best().isEmpty() ? null
				: new Found(part.best().get(0), letters(part.best().get(0)), part.isSettled());
	}

	/**
	 * The best reading of the text.
	 *
	 * @param candidate the text as a simple substitution
	 * @param letters of each symbol, −1 for one that has none
	 * @param isSure whether nothing better is to be expected
	 */
	public record Found(Candidate candidate, int[] letters, boolean isSure) {
	}

	private int[] letters(Candidate candidate) {
		int[] letters = new int[this.numbers.length];
		Arrays.fill(letters, -1);
		int place = 0;
		for (int symbol : this.text) {
			if (this.numbers[symbol] >= 0) {
				letters[symbol] = candidate.plaintext()[place++];
			}
		}
		return letters;
	}

}
