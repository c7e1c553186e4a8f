package dev.decipher.solve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wants solved, as it was read: by the letters of the language, or,
 * where it is not made of them, by whatever symbols it has.
 *
 * @param message the text, whose case, spaces and punctuation a plaintext keeps
 * @param ciphertext its symbols
 * @param letters the alphabet of the plaintext
 * @param isOfSymbols whether the symbols are no letters but may stand for some
 */
record Cryptogram(Message message, Ciphertext ciphertext, Alphabet letters, boolean isOfSymbols) {

	static final String HOMOPHONIC = "homophonic";

	/** A shorter row of digits and signs is no ciphertext. */
	private static final int LEAST_SYMBOLS = 20;

	/**
	 * Of what isn't white space in an ordinary text with punctuation and numbers, at
	 * least so much are letters.
	 */
	private static final double SHARE_OF_LETTERS = 0.75;

	private static final double SHARE_OF_NUMBERS = 0.8;

	/**
	 * Reads a text.
	 * @param text any text
	 * @param cipher the type of cipher, or {@code auto}
	 * @param letters the language's alphabet
	 * @return the text in at least 2 symbols
	 * @throws InvalidInput at the empty pointer if there is nothing to solve
	 */
	static Cryptogram read(String text, String cipher, Alphabet letters) {
		if (text.isBlank()) {
			throw InvalidInput.at("", "must not be empty");
		}
		if (cipher.equals(HOMOPHONIC) || (cipher.equals(SolveRequest.AUTO) && isOfSymbols(text, letters))) {
			Symbols symbols = symbolsOf(text);
			Message message = symbols.read(text, symbols instanceof Alphabet);
			return new Cryptogram(message, new Ciphertext(symbols, message.symbols(), null), letters, true);
		}
		Alphabet alphabet = alphabet(cipher, letters);
		Message message = alphabet.read(text);
		if (message.length() < 2) {
			throw InvalidInput.at("", "has " + ((message.length() == 0) ? "no letter" : "one letter only")
					+ " of the language's alphabet, " + letters.symbols()
					+ "; at least two are needed, and some thirty to find anything. To have other characters taken "
					+ "for the symbols of a cipher, name \"homophonic\" as cipher");
		}
		return new Cryptogram(message, new Ciphertext(alphabet, message.symbols(), wordStarts(message)), letters,
				false);
	}

	/** A cipher that is named may have a symbol beside the letters. */
	private static Alphabet alphabet(String cipher, Alphabet letters) {
		Cipher example = (letters == Alphabet.LATIN26) ? CipherCatalogue.examples().get(cipher) : null;
		return (example != null && example.defaultAlphabet().size() > letters.size()) ? example.defaultAlphabet()
				: letters;
	}

	/** Whether the ciphertext is made of the language's letters alone. */
	boolean isOfLetters() {
		return this.ciphertext.alphabet() == this.letters;
	}

	/** The plaintext as it is shown. */
	String write(Candidate candidate) {
		if (!this.isOfSymbols && !isOfLetters() && this.ciphertext.alphabet() instanceof Alphabet own) {
			return this.message.write(candidate.cipher().over(own).decrypt(this.ciphertext.symbols()), own);
		}
		return this.message.write(candidate.plaintext(), this.letters);
	}

	private static boolean isOfSymbols(String text, Alphabet letters) {
		int[] shown = text.codePoints().filter((codePoint) -> !isSpace(codePoint)).toArray();
		if (shown.length < LEAST_SYMBOLS) {
			return false;
		}
		int read = 0;
		int foreignLetters = 0;
		int upper = 0;
		Set<Integer> distinct = new LinkedHashSet<>();
		for (int codePoint : shown) {
			boolean letter = letters.indexOf(codePoint) >= 0;
			read += letter ? 1 : 0;
			foreignLetters += (!letter && Character.isLetter(codePoint)) ? 1 : 0;
			upper += Character.isUpperCase(codePoint) ? 1 : 0;
			if (letter) {
				distinct.add(codePoint);
			}
		}
		if (read < SHARE_OF_LETTERS * shown.length) {
			// a text in another script is not taken for signs that somebody has made up
			return foreignLetters < shown.length / 2;
		}
		// upper and lower case without a rule: letters of two kinds
		boolean mixed = upper > 0.25 * read && upper < 0.75 * read && distinct.size() > letters.size();
		return mixed && text.codePoints().noneMatch((codePoint) -> codePoint == ' ');
	}

	/** Numbers, or other groups of one length, between white space; else characters. */
	private static Symbols symbolsOf(String text) {
		List<String> groups = List.of(text.strip().split("\\s+"));
		long numbers = groups.stream().filter((group) -> group.codePoints().allMatch(Character::isDigit)).count();
		int length = length(groups.get(0));
		boolean alike = length >= 2 && length <= 4 && groups.stream().allMatch((group) -> length(group) == length);
		if (groups.size() >= LEAST_SYMBOLS && (numbers >= SHARE_OF_NUMBERS * groups.size() || alike)) {
			return Tokens.of(List.copyOf(new TreeSet<>(groups)));
		}
		String distinct = text.codePoints()
			.filter((codePoint) -> !isSpace(codePoint) && codePoint != 0)
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		if (length(distinct) < 2) {
			throw InvalidInput.at("", "has " + ((length(distinct) == 0) ? "no symbol" : "one symbol only")
					+ "; at least two are needed to tell something");
		}
		try {
			return Alphabet.of(distinct);
		}
		catch (InvalidInput ex) {
			throw InvalidInput.at("",
					"has " + length(distinct) + " different characters; at most 256 can be symbols of a cipher");
		}
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	private static boolean isSpace(int codePoint) {
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
	}

	/**
	 * Where words begin. Groups of one length are no words, nor are letters that stand
	 * alone or in one long row.
	 * @return whether a word begins at each symbol, or null
	 */
	private static boolean @Nullable [] wordStarts(Message message) {
		boolean[] starts = new boolean[message.length()];
		boolean begins = true;
		int words = 0;
		for (int position = 0; position < message.positions(); position++) {
			int place = message.symbolAt(position);
			if (place >= 0) {
				starts[place] = begins;
				words += begins ? 1 : 0;
				begins = false;
			}
			else {
				begins |= parts(message.given(position).codePointAt(0));
			}
		}
		double mean = (double) starts.length / words;
		return (words < 2 || mean < 1.5 || mean > 12 || areGroups(starts)) ? null : starts;
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

}
