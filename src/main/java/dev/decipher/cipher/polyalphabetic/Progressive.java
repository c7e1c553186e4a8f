package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The progressive-key cipher: a Vigenère cipher whose key moves on by some places each
 * time that it is repeated. Gaines calls the step the progression index.
 *
 * @param key one symbol of the alphabet or more
 * @param step by how many places the key moves on; any integer
 */
@JsonTypeName("progressive")
@Schema(description = "The Vigenère cipher with a key that moves on by some places each time it is repeated",
		example = "{\"type\": \"progressive\", \"key\": \"POLITICS\", \"step\": 3}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter XVII")
public record Progressive(@Schema(description = TextKeyed.KEY) Key key,
		@Schema(description = "Places by which the key moves on; any integer, modulo the alphabet's size") Integer step)
		implements
			TextKeyed {

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH + Math.log(alphabet.size());
	}

	@Override
	public SymbolCipher with(int[] symbols, int size) {
		int places = Math.floorMod(this.step, size);
		return Polyalphabetic.adding(size, Integer.MAX_VALUE,
				(position) -> (symbols[position % symbols.length] + position / symbols.length % size * places) % size);
	}

}
