package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Checkerboard;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * The checkerboard with one word for its rows and one for its columns, which is a square
 * with letters for labels. In which order the labels stand nobody can tell from a text:
 * it is that of the alphabet here, and the square's rows and columns with it.
 *
 * @param judging whether the LSTM has a say
 */
public record CheckerboardAttack(boolean judging) implements Attack {

	private static final int SIDE = 5;

	public CheckerboardAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("checkerboard");
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext pairs = LabelledPairs.read(text);
		return (pairs != null && square(pairs) != null) ? pairs : null;
	}

	private static @Nullable LabelledPairs square(Ciphertext pairs) {
		LabelledPairs square = LabelledPairs.of(pairs);
		boolean ofLetters = square != null
				&& (square.rows() + square.columns()).codePoints().allMatch(Character::isLetter);
		return (square != null && ofLetters && square.rows().length() == SIDE && square.columns().length() == SIDE)
				? square : null;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		LabelledPairs pairs = square(search.ciphertext());
		if (pairs == null || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		LetterSearch.Found found = new LetterSearch(search, pairs.cells()).run(this.judging, 1, random,
				(letters) -> cipher(pairs, letters));
		if (found != null && found.isSure()) {
			search.settle();
		}
	}

	private static @Nullable Cipher cipher(LabelledPairs pairs, int[] letters) {
		int[] cells = Arrays.copyOf(letters, SIDE * SIDE);
		Arrays.fill(cells, letters.length, cells.length, -1);
		LetteredCells square = LetteredCells.of(Alphabet.LATIN25, cells, new boolean[cells.length]);
		return (square != null && square.omitted() == null)
				? new Checkerboard(square.key(), pairs.rows(), pairs.columns()) : null;
	}

}
