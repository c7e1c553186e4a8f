package dev.decipher.cipher.polyalphabetic;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Keys of digits; blanks between them are no part of a key.
 *
 * @param least how many there must be
 * @param usual how many are drawn where nobody says so; null for as many as keys of text
 * have
 */
record Digits(int least, Key.@Nullable Length usual) implements KeyForm {

	@Override
	public int[] read(String name, Key key, Alphabet digits) {
		String text = Parameters.given(name, key);
		return Parameters.symbols(name, new Key.Given(text.replaceAll("\\s", "")), digits, this.least);
	}

	@Override
	public int[] draw(String name, Key.Random left, Alphabet digits, RandomGenerator random) {
		return TEXT.draw(name, (left.length() != null) ? left : new Key.Random(this.usual), digits, random);
	}

	@Override
	public KeyPart part(Alphabet digits, int length) {
		return TEXT.part(digits, length);
	}

}
