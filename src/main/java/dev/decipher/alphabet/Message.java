package dev.decipher.alphabet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A text as an alphabet or tokens read it, and the one place where symbols become indices
 * and indices symbols. It remembers what passed through and the letter case of the
 * others, so that other symbols can be written in the places of those it read.
 * <p>
 * A position is a character, or a token where tokens are read; the white space between
 * tokens is none. Letter case is kept only where an alphabet lets foreign characters pass
 * through; with a foreign symbol, and from tokens, what is written are plain symbols.
 */
public final class Message {

	private final String text;

	/** Whether positions are tokens. */
	private final boolean tokens;

	/** Where in the text a position begins: (positions). */
	private final int[] starts;

	/** The symbols that the network reads: (length). */
	private final int[] symbols;

	/** Index into {@link #symbols} or -1: (positions). */
	private final int[] symbolAt;

	/** Where tokens of one length end, null where any other text is read: (positions). */
	private final int @Nullable [] ends;

	/** How the character was read, a constant of {@link Alphabet}: (positions). */
	private final byte[] cases;

	Message(Alphabet alphabet, String text, boolean lineBreaksPass) {
		requireNoLoneSurrogate(text);
		int positions = text.codePointCount(0, text.length());
		int foreign = alphabet.foreignIndex();
		this.text = text;
		this.tokens = false;
		this.ends = null;
		this.starts = new int[positions];
		this.symbolAt = new int[positions];
		this.cases = new byte[positions];
		int[] read = new int[positions];
		int length = 0;
		int offset = 0;
		for (int position = 0; position < positions; position++) {
			int codePoint = text.codePointAt(offset);
			this.starts[position] = offset;
			offset += Character.charCount(codePoint);
			boolean passes = lineBreaksPass && isLineBreak(codePoint);
			int reading = passes ? -1 : alphabet.table().reading(codePoint);
			int symbol = (reading >= 0) ? CharacterTable.indexIn(reading) : passes ? -1 : foreign;
			if (symbol < 0) {
				this.symbolAt[position] = -1;
				continue;
			}
			if (reading >= 0 && foreign < 0) {
				this.cases[position] = (byte) CharacterTable.caseIn(reading);
			}
			this.symbolAt[position] = length;
			read[length++] = symbol;
		}
		this.symbols = (length == positions) ? read : Arrays.copyOf(read, length);
	}

	/** Reads tokens that white space parts. */
	private Message(Tokens tokens, String text, boolean lineBreaksPass) {
		requireNoLoneSurrogate(text);
		int[] starts = new int[text.length()];
		int[] symbolAt = new int[text.length()];
		int[] read = new int[text.length()];
		int positions = 0;
		int length = 0;
		int offset = 0;
		while (offset < text.length()) {
			int end = Characters.endOfToken(text, offset);
			int symbol = -1;
			if (end > offset) {
				symbol = tokens.indexOf(text.substring(offset, end));
			}
			else { // no white space needs more than one char
				end = offset + 1;
				if (!lineBreaksPass || !isLineBreak(text.charAt(offset))) {
					offset = end;
					continue;
				}
			}
			starts[positions] = offset;
			symbolAt[positions++] = (symbol >= 0) ? length : -1;
			if (symbol >= 0) {
				read[length++] = symbol;
			}
			offset = end;
		}
		this.text = text;
		this.tokens = true;
		this.ends = null;
		this.starts = Arrays.copyOf(starts, positions);
		this.symbolAt = Arrays.copyOf(symbolAt, positions);
		this.symbols = Arrays.copyOf(read, length);
		this.cases = new byte[positions]; // all as they are
	}

	/** Reads tokens of one length. */
	private Message(Tokens tokens, String text) {
		requireNoLoneSurrogate(text);
		Alphabet labels = tokens.labels();
		boolean ofLetters = labels.symbols().codePoints().anyMatch(Character::isLetter);
		boolean ofDigits = labels.symbols().codePoints().anyMatch(Character::isDigit);
		int position = 0;
		int most = text.length() / tokens.length() + 1;
		int[] starts = new int[most];
		int[] ends = new int[most];
		int[] read = new int[most];
		int length = 0;
		StringBuilder token = new StringBuilder();
		int characters = 0;
		for (int offset = 0; offset < text.length();) {
			int codePoint = text.codePointAt(offset);
			int label = labels.indexOf(codePoint);
			int start = offset;
			offset += Character.charCount(codePoint);
			if (label < 0) {
				InvalidInput.throwIf(
						(ofLetters && Character.isLetter(codePoint)) || (ofDigits && Character.isDigit(codePoint)), "",
						"has " + Character.toString(codePoint) + " at position " + position
								+ ", while symbols are made of " + labels.symbols());
				position++;
				continue;
			}
			position++;
			if (characters++ == 0) {
				starts[length] = start;
			}
			token.appendCodePoint(labels.codePoint(label));
			if (characters == tokens.length()) {
				read[length] = tokens.indexOf(token.toString());
				InvalidInput.throwIf(read[length] < 0, "", "has " + token + ", which stands for nothing");
				ends[length++] = offset;
				token.setLength(0);
				characters = 0;
			}
		}
		InvalidInput.throwIf(characters > 0, "", "has " + (length * tokens.length() + characters)
				+ " characters that count; " + tokens.length() + " of them are a symbol");
		this.text = text;
		this.tokens = true;
		this.starts = Arrays.copyOf(starts, length);
		this.ends = Arrays.copyOf(ends, length);
		this.symbols = Arrays.copyOf(read, length);
		this.symbolAt = IntStream.range(0, length).toArray();
		this.cases = new byte[length]; // all as they are
	}

