package dev.decipher.language;

import java.util.Arrays;

/**
 * Parts a text without spaces into words: the likeliest spaces by n-grams that know them,
 * found by Viterbi's algorithm (Viterbi, "Error bounds for convolutional codes and an
 * asymptotically optimum decoding algorithm", 1967). A state is where spaces stand among
 * the last n − 1 symbols.
 */
public final class WordBreaks {

	private WordBreaks() {
	}

	/**
	 * Where words begin.
	 * @param language whose {@link Language#words()} are asked
	 * @param text indices of the language's letters (length)
	 * @return whether a word begins at each letter (length), the first included
	 */
	public static boolean[] of(Language language, int[] text) {
		NGrams grams = language.words();
		int space = grams.symbols() - 1;
		int order = grams.order();
		double[][] beginnings = new double[order][];
		for (int length = 1; length < order; length++) {
			beginnings[length] = grams.frequencies(length);
		}
		// bit k of a state: whether a space stands before the letter k places back
		int states = 1 << (order - 1);
		int[] costs = new int[states];
		Arrays.fill(costs, Integer.MAX_VALUE / 2);
		costs[1] = 0;
		byte[][] before = new byte[text.length][states];
		int[] window = new int[2 * order];
		for (int i = 1; i <= text.length; i++) {
			int[] next = new int[states];
			Arrays.fill(next, Integer.MAX_VALUE / 2);
			for (int state = 0; state < states; state++) {
				if (costs[state] >= Integer.MAX_VALUE / 2) {
					continue;
				}
				for (int starts = (i < text.length) ? 0 : 1; starts <= 1; starts++) {
					int length = window(text, i, state, order, space, window);
					int cost = costs[state];
					if (starts == 1) {
						window[length++] = space;
						cost += cost(grams, beginnings, window, length);
					}
					if (i < text.length) {
						window[length++] = text[i];
						cost += cost(grams, beginnings, window, length);
					}
					int to = (state << 1 | starts) & (states - 1);
					if (cost < next[to]) {
						next[to] = cost;
						if (i < text.length) {
							before[i][to] = (byte) (state >> (order - 2));
						}
						else {
							before[0][to] = (byte) (state >> (order - 2));
						}
					}
				}
			}
			costs = next;
		}
		return path(before, costs, order);
	}

	/** The symbols before a letter, as a state says: the last n − 1 at least. */
	private static int window(int[] text, int end, int state, int order, int space, int[] window) {
		int from = Math.max(0, end - order + 1);
		int length = 0;
		for (int i = from; i < end; i++) {
			if ((state >> (end - 1 - i) & 1) == 1) {
				window[length++] = space;
			}
			window[length++] = text[i];
		}
		return length;
	}

	/** What the last symbol costs after those before it, as far as these are there. */
	private static int cost(NGrams grams, double[][] beginnings, int[] window, int length) {
		int gram = 0;
		for (int i = Math.max(0, length - grams.order()); i < length; i++) {
			gram = gram * grams.symbols() + window[i];
		}
		if (length >= grams.order()) {
			return grams.costs()[gram] & 0xff;
		}
		double probability = beginnings[length][gram] / beginnings[length - 1][gram / grams.symbols()];
		return (int) Math.min(255, Math.round(-NGrams.UNITS * Math.log(probability)));
	}

	private static boolean[] path(byte[][] before, int[] costs, int order) {
		boolean[] starts = new boolean[before.length];
		if (starts.length == 0) {
			return starts;
		}
		int state = 0;
		for (int other = 0; other < costs.length; other++) {
			state = (costs[other] < costs[state]) ? other : state;
		}
		state = state >> 1 | before[0][state] << (order - 2);
		for (int i = before.length - 1; i >= 0; i--) {
			starts[i] = (state & 1) == 1;
			state = state >> 1 | ((i > 0) ? before[i][state] : 0) << (order - 2);
		}
		return starts;
	}

}
