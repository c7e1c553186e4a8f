package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Route transposition: the message is written into a grid on one way and read on another.
 * Cells that it doesn't reach stay empty, and are passed over.
 *
 * @param columns how many columns the grid has, 2 to 1000, and as many rows as the
 * message needs; null if rows are given
 * @param rows how many rows it has, 2 to 1000; null if columns are given
 * @param write the way on which the message is written
 * @param writeCorner the corner where that begins, the top left if null
 * @param read the way on which the message is read
 * @param readCorner the corner where that begins, the top left if null
 * @param down rows that a way of steps goes down each time; null if neither way is one
 * @param right columns that it goes to the right each time; null if neither way is one
 * @param block the length of a block, or null where a message is one block
 * @param rest what becomes of a last block that is shorter than the others: it is moved
 * too ({@code moved}, or null) or stays as it is ({@code kept})
 */
@JsonTypeName("route")
@Schema(description = "The message is written into a grid on one way and read on another", example = Route.EXAMPLE)
@Source("American Cryptogram Association, The ACA and You, Route Transposition")
public record Route(
		@Nullable @Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many columns the grid has, 2 to 1000; else rows must be given") Integer columns,
		@Nullable @Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many rows the grid has, 2 to 1000, where columns are not given") Integer rows,
		@Way String write, @Nullable @Corner String writeCorner, @Way String read, @Nullable @Corner String readCorner,
		@Nullable @Range(max = LinesCipher.MOST_LINES) @Schema(
				description = "Rows that a way of steps goes down each time, 0 to 1000, round the bottom") Integer down,
		@Nullable @Range(max = LinesCipher.MOST_LINES) @Schema(
				description = "Columns that a way of steps goes to the right each time, 0 to 1000, round the side") Integer right,
		@Nullable @Block Integer block,
		@Nullable @Schema(
				description = "Whether a last block that is shorter than the others is moved too, or kept "
						+ "as it is",
				allowableValues = {
						"moved", "kept" },
				defaultValue = "moved") String rest)
		implements
			TranspositionCipher{

	static final String EXAMPLE = """
			{"type": "route", "rows": 3, "write": "columns", "read": "spiral-clockwise", "readCorner": "top-right"}""";

	/** The way that needs two numbers more. */
	private static final String STEPS = "steps";

	private static final String KEPT = "kept";

	/** More columns are not searched for. */
	private static final int MOST_COLUMNS = 50;

	/** How many there are, steps left out. */
	private static final int WAYS = GridWay.values().length;

	private static final int CORNERS = GridWay.From.values().length;

	public Route {
		InvalidInput.throwIf((columns == null) == (rows == null), "/columns", "or rows must be given: one of them");
		boolean steps = STEPS.equals(write) || STEPS.equals(read);
		InvalidInput.throwIf(steps && down == null, "/down", "is required for a way of steps");
		InvalidInput.throwIf(steps && right == null, "/right", "is required for a way of steps");
		InvalidInput.throwIf(!steps && down != null, "/down", "is for a way of steps only");
		InvalidInput.throwIf(!steps && right != null, "/right", "is for a way of steps only");
		InvalidInput.throwIf(rest != null && block == null, "/rest", "is for blocks only");
	}

	/**
	 * As many as differ: a mirror makes a pair of ways another one of the same effect.
	 */
	@Override
	public double keyNats(Alphabet alphabet) {
		double ways = KeySpace.LENGTH + Math.log(WAYS * WAYS * CORNERS);
		double steps = (this.down != null) ? 2 * KeySpace.LENGTH : 0;
		return ways + steps + ((this.block != null) ? KeySpace.LENGTH : 0);
	}

	/** All ways through grids that are filled, and then those of rows through others. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int length = ciphertext.length;
		List<Integer> widths = IntStream.rangeClosed(2, Math.max(2, Math.min(MOST_COLUMNS, length / 2)))
			.boxed()
			.toList();
		return Stream
			.concat(widths.stream().filter((width) -> length % width == 0).map((width) -> keys(alphabet, width, WAYS)),
					widths.stream().filter((width) -> length % width > 0).map((width) -> keys(alphabet, width, 1)))
			.toList();
	}

	private static KeySpace keys(Alphabet alphabet, int width, int written) {
		GridWay[] ways = GridWay.values();
		GridWay.From[] corners = GridWay.From.values();
		return KeySpace.of((key) -> new Route(width, null, GridWay.nameOf(ways[key[0][0]]), null,
				GridWay.nameOf(ways[key[1][0] / CORNERS]), GridWay.nameOf(corners[key[1][0] % CORNERS]), null, null,
				null, null), alphabet, KeyPart.numbers(1, written), KeyPart.numbers(1, WAYS * CORNERS));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(this.block, this::places);
	}

	private int[] places(int length) {
		if (length == 0) {
			return new int[0];
		}
		if (KEPT.equals(this.rest) && this.block != null && length < this.block) {
			return IntStream.range(0, length).toArray();
		}
		int width = LinesCipher.width(length, this.columns, this.rows);
		int height = (this.rows != null) ? this.rows : (length + width - 1) / width;
		int[] places = KeyNumbers.inverse(cells(this.write, this.writeCorner, height, width));
		return IntStream.of(cells(this.read, this.readCorner, height, width))
			.map((cell) -> places[cell])
			.filter((place) -> place < length)
			.toArray();
	}

	/**
	 * All ways through a grid, for who looks how a text reads on them: from each corner
	 * in turn, those of rows and of columns first.
	 * @return the cells in their order, counted row by row: (ways · corners, rows ·
	 * columns)
	 */
	public static int[][] ways(int rows, int columns) {
		return Stream.of(GridWay.values())
			.flatMap((way) -> Stream.of(GridWay.From.values()).map((corner) -> way.cells(rows, columns, corner)))
			.toArray(int[][]::new);
	}

	private int[] cells(String way, @Nullable String corner, int height, int width) {
		GridWay.From from = (corner != null) ? GridWay.named(GridWay.From.class, corner) : GridWay.From.TOP_LEFT;
		return (way.equals(STEPS) && this.down != null && this.right != null)
				? GridWay.steps(height, width, from, this.down, this.right)
				: GridWay.named(GridWay.class, way).cells(height, width, from);
	}

}
