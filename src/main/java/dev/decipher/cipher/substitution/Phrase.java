package dev.decipher.cipher.substitution;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Symbols in any order and as often as one likes; blanks and what else the alphabet
 * doesn't have are left out.
 *
 * @param whole whether there are as many as the alphabet has
 */
record Phrase(boolean whole) implements KeyForm {

	/** The length of a phrase that is left to chance, where there may be any number. */
	private static final Key.Length USUAL = new Key.Length(20, 40);

	@Override
	public int[] read(String name, Key key, Alphabet alphabet) {
		int[] symbols = Parameters.given(name, key)
			.codePoints()
			.map(alphabet::indexOf)
			.filter((symbol) -> symbol >= 0)
			.toArray();
		InvalidInput.throwIf(this.whole && symbols.length != alphabet.size(), "/" + name,
				"must have " + alphabet.size() + " symbols, one for each of the alphabet's; it has " + symbols.length);
		InvalidInput.throwIf(symbols.length == 0, "/" + name, "must have at least one symbol");
		return symbols;
	}

	@Override
	public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
		Key.@Nullable Length length = left.length();
		int size = alphabet.size();
		if (!this.whole) {
			return random.ints(((length != null) ? length : USUAL).draw(random), 0, size).toArray();
		}
		left.requireLength(name, size, KeyForm.OF_ALPHABET);
		return random.ints(size, 0, size).toArray();
	}

	@Override
	public KeyPart part(Alphabet alphabet, int length) {
		return KeyPart.numbers(this.whole ? alphabet.size() : length, alphabet.size());
	}

}
