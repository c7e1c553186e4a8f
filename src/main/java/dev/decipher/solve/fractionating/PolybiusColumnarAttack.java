package dev.decipher.solve.fractionating;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Chain;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.Polybius;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LabelledPairs;
import dev.decipher.solve.substitution.LetterSearch;
import dev.decipher.solve.substitution.LetteredCells;
import org.jspecify.annotations.Nullable;

/**
 * A Polybius square with any labels whose pairs are then transposed in columns, as a
 * chain: {@link PairedColumnsSearch}. With the labels of ADFGVX that is this cipher.
 *
 * @param judging whether the LSTM has a say
 */
public record PolybiusColumnarAttack(boolean judging) implements Attack {

	public PolybiusColumnarAttack() {
		this(true);
	}

	private static final String ADFGVX = "ADFGVX";

	@Override
	public Set<String> types() {
		return Set.of("chain");
	}

	@Override
	public double power() {
		return 0.7;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return EnumSet.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		Ciphertext pairs = LabelledPairs.read(text);
		return (pairs != null && square(pairs) != null) ? pairs : null;
	}

	private static @Nullable LabelledPairs square(Ciphertext pairs) {
		LabelledPairs square = LabelledPairs.of(pairs);
		boolean fits = square != null && square.rows().equals(square.columns())
				&& !square.rows().codePoints().allMatch((label) -> ADFGVX.indexOf(label) >= 0);
		return fits ? square : null;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		LabelledPairs pairs = square(search.ciphertext());
		if (pairs == null || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		int side = pairs.rows().codePointCount(0, pairs.rows().length());
		int[] halves = IntStream.of(pairs.cells()).flatMap((cell) -> IntStream.of(cell / side, cell % side)).toArray();
		new PairedColumnsSearch(halves, side, search, random, this.judging,
				(ranks, letters) -> cipher(pairs.rows(), side, ranks, letters))
			.run();
	}

	private static @Nullable Cipher cipher(String labels, int side, int[] ranks, int[] letters) {
		int[] cells = Arrays.copyOf(letters, side * side);
		Arrays.fill(cells, letters.length, cells.length, -1);
		LetteredCells square = LetteredCells.of(new Polybius(null, labels, null, null, null).defaultAlphabet(), cells,
				new boolean[cells.length]);
		return (square == null) ? null : new Chain(List.of(
				new Polybius(square.key(), labels, null, null, square.omitted()),
				new Columnar(new Key.Numbers(IntStream.of(ranks).map((rank) -> rank + 1).boxed().toList()), null)));
	}

}
