package dev.decipher.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a text with accents is written in an alphabet of A to Z and perhaps some more
 * letters. Whatever isn't in it parts words, but for apostrophes. Immutable.
 */
public final class Spelling {

	/** A to Z without accents: ä as a, ø as o, ł as l; ß is ss, æ is ae, œ is oe. */
	public static final Spelling PLAIN = new Spelling("", false);

	/** As in telegrams: ä as ae, ö and ø as oe, ü as ue, å as aa, and the rest plain. */
	public static final Spelling EXPANDED = new Spelling("", true);

	/** What is no letter and yet parts no words. */
	private static final String INSIDE = "'’‘`ʼ\u00ad";

	private final String own;

	private final boolean expands;

	private Spelling(String own, boolean expands) {
		this.own = own;
		this.expands = expands;
	}

	/**
	 * A to Z and letters with accents that a language counts as its own; other accents
	 * are left out.
	 * @param own in upper case, where Unicode has one of one letter
	 */
	public static Spelling with(String own) {
		return new Spelling(own, false);
	}

	/**
	 * Reads a text as words.
	 * @param text as people write it
	 * @return letters, and single spaces between words
	 */
	public String words(String text) {
		StringBuilder words = new StringBuilder(text.length());
		boolean parted = false;
		String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		for (int i = 0; i < composed.length(); i++) {
			char character = composed.charAt(i);
			if (INSIDE.indexOf(character) >= 0) {
				continue;
			}
			String letters = letters(character);
			if (letters.isEmpty()) {
				parted |= Character.getType(character) != Character.NON_SPACING_MARK;
				continue;
			}
			if (parted && words.length() > 0) {
				words.append(' ');
			}
			parted = false;
			words.append(letters);
		}
		return words.toString();
	}

	/**
	 * How a letter is written.
	 * @param character in lower case
	 * @return one letter or more, in upper case; none for what is no Latin letter
	 */
	String letters(char character) {
		char upper = Character.toUpperCase(character);
		if ((upper >= 'A' && upper <= 'Z') || this.own.indexOf(upper) >= 0) {
			return String.valueOf(upper);
		}
		if (character < 0x80) {
			return "";
		}
		if (this.expands) {
			switch (character) {
				case 'ä':
					return "AE";
				case 'ö', 'ø':
					return "OE";
				case 'ü':
					return "UE";
				case 'å':
					return "AA";
				default:
					break;
			}
		}
		return switch (character) {
			case 'ß' -> "SS";
			case 'æ' -> "AE";
			case 'œ' -> "OE";
			case 'ø' -> "O";
			case 'ł' -> "L";
			case 'đ', 'ð' -> "D";
			case 'þ' -> "TH";
			case 'ı' -> "I";
			default -> bare(character);
		};
	}

	private static String bare(char character) {
		StringBuilder letters = new StringBuilder();
		String parts = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD);
		for (int i = 0; i < parts.length(); i++) {
			char letter = Character.toUpperCase(parts.charAt(i));
			if (letter >= 'A' && letter <= 'Z') {
				letters.append(letter);
			}
		}
		return letters.toString();
	}

}
