package dev.decipher.cipher.transposition;

import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Double columnar transposition: what {@link Columnar} makes of the message with one key
 * is transposed once more with another. Described in David Kahn, The Codebreakers, 1967,
 * chapter 16.
 *
 * @param key1 the first key, two symbols of the alphabet or more
 * @param key2 the second key, two symbols of the alphabet or more
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("double-columnar")
@Schema(name = "double-columnar", description = "Columnar transposition with one key, and of what results with another",
		example = "{\"type\": \"double-columnar\", \"key1\": \"ZEBRAS\", \"key2\": \"STRIPE\"}")
public record DoubleColumnar(
		@Schema(description = "The first key: two symbols of the alphabet or more",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key1,
		@Schema(description = "The second key: two symbols of the alphabet or more",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key2,
		@Nullable @Schema(description = Transposition.BLOCK, example = "24", minimum = "1",
				maximum = "10000") Integer block)
		implements
			TranspositionCipher {

	public DoubleColumnar {
		Parameters.requireOneKey("key1", key1);
		Parameters.requireOneKey("key2", key2);
		Transposition.requireBlock(block);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn1 = Transposition.drawnColumnKey("key1", this.key1, alphabet, random);
		Key drawn2 = Transposition.drawnColumnKey("key2", this.key2, alphabet, random);
		return (drawn1 == this.key1 && drawn2 == this.key2) ? this : new DoubleColumnar(drawn1, drawn2, this.block);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.counted(2 * KeySpace.LENGTH + KeyPart.logFactorial(Parameters.given("key1", this.key1).length())
				+ KeyPart.logFactorial(Parameters.given("key2", this.key2).length()));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		IntFunction<int[]> first = Transposition.columnsUnder(Transposition.columnKey("key1", this.key1, alphabet));
		IntFunction<int[]> second = Transposition.columnsUnder(Transposition.columnKey("key2", this.key2, alphabet));
		return new Transposition(alphabet.size(), this.block, (length) -> {
			int[] order = second.apply(length);
			int[] before = first.apply(length);
			for (int i = 0; i < length; i++) {
				order[i] = before[order[i]];
			}
			return order;
		});
	}

}
