package dev.decipher.alphabet;

/**
 * What texts are made of: the characters of an {@link Alphabet}, or the {@link Tokens} of
 * a ciphertext that writes a symbol with several characters.
 */
public sealed interface Symbols permits Alphabet, Tokens {

	/**
	 * The number of symbols.
	 * @return at least 2
	 */
	int size();

	/**
	 * One symbol.
	 * @param index from 0 to the size, exclusive
	 * @return the symbol as it is written
	 */
	String symbol(int index);

	/**
	 * Reads a text, with a say in what line breaks are.
	 * @param text any text
	 * @param lineBreaksPass whether CR and LF pass through whatever the alphabet is, as
	 * they do in a plain text document
	 * @return the text in these symbols
	 * @throws dev.decipher.problem.InvalidInput at the empty pointer if the text has a
	 * lone surrogate
	 */
	Message read(String text, boolean lineBreaksPass);

	/**
	 * Reads a text.
	 * @param text any text
	 * @return the text in these symbols
	 * @throws dev.decipher.problem.InvalidInput at the empty pointer if the text has a
	 * lone surrogate
	 */
	default Message read(String text) {
		return read(text, false);
	}

}
