package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A cipher whose alphabet fills a square, of 25 letters unless another one is named, and
 * whose keys are the keywords that squares start with.
 */
public interface SquareCipher extends KeyedCipher {

	/** Describes the keyword of a cipher with one square. */
	String KEYWORD = "The square's keyword: its symbols come first, each once";

	/**
	 * The letter that the square of 25 lacks where no alphabet is named.
	 * @return a letter of A to Z, or null for J; see {@link Omit}
	 */
	default @Nullable String omit() {
		return null;
	}

	@Override
	default Alphabet defaultAlphabet() {
		return alphabetWithout(omit());
	}

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		requireWithout(omit(), alphabet);
		Square.require(alphabet);
	}

	/**
	 * A to Z without a letter.
	 * @param omitted the letter, null for J, which is read as I
	 */
	static Alphabet alphabetWithout(@Nullable String omitted) {
		return (omitted != null) ? Alphabet.of(Alphabet.LATIN26.symbols().replace(omitted, "")) : Alphabet.LATIN25;
	}

	/**
	 * Holds an alphabet that somebody has named to the letter that they want omitted.
	 * @throws InvalidInput at the empty pointer if the alphabet has it
	 */
	static void requireWithout(@Nullable String omitted, Alphabet alphabet) {
		InvalidInput.throwIf(omitted != null && alphabet.symbols().contains(omitted), "",
				"must not have the letter " + omitted + ", which the cipher is to omit");
	}

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.SQUARE;
	}

}
