package dev.decipher.solve;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.solve.identify.TypeClass;

/**
 * A ciphertext as people would send it, and what it means.
 *
 * @param text with its spaces, where the task has some
 * @param plaintext indices of A to Z, as the cipher needs them: without doubled pairs for
 * Playfair, say
 * @param cipher with the key that was drawn
 */
record SolveCase(String text, int[] plaintext, Cipher cipher) {

	/**
	 * Enciphers a passage.
	 * @param passage letters A to Z and single spaces
	 */
	static SolveCase of(SolveRow row, String passage, SplittableRandom random) {
		if (row.name().equals(SolveRow.RANDOM)) {
			return random(row.letters(), random);
		}
		Cipher cipher = Enciphering.cipher("{'type':" + row.cipher() + "}");
		Alphabet alphabet = cipher.defaultAlphabet();
		Cipher keyed = cipher.withKeyDrawn(alphabet, random);
		SymbolCipher over = keyed.over(alphabet);
		int[] prepared = over.prepare(alphabet.read(passage.replace(" ", "")).symbols());
		Symbols symbols = keyed.ciphertextSymbols(alphabet);
		String text = row.spaces() ? TextCipher.of(keyed, alphabet, null).encrypt(passage)
				: symbols.write(over.encrypt(prepared));
		int[] plaintext = Arrays.stream(prepared)
			.map((letter) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(letter)))
			.toArray();
		return new SolveCase((symbols instanceof Tokens) ? text : text.toUpperCase(Locale.ROOT), plaintext, keyed);
	}

	/** Letters of chance, of which no reading is right. */
	private static SolveCase random(int letters, SplittableRandom random) {
		StringBuilder text = new StringBuilder();
		random.ints(letters, 'A', 'Z' + 1).forEach(text::appendCodePoint);
		return new SolveCase(text.toString(), new int[0], new Caesar(0));
	}

	/** The class of the cipher's type. */
	String type() {
		return (this.plaintext.length == 0) ? TypeClass.RANDOM : TypeClass.of(this.cipher.type());
	}

	/** The share of letters that a reading has wrong. */
	double errors(int[] reading) {
		int most = Math.max(reading.length, this.plaintext.length);
		int wrong = Math.abs(reading.length - this.plaintext.length);
		for (int i = 0; i < most - Math.abs(reading.length - this.plaintext.length); i++) {
			wrong += (reading[i] != this.plaintext[i]) ? 1 : 0;
		}
		return (double) wrong / most;
	}

}