	static Message of(Tokens tokens, String text, boolean lineBreaksPass) {
		return (tokens.length() > 0) ? new Message(tokens, text) : new Message(tokens, text, lineBreaksPass);
	}

	private static void requireNoLoneSurrogate(String text) {
		InvalidInput.throwIf(Characters.hasLoneSurrogate(text), "", "must not contain a lone surrogate");
	}

	private static boolean isLineBreak(int codePoint) {
		return codePoint == '\r' || codePoint == '\n';
	}

	/**
	 * The symbols that the network reads, in their order, without what passed through.
	 * @return indices into the alphabet or the tokens, (length); a copy
	 */
	public int[] symbols() {
		return this.symbols.clone();
	}

	/** How many of the positions are symbols. */
	public int length() {
		return this.symbols.length;
	}

	/** The number of characters or tokens. */
	public int positions() {
		return this.starts.length;
	}

	/**
	 * The index into {@link #symbols()} of a position of the text, or -1 if what is there
	 * passed through.
	 */
	public int symbolAt(int position) {
		return this.symbolAt[position];
	}

	/**
	 * How many symbols each word has, where words are what white space that passed
	 * through parts; other characters that passed through, as apostrophes, part none.
	 * @return (words), each at least 1; in all as many symbols as this message has
	 */
	public int[] words() {
		int[] lengths = new int[this.symbols.length];
		int words = 0;
		boolean within = false;
		for (int position = 0; position < this.starts.length; position++) {
			if (this.symbolAt[position] >= 0) {
				words += within ? 0 : 1;
				lengths[words - 1]++;
				within = true;
			}
			else if (isSpaceAt(position)) {
				within = false;
			}
		}
		return Arrays.copyOf(lengths, words);
	}

	/** The character or token at a position, as it stood in the text. */
	public String given(int position) {
		return this.text.substring(this.starts[position], end(position));
	}

	private int end(int position) {
		if (this.ends != null) {
			return this.ends[position];
		}
		int start = this.starts[position];
		int end = this.tokens ? Characters.endOfToken(this.text, start) : start;
		// a token has an end behind its start, a line break among tokens has not
		return (end > start) ? end : start + Character.charCount(this.text.codePointAt(start));
	}

	/**
	 * Makes sure that every character was read as itself.
	 * @param symbols what this message was read with
	 * @param lineBreaksPass whether CR and LF may have passed through
	 * @throws InvalidInput at the empty pointer for another one
	 */
	public void requireAll(Symbols symbols, boolean lineBreaksPass) {
		for (int position = 0; position < this.starts.length; position++) {
			int place = this.symbolAt[position];
			boolean passed = place < 0 && lineBreaksPass && isLineBreak(this.text.charAt(this.starts[position]));
			if (!passed && (place < 0 || !symbols.symbol(this.symbols[place]).equals(given(position)))) {
				throw InvalidInput.at("",
						"has a character (" + Characters.show(this.text.codePointAt(this.starts[position]))
								+ ") at position " + position
								+ " that the alphabet doesn't have as it is, while all characters are to be symbols");
			}
		}
	}

	/** The text without some symbols. */
	String textWithout(BitSet dropped) {
		StringBuilder left = new StringBuilder(this.text.length());
		int from = 0;
		for (int position = 0; position < this.starts.length; position++) {
			if (this.symbolAt[position] >= 0 && dropped.get(this.symbols[this.symbolAt[position]])) {
				left.append(this.text, from, this.starts[position]);
				from = end(position);
			}
		}
		return left.append(this.text, from, this.text.length()).toString();
	}

	/** Whether the tokens of a ciphertext are what this message's positions are. */
	boolean isOfTokens() {
		return this.tokens;
	}

	/** Whether white space passed through at a position. */
	boolean isSpaceAt(int position) {
		return this.symbolAt[position] < 0 && Characters.isSpace(this.text.codePointAt(this.starts[position]));
	}

	/**
	 * Writes symbols in the places of those that were read. Characters are written as
	 * this message's letter case has it, with what passed through in its place. Tokens
	 * are written with a space between two of them: what passed through is one by itself,
	 * and white space is left out. Where the target has no places for it, nothing but
	 * symbols is written.
	 * @param symbols as many symbols of the target as this message has, (length)
	 * @param target what to write in, which may be other symbols than those that read
	 */
	public String write(int[] symbols, Symbols target) {
		if (symbols.length != this.symbols.length) {
			throw new IllegalArgumentException(
					symbols.length + " symbols for a message of " + this.symbols.length + " symbols");
		}
		if (target.dropsForeign() || this.ends != null) {
			return target.write(symbols);
		}
		boolean inTokens = target instanceof Tokens;
		StringBuilder written = new StringBuilder(this.starts.length);
		for (int position = 0; position < this.starts.length; position++) {
			if (inTokens && isSpaceAt(position)) {
				continue;
			}
			if (inTokens && !written.isEmpty()) {
				written.append(' ');
			}
			int place = this.symbolAt[position];
			if (place < 0) {
				written.append(this.text, this.starts[position], end(position));
			}
			else {
				write(position, symbols[place], target, written);
			}
		}
		return written.toString();
	}

	/** Writes one symbol as it would stand at a position, in the letter case there. */
	public String written(int position, int symbol, Symbols target) {
		StringBuilder written = new StringBuilder();
		write(position, symbol, target, written);
		return written.toString();
	}

	private void write(int position, int symbol, Symbols target, StringBuilder written) {
		if (target instanceof Alphabet alphabet) {
			written.appendCodePoint(alphabet.table().written(symbol, this.cases[position]));
		}
		else {
			written.append(target.symbol(symbol));
		}
	}

}
