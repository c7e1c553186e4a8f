package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The rail fence: the message is written in a zigzag, down and up over the rails, and
 * read rail by rail.
 *
 * @param rails how many rails there are, 2 to 1000
 * @param offset how many places of the zigzag are left out before the message, 0 if null
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("rail-fence")
@Schema(description = "The message is written in a zigzag over some rails and read rail by rail",
		example = "{\"type\": \"rail-fence\", \"rails\": 3}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter II")
public record RailFence(
		@Range(min = 2, max = LinesCipher.MOST_LINES) @Schema(
				description = "How many rails there are, 2 to 1000") Integer rails,
		@Nullable @Offset Integer offset, @Nullable @Block Integer block) implements LinesCipher {

	/** More rails are not searched for together with an offset. */
	private static final int MOST_WITH_OFFSET = 40;

	@Override
	public Cipher withLines(int lines) {
		return new RailFence(lines, this.offset, this.block);
	}

	@Override
	public IntFunction<int[]> places() {
		return Rails.places(IntStream.range(0, this.rails).toArray(), (this.offset != null) ? this.offset : 0);
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return KeySpace.LENGTH + ((this.offset != null) ? Math.log(2.0 * (this.rails - 1)) : 0);
	}

	/** Those of which no place is left out, and then the others. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int most = Math.max(1, Math.min(MOST_WITH_OFFSET, ciphertext.length - 1) - 1);
		// two rails have 1 other offset, three rails 3, four rails 5: squares in all
		KeySpace others = KeySpace.of((key) -> {
			int before = (int) Math.sqrt(key[0][0]);
			return new RailFence(before + 2, key[0][0] - before * before + 1, this.block);
		}, alphabet, KeyPart.numbers(1, most * most));
		return Stream.concat(LinesCipher.super.keySpaces(alphabet, ciphertext).stream(), Stream.of(others)).toList();
	}

}
