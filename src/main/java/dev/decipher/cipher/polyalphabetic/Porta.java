package dev.decipher.cipher.polyalphabetic;

import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Porta cipher, after Giambattista della Porta, De furtivis literarum notis, 1563:
 * the first half of the alphabet changes places with the second, moved on by half the
 * index of the key's symbol. Twice is nothing. The table is the one of the American
 * Cryptogram Association, in which keys A and B pair A with N, and C and D pair A with O.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("porta")
@Schema(description = "The alphabet's halves change places, the second moved on by the key; twice is nothing",
		example = "{\"type\": \"porta\", \"key\": \"FORTIFICATION\"}")
public record Porta(@Schema(description = TextKeyed.KEY) Key key) implements TextKeyed {

	/** Two symbols of the alphabet name one row of the table. */
	@Override
	public KeySpace keySpace(Alphabet alphabet, int... lengths) {
		return KeySpace
			.of((key) -> with(firstOfRows(key[0]), alphabet.size()),
					(key) -> new Porta(Parameters.key(firstOfRows(key[0]), alphabet)),
					KeyPart.numbers(lengths[0], alphabet.size() / 2))
			.plus(shapeNats(alphabet));
	}

	private static int[] firstOfRows(int[] rows) {
		return IntStream.of(rows).map((row) -> 2 * row).toArray();
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (alphabet.size() % 2 != 0) {
			throw InvalidInput.at("", "must have an even number of symbols, for porta halves it");
		}
	}

	@Override
	public SymbolCipher with(int[] key, int size) {
		int half = size / 2;
		return Polyalphabetic.repeating(key, (symbol, shift) -> exchange(symbol, shift / 2, half),
				(symbol, shift) -> exchange(symbol, shift / 2, half));
	}

	private static int exchange(int symbol, int places, int half) {
		return (symbol < half) ? half + (symbol + places) % half : (symbol - places) % half;
	}

}
