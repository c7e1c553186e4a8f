package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyNumbers;

/**
 * The keys of a VIC message, made of memorised ones and the message's group. Digits are
 * added and subtracted without carrying.
 *
 * @param phrase twenty letters as numbers in the order of the alphabet: (20)
 * @param date six digits: (6)
 * @param personalNumber what is added to two digits for the numbers of columns
 */
record VicKeys(int[] phrase, int[] date, int personalNumber) {

	private static final int GROUP = 5;

	private static final int ROW = 10;

	private static final int ROWS = 5;

	/**
	 * The keys of a message.
	 *
	 * @param header the digits above the checkerboard's columns: (10)
	 * @param first the key of the first transposition: (columns)
	 * @param second the key of the second one: (columns)
	 */
	record OfMessage(int[] header, int[] first, int[] second) {
	}

	/** The keys that follow from a group of five digits. */
	OfMessage with(int[] group) {
		int[] difference = IntStream.range(0, GROUP).map((i) -> Math.floorMod(group[i] - this.date[i], 10)).toArray();
		int[] chain = chain(difference, ROW);
		int[] ahead = Numbering.digits(Arrays.copyOf(this.phrase, ROW));
		int[] behind = Numbering.digits(Arrays.copyOfRange(this.phrase, ROW, 2 * ROW));
		int[] seed = IntStream.range(0, ROW).map((i) -> behind[Math.floorMod(chain[i] + ahead[i] - 1, 10)]).toArray();
		int[] block = chain(seed, (1 + ROWS) * ROW);
		int[] last = Arrays.copyOfRange(block, ROWS * ROW, block.length);
		int[] order = KeyNumbers.ranks(Numbering.zeroLast(seed));
		int[] columns = new int[ROWS * ROW];
		for (int column = 0; column < ROW; column++) {
			for (int row = 0; row < ROWS; row++) {
				columns[order[column] * ROWS + row] = block[(1 + row) * ROW + column];
			}
		}
		int first = this.personalNumber + lastUnlike(last);
		int second = this.personalNumber + last[ROW - 1];
		return new OfMessage(Numbering.digits(Numbering.zeroLast(last)),
				Numbering.zeroLast(Arrays.copyOf(columns, first)),
				Numbering.zeroLast(Arrays.copyOfRange(columns, first, first + second)));
	}

	/** Digits that go on with the sum of each and the next one. */
	private static int[] chain(int[] start, int length) {
		int[] chain = Arrays.copyOf(start, length);
		for (int i = start.length; i < length; i++) {
			chain[i] = (chain[i - start.length] + chain[i - start.length + 1]) % 10;
		}
		return chain;
	}

	/** The last digit that isn't the one at the end, which it is if all are the same. */
	private static int lastUnlike(int[] digits) {
		int end = digits[digits.length - 1];
		return IntStream.iterate(digits.length - 1, (i) -> i >= 0, (i) -> i - 1)
			.map((i) -> digits[i])
			.filter((digit) -> digit != end)
			.findFirst()
			.orElse(end);
	}

	/** The place of the group in a message, counted from its end, 1 the last. */
	int placeOfGroup() {
		int digit = this.date[this.date.length - 1];
		return (digit == 0) ? 10 : digit;
	}

}
