package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The periodic Gromark cipher: a Gromark whose primer is the order of the keyword's
 * symbols, from 1, and whose mixed alphabet stands with another symbol of the keyword
 * under the first plaintext symbol for each group of as many symbols as the keyword has.
 * An order above 9 counts by its last digit.
 *
 * @param key the keyword
 */
@JsonTypeName("periodic-gromark")
@Schema(description = "A Gromark whose keyword also gives the primer, and shifts the mixed alphabet group by group",
		example = "{\"type\": \"periodic-gromark\", \"key\": \"ENIGMA\"}")
@Source("DUMBO, Periodic Gromark, The Cryptogram, March 1973")
public record PeriodicGromark(@Schema(description = GromarkKeys.KEY) Key key) implements KeyedCipher {

	@Override
	public KeyForm keyForm(String name) {
		return GromarkKeys.KEYWORD;
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(GromarkKeys.SHORTEST_SEARCHED, GromarkKeys.LONGEST_SEARCHED)
			.mapToObj((letters) -> keySpace(alphabet, letters))
			.toList();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int size = alphabet.size();
		return (keys) -> {
			int[] keyword = IntStream.of(keys[0]).distinct().toArray();
			int[] mixed = GromarkKeys.mixedAlphabet(keyword, size);
			int[] places = KeyNumbers.inverse(mixed);
			int[] primer = IntStream.of(KeyNumbers.ranks(keyword)).map((rank) -> rank + 1).toArray();
			return new GromarkKeys.Running(mixed, primer,
					IntStream.of(keyword).map((symbol) -> places[symbol]).toArray());
		};
	}

}
