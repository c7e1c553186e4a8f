package dev.decipher.cipher.fractionating;

import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Fractionated Morse: of the message in Morse, with x between letters and xx between
 * words, three marks at a time become a letter.
 *
 * @param key a keyword that the letters of the 26 groups of marks start with
 */
@JsonTypeName("fractionated-morse")
@Schema(description = "The message in Morse, with x between letters and xx between words, becomes a letter for each "
		+ "three marks", example = "{\"type\": \"fractionated-morse\", \"key\": \"ROUNDTABLE\"}")
@Source("American Cryptogram Association, The ACA and You, 2016, Fractionated Morse")
public record FractionatedMorse(@Schema(description = "The keyword of the alphabet A to Z whose letters stand for "
		+ "three dots, two dots and a dash, and so on to xx-") Key key) implements MorseCipher {

	private static final int MARKS = 3;

	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return Alphabet.LATIN26;
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return Alphabet.LATIN26;
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	/** Three x never stand in a row, so that there are as many groups as letters. */
	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		MorseMarks code = new MorseMarks(alphabet);
		return (keys) -> new Groups(code, MARKS, keys[0]);
	}

}
