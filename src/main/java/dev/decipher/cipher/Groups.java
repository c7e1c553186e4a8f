package dev.decipher.cipher;

import java.util.List;

/** Ciphertexts in groups, as telegrams have them. */
final class Groups {

	private Groups() {
	}

	/**
	 * Writes the characters of a text, white space left out, in groups with a space
	 * between two of them; the last one may be shorter.
	 * @param size characters of a group
	 */
	static String of(String text, int size) {
		List<Integer> characters = text.codePoints()
			.filter((character) -> !Character.isWhitespace(character) && !Character.isSpaceChar(character))
			.boxed()
			.toList();
		StringBuilder groups = new StringBuilder(characters.size() * (size + 1) / size + 1);
		for (int i = 0; i < characters.size(); i++) {
			if (i > 0 && i % size == 0) {
				groups.append(' ');
			}
			groups.appendCodePoint(characters.get(i));
		}
		return groups.toString();
	}

}
