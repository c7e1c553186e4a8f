package dev.decipher.cipher.transposition;

import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The message backwards.
 *
 * @param block the length of a block, each of which is reversed by itself, or null where
 * a message is one block
 */
@JsonTypeName("reverse")
@Schema(description = "The message is written backwards", example = "{\"type\": \"reverse\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter II")
public record Reverse(@Nullable @Block Integer block) implements TranspositionCipher, KeylessCipher {

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Transposition(this.block,
				(length) -> IntStream.rangeClosed(1, length).map((place) -> length - place).toArray());
	}

}
