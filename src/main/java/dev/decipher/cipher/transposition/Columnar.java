package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
 * Columnar transposition: the message is written in rows below the key, and read in
 * columns in the order of the key's symbols; equal ones from the left. The last row may
 * be incomplete. Described in Helen Fouché Gaines, Cryptanalysis, 1939, chapter III.
 *
 * @param key two symbols of the alphabet or more, one above each column
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("columnar")
@Schema(name = "columnar",
		description = "The message is written in rows below the key and read in columns, in the order of the key's symbols",
		example = "{\"type\": \"columnar\", \"key\": \"ZEBRAS\"}")
public record Columnar(
		@Schema(description = "Two symbols of the alphabet or more, one above each column",
				requiredMode = Schema.RequiredMode.REQUIRED) Key key,
		@Nullable @Schema(description = Transposition.BLOCK, example = "24", minimum = "1",
				maximum = "10000") Integer block)
		implements
			TranspositionCipher {

	public Columnar {
		Parameters.requireOneKey("key", key);
		Transposition.requireBlock(block);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawn = Transposition.drawnColumnKey("key", this.key, alphabet, random);
		return (drawn == this.key) ? this : new Columnar(drawn, this.block);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet, Parameters.given("key", this.key).length());
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int most = Math.min(Math.min(Transposition.MOST_SEARCHED, alphabet.size()), Math.max(2, ciphertext.length / 3));
		return IntStream.rangeClosed(2, most).mapToObj((columns) -> keySpace(alphabet, columns)).toList();
	}

	private static KeySpace keySpace(Alphabet alphabet, int columns) {
		return KeySpace
			.of((key) -> new Columnar(Parameters.key(key[0], alphabet), null), alphabet, KeyPart.columns(columns))
			.plus(KeySpace.LENGTH);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(alphabet.size(), this.block,
				Transposition.columnsUnder(Transposition.columnKey("key", this.key, alphabet)));
	}

}
