package dev.decipher.cipher.substitution;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The key phrase cipher: each symbol becomes the one below it in a phrase as long as the
 * alphabet, so that several become the same. Deciphered is the first in the alphabet of
 * those that become a symbol.
 *
 * @param key as many symbols as the alphabet has
 */
@JsonTypeName("key-phrase")
@Schema(description = "Each letter becomes the one below it in a phrase of 26 letters, several the same; "
		+ "deciphering gives the first of these in the alphabet",
		example = "{\"type\": \"key-phrase\", \"key\": \"WHAT'S ANOTHER WORD FOR SYNONYM\"}")
@Source("Helen Fouché Gaines, Elementary Cryptanalysis, 1939")
public record KeyPhrase(@Schema(
		description = "A phrase with as many symbols as the alphabet has; blanks and punctuation don't count") Key key)
		implements
			KeyedCipher {

	private static final KeyForm FORM = new Phrase(true);

	@Override
	public KeyForm keyForm(String name) {
		return FORM;
	}

	@Override
	public boolean determinesPlaintext() {
		return false;
	}

	/** The first letter is seldom the right one, which a search can't do without. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return List.of();
	}

	/** A message shows what its own letters become. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		return IntStream.of(plaintext).distinct().count() * Math.log(alphabet.size());
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new ManyToOne(keys[0], alphabet.size());
	}

}
