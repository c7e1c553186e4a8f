package dev.decipher.cipher.fractionating;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;

/**
 * A key above columns: where the square's alphabet is one of letters and digits in their
 * order, any of these, the one that the square lacks too.
 */
record ColumnKey() implements KeyForm {

	@Override
	public int[] read(String name, Key key, Alphabet alphabet) {
		return COLUMNS.read(name, key, isOfLettersInOrder(alphabet) ? Alphabet.LATIN36 : alphabet);
	}

	private static boolean isOfLettersInOrder(Alphabet alphabet) {
		int last = -1;
		for (int symbol = 0; symbol < alphabet.size(); symbol++) {
			int letter = Alphabet.LATIN36.indexOf(alphabet.codePoint(symbol));
			if (letter <= last) {
				return false;
			}
			last = letter;
		}
		return true;
	}

	@Override
	public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
		return COLUMNS.draw(name, left, alphabet, random);
	}

	@Override
	public KeyPart part(Alphabet alphabet, int length) {
		return COLUMNS.part(alphabet, length);
	}

}
