package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.MorseCode;
import dev.decipher.problem.InvalidInput;

/**
 * Messages in Morse as rows of three marks: dots (0), dashes (1) and x (2), one x between
 * two symbols and two of them where the message has a blank. Blanks at the ends, and all
 * but one of several, have no place in it.
 */
final class MorseMarks {

	static final int DOT = 0;

	static final int DASH = 1;

	static final int X = 2;

	/** The marks in their order. */
	static final String MARKS = ".-x";

	/** Letters, figures and the blank. */
	static final Alphabet ALPHABET = Alphabet.of(Alphabet.LATIN36.symbols() + " ");

	/** The code of each symbol, empty for the blank: (size). */
	private final String[] codes;

	private final Map<String, Integer> symbols = new HashMap<>();

	/** The blank, -1 where the alphabet has none. */
	private final int blank;

	MorseMarks(Alphabet alphabet) {
		this.codes = IntStream.range(0, alphabet.size())
			.mapToObj((symbol) -> codeOf(alphabet, symbol))
			.toArray(String[]::new);
		for (int symbol = 0; symbol < this.codes.length; symbol++) {
			Integer other = this.symbols.putIfAbsent(this.codes[symbol], symbol);
			InvalidInput.throwIf(other != null, "", "has two symbols of the same Morse code: "
					+ alphabet.symbol((other != null) ? other : symbol) + " and " + alphabet.symbol(symbol));
		}
		this.blank = this.symbols.getOrDefault("", -1);
		InvalidInput.throwIf(this.codes.length == 1 && this.blank >= 0, "", "must have more than a blank");
	}

	private static String codeOf(Alphabet alphabet, int symbol) {
		int character = alphabet.codePoint(symbol);
		if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
			return "";
		}
		String code = MorseCode.of(Character.toUpperCase(character));
		if (code == null) {
			throw InvalidInput.at("", "must have symbols with a Morse code; " + alphabet.symbol(symbol) + " has none");
		}
		return code;
	}

	/** A message without blanks that have no place in it. */
	int[] prepare(int[] plaintext) {
		int[] prepared = new int[plaintext.length];
		int length = 0;
		for (int symbol : plaintext) {
			if (symbol != this.blank || (length > 0 && prepared[length - 1] != this.blank)) {
				prepared[length++] = symbol;
			}
		}
		boolean ends = length > 0 && prepared[length - 1] == this.blank;
		return Arrays.copyOf(prepared, ends ? length - 1 : length);
	}

	/** Draws a message whose blanks all have a place. */
	int[] draw(int length, RandomGenerator random) {
		int[] drawn = new int[length];
		for (int i = 0; i < length; i++) {
			boolean mayBeBlank = i > 0 && i < length - 1 && drawn[i - 1] != this.blank;
			do {
				drawn[i] = random.nextInt(this.codes.length);
			}
			while (drawn[i] == this.blank && !mayBeBlank);
		}
		return drawn;
	}

	/**
	 * Writes a message.
	 * @param plaintext indices of symbols, as {@link #prepare} makes them: (length)
	 * @param multiple a number of marks; x fill up to a multiple of it
	 * @return marks
	 * @throws IllegalArgumentException if a blank has no place
	 */
	int[] write(int[] plaintext, int multiple) {
		if (prepare(plaintext).length < plaintext.length) {
			throw new IllegalArgumentException("a blank stands at an end or beside another one");
		}
		StringBuilder marks = new StringBuilder();
		for (int i = 0; i < plaintext.length; i++) {
			marks.append(this.codes[plaintext[i]]);
			if (i < plaintext.length - 1) {
				marks.append('x');
			}
		}
		while (marks.length() % multiple != 0) {
			marks.append('x');
		}
		return marks.chars().map(MARKS::indexOf).toArray();
	}

	/**
	 * Reads a message. Any number of x may follow it; where the alphabet has no blank,
	 * words run together.
	 * @return indices of symbols
	 * @throws IllegalArgumentException if it is none
	 */
	int[] read(int[] marks) {
		int end = marks.length;
		while (end > 0 && marks[end - 1] == X) {
			end--;
		}
		int[] symbols = new int[end];
		int length = 0;
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < end; i++) {
			if (marks[i] != X) {
				code.append(MARKS.charAt(marks[i]));
				if (i + 1 < end && marks[i + 1] != X) {
					continue;
				}
				symbols[length++] = symbolOf(code.toString());
				code.setLength(0);
			}
			else if (i == 0 || marks[i - 1] == X) {
				if (i == 0 || marks[i + 1] == X) {
					throw new IllegalArgumentException("it is no Morse code: "
							+ ((i == 0) ? "it begins with x" : "x stands three times in a row"));
				}
				if (this.blank >= 0) {
					symbols[length++] = this.blank;
				}
			}
		}
		return Arrays.copyOf(symbols, length);
	}

	private int symbolOf(String code) {
		Integer symbol = this.symbols.get(code);
		if (symbol == null) {
			String known = MorseCode.characterOf(code);
			String sign = (known != null) ? ", in Morse " + known + "," : "";
			throw new IllegalArgumentException(code + sign + " is the code of no symbol of the alphabet");
		}
		return symbol;
	}

}
