package dev.decipher.solve.search;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;

/**
 * A ciphertext as a type of cipher reads and writes it, whose alphabet may lack a letter
 * of the language, or have a symbol more.
 *
 * @param alphabet the cipher's
 * @param symbols the ciphertext in it (length)
 * @param letters the language's letter for each symbol: (size)
 */
public record Readable(Alphabet alphabet, int[] symbols, int[] letters) {

	/** As many symbols that are no letters a cipher may have, to fill its table up. */
	private static final int FILLERS = 1;

	/** The ciphertext as a cipher reads it. */
	public static Readable of(Cipher cipher, Ciphertext ciphertext, Language language) {
		Alphabet alphabet = Ciphertext.alphabetOf(cipher, language);
		int rarest = rarest(language);
		int[] letters = IntStream.range(0, alphabet.size())
			.map((symbol) -> language.alphabet().indexOf(alphabet.codePoint(symbol)))
			.map((letter) -> (letter >= 0) ? letter : rarest)
			.toArray();
		return new Readable(alphabet, ciphertext.in(alphabet), letters);
	}

	/**
	 * Whether texts in a language may have been enciphered to this by a type of cipher.
	 */
	public static boolean is(Cipher example, Ciphertext ciphertext, Language language) {
		Alphabet alphabet = Ciphertext.alphabetOf(example, language);
		try {
			example.requireAlphabet(alphabet);
		}
		catch (InvalidInput ex) {
			return false;
		}
		return isOf(alphabet, language.alphabet()) && ciphertext.alphabet() instanceof Alphabet
				&& example.ciphertextSymbols(alphabet) == alphabet && example.typeFits(ciphertext.length())
				&& IntStream.of(ciphertext.in(alphabet)).allMatch((symbol) -> symbol >= 0);
	}

	/** Whether all symbols of an alphabet are letters, but for a filler. */
	public static boolean isOf(Alphabet alphabet, Alphabet letters) {
		return IntStream.range(0, alphabet.size())
			.filter((symbol) -> letters.indexOf(alphabet.codePoint(symbol)) < 0)
			.count() <= FILLERS;
	}

	private static int rarest(Language language) {
		double[] shares = language.letters().shares();
		return IntStream.range(0, shares.length)
			.reduce((one, other) -> (shares[other] < shares[one]) ? other : one)
			.orElseThrow();
	}

	/** The symbol for each letter of a language; of one without, any: (letters). */
	int[] symbolsOf(Alphabet language) {
		return IntStream.range(0, language.size())
			.map((letter) -> Math.max(0, this.alphabet.indexOf(language.codePoint(letter))))
			.toArray();
	}

	/** A plaintext in the language's letters; a filler is its rarest. */
	public int[] inLanguage(int[] plaintext) {
		return IntStream.of(plaintext).map((symbol) -> this.letters[symbol]).toArray();
	}

}
