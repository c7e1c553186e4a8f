package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeylessCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Trithemius cipher: the first symbol stays, the second moves on by one place, the
 * third by two, and so on.
 */
@JsonTypeName("trithemius")
@Schema(description = "Each symbol moves on by its position: the first stays, the second moves by one place",
		example = "{\"type\": \"trithemius\"}")
@Source("Johannes Trithemius, Polygraphia, 1518, book V")
public record Trithemius() implements KeylessCipher {

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int size = alphabet.size();
		return Polyalphabetic.adding(size, Integer.MAX_VALUE, (position) -> position % size);
	}

}
