package dev.decipher.cipher;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.Message;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A cipher with its key at work on texts, both ways: what is foreign to an alphabet, the
 * case of letters and the tokens of ciphertexts are looked after here. Safe for use by
 * many threads.
 */
public final class TextCipher {

	/** Added to code points that are moved: greater than any index of a symbol. */
	private static final int MOVED = 1 << 16;

	private final Cipher cipher;

	private final Alphabet alphabet;

	private final CharacterRule characters;

	private final SymbolCipher symbolCipher;

	private final Symbols ciphertextSymbols;

	private TextCipher(Cipher cipher, Alphabet alphabet, CharacterRule characters) {
		this.cipher = cipher;
		this.alphabet = alphabet;
		this.characters = characters;
		this.symbolCipher = InvalidInput.under("/cipher", () -> cipher.over(alphabet));
		this.ciphertextSymbols = InvalidInput.under("/cipher", () -> cipher.ciphertextSymbols(alphabet));
		InvalidInput.throwIf(
				characters == CharacterRule.ALL && !cipher.transposes()
						&& !(this.ciphertextSymbols instanceof Alphabet),
				"/characters", "can't be all: this cipher writes other signs than its plaintexts have");
	}

	/**
	 * Fits a cipher to texts.
	 * @param cipher with every key given
	 * @param alphabet the plaintext's, the cipher's own if null
	 * @param characters which of a text's characters are symbols, the alphabet's if null
	 * @throws InvalidInput at {@code /alphabet}, {@code /characters} or below
	 * {@code /cipher}
	 */
	public static TextCipher of(Cipher cipher, @Nullable Alphabet alphabet, @Nullable CharacterRule characters) {
		return new TextCipher(cipher, alphabetOf(cipher, alphabet),
				(characters != null) ? characters : CharacterRule.LETTERS);
	}

	/**
	 * The alphabet of plaintexts.
	 * @param named the one asked for, null for the cipher's own
	 * @throws InvalidInput at {@code /alphabet} if the cipher can't use it
	 */
	static Alphabet alphabetOf(Cipher cipher, @Nullable Alphabet named) {
		Alphabet alphabet = (named != null) ? named : cipher.defaultAlphabet();
		return InvalidInput.under("/alphabet", () -> {
			cipher.requireAlphabet(alphabet);
			return alphabet;
		});
	}

	/** The cipher. */
	public Cipher cipher() {
		return this.cipher;
	}

	/**
	 * Enciphers a text. Symbols that a cipher adds, as what fills up a block, stand at
	 * the end.
	 * @throws InvalidInput with an empty pointer if the text can't be enciphered
	 */
	public String encrypt(String text) {
		if (this.characters == CharacterRule.ALL) {
			return all(text, this.alphabet, this.ciphertextSymbols, (symbols) -> encrypt(this.symbolCipher, symbols));
		}
		Message plaintext = this.alphabet.read(text);
		if (this.cipher.keepsLength() && !this.ciphertextSymbols.dropsForeign()) {
			requireKnown(plaintext);
		}
		return this.cipher.written(encrypt(plaintext));
	}

	private String encrypt(Message plaintext) {
		int[] ciphertext = symbols(plaintext);
		if (!this.cipher.keepsLength() || this.ciphertextSymbols.dropsForeign()) {
			return this.ciphertextSymbols.write(ciphertext);
		}
		String inPlace = plaintext.write(Arrays.copyOf(ciphertext, plaintext.length()), this.ciphertextSymbols);
		String added = this.ciphertextSymbols
			.write(Arrays.copyOfRange(ciphertext, plaintext.length(), ciphertext.length));
		boolean both = !inPlace.isEmpty() && !added.isEmpty();
		return inPlace + (both ? this.ciphertextSymbols.separator() : "") + added;
	}

	private int[] symbols(Message plaintext) {
		return encrypt(this.symbolCipher.inWords(plaintext::words), plaintext.symbols());
	}

