package dev.decipher.solve.transposition;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.transposition.Amsco;
import dev.decipher.cipher.transposition.Cadenus;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.Permutation;
import dev.decipher.cipher.transposition.Redefence;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.solve.search.Hints;

/**
 * The sizes of keys that a text may have been transposed with.
 *
 * @param type the type of cipher
 * @param text the ciphertext
 * @param hints which bound the sizes
 */
record Shapes(String type, MovedText text, Hints hints) {

	/** The longest keys that are searched for where nobody says how long they are. */
	private static final int MOST_COLUMNS = 30;

	/** Longer ones only where columns are high. */
	private static final int USUAL_COLUMNS = 20;

	private static final int HIGH = 10;

	private static final int MOST_RAILS = 10;

	/** Rails have as many offsets: of so many rails at most all are searched for. */
	private static final int MOST_HINTED_RAILS = 60;

	/** So many sizes beyond the least that somebody names are searched for. */
	private static final int HINTED = 60;

	private static final int LONGEST_BLOCK = 20;

	/** Symbols that a column has at least. */
	private static final int LEAST_HEIGHT = 3;

	private static final int LEAST_HEIGHT_WITH_CRIB = 2;

	private static final int CADENUS_ROWS = 25;

	/** All of them, the shortest first. */
	Stream<Shape> all() {
		return switch (this.type) {
			case "columnar" -> sizes(MOST_COLUMNS).mapToObj(this::columnar);
			case "amsco" ->
				sizes(MOST_COLUMNS / 2).boxed().flatMap((columns) -> Stream.of(amsco(columns, 2), amsco(columns, 1)));
			case "redefence" -> sizes(MOST_RAILS).filter((rails) -> rails <= MOST_HINTED_RAILS)
				.boxed()
				.flatMap((rails) -> IntStream.range(0, rails - 1).mapToObj((offset) -> redefence(rails, offset)));
			case "permutation" ->
				sizes(LONGEST_BLOCK).filter((block) -> length() % block == 0).mapToObj(this::permutation);
			default -> spaces();
		};
	}

	private int length() {
		return this.text.length();
	}

	/** From 2 on. */
	private IntStream sizes(int most) {
		// of shorter columns a crib gives away what their letters don't
		int least = this.hints.cribs().isEmpty() ? LEAST_HEIGHT : LEAST_HEIGHT_WITH_CRIB;
		int high = Math.max(length() / HIGH, Math.min(USUAL_COLUMNS, length() / least));
		int longest = (this.hints.maxKeyLength() < Integer.MAX_VALUE)
				? Math.min(this.hints.maxKeyLength(), length() / 2)
				: Math.max(Math.min(most, high), Math.min(this.hints.minKeyLength(), length() / 2));
		return IntStream.rangeClosed(2, Math.max(2, longest)).filter(this.hints::admits).limit(HINTED);
	}

	private Shape columns(int columns, boolean turns, IntUnaryOperator column, Function<int[], Cipher> cipher) {
		return new ColumnShape(columns, this.text.symbols(), IntStream.range(0, length()).map(column).toArray(),
				TranspositionTrial.ENOUGH_LETTERS, turns, cipher);
	}

	private Key key(int[] ranks) {
		return KeyForm.COLUMNS.write(ranks, this.text.keyAlphabet());
	}

	private Shape columnar(int columns) {
		return columns(columns, true, (place) -> place % columns, this::columnar);
	}

	/** Columns that are read from the left are a scytale's. */
	private Cipher columnar(int[] ranks) {
		boolean fromTheLeft = IntStream.range(0, ranks.length).allMatch((column) -> ranks[column] == column);
		return fromTheLeft ? new Scytale(ranks.length, null, null) : new Columnar(key(ranks), null);
	}

	private Shape redefence(int rails, int offset) {
		int lowest = rails - 1;
		int period = 2 * lowest;
		return columns(rails, false, (place) -> lowest - Math.abs(lowest - (place + offset) % period),
				(ranks) -> new Redefence(key(ranks), (offset > 0) ? offset : null, null));
	}

