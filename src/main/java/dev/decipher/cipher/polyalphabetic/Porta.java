package dev.decipher.cipher.polyalphabetic;

import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Porta cipher: the first half of the alphabet changes places with the second, moved
 * by half the index of the key's symbol. Twice is nothing. Keys A and B pair A with N. In
 * the tableau of the American Cryptogram Association the halves are moved on, so that C
 * and D pair A with O; in the other one, which CrypTool and British books have, they are
 * moved back, so that C and D pair A with Z.
 *
 * @param key one symbol of the alphabet or more
 * @param tableau {@code ascending} or {@code descending}; null for ascending
 */
@JsonTypeName("porta")
@Schema(description = "The alphabet's halves change places, the second moved by the key; twice is nothing",
		example = "{\"type\": \"porta\", \"key\": \"FORTIFICATION\"}")
@Source("Giambattista della Porta, De furtivis literarum notis, 1563")
public record Porta(@Schema(description = TextKeyed.KEY) Key key,
		@Nullable @Schema(
				description = "ascending: keys C and D pair A with O, as the American Cryptogram Association has it. "
						+ "descending: they pair A with Z",
				allowableValues = {
						"ascending", "descending" },
				defaultValue = "ascending") String tableau)
		implements
			TextKeyed{

	/** Two symbols of the alphabet name one row of the table. */
	@Override
	public KeySpace keySpace(Alphabet alphabet, int... lengths) {
		return KeySpace
			.of((key) -> with(firstOfRows(key[0]), alphabet.size()),
					(key) -> new Porta(Parameters.key(firstOfRows(key[0]), alphabet), this.tableau),
					KeyPart.numbers(lengths[0], alphabet.size() / 2))
			.plus(shapeNats(alphabet));
	}

	private static int[] firstOfRows(int[] rows) {
		return IntStream.of(rows).map((row) -> 2 * row).toArray();
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Base.PORTA.requireAlphabet(alphabet);
	}

	@Override
	public SymbolCipher with(int[] key, int size) {
		boolean back = "descending".equals(this.tableau);
		return Base.PORTA
			.repeating(back ? IntStream.of(key).map((symbol) -> (size - symbol / 2 * 2) % size).toArray() : key, size);
	}

}
