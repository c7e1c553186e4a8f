package dev.decipher.cipher.polygraphic;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How Playfair's rule takes a pair of one symbol twice.
 *
 * @param areSplit whether a filler keeps them apart; such a pair is then only met in a
 * garbled ciphertext, and read as two symbols in one row
 * @param down whether both become the symbol one row further down
 * @param right whether both become the symbol one column further to the right
 */
record Doubles(boolean areSplit, boolean down, boolean right) {

	static final String SPLIT = "split";

	static final String KEEP = "keep";

	static final String RIGHT = "right";

	static final String DOWN = "down";

	static final String DIAGONAL = "diagonal";

	/** What else than {@value #SPLIT} there is, the likeliest first. */
	static final List<String> UNSPLIT = List.of(KEEP, DIAGONAL, RIGHT, DOWN);

	/** As the parameter of that name has it, null for {@value #SPLIT}. */
	static Doubles of(@Nullable String doubles) {
		boolean split = doubles == null || doubles.equals(SPLIT);
		boolean diagonal = DIAGONAL.equals(doubles);
		return new Doubles(split, diagonal || DOWN.equals(doubles), split || diagonal || RIGHT.equals(doubles));
	}

}
