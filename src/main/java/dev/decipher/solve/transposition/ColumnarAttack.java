package dev.decipher.solve.transposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;

/**
 * Finds the columns of a columnar transposition, their number unknown, by annealing with
 * each number in turn. Of all orders the one is taken that is likeliest together with its
 * text, an order of c columns costing ln c! nats.
 */
public record ColumnarAttack() implements Attack {

	private static final int MOST_COLUMNS = 20;

	/** Orders that one annealing tries, for each column. */
	private static final int STEPS = 500;

	@Override
	public Set<String> types() {
		return Set.of("columnar");
	}

	/** A number of columns. */
	private record Trial(int columns, ColumnAnnealing annealing, Ciphertext ciphertext,
			Alphabet alphabet) implements Restarts.Trial {

		@Override
		public int run(Search search, SplittableRandom random) {
			search.tried(STEPS * this.columns);
			return this.annealing.run(this.ciphertext.symbols(), STEPS * this.columns, random);
		}

		@Override
		public Cipher cipher() {
			return ColumnarAttack.cipher(this.annealing.ranks(), this.alphabet);
		}

		/** The columns going round: but for its ends it is the same text, moved. */
		@Override
		public List<Cipher> alternatives() {
			int[] ranks = this.annealing.ranks();
			return IntStream.range(1, this.columns)
				.mapToObj((first) -> ColumnarAttack.cipher(turned(ranks, first), this.alphabet))
				.toList();
		}

	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		Language language = search.language();
		int length = ciphertext.length();
		if (search.isTooShort()) {
			return;
		}
		List<Trial> trials = new ArrayList<>();
		int most = Math.min(Math.min(MOST_COLUMNS, language.alphabet().size()), Math.max(2, length / 3));
		for (int columns = 2; columns <= most; columns++) {
			trials.add(new Trial(columns, new ColumnAnnealing(language.letters(), length, columns), ciphertext,
					language.alphabet()));
		}
		Restarts.run(trials, search, random);
	}

	/**
	 * The simplest cipher that reads columns in an order.
	 * @param ranks by column from the left, as which one it is read
	 */
	private static Cipher cipher(int[] ranks, Alphabet alphabet) {
		if (IntStream.range(0, ranks.length).allMatch((column) -> ranks[column] == column)) {
			return new Scytale(ranks.length, null, null);
		}
		return new Columnar(Parameters.key(ranks, alphabet), null);
	}

	/** The same columns in a row, from another one on. */
	static int[] turned(int[] ranks, int first) {
		int[] turned = new int[ranks.length];
		Arrays.setAll(turned, (column) -> ranks[(column + first) % ranks.length]);
		return turned;
	}

}
