package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A text to be solved, as an attack sees it.
 *
 * @param alphabet what the symbols are: the language's alphabet, a cipher's own, or
 * tokens
 * @param symbols their indices (length), at least 1; read-only
 * @param wordStarts whether a word begins at each position (length), or null where the
 * text doesn't show its words
 */
public record Ciphertext(Symbols alphabet, int[] symbols, boolean @Nullable [] wordStarts) {

	/** The number of symbols. */
	public int length() {
		return this.symbols.length;
	}

	/** How many symbols each word has: (words); one word if they aren't shown. */
	public int[] wordLengths() {
		boolean[] starts = this.wordStarts;
		if (starts == null) {
			return new int[] { length() };
		}
		int[] begins = IntStream.range(0, length()).filter((i) -> i == 0 || starts[i]).toArray();
		return IntStream.range(0, begins.length)
			.map((word) -> ((word + 1 < begins.length) ? begins[word + 1] : length()) - begins[word])
			.toArray();
	}

	/** The first symbols. */
	public Ciphertext beginning(int length) {
		return new Ciphertext(this.alphabet, Arrays.copyOf(this.symbols, length),
				(this.wordStarts != null) ? Arrays.copyOf(this.wordStarts, length) : null);
	}

	/**
	 * The alphabet that a cipher has for texts in a language: its own for one of A to Z,
	 * else the language's.
	 */
	public static Alphabet alphabetOf(Cipher cipher, Language language) {
		return (language.alphabet() == Alphabet.LATIN26) ? cipher.defaultAlphabet() : language.alphabet();
	}

	/**
	 * The text in symbols of another alphabet; the alphabets of squares read J as I.
	 * @return indices (length), −1 for symbols that it lacks
	 */
	public int[] in(Alphabet other) {
		if (!(this.alphabet instanceof Alphabet own) || own == other) {
			return this.symbols;
		}
		return translate(this.symbols, own, other);
	}

	/** Indices in one alphabet as indices in another, −1 for symbols that it lacks. */
	public static int[] translate(int[] symbols, Alphabet from, Alphabet to) {
		int[] table = IntStream.range(0, from.size()).map((symbol) -> to.indexOf(from.codePoint(symbol))).toArray();
		return IntStream.of(symbols).map((symbol) -> table[symbol]).toArray();
	}

	/**
	 * Puts spaces into a text of words.
	 * @param symbols (length)
	 * @param wordStarts whether a word begins at each position, at least (length)
	 * @param space what stands between two words
	 * @param around whether it also stands before the first and behind the last
	 * @return a new array
	 */
	public static int[] spaced(int[] symbols, boolean[] wordStarts, int space, boolean around) {
		int[] text = new int[2 * symbols.length + 1];
		int length = 0;
		for (int i = 0; i < symbols.length; i++) {
			if (wordStarts[i] ? i > 0 || around : i == 0 && around) {
				text[length++] = space;
			}
			text[length++] = symbols[i];
		}
		if (around) {
			text[length++] = space;
		}
		return Arrays.copyOf(text, length);
	}

}
