package dev.decipher.solve.fractionating;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.fractionating.Adfgvx;
import dev.decipher.cipher.fractionating.Adfgx;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;
import dev.decipher.solve.substitution.LetteredCells;
import org.jspecify.annotations.Nullable;

/**
 * ADFGX and ADFGVX: {@link PairedColumnsSearch}.
 *
 * @param judging whether the LSTM has a say
 */
public record AdfgvxAttack(boolean judging) implements Attack {

	public AdfgvxAttack() {
		this(true);
	}

	private static final String WITHOUT_V = "adfgx";

	@Override
	public Set<String> types() {
		return Set.of(WITHOUT_V, "adfgvx");
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
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (!(search.ciphertext().alphabet() instanceof Tokens tokens) || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		boolean withV = IntStream.of(search.ciphertext().symbols())
			.anyMatch((symbol) -> tokens.symbol(symbol).contains("V"));
		if (!types.contains(withV ? "adfgvx" : WITHOUT_V)) {
			return;
		}
		String labels = withV ? "ADFGVX" : "ADFGX";
		int[] halves = IntStream.of(search.ciphertext().symbols())
			.mapToObj(tokens::symbol)
			.flatMapToInt(String::chars)
			.map(labels::indexOf)
			.toArray();
		new PairedColumnsSearch(halves, labels.length(), search, random, this.judging,
				(ranks, letters) -> cipher(withV, ranks, letters, labels.length()))
			.run();
	}

	private static @Nullable Cipher cipher(boolean withV, int[] ranks, int[] letters, int side) {
		int[] cells = Arrays.copyOf(letters, side * side);
		Arrays.fill(cells, letters.length, cells.length, -1);
		boolean[] used = new boolean[cells.length];
		Alphabet alphabet = withV ? Alphabet.LATIN36 : Alphabet.LATIN25;
		LetteredCells square = LetteredCells.of(alphabet, cells, used);
		if (square == null) {
			return null;
		}
		Key key = KeyNumbers.write(ranks, ranks, Alphabet.LATIN26);
		return withV ? new Adfgvx(square.key(), key) : new Adfgx(square.key(), key, square.omitted());
	}

}
