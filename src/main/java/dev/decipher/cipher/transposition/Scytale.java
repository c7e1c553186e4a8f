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
 * The scytale, a ribbon around a staff: the message is written in rows along the staff,
 * and the ribbon read in columns from the left. The last row may be incomplete. Plutarch,
 * Lysander, 19.
 *
 * @param columns how many symbols a row has, 2 to 1000
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("scytale")
@Schema(name = "scytale", description = "The message is written in rows and read in columns from the left",
		example = "{\"type\": \"scytale\", \"columns\": 5}")
public record Scytale(
		@Schema(description = "How many symbols a row has, 2 to 1000", example = "5", minimum = "2", maximum = "1000",
				requiredMode = Schema.RequiredMode.REQUIRED) Integer columns,
		@Nullable @Schema(description = Transposition.BLOCK, example = "24", minimum = "1",
				maximum = "10000") Integer block)
		implements
			TranspositionCipher {

	public Scytale {
		Parameters.requireBetween("columns", columns, 2, Transposition.MOST_LINES);
		Transposition.requireBlock(block);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.counted(KeySpace.LENGTH);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return Transposition.linesSpaces(ciphertext.length, (lines) -> new Scytale(lines, null), alphabet);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(alphabet.size(), this.block,
				Transposition.columns(IntStream.range(0, this.columns).toArray()));
	}

}
