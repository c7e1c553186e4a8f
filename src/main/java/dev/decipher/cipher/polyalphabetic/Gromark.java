package dev.decipher.cipher.polyalphabetic;

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
 * The Gromark cipher, Gronsfeld's with mixed alphabet and running key: each symbol moves
 * on by a digit of the running key that a primer starts, and the symbol at that place of
 * a mixed alphabet is written.
 *
 * @param key the keyword that mixes the alphabet, in columns
 * @param primer two digits or more, five as a rule
 */
@JsonTypeName("gromark")
@Schema(description = "Each symbol moves on by a digit of a running key, and is read in an alphabet that a keyword mixes",
		example = "{\"type\": \"gromark\", \"key\": \"ENIGMA\", \"primer\": \"23452\"}")
@Source("DUMBO, Gromark, The Cryptogram, March 1969")
public record Gromark(@Schema(description = GromarkKeys.KEY) Key key, @Schema(
		description = "The digits that the running key starts with, two or more: the Association has five") Key primer)
		implements
			KeyedCipher {

	private static final int USUAL_PRIMER = 5;

	private static final KeyForm PRIMER = new Digits(2, new Key.Length(USUAL_PRIMER, USUAL_PRIMER));

	@Override
	public KeyForm keyForm(String name) {
		return name.equals("primer") ? PRIMER : GromarkKeys.KEYWORD;
	}

	@Override
	public Alphabet keyAlphabet(String name, Alphabet alphabet) {
		return name.equals("primer") ? Alphabet.DIGITS : alphabet;
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(GromarkKeys.SHORTEST_SEARCHED, GromarkKeys.LONGEST_SEARCHED)
			.mapToObj((letters) -> keySpace(alphabet, letters, USUAL_PRIMER))
			.toList();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new GromarkKeys.Running(
				GromarkKeys.mixedAlphabet(IntStream.of(keys[0]).distinct().toArray(), alphabet.size()), keys[1],
				new int[1]);
	}

}
