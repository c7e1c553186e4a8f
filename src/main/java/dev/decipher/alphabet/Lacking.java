package dev.decipher.alphabet;

import java.util.function.IntPredicate;

/** The characters that one side of pairs may lack. */
public enum Lacking {

	/** Either side has every character. */
	NOTHING((c) -> false),

	/** White space. */
	SPACES(Characters::isSpace),

	/** Every character that is neither a letter nor a digit. */
	PUNCTUATION((c) -> !Character.isLetterOrDigit(c));

	private final IntPredicate characters;

	Lacking(IntPredicate characters) {
		this.characters = characters;
	}

	/** A text without these characters. */
	public String drop(String text) {
		return (this == NOTHING) ? text
				: text.codePoints()
					.filter(this.characters.negate())
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

}
