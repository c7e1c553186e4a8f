package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Columnar transposition: the message is written in rows below the key, and read in
 * columns in the order of the key's symbols; equal ones from the left. The last row may
 * be incomplete.
 *
 * @param key two symbols of the alphabet or more, one above each column, or numbers
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("columnar")
@Schema(description = "The message is written in rows below the key and read in columns, in the order of the key's symbols",
		example = "{\"type\": \"columnar\", \"key\": \"ZEBRAS\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter III")
public record Columnar(@Schema(description = ColumnarCipher.KEY) Key key,
		@Nullable @Block Integer block) implements ColumnarCipher {

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return ColumnarCipher.columns(alphabet, ciphertext.length)
			.mapToObj((columns) -> keySpace(alphabet, columns))
			.toList();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Transposition(this.block, Transposition.columnsUnder(keys[0]));
	}

}
