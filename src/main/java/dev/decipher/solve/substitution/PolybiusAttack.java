package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.Polybius;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * The Polybius square with whatever labels the text has: first the square without a
 * keyword, then any square, by the search for a simple substitution of its cells. A
 * square that is mirrored at its diagonal is another square, so that the order of labels
 * is of no account there.
 *
 * @param judging whether the LSTM has a say
 */
public record PolybiusAttack(boolean judging) implements Attack {

	public PolybiusAttack() {
		this(true);
	}

	@Override
	public Set<String> types() {
		return Set.of("polybius");
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext pairs = LabelledPairs.read(text);
		return (pairs != null && LabelledPairs.of(pairs) != null) ? pairs : null;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		LabelledPairs pairs = LabelledPairs.of(search.ciphertext());
		if (pairs == null || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		if (worker == 0) {
			offerPlain(pairs, search);
			List<Candidate> plain = search.best();
			if (!plain.isEmpty() && search.isConvincing(plain.get(0))) {
				search.settle();
				return;
			}
		}
		LetterSearch.Found found = new LetterSearch(search, pairs.cells()).run(this.judging, 1, random,
				(letters) -> cipher(pairs, letters));
		if (found != null && found.isSure()) {
			search.settle();
		}
	}

	/** The alphabet in its order, in rows and in columns. */
	private static void offerPlain(LabelledPairs pairs, Search search) {
		for (String order : new String[] { null, "column-row" }) {
			Polybius cipher = square(pairs, null, order, null);
			Alphabet alphabet = cipher.defaultAlphabet();
			int width = pairs.columns().codePointCount(0, pairs.columns().length());
			int height = pairs.count() / width;
			if (order != null && height != width) {
				continue;
			}
			int[] plaintext = Arrays.stream(pairs.cells())
				.map((cell) -> (order != null) ? cell % width * width + cell / width : cell)
				.map((cell) -> (cell < alphabet.size()) ? Alphabet.LATIN26.indexOf(alphabet.codePoint(cell)) : -2)
				.toArray();
			boolean hasFigures = alphabet.size() > Alphabet.LATIN26.size();
			int[] letters = Arrays.stream(plaintext).filter((letter) -> letter >= 0).toArray();
			search.tried(1);
			if (letters.length == plaintext.length
					|| (hasFigures && letters.length > 1 && Arrays.stream(plaintext).noneMatch((l) -> l == -2))) {
				search.offer(search.candidate(cipher, letters, search.language().letters().score(letters)));
			}
		}
	}

	private static Polybius square(LabelledPairs pairs, @Nullable Key key, @Nullable String order,
			@Nullable String omitted) {
		return new Polybius(key, pairs.rows(), pairs.columns().equals(pairs.rows()) ? null : pairs.columns(), order,
				omitted);
	}

	/** The square with letters in its cells. */
	static @Nullable Cipher cipher(LabelledPairs pairs, int[] letters) {
		boolean[] used = new boolean[pairs.count()];
		int[] cells = new int[pairs.count()];
		Arrays.fill(cells, -1);
		System.arraycopy(letters, 0, cells, 0, letters.length);
		Arrays.stream(pairs.cells()).forEach((cell) -> used[cell] = true);
		LetteredCells lettered = LetteredCells.of(square(pairs, null, null, null).defaultAlphabet(), cells, used);
		return (lettered != null) ? square(pairs, lettered.key(), null, lettered.omitted()) : null;
	}

}