	private Shape amsco(int columns, int first) {
		// two cells have three symbols; in rows of an odd number, so have two rows
		int[] cells = new int[length()];
		for (int cell = 0, place = 0; place < cells.length; cell++) {
			boolean likeFirst = (cell / columns + cell % columns) % 2 == 0;
			for (int i = 0; i < (likeFirst ? first : 3 - first) && place < cells.length; i++) {
				cells[place++] = cell;
			}
		}
		return columns(columns, false, (place) -> cells[place] % columns,
				(ranks) -> new Amsco(key(ranks), (first == 1) ? 1 : null, null));
	}

	/** The places of blocks are columns of which a row after the other is written. */
	private Shape permutation(int block) {
		int rows = length() / block;
		int[] byColumn = IntStream.range(0, length())
			.map((i) -> this.text.symbols()[i % rows * block + i / rows])
			.toArray();
		return new ColumnShape(block, byColumn, IntStream.range(0, length()).map((place) -> place % block).toArray(),
				TranspositionTrial.ENOUGH_LETTERS, true,
				(ranks) -> new Permutation(new Key.Numbers(IntStream.of(KeyNumbers.inverse(ranks)).boxed().toList())));
	}

	private Stream<Shape> spaces() {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(this.type));
		return example.keySpaces(this.text.keyAlphabet(), this.text.symbols())
			.stream()
			.filter((space) -> this.hints.admits(size(space)))
			.map((space) -> switch (this.type) {
				case "cadenus" -> cadenus(space, size(space));
				case "swagman" -> swagman(space, size(space));
				default -> FreeShape.of(space, this.text.symbols());
			});
	}

	/** A side of squares, else the length of a key. */
	private int size(KeySpace space) {
		int numbers = space.parts().stream().mapToInt(KeyPart::length).sum();
		return switch (this.type) {
			case "swagman" -> (int) Math.sqrt(numbers);
			case "grille" -> (int) Math.sqrt(4 * numbers + 1);
			default -> numbers;
		};
	}

	private Shape cadenus(KeySpace space, int columns) {
		// a single column is only turned, as far as its letter says
		int[] turns = IntStream.range(0, Alphabet.LATIN26.size())
			.map((letter) -> new Cadenus(Parameters.key(new int[] { letter }, Alphabet.LATIN26)).over(Alphabet.LATIN26)
				.encrypt(IntStream.range(0, CADENUS_ROWS).toArray())[0])
			.toArray();
		int[] ciphertext = this.text.symbols();
		int[] ranks = new int[columns];
		ColumnLetters above = new ColumnLetters(columns, turns.length);
		return FreeShape.of(space, List.of(above), (key, text) -> {
			int[] letters = key[0];
			for (int column = 0; column < columns; column++) {
				ranks[column] = 0;
				for (int other = 0; other < columns; other++) {
					boolean before = letters[other] < letters[column]
							|| letters[other] == letters[column] && other < column;
					ranks[column] += before ? 1 : 0;
				}
			}
			for (int i = 0; i < text.length; i++) {
				int column = i % columns;
				int row = i / columns;
				int block = row - row % CADENUS_ROWS;
				int read = (row % CADENUS_ROWS + CADENUS_ROWS - turns[letters[column]]) % CADENUS_ROWS;
				text[i] = ciphertext[(block + read) * columns + ranks[column]];
			}
		}, above::twins);
	}

	private Shape swagman(KeySpace space, int side) {
		int[] ciphertext = this.text.symbols();
		int columns = length() / side;
		SwagmanSquare square = new SwagmanSquare(space.parts().get(0), side);
		return FreeShape.of(space, List.of(square), (key, text) -> {
			for (int i = 0; i < text.length; i++) {
				int column = i % columns;
				text[i] = ciphertext[column * side + key[0][i / columns * side + column % side]];
			}
		}, square::twins);
	}

}
