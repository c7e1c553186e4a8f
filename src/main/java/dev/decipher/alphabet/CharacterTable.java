package dev.decipher.alphabet;

import java.util.HashMap;
import java.util.Map;

/**
 * How an alphabet reads characters, and writes its symbols in the case that a text had.
 * The index of a symbol and the change of case that led to it are one number, a
 * <em>reading</em>, because a text has a million of them.
 */
final class CharacterTable {

	/** How a character was read: as it stands, or through a change of its case. */
	private static final int AS_IS = 0;

	private static final int UPPER_CASED = 1;

	private static final int LOWER_CASED = 2;

	/** Code points below this are read by a look-up; it covers the Latin blocks. */
	private static final int TABLE_SIZE = 0x250;

	private final int[] codePoints;

	/** The index of each symbol by its code point. */
	private final Map<Integer, Integer> indices = new HashMap<>();

	private final int[] readings = new int[TABLE_SIZE];

	private final int[] inLowerCase;

	private final int[] inUpperCase;

	CharacterTable(int[] codePoints, boolean readsJAsI) {
		this.codePoints = codePoints;
		for (int index = 0; index < codePoints.length; index++) {
			this.indices.put(codePoints[index], index);
		}
		if (readsJAsI) {
			this.indices.put((int) 'J', find('I'));
		}
		for (int codePoint = 0; codePoint < TABLE_SIZE; codePoint++) {
			this.readings[codePoint] = read(codePoint);
		}
		this.inLowerCase = inCase(UPPER_CASED);
		this.inUpperCase = inCase(LOWER_CASED);
	}

	/**
	 * Each symbol as it is written where the text had a character in another case than
	 * the alphabet's. A symbol whose changed case would not be read as this symbol again
	 * stays as it is.
	 */
	private int[] inCase(int readThrough) {
		int[] written = this.codePoints.clone();
		for (int index = 0; index < written.length; index++) {
			int changed = (readThrough == UPPER_CASED) ? Character.toLowerCase(written[index])
					: Character.toUpperCase(written[index]);
			int reading = reading(changed);
			if (reading >= 0 && indexIn(reading) == index) {
				written[index] = changed;
			}
		}
		return written;
	}

	/** The reading of a character, or -1 if it is foreign. */
	int reading(int codePoint) {
		return (codePoint < TABLE_SIZE) ? this.readings[codePoint] : read(codePoint);
	}

	static int indexIn(int reading) {
		return reading >> 2;
	}

	static int caseIn(int reading) {
		return reading & 3;
	}

	/** The code point to write for a symbol at a place that was read in this way. */
	int written(int index, int readThrough) {
		return switch (readThrough) {
			case UPPER_CASED -> this.inLowerCase[index];
			case LOWER_CASED -> this.inUpperCase[index];
			default -> this.codePoints[index];
		};
	}

	private int read(int codePoint) {
		int index = find(codePoint);
		if (index >= 0) {
			return index << 2 | AS_IS;
		}
		index = find(Character.toUpperCase(codePoint));
		if (index >= 0) {
			return index << 2 | UPPER_CASED;
		}
		index = find(Character.toLowerCase(codePoint));
		return (index >= 0) ? index << 2 | LOWER_CASED : -1;
	}

	/** The index of a symbol, in no other case than the alphabet's; -1 if it is none. */
	int find(int codePoint) {
		return this.indices.getOrDefault(codePoint, -1);
	}

}
