package dev.decipher.solve.search;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Ways to read a text as a ciphertext. */
public final class Readings {

	/** Fewer groups of characters are no tokens. */
	private static final int LEAST_TOKENS = 20;

	private static final double SHARE_OF_NUMBERS = 0.8;

	/** In an ordinary text at least so much of what is no white space are letters. */
	private static final double SHARE_OF_LETTERS = 0.9;

	private static final int MOST_TOKENS = 4096;

	private Readings() {
	}

	/**
	 * Reads a text as a type of cipher writes ciphertexts with any key.
	 * @param example a cipher of the type
	 * @return null if this type doesn't write such texts
	 */
	public static @Nullable Ciphertext as(Cipher example, String text, Language language) {
		Alphabet alphabet = Ciphertext.alphabetOf(example, language);
		try {
			example.requireAlphabet(alphabet);
			Symbols symbols = example.ciphertextSymbols(alphabet);
			if (symbols == alphabet) {
				return letters(text,
						Readable.isOf(alphabet, language.alphabet()) && alphabet.size() > language.alphabet().size()
								? alphabet : language.alphabet());
			}
			Message message = symbols.read(example.readable(text, alphabet));
			return isWhole(message) ? of(message, symbols) : null;
		}
		catch (InvalidInput ex) {
			return null;
		}
	}

	/**
	 * Reads the letters of a text that has hardly anything else but white space.
	 * @return null if it has more
	 */
	public static @Nullable Ciphertext lettersAlone(String text, Alphabet letters) {
		Ciphertext read = letters(text, letters);
		long shown = text.codePoints().filter((codePoint) -> !Character.isWhitespace(codePoint)).count();
		return (read != null && read.length() >= SHARE_OF_LETTERS * shown) ? read : null;
	}

	/** Reads the letters of a text; null if there are fewer than 2. */
	public static @Nullable Ciphertext letters(String text, Alphabet letters) {
		return of(letters.read(text), letters);
	}

	/**
	 * Reads whatever symbols a text has: numbers, or other groups of one length, between
	 * white space; else characters. White space is none.
	 * @return null if fewer than 2 symbols differ, or more than can be told apart
	 */
	public static @Nullable Ciphertext symbols(String text) {
		List<String> groups = List.of(text.strip().split("\\s+"));
		long numbers = groups.stream().filter((group) -> group.codePoints().allMatch(Character::isDigit)).count();
		int length = length(groups.get(0));
		boolean alike = length >= 2 && length <= 4 && groups.stream().allMatch((group) -> length(group) == length);
		if (groups.size() >= LEAST_TOKENS && (numbers >= SHARE_OF_NUMBERS * groups.size() || alike)) {
			List<String> tokens = List.copyOf(new TreeSet<>(groups));
			return (tokens.size() < 2 || tokens.size() > MOST_TOKENS) ? null
					: of(Tokens.of(tokens).read(text), Tokens.of(tokens));
		}
		String distinct = text.codePoints()
			.filter((codePoint) -> !isSpace(codePoint) && codePoint != 0)
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		if (length(distinct) < 2 || length(distinct) > Alphabet.MAX_SIZE) {
			return null;
		}
		Alphabet alphabet = Alphabet.of(distinct);
		return of(alphabet.read(text, true), alphabet);
	}

	/**
	 * Reads every character of a text, blanks and line breaks as well.
	 * @return null if fewer than 2 differ, or more than can be told apart
	 */
	public static @Nullable Ciphertext characters(String text) {
		String distinct = text.codePoints()
			.filter((codePoint) -> codePoint != 0)
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		if (length(distinct) < 2 || length(distinct) > Alphabet.MAX_SIZE) {
			return null;
		}
		Alphabet alphabet = Alphabet.of(distinct);
		return new Ciphertext(alphabet, alphabet.read(text).symbols(), null);
	}

	private static @Nullable Ciphertext of(Message message, Symbols symbols) {
		return (message.length() < 2) ? null : new Ciphertext(symbols, message.symbols(), wordStarts(message));
	}

	/** Whether all but punctuation is read. */
	private static boolean isWhole(Message message) {
		for (int position = 0; position < message.positions(); position++) {
			if (message.symbolAt(position) < 0
					&& message.given(position).codePoints().anyMatch(Character::isLetterOrDigit)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Where words begin. Groups of one length are no words, whatever punctuation stands
	 * in them, nor are letters that stand alone or in one long row.
	 * @return whether a word begins at each symbol, or null
	 */
	private static boolean @Nullable [] wordStarts(Message message) {
		boolean[] starts = new boolean[message.length()];
		boolean[] groups = new boolean[message.length()];
		boolean begins = true;
		boolean apart = true;
		int words = 0;
		for (int position = 0; position < message.positions(); position++) {
			int place = message.symbolAt(position);
			if (place >= 0) {
				starts[place] = begins;
				groups[place] = apart;
				words += begins ? 1 : 0;
				begins = false;
				apart = false;
			}
			else {
				begins |= parts(message.given(position).codePointAt(0));
				apart |= isSpace(message.given(position).codePointAt(0));
			}
		}
		double mean = (double) starts.length / words;
		return (words < 2 || mean < 1.5 || mean > 12 || areGroups(starts) || areGroups(groups)) ? null : starts;
	}

	/** An apostrophe doesn't end a word, a dash does. */
	private static boolean parts(int codePoint) {
		return codePoint != '\'' && codePoint != '’';
	}

	/** Whether all words, the last one perhaps excepted, have one length. */
	private static boolean areGroups(boolean[] starts) {
		int first = 0;
		int length = 0;
		int groups = 0;
		for (int i = 1; i < starts.length; i++) {
			if (starts[i]) {
				groups++;
				if (length > 0 && i - first != length) {
					return false;
				}
				length = i - first;
				first = i;
			}
		}
		return groups >= 2;
	}

	/** Whether a character is white space, which is no symbol. */
	public static boolean isSpace(int codePoint) {
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
