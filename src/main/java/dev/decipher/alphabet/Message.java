package dev.decipher.alphabet;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;

/**
 * A text as an alphabet reads it, and the one place where symbols become indices and
 * indices symbols. It remembers which characters passed through and the letter case of
 * the others, so that other symbols can be written in the places of those it read.
 * <p>
 * Letter case is kept only where the alphabet lets foreign characters pass through; with
 * a foreign symbol what is written are plain symbols.
 */
public final class Message {

	/** The text: (positions). */
	private final int[] codePoints;

	/** What the network sees: (length). */
	private final int[] symbols;

	/** Index into {@link #symbols} or -1: (positions). */
	private final int[] symbolAt;

	/** How the character was read, a constant of {@link Alphabet}: (positions). */
	private final byte[] cases;

	Message(Alphabet alphabet, String text, boolean lineBreaksPass) {
		int positions = text.codePointCount(0, text.length());
		int foreign = alphabet.foreignIndex();
		this.codePoints = new int[positions];
		this.symbolAt = new int[positions];
		this.cases = new byte[positions];
		int[] read = new int[positions];
		int length = 0;
		int offset = 0;
		for (int position = 0; position < positions; position++) {
			int codePoint = text.codePointAt(offset);
			if (Characters.isLone(codePoint)) {
				throw InvalidInput.at("", "must not contain a lone surrogate");
			}
			offset += Character.charCount(codePoint);
			this.codePoints[position] = codePoint;
			boolean passes = lineBreaksPass && (codePoint == '\r' || codePoint == '\n');
			int reading = passes ? -1 : alphabet.reading(codePoint);
			int symbol = (reading >= 0) ? Alphabet.indexIn(reading) : passes ? -1 : foreign;
			if (symbol < 0) {
				this.symbolAt[position] = -1;
				continue;
			}
			if (reading >= 0 && foreign < 0) {
				this.cases[position] = (byte) Alphabet.caseIn(reading);
			}
			this.symbolAt[position] = length;
			read[length++] = symbol;
		}
		this.symbols = (length == positions) ? read : Arrays.copyOf(read, length);
	}

	/**
	 * What the network sees: the symbols in their order, without what passed through.
	 * @return indices into the alphabet, (length); a copy
	 */
	public int[] symbols() {
		return this.symbols.clone();
	}

	/**
	 * The number of symbols.
	 * @return how many of the positions are symbols
	 */
	public int length() {
		return this.symbols.length;
	}

	/**
	 * The number of characters.
	 * @return how many code points the text has
	 */
	public int positions() {
		return this.codePoints.length;
	}

	/**
	 * The symbol at a position of the text.
	 * @param position from 0 to the number of positions, exclusive
	 * @return an index into {@link #symbols()}, or -1 if the character passed through
	 */
	public int symbolAt(int position) {
		return this.symbolAt[position];
	}

	/**
	 * The character at a position, as it stood in the text.
	 * @param position from 0 to the number of positions, exclusive
	 * @return a string of one code point
	 */
	public String given(int position) {
		return Character.toString(this.codePoints[position]);
	}

	/**
	 * Writes symbols in the places of those that were read. Tokens are written with a
	 * space between them and nothing else.
	 * @param symbols as many symbols of the target as this message has, (length)
	 * @param target the symbols to write in, which may be others than those that were
	 * read
	 * @return the text; in an alphabet with what passed through in its place and with its
	 * letter case
	 */
	public String write(int[] symbols, Symbols target) {
		if (symbols.length != this.symbols.length) {
			throw new IllegalArgumentException(
					symbols.length + " symbols for a message of " + this.symbols.length + " symbols");
		}
		if (!(target instanceof Alphabet alphabet)) {
			return Arrays.stream(symbols).mapToObj(target::symbol).collect(Collectors.joining(" "));
		}
		StringBuilder text = new StringBuilder(this.codePoints.length);
		for (int position = 0; position < this.codePoints.length; position++) {
			int place = this.symbolAt[position];
			text.appendCodePoint(
					(place < 0) ? this.codePoints[position] : alphabet.written(symbols[place], this.cases[position]));
		}
		return text.toString();
	}

	/**
	 * Writes one symbol as it would stand at a position, in that position's letter case.
	 * @param position from 0 to the number of positions, exclusive
	 * @param symbol an index into the target
	 * @param target the alphabet to write in
	 * @return a string of one code point
	 */
	public String written(int position, int symbol, Alphabet target) {
		return Character.toString(target.written(symbol, this.cases[position]));
	}

}
