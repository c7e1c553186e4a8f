package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Nicodemus;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.KeyPass;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys of the Nicodemus cipher. Columns are taken off in the order of their key
 * symbols, so that these ascend along the ciphertext: where each column stands and what
 * its symbol is can be changed one by one, as the symbols stay in order.
 */
final class NicodemusAttack implements Attack {

	/** Rows that are taken off together. */
	private static final int ROWS = 5;

	private static final int LONGEST_KEY = 15;

	private static final int ENOUGH_LETTERS = 400;

	private static final int STEPS = 15_000;

	private static final Key ANY = new Key.Any(null);

	@Override
	public Set<String> types() {
		return Set.of("nicodemus");
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get("nicodemus"));
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		List<Columns> shapes = new ArrayList<>();
		for (int columns = 2; columns <= LONGEST_KEY && columns <= readable.symbols().length / 3; columns++) {
			if (search.hints().admits(columns)) {
				shapes.add(shape(null, new Vigenere(ANY), columns, readable));
				shapes.add(shape("variant-vigenere", new VariantVigenere(ANY), columns, readable));
				shapes.add(shape("beaufort", new Beaufort(ANY), columns, readable));
				if (readable.alphabet().size() % 2 == 0) {
					shapes.add(shape("porta", new Porta(ANY, null), columns, readable));
				}
			}
		}
		NGrams grams = search.language().letters();
		RankedPasses.run(shapes.stream()
			.sorted(Comparator.comparingDouble((Columns columns) -> columns.leastCost(grams)))
			.map((columns) -> new KeyPass(columns, columns.length, STEPS, search))
			.toList(), search, random);
	}

	private static Columns shape(@Nullable String base, TextKeyed cipher, int columns, Readable readable) {
		int length = readable.symbols().length;
		int block = ROWS * columns;
		int read = (length <= ENOUGH_LETTERS) ? length : Math.max(1, ENOUGH_LETTERS / block) * block;
		int[] symbols = Arrays.copyOf(readable.symbols(), Math.min(length, read));
		int size = readable.alphabet().size();
		int each = (cipher instanceof Porta) ? 2 : 1;
		int[] straight = IntStream.range(0, size).toArray();
		int[][] tables = IntStream.range(0, size / each)
			.mapToObj((value) -> IntStream.of(cipher.with(new int[] { each * value }, size).decrypt(straight))
				.map((symbol) -> readable.letters()[symbol])
				.toArray())
			.toArray(int[][]::new);
		return new Columns(base, columns, symbols, each, tables, readable);
	}

	/** Keys of one length: the column of each rank, then the value of each rank. */
	private static final class Columns implements KeyPass.Keys {

		private final @Nullable String base;

		private final int columns;

		private final int[] symbols;

		private final int length;

		/** How many symbols of a key have one value. */
		private final int each;

		/** Letters by value and ciphertext symbol. */
		private final int[][] tables;

		private final Readable readable;

		Columns(@Nullable String base, int columns, int[] symbols, int each, int[][] tables, Readable readable) {
			this.base = base;
			this.columns = columns;
			this.symbols = symbols;
			this.length = symbols.length;
			this.each = each;
			this.tables = tables;
			this.readable = readable;
		}

		/** By letters alone, with the best value of each rank, and what these cost. */
		double leastCost(NGrams grams) {
			double[] shares = grams.shares();
			double cost = this.columns * Math.log(this.tables.length);
			int whole = this.length / (ROWS * this.columns) * ROWS * this.columns;
			for (int rank = 0; rank < this.columns; rank++) {
				double least = Double.POSITIVE_INFINITY;
				for (int[] table : this.tables) {
					double sum = 0;
					for (int i = rank * ROWS; i < whole; i += ROWS * this.columns) {
						for (int row = 0; row < ROWS; row++) {
							sum -= Math.log(Math.max(shares[table[this.symbols[i + row]]], 1e-4));
						}
					}
					least = Math.min(least, sum);
				}
				cost += least;
			}
			// what is left counts as any letters
			return cost + (this.length - whole) * Math.log(shares.length);
		}

		@Override
		public int[][] draw(SplittableRandom random) {
			int[] values = random.ints(this.columns, 0, this.tables.length).sorted().toArray();
			return new int[][] { KeyPart.permutation(this.columns).draw(random), values };
		}

		@Override
		public void change(int[][] key, SplittableRandom random) {
			int[] order = key[0];
			int[] values = key[1];
			int one = random.nextInt(this.columns);
			switch (random.nextInt(4)) {
				case 0 -> KeyPart.columns(this.columns).change(order, random);
				case 1 -> {
					int other = random.nextInt(this.columns);
					int column = order[one];
					order[one] = order[other];
					order[other] = column;
				}
				default -> {
					int least = (one > 0) ? values[one - 1] : 0;
					int most = (one + 1 < this.columns) ? values[one + 1] : this.tables.length - 1;
					values[one] = random.nextInt(least, most + 1);
				}
			}
		}

		@Override
		public void read(int[][] key, int[] text) {
			int taken = 0;
			for (int start = 0; start < this.length; start += ROWS * this.columns) {
				int end = Math.min(this.length, start + ROWS * this.columns);
				for (int rank = 0; rank < this.columns; rank++) {
					int[] table = this.tables[key[1][rank]];
					for (int place = start + key[0][rank]; place < end; place += this.columns) {
						text[place] = table[this.symbols[taken++]];
					}
				}
			}
		}

		/** Columns of one value are taken off from left to right. */
		@Override
		public Cipher cipher(int[][] key) {
			int[] symbols = new int[this.columns];
			for (int rank = 0; rank < this.columns; rank++) {
				symbols[key[0][rank]] = this.each * key[1][rank];
				boolean later = rank > 0 && key[1][rank] == key[1][rank - 1] && this.each > 1
						&& (key[0][rank] < key[0][rank - 1] || symbols[key[0][rank - 1]] % 2 > 0);
				symbols[key[0][rank]] += later ? 1 : 0;
			}
			return new Nicodemus(Parameters.key(symbols, this.readable.alphabet()), this.base, null);
		}

	}

}
