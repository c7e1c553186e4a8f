package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rail fence: the message is written in a zigzag, down and up over the rails, and
 * read rail by rail. Described in Helen Fouché Gaines, Cryptanalysis, 1939, chapter II.
 *
 * @param rails how many rails there are, 2 to 1000
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("rail-fence")
@Schema(name = "rail-fence", description = "The message is written in a zigzag over some rails and read rail by rail",
		example = "{\"type\": \"rail-fence\", \"rails\": 3}")
public record RailFence(
		@Schema(description = "How many rails there are, 2 to 1000", example = "3", minimum = "2", maximum = "1000",
				requiredMode = Schema.RequiredMode.REQUIRED) Integer rails,
		@Nullable @Schema(description = Transposition.BLOCK, example = "24", minimum = "1",
				maximum = "10000") Integer block)
		implements
			TranspositionCipher {

	public RailFence {
		Parameters.requireBetween("rails", rails, 2, Transposition.MOST_LINES);
		Transposition.requireBlock(block);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.counted(KeySpace.LENGTH);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return Transposition.linesSpaces(ciphertext.length, (lines) -> new RailFence(lines, null), alphabet);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(alphabet.size(), this.block,
				(length) -> IntStream.range(0, this.rails).flatMap((rail) -> rail(rail, length)).toArray());
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
