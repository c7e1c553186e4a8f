package dev.decipher.solve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.form.FormReader;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wants solved, less the form in which it came.
 *
 * @param text what is left to decipher
 * @param forms what was taken off, in that order: see {@link Forms}
 * @param characters which of its characters are symbols, the alphabet's if null
 * @param share how likely this is the text to decipher, beside others that the same form
 * may hide
 */
record Cryptogram(String text, List<String> forms, @Nullable CharacterRule characters, double share) {

	/** A shorter row of digits and signs is no ciphertext. */
	private static final int LEAST_SYMBOLS = 20;

	/**
	 * Of what isn't white space in an ordinary text with punctuation and numbers, at
	 * least so much are letters.
	 */
	private static final double SHARE_OF_LETTERS = 0.75;

	/** A text as it came. */
	static Cryptogram of(String text) {
		return new Cryptogram(text, List.of(), null, 1);
	}

	/** Whether the text was taken from bytes. */
	boolean isDecoded() {
		return this.forms.stream().anyMatch(FormReader::isEncoding);
	}

	/** Whether the text or its words were written backwards. */
	boolean isTurned() {
		return this.forms.stream().anyMatch((form) -> form.startsWith(FormReader.REVERSED));
	}

	/**
	 * The text as an attack reads it; null if its ciphers don't write such texts. Where
	 * all characters were enciphered, only transpositions read them.
	 */
	@Nullable Ciphertext read(Attack attack, Language language) {
		if (this.characters != CharacterRule.ALL) {
			return attack.read(this.text, language);
		}
		return attack.types().stream().allMatch(TypeClass::transposes) ? Readings.characters(this.text) : null;
	}

	/**
	 * Whether the text is made of letters, and not of signs that may stand for some: of
	 * numbers, say, or of upper and lower case without a rule.
	 */
	boolean isOfLetters(Alphabet letters) {
		int[] shown = this.text.codePoints().filter((codePoint) -> !Readings.isSpace(codePoint)).toArray();
		if (shown.length < LEAST_SYMBOLS) {
			return true;
		}
		int read = 0;
		int foreignLetters = 0;
		int upper = 0;
		Set<Integer> distinct = new HashSet<>();
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
			return foreignLetters >= shown.length / 2;
		}
		// letters of two kinds
		boolean mixed = upper > 0.25 * read && upper < 0.75 * read && distinct.size() > letters.size();
		return !mixed || this.text.indexOf(' ') >= 0;
	}

	/** Whether most of the text are letters, but of other alphabets. */
	boolean isInAnotherScript(Alphabet letters) {
		int[] shown = this.text.codePoints().filter((codePoint) -> !Readings.isSpace(codePoint)).toArray();
		return IntStream.of(shown)
			.filter((codePoint) -> Character.isLetter(codePoint) && letters.indexOf(codePoint) < 0)
			.count() > shown.length / 2;
	}

	/**
	 * Deciphers the text, as {@code /decrypt} does.
	 * @param candidate the cipher with its key, and the symbols of the plaintext for a
	 * text that the cipher reads otherwise, or in one of several ways
	 */
	String write(Candidate candidate, Language language) {
		Cipher cipher = candidate.cipher();
		if (!cipher.determinesPlaintext()) {
			return language.alphabet().write(candidate.plaintext());
		}
		Alphabet alphabet = (language.alphabet() == Alphabet.LATIN26) ? null : language.alphabet();
		try {
			return TextCipher.of(cipher, alphabet, this.characters).decrypt(this.text, true);
		}
		catch (InvalidInput ex) {
			return language.alphabet().write(candidate.plaintext());
		}
	}

}
