package dev.decipher.language;

/** The language that is taken for granted where none is named. */
public final class English {

	/** The name by which requests call it. */
	public static final String NAME = "english";

	private English() {
	}

	/** The one there is. */
	public static Language get() {
		return Languages.builtIn(NAME);
	}

}
