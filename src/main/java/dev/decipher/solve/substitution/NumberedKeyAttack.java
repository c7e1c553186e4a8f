package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * The numbered key: homophones, whose letters in the order of their numbers are then read
 * as a phrase with the letters it lacks behind it. A key costs what its phrase does.
 *
 * @param judging whether the LSTM has a say
 */
public record NumberedKeyAttack(boolean judging) implements Attack {

	private static final int MOST_DIGITS = 3;

	/** A phrase of so many numbers is searched for, and no longer one. */
	private static final int MOST_NUMBERS = 400;

	public NumberedKeyAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("numbered-key");
	}

	@Override
	public double power() {
		return 0.5;
	}

	/** Numbers of two digits, or of three if they stand apart or are no pairs. */
	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		String digits = text.replaceAll("[\\s\\p{Z}]", "");
		boolean ofThree = digits.length() % 2 > 0
				|| Arrays.stream(text.strip().split("[\\s\\p{Z}]+")).allMatch((group) -> group.length() == MOST_DIGITS);
		int length = ofThree ? MOST_DIGITS : 2;
		if (!digits.matches("[0-9]{4,}") || digits.length() % length > 0) {
			return null;
		}
		int[] numbers = IntStream.range(0, digits.length() / length)
			.map((i) -> Integer.parseInt(digits.substring(i * length, (i + 1) * length)))
			.toArray();
		int count = IntStream.of(numbers).max().orElse(0) + 1;
		String format = "%0" + length + "d";
		return (count < 2 || count > MOST_NUMBERS) ? null : new Ciphertext(
				Tokens.ofLength(length, IntStream.range(0, count).mapToObj(format::formatted).toList()), numbers, null);
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
		int digits = tokens.symbol(0).length();
		List<String> names = IntStream.range(0, tokens.size()).mapToObj(tokens::symbol).toList();
		Ciphertext homophones = new Ciphertext(Tokens.of(names), search.ciphertext().symbols(), null);
		Search part = search.within(homophones, 1, (found) -> candidate(found, search, (int) Math.pow(10, digits)));
		new HomophonicAttack(this.judging).run(Set.of("homophonic"), part, random, worker, workers);
		if (part.isSettled()) {
			search.settle();
		}
	}

	private static @Nullable Candidate candidate(Candidate found, Search search, int most) {
		int[] letters = new int[search.ciphertext().alphabet().size()];
		Arrays.fill(letters, -1);
		int[] plaintext = found.plaintext();
		for (int i = 0; i < plaintext.length; i++) {
			letters[search.ciphertext().symbols()[i]] = plaintext[i];
		}
		NGrams grams = search.language().letters();
		NumberedPhrase phrase = NumberedPhrase.of(letters, most, grams);
		if (phrase == null) {
			return null;
		}
		Cipher cipher = phrase.cipher();
		int[] counts = phrase.counts();
		double choices = IntStream.of(plaintext).mapToDouble((letter) -> Math.log(counts[letter])).sum();
		return new Candidate(cipher, plaintext, grams.score(plaintext), phrase.nats() + choices);
	}

}