	/**
	 * Makes sure that ciphertexts can be read without blanks of their own.
	 * @throws InvalidInput at {@code /groups} if they can't
	 */
	void requireGroups() {
		String two = this.ciphertextSymbols.write(new int[] { 0, 1 });
		boolean hasBlanks = !this.ciphertextSymbols.separator().isEmpty() || !this.cipher.written(two).equals(two);
		InvalidInput.throwIf(hasBlanks || this.symbolCipher.readsWords(), "/groups",
				"must be left out: ciphertexts of this cipher can't be read without their own blanks");
	}

	/**
	 * Enciphers a text into groups of characters, without what isn't enciphered.
	 * @param size characters of a group; the last one may have fewer
	 * @throws InvalidInput with an empty pointer if the text can't be enciphered
	 */
	String encryptInGroups(String text, int size) {
		return Groups.of((this.characters == CharacterRule.ALL) ? encrypt(text)
				: this.ciphertextSymbols.write(symbols(this.alphabet.read(text))), size);
	}

	/**
	 * Deciphers a text.
	 * @param lineBreaksPass whether CR and LF pass through whatever the symbols are, as
	 * they do in a plain text document
	 * @throws InvalidInput with an empty pointer if no text is enciphered to this
	 */
	public String decrypt(String text, boolean lineBreaksPass) {
		if (this.characters == CharacterRule.ALL) {
			return all(text, this.ciphertextSymbols, this.alphabet, (symbols) -> decrypt(this.symbolCipher, symbols));
		}
		Message ciphertext = this.ciphertextSymbols.read(this.cipher.readable(text, this.alphabet), lineBreaksPass);
		requireKnown(ciphertext);
		int[] plaintext = decrypt(this.symbolCipher.inWords(ciphertext::words), ciphertext.symbols());
		return (this.cipher.keepsLength() && plaintext.length == ciphertext.length())
				? ciphertext.write(plaintext, this.alphabet) : this.alphabet.write(plaintext);
	}

	/**
	 * Among tokens, what could be taken for one must not pass through; where nothing has
	 * a place to pass through in, no letter and no digit must be lost.
	 */
	private void requireKnown(Message message) {
		if (!(this.ciphertextSymbols instanceof Tokens tokens)) {
			return;
		}
		for (int position = 0; position < message.positions(); position++) {
			if (message.symbolAt(position) < 0) {
				String given = message.given(position);
				InvalidInput.throwIf(tokens.resembles(given)
						|| (!this.cipher.keepsLength() && given.codePoints().anyMatch(Character::isLetterOrDigit)), "",
						"has " + given + " at position " + position + ", which stands for nothing");
			}
		}
	}

	private static int[] encrypt(SymbolCipher symbolCipher, int[] plaintext) {
		int[] prepared = refusing(symbolCipher::prepare, plaintext);
		InvalidInput.throwIf(prepared.length > symbolCipher.maxLength(), "",
				"has " + prepared.length + " symbols, and the key is long enough for " + symbolCipher.maxLength());
		return refusing(symbolCipher::encrypt, prepared);
	}

	private static int[] decrypt(SymbolCipher symbolCipher, int[] ciphertext) {
		return refusing((symbols) -> {
			symbolCipher.requireCiphertext(symbols);
			return symbolCipher.decrypt(symbols);
		}, ciphertext);
	}

	private static int[] refusing(UnaryOperator<int[]> work, int[] symbols) {
		try {
			return work.apply(symbols);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidInput.at("", "can't be used: " + ex.getMessage());
		}
	}

	/**
	 * Every character is a symbol. Where they only move, they need no alphabet.
	 * @param read what the text is made of
	 * @param written what becomes of it
	 */
	private String all(String text, Symbols read, Symbols written, UnaryOperator<int[]> work) {
		if (this.cipher.transposes()) {
			this.alphabet.read(text); // has its say on what is no character
			// symbols of the alphabet, which fill up a block, are told apart by their
			// numbers
			int[] numbers = text.codePoints().map((codePoint) -> codePoint + MOVED).toArray();
			int[] moved = IntStream.of(work.apply(numbers))
				.map((number) -> (number >= MOVED) ? number - MOVED : this.alphabet.codePoint(number))
				.toArray();
			return new String(moved, 0, moved.length);
		}
		Message message = read.read(text);
		message.requireAll(read, false);
		return written.write(work.apply(message.symbols()));
	}

}
