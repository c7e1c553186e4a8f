package dev.decipher.solve.search;

import java.util.Arrays;

/**
 * A word that a plaintext is known to have.
 *
 * @param letters indices of the language's letters (length); read-only
 * @param position where it stands, from 0, or {@link #ANYWHERE}
 */
public record Crib(int[] letters, int position) {

	/** The position of a crib that may stand at any place. */
	public static final int ANYWHERE = -1;

	/** The number of letters. */
	public int length() {
		return this.letters.length;
	}

	/** How many letters of a plaintext differ from the crib, at its best place. */
	public int mismatches(int[] plaintext) {
		if (this.position != ANYWHERE) {
			return mismatches(plaintext, this.position, this.letters.length);
		}
		int least = this.letters.length;
		for (int start = 0; start <= plaintext.length - this.letters.length && least > 0; start++) {
			least = Math.min(least, mismatches(plaintext, start, least));
		}
		return least;
	}

	/** Stops where there are as many as another place has. */
	private int mismatches(int[] plaintext, int start, int most) {
		int mismatches = 0;
		for (int i = 0; i < this.letters.length && mismatches < most; i++) {
			mismatches += (start >= plaintext.length - i || !isSame(plaintext[start + i], this.letters[i])) ? 1 : 0;
		}
		return mismatches;
	}

	/** Squares have no J: they write I. */
	private static boolean isSame(int letter, int cribbed) {
		return letter == cribbed || (cribbed == 'J' - 'A' && letter == 'I' - 'A');
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Crib crib && this.position == crib.position
				&& Arrays.equals(this.letters, crib.letters);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(this.letters) + this.position;
	}

	@Override
	public String toString() {
		return Arrays.toString(this.letters) + " at " + this.position;
	}

}
