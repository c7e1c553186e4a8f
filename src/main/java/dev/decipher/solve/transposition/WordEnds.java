package dev.decipher.solve.transposition;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.NGrams;

/**
 * n-grams of a language's letters, of the blank, and of all other characters as one
 * symbol, made from those of letters and blanks: another character ends a word as a blank
 * does.
 */
final class WordEnds {

	/**
	 * −ln of how often what ends a word is another character, in nats / NGrams.UNITS;
	 * measured on English prose, as the others are.
	 */
	private static final int AFTER_A_LETTER = 2 * NGrams.UNITS;

	private static final int AFTER_A_BLANK = 4 * NGrams.UNITS;

	private static final int AFTER_ANOTHER = 5 * NGrams.UNITS / 2;

	/** A blank, or a letter, after another character. */
	private static final int BLANK = NGrams.UNITS / 4;

	private static final int LETTER = 3 * NGrams.UNITS / 2;

	private static final int MOST = 255;

	private static final Map<NGrams, NGrams> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

	private final NGrams words;

	private final int blank;

	private final int order;

	/** −ln p(last | those before it) of shorter n-grams: (order, grams). */
	private final int[][] shorter;

	private WordEnds(NGrams words) {
		this.words = words;
		this.blank = words.symbols() - 1;
		this.order = words.order();
		this.shorter = new int[this.order][];
		for (int length = 1; length < this.order; length++) {
			double[] all = words.frequencies(length);
			double[] before = (length > 1) ? words.frequencies(length - 1) : new double[] { 1 };
			this.shorter[length] = new int[all.length];
			for (int gram = 0; gram < all.length; gram++) {
				double cost = -NGrams.UNITS * Math.log(all[gram] / before[gram / words.symbols()]);
				this.shorter[length][gram] = (int) Math.min(MOST, Math.round(cost));
			}
		}
	}

	/**
	 * The n-grams of letters, blanks and other characters: V + 2 symbols, the blank
	 * behind the last letter, and the other behind the blank.
	 * @param words of letters and the blank behind them, V + 1 symbols
	 */
	static NGrams of(NGrams words) {
		return KNOWN.computeIfAbsent(words, (known) -> new WordEnds(known).make());
	}

	/**
	 * The symbol of a character.
	 * @param letters the language's V letters
	 */
	static int symbol(int codePoint, Alphabet letters) {
		int letter = letters.indexOf(codePoint);
		if (letter < 0) {
			letter = letters.indexOf(Character.toUpperCase(codePoint));
		}
		if (letter < 0) {
			letter = letters.indexOf(Character.toLowerCase(codePoint));
		}
		if (letter >= 0) {
			return letter;
		}
		return Character.isWhitespace(codePoint) ? letters.size() : letters.size() + 1;
	}

	private NGrams make() {
		int symbols = this.blank + 2;
		byte[] costs = new byte[(int) Math.pow(symbols, this.order)];
		int[] gram = new int[this.order];
		for (int i = 0; i < costs.length; i++) {
			costs[i] = (byte) cost(gram);
			int place = this.order - 1;
			while (place >= 0 && ++gram[place] == symbols) {
				gram[place--] = 0;
			}
		}
		return new NGrams(symbols, this.order, costs);
	}

	private int cost(int[] gram) {
		int other = this.blank + 1;
		int last = gram[this.order - 1];
		int previous = gram[this.order - 2];
		int more = 0;
		if (last == other) {
			if (previous >= this.blank) {
				return (previous == other) ? AFTER_ANOTHER : AFTER_A_BLANK;
			}
			more = AFTER_A_LETTER;
		}
		else if (previous == other) {
			if (last == this.blank) {
				return BLANK;
			}
			more = LETTER;
		}
		int from = this.order - 1;
		int index = Math.min(last, this.blank);
		int scale = this.blank + 1;
		int symbols = 1;
		int next = index;
		while (--from >= 0) {
			int symbol = Math.min(gram[from], this.blank);
			if (symbol == this.blank && next == this.blank && gram[from] + gram[from + 1] > 2 * this.blank) {
				continue; // a blank beside another character: one end of a word
			}
			index += symbol * scale;
			scale *= this.blank + 1;
			symbols++;
			next = symbol;
		}
		int cost = (symbols == this.order) ? this.words.costs()[index] & 0xff : this.shorter[symbols][index];
		return Math.min(MOST, cost + more);
	}

}
