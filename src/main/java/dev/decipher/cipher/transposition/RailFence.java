package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Cipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The rail fence: the message is written in a zigzag, down and up over the rails, and
 * read rail by rail. Described in Helen Fouché Gaines, Cryptanalysis, 1939, chapter II.
 *
 * @param rails how many rails there are, 2 to 1000
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("rail-fence")
@Schema(description = "The message is written in a zigzag over some rails and read rail by rail",
		example = "{\"type\": \"rail-fence\", \"rails\": 3}")
public record RailFence(
		@Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many rails there are, 2 to 1000") Integer rails,
		@Nullable @Block Integer block) implements LinesCipher {

	@Override
	public Cipher withLines(int lines) {
		return new RailFence(lines, this.block);
	}

	@Override
	public IntFunction<int[]> places() {
		return (length) -> IntStream.range(0, this.rails).flatMap((rail) -> rail(rail, length)).toArray();
	}

	/**
	 * The places on a rail; the outer ones are met once in a zigzag, the others twice.
	 */
	private IntStream rail(int rail, int length) {
		int period = 2 * (this.rails - 1);
		return IntStream.iterate(0, (start) -> start < length, (start) -> start + period)
			.flatMap((start) -> IntStream.of(start + rail, start + period - rail)
				.limit((rail % (period / 2) == 0) ? 1 : 2))
			.filter((place) -> place < length);
	}

}
