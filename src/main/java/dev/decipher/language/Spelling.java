package dev.decipher.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a text with accents is written in the letters A to Z. Letters of no such alphabet
 * part words like whatever else is no letter; apostrophes don't.
 */
public enum Spelling {

	/** Accents are left out: ä as a, ø as o, ł as l; ß is ss, æ is ae, œ is oe. */
	PLAIN,

	/** As in telegrams: ä as ae, ö and ø as oe, ü as ue, å as aa, and the rest plain. */
	EXPANDED;

	/** What is no letter and yet parts no words. */
	private static final String INSIDE = "'’‘`ʼ\u00ad";

	/**
	 * Reads a text as words.
	 * @param text as people write it
	 * @return letters A to Z, and single spaces between words
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
	 * A letter as it is written in A to Z.
	 * @param character in lower case
	 * @return one letter or two in upper case; none for what is no Latin letter
	 */
	private String letters(char character) {
		if (character >= 'a' && character <= 'z') {
			return String.valueOf((char) (character - 'a' + 'A'));
		}
		if (character < 0x80) {
			return "";
		}
		String expanded = switch (character) {
			case 'ä' -> "AE";
			case 'ö', 'ø' -> "OE";
			case 'ü' -> "UE";
			case 'å' -> "AA";
			default -> "";
		};
		if (this == EXPANDED && !expanded.isEmpty()) {
			return expanded;
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
			case 'ĳ' -> "IJ";
			case 'ſ' -> "S";
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
