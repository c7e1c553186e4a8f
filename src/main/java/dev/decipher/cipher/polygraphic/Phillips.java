package dev.decipher.cipher.polygraphic;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Phillips cipher: a symbol becomes the one below its right neighbour in a square.
 * Each five symbols, for five rows, have a square of their own, of which there are eight:
 * the first row moves down by one from each square to the next until it is the last, then
 * the row that is first now moves down until it is the last but one. In the variant C the
 * columns move to the right in the same way, in RC rows and columns both.
 *
 * @param key a keyword that the first square starts with
 * @param variant {@code phillips}, {@code phillips-c} or {@code phillips-rc}, null for
 * the first
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("phillips")
@Schema(description = "Each symbol becomes the one below its right neighbour, in eight squares in turn whose rows move down",
		example = "{\"type\": \"phillips\", \"key\": \"DIAGONALS\"}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Phillips(@Schema(description = SquareCipher.KEYWORD) Key key, @Nullable @Schema(
		description = "The lines that move from square to square: rows in phillips, columns in phillips-c, both in phillips-rc",
		defaultValue = Phillips.ROWS, allowableValues = {
				Phillips.ROWS, Phillips.COLUMNS, Phillips.BOTH },
		example = Phillips.BOTH) String variant, @Nullable @Omit String omit) implements SquareCipher{

	static final String ROWS = "phillips";

	static final String COLUMNS = "phillips-c";

	static final String BOTH = "phillips-rc";

	/** Three variants. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return Math.log(3);
	}

	@Override
	public Stream<Phillips> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(null, BOTH, COLUMNS).map((variant) -> new Phillips(this.key, variant, this.omit));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int[][] rows = rows(alphabet);
		int[][] columns = columns(alphabet);
		int[][] rowsBack = inverse(rows);
		int[][] columnsBack = inverse(columns);
		return (keys) -> new Squares(Square.of(keys[0]), rows, columns, rowsBack, columnsBack);
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		int side = Square.columns(alphabet.size());
		int[][] rowsBack = inverse(rows(alphabet));
		int[][] columnsBack = inverse(columns(alphabet));
		IntBinaryOperator[] places = IntStream.range(0, rowsBack.length)
			.mapToObj((turn) -> (IntBinaryOperator) (place, same) -> rowsBack[turn][place / side] * side
					+ columnsBack[turn][place % side])
			.toArray(IntBinaryOperator[]::new);
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 1, ciphertext.length, false);
		for (int i = 0; i < ciphertext.length; i++) {
			lookups.set(i, ciphertext[i], ciphertext[i], places[i / side % places.length], 0);
		}
		return lookups;
	}

	private int[][] rows(Alphabet alphabet) {
		return COLUMNS.equals(this.variant) ? resting(alphabet) : moving(alphabet);
	}

	private int[][] columns(Alphabet alphabet) {
		return (this.variant == null || this.variant.equals(ROWS)) ? resting(alphabet) : moving(alphabet);
	}

	private static int[][] moving(Alphabet alphabet) {
		return neighbours(Square.columns(alphabet.size()));
	}

	private static int[][] resting(Alphabet alphabet) {
		int[][] moving = moving(alphabet);
		Arrays.fill(moving, moving[0]);
		return moving;
	}

	/**
	 * For each square the line that follows each line: (2 · side - 2, side), by their
	 * numbers in the first square.
	 */
	private static int[][] neighbours(int side) {
		int[] order = IntStream.range(0, side).toArray();
		int[][] neighbours = new int[2 * side - 2][side];
		for (int square = 0; square < neighbours.length; square++) {
			if (square > 0) {
				int place = (square - 1) % (side - 1);
				int moved = order[place];
				order[place] = order[place + 1];
				order[place + 1] = moved;
			}
			for (int place = 0; place < side; place++) {
				neighbours[square][order[place]] = order[(place + 1) % side];
			}
		}
		return neighbours;
	}

	private static int[][] inverse(int[][] neighbours) {
		int[][] inverse = new int[neighbours.length][neighbours[0].length];
		for (int square = 0; square < neighbours.length; square++) {
			for (int line = 0; line < neighbours[square].length; line++) {
				inverse[square][neighbours[square][line]] = line;
			}
		}
		return inverse;
	}

	/**
	 * At work: with the first square, of which the others are made.
	 *
	 * @param rows the row below each row: (squares, side)
	 * @param columns the column to the right of each column: (squares, side)
	 * @param rowsBack the row above each row: (squares, side)
	 * @param columnsBack the column to the left of each column: (squares, side)
	 */
	private record Squares(Square square, int[][] rows, int[][] columns, int[][] rowsBack,
			int[][] columnsBack) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return move(plaintext, this.rows, this.columns);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return move(ciphertext, this.rowsBack, this.columnsBack);
		}

		private int[] move(int[] text, int[][] toRow, int[][] toColumn) {
			int[] moved = new int[text.length];
			for (int i = 0; i < text.length; i++) {
				int turn = i / this.square.side() % toRow.length;
				moved[i] = this.square.at(toRow[turn][this.square.row(text[i])],
						toColumn[turn][this.square.column(text[i])]);
			}
			return moved;
		}

	}

}
