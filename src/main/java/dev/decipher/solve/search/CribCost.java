package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What plaintexts in a cipher's symbols cost because they haven't the letters of the
 * cribs.
 */
final class CribCost {

	private static final int ANY = -1;

	/** The symbol that is known to stand at each position, or ANY: (length). */
	private final int[] expected;

	/** The cribs whose places aren't known. */
	private final List<Crib> anywhere;

	/**
	 * Reads cribs.
	 * @param cribs in the language's letters
	 * @param symbols the cipher's symbol for each letter of the language: (letters)
	 * @param length of plaintexts
	 */
	CribCost(List<Crib> cribs, int[] symbols, int length) {
		this.expected = new int[length];
		Arrays.fill(this.expected, ANY);
		List<Crib> translated = cribs.stream()
			.map((crib) -> new Crib(IntStream.of(crib.letters()).map((letter) -> symbols[letter]).toArray(),
					crib.position()))
			.toList();
		this.anywhere = translated.stream().filter((crib) -> crib.position() == Crib.ANYWHERE).toList();
		translated.stream().filter((crib) -> crib.position() != Crib.ANYWHERE).forEach((crib) -> {
			for (int i = 0; i < crib.length() && crib.position() + i < length; i++) {
				this.expected[crib.position() + i] = crib.letters()[i];
			}
		});
	}

	/** What a text costs. */
	int of(int[] text) {
		int cost = ofAnywhere(text);
		for (int position = 0; position < this.expected.length; position++) {
			cost += of(position, text[position]);
		}
		return cost;
	}

	/** What a symbol costs at a position, by cribs whose places are known. */
	int of(int position, int symbol) {
		int known = this.expected[position];
		return (known != ANY && known != symbol) ? Search.MISMATCH : 0;
	}

	/** Whether there are cribs whose places aren't known. */
	boolean hasAnywhere() {
		return !this.anywhere.isEmpty();
	}

	/** What a text costs by these. */
	int ofAnywhere(int[] text) {
		int cost = 0;
		for (int i = 0; i < this.anywhere.size(); i++) {
			cost += Search.MISMATCH * this.anywhere.get(i).mismatches(text);
		}
		return cost;
	}

}
