package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Source;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The scytale, a ribbon around a staff: the message is written in rows along the staff,
 * and the ribbon read in columns from the left. The last row may be incomplete.
 *
 * @param columns how many symbols a row has, 2 to 1000; null if rows are given
 * @param rows how many rows there are, 2 to 1000, which are as long as the message needs;
 * null if columns are given
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("scytale")
@Schema(description = "The message is written in rows and read in columns from the left",
		example = "{\"type\": \"scytale\", \"columns\": 5}")
@Source("Plutarch, Lysander, 19")
public record Scytale(
		@Nullable @Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many symbols a row has, 2 to 1000; else rows must be given") Integer columns,
		@Nullable @Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many rows there are, 2 to 1000, where columns are not given") Integer rows,
		@Nullable @Block Integer block) implements LinesCipher {

	public Scytale {
		InvalidInput.throwIf((columns == null) == (rows == null), "/columns", "or rows must be given: one of them");
	}

	@Override
	public Cipher withLines(int lines) {
		return new Scytale(lines, null, this.block);
	}

	@Override
	public IntFunction<int[]> places() {
		return (length) -> {
			int width = LinesCipher.width(length, this.columns, this.rows);
			return Transposition.inTurn(length, width, (place) -> place % width);
		};
	}

}
