package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Cipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The scytale, a ribbon around a staff: the message is written in rows along the staff,
 * and the ribbon read in columns from the left. The last row may be incomplete. Plutarch,
 * Lysander, 19.
 *
 * @param columns how many symbols a row has, 2 to 1000
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("scytale")
@Schema(description = "The message is written in rows and read in columns from the left",
		example = "{\"type\": \"scytale\", \"columns\": 5}")
public record Scytale(
		@Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many symbols a row has, 2 to 1000") Integer columns,
		@Nullable @Block Integer block) implements LinesCipher {

	@Override
	public Cipher withLines(int lines) {
		return new Scytale(lines, this.block);
	}

	@Override
	public IntFunction<int[]> places() {
		return Transposition.columns(IntStream.range(0, this.columns).toArray());
	}

}
