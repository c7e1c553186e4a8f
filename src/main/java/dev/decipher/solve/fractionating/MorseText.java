package dev.decipher.solve.fractionating;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.MorseCode;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * What a row of dots (0), dashes (1) and divisions (2) costs as Morse, with one division
 * between letters and two between words: the text by n-grams with spaces, and a penalty
 * for what stands for nothing. A key makes one text of a row of marks, so that the costs
 * of keys are comparable whatever the number of letters. Not thread-safe.
 */
final class MorseText {

	static final int DOT = 0;

	static final int DASH = 1;

	static final int X = 2;

	/** What stands for nothing costs so much, in nats / {@link NGrams#UNITS}. */
	private static final int NOTHING = 12 * NGrams.UNITS;

	/** What each mark more than a code may have costs. */
	private static final int BEYOND = 4 * NGrams.UNITS;

	/** What a figure costs. */
	private static final int FIGURE = 8 * NGrams.UNITS;

	private static final int NONE = -1;

	private static final int DIGIT = -2;

	/** Codes are at most five marks long: a one in front of them, dots 0 and dashes 1. */
	private static final int MOST = 1 << 6;

	/** The letter of each code, or that it is a digit's or none: (64). */
	private final int[] letters = new int[MOST];

	private final boolean spaced;

	private final NGrams grams;

	private final int space;

	/** The text as it was read last, letters and spaces. */
	private int[] text = new int[0];

	private int length;

	private int faults;

	/**
	 * A reader of texts in a language.
	 * @param spaced whether texts have spaces between words
	 */
	MorseText(Language language, boolean spaced) {
		this.spaced = spaced;
		this.grams = spaced ? language.words() : language.letters();
		this.space = language.alphabet().size();
		Arrays.fill(this.letters, NONE);
		for (int symbol = 0; symbol < Alphabet.LATIN36.size(); symbol++) {
			int code = 1;
			String marks = MorseCode.of(Alphabet.LATIN36.codePoint(symbol));
			for (int i = 0; marks != null && i < marks.length(); i++) {
				code = 2 * code + ((marks.charAt(i) == '-') ? 1 : 0);
			}
			this.letters[code] = (symbol < Alphabet.LATIN26.size()) ? symbol : DIGIT;
		}
	}

	/**
	 * Reads marks.
	 * @param count how many of them
	 * @param most what is not worth knowing: reading stops where faults cost more
	 * @return the cost, in nats / {@link NGrams#UNITS}
	 */
	int cost(int[] marks, int count, int most) {
		if (this.text.length < count + 1) {
			this.text = new int[count + 1];
		}
		this.length = 0;
		this.faults = 0;
		int faultCost = 0;
		int code = 1;
		int divisions = 1;
		for (int i = 0; i <= count && faultCost < most; i++) {
			int mark = (i < count) ? marks[i] : X;
			if (mark != X) {
				divisions = 0;
				faultCost += (code >= MOST) ? BEYOND : 0;
				code = (code < MOST) ? 2 * code + mark : code;
			}
			else if (divisions == 0) {
				int letter = (code < MOST) ? this.letters[code] : NONE;
				if (letter >= 0) {
					this.text[this.length++] = letter;
				}
				else {
					faultCost += (letter == DIGIT) ? FIGURE : NOTHING;
					this.faults += (letter == DIGIT) ? 0 : 1;
				}
				code = 1;
				divisions = 1;
			}
			else if (++divisions == 2 && this.spaced && this.length > 0) {
				this.text[this.length++] = this.space;
			}
			else if (i < count - 2) {
				faultCost += NOTHING;
				this.faults++;
			}
		}
		return (faultCost >= most) ? faultCost : faultCost + textCost();
	}

	private int textCost() {
		byte[] costs = this.grams.costs();
		int base = this.grams.symbols();
		int order = this.grams.order();
		int beyond = costs.length;
		int gram = 0;
		int cost = 0;
		for (int i = 0; i < this.length; i++) {
			gram = gram * base + this.text[i] - ((i >= order) ? this.text[i - order] * beyond : 0);
			cost += (i >= order - 1) ? costs[gram] & 0xff : 3 * NGrams.UNITS;
		}
		return cost;
	}

	/** How many things stood for nothing. */
	int faults() {
		return this.faults;
	}

	/** The letters that were read last, without spaces. */
	int[] plaintext() {
		return Arrays.stream(this.text, 0, this.length).filter((symbol) -> symbol != this.space).toArray();
	}

}
