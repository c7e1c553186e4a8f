package dev.decipher.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plaintext enciphered with a key drawn at random.
 *
 * @param cipher what it was enciphered with
 * @param plaintext indices of A to Z, as the cipher needs it
 * @param ciphertext indices of A to Z, or of a homophonic cipher's tokens
 */
public record Enciphering(Cipher cipher, int[] plaintext, int[] ciphertext) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** A cipher from its JSON, with single quotes. */
	public static Cipher cipher(String json) {
		return JSON.readValue(json.replace('\'', '"'), Cipher.class);
	}

	/**
	 * Enciphers a passage; with a block cipher it may become longer.
	 * @param cipher with keys to be drawn
	 */
	public static Enciphering of(Cipher cipher, int[] letters, SplittableRandom random) {
		Alphabet alphabet = cipher.defaultAlphabet();
		Cipher keyed = cipher.withKeyDrawn(alphabet, random);
		SymbolCipher over = keyed.over(alphabet);
		int[] plaintext = over.prepare(translate(letters, Alphabet.LATIN26, alphabet));
		int[] ciphertext = over.encrypt(plaintext);
		boolean inLetters = keyed.ciphertextSymbols(alphabet) == alphabet;
		return new Enciphering(keyed, translate(plaintext, alphabet, Alphabet.LATIN26),
				inLetters ? translate(ciphertext, alphabet, Alphabet.LATIN26) : ciphertext);
	}

	private static int[] translate(int[] letters, Alphabet from, Alphabet to) {
		return (from == to) ? letters
				: Arrays.stream(letters).map((letter) -> to.indexOf(from.codePoint(letter))).toArray();
	}

}
