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
 * @param block the length of a block, or null where a message is one block
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
		@Nullable @Block Integer block) implements TranspositionCipher {

	static final String EXAMPLE = """
			{"type": "route", "rows": 3, "write": "columns", "read": "spiral-clockwise", "readCorner": "top-right"}""";

	/** More columns are not searched for. */
	private static final int MOST_COLUMNS = 50;

	private static final int WAYS = GridWay.values().length;

	private static final int CORNERS = GridWay.From.values().length;

	public Route {
		InvalidInput.throwIf((columns == null) == (rows == null), "/columns", "or rows must be given: one of them");
	}

	/**
	 * As many as differ: a mirror makes a pair of ways another one of the same effect.
	 */
	@Override
	public double keyNats(Alphabet alphabet) {
		return KeySpace.LENGTH + Math.log(WAYS * WAYS * CORNERS);
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
		return KeySpace.of(
				(key) -> new Route(width, null, GridWay.nameOf(ways[key[0][0]]), null,
						GridWay.nameOf(ways[key[1][0] / CORNERS]), GridWay.nameOf(corners[key[1][0] % CORNERS]), null),
				alphabet, KeyPart.numbers(1, written), KeyPart.numbers(1, WAYS * CORNERS));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(this.block, this::places);
	}

	private int[] places(int length) {
		if (length == 0) {
			return new int[0];
		}
		int width = LinesCipher.width(length, this.columns, this.rows);
		int height = (this.rows != null) ? this.rows : (length + width - 1) / width;
		int[] places = KeyNumbers.inverse(cells(this.write, this.writeCorner, height, width));
		return IntStream.of(cells(this.read, this.readCorner, height, width))
			.map((cell) -> places[cell])
			.filter((place) -> place < length)
			.toArray();
	}

	private static int[] cells(String way, @Nullable String corner, int rows, int columns) {
		return GridWay.named(GridWay.class, way)
			.cells(rows, columns, (corner != null) ? GridWay.named(GridWay.From.class, corner) : GridWay.From.TOP_LEFT);
	}

}
