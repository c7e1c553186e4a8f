package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.cipher.KeyPart;

/**
 * Neighbours of a keyed alphabet: in any order, or with a keyword that the other symbols
 * follow in their order. Allocates nothing, save for a first one.
 */
final class AlphabetMoves {

	private static final int SHORTEST_KEYWORD = 3;

	private static final int LONGEST_KEYWORD = 15;

	/** Random keywords are this long or less. */
	private static final int LONG_KEYWORD = 9;

	private AlphabetMoves() {
	}

	/**
	 * Makes an alphabet a random one.
	 * @return how many symbols its keyword has; all of them without one
	 */
	static int draw(int[] alphabet, boolean keyworded, SplittableRandom random) {
		int size = alphabet.length;
		System.arraycopy(KeyPart.permutation(size).draw(random), 0, alphabet, 0, size);
		int keyword = keyworded ? random.nextInt(SHORTEST_KEYWORD + 1, LONG_KEYWORD + 1) : size;
		Arrays.sort(alphabet, keyword, size);
		return keyword;
	}

	/**
	 * Makes an alphabet a neighbour of itself.
	 * @param keyword how many symbols its keyword has; all of them without one
	 * @return how many it has then
	 */
	static int change(int[] alphabet, int keyword, SplittableRandom random) {
		int size = alphabet.length;
		int one = random.nextInt(keyword);
		if (keyword == size) {
			if (random.nextInt(3) > 0) {
				swap(alphabet, one, random.nextInt(size));
			}
			else {
				insert(alphabet, one, random.nextInt(size));
			}
			return keyword;
		}
		int changed = keyword;
		switch (random.nextInt(6)) {
			case 0 -> swap(alphabet, one, random.nextInt(keyword));
			case 1 -> insert(alphabet, one, random.nextInt(keyword));
			case 2 -> {
				if (keyword < LONGEST_KEYWORD) {
					insert(alphabet, random.nextInt(keyword, size), random.nextInt(keyword + 1));
					changed++;
				}
			}
			case 3 -> {
				if (keyword > SHORTEST_KEYWORD) {
					insert(alphabet, one, keyword - 1);
					changed--;
				}
			}
			default -> swap(alphabet, one, random.nextInt(keyword, size));
		}
		Arrays.sort(alphabet, changed, size);
		return changed;
	}

	private static void swap(int[] alphabet, int one, int other) {
		int symbol = alphabet[one];
		alphabet[one] = alphabet[other];
		alphabet[other] = symbol;
	}

	/** Moves a symbol to another place; those between close up. */
	private static void insert(int[] alphabet, int from, int to) {
		int symbol = alphabet[from];
		if (from < to) {
			System.arraycopy(alphabet, from + 1, alphabet, from, to - from);
		}
		else {
			System.arraycopy(alphabet, to, alphabet, to + 1, from - to);
		}
		alphabet[to] = symbol;
	}

}
