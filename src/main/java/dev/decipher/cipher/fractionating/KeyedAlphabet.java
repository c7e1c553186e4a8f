package dev.decipher.cipher.fractionating;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;

/**
 * A keyword that an alphabet starts with, each symbol once, before the others. Blanks in
 * it, where the alphabet has none, are left out.
 */
record KeyedAlphabet() implements KeyForm {

	static final KeyForm FORM = new KeyedAlphabet();

	/** A square of one row. */
	private static final KeyForm ROW = new KeyForm.Grid(1);

	@Override
	public int[] read(String name, Key key, Alphabet alphabet) {
		return ROW.read(name, withoutBlanks(key, alphabet), alphabet);
	}

	private static Key withoutBlanks(Key key, Alphabet alphabet) {
		return (key instanceof Key.Given given && alphabet.indexOf(' ') < 0)
				? new Key.Given(given.text().replace(" ", "")) : key;
	}

	@Override
	public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
		return ROW.draw(name, left, alphabet, random);
	}

	@Override
	public KeyPart part(Alphabet alphabet, int length) {
		return ROW.part(alphabet, length);
	}

}
