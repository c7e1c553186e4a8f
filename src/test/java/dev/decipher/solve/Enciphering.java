package dev.decipher.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.solve.identify.TypeClass;
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

	/** A cipher of a class, with everything that a ciphertext may be of. */
	public static Cipher draw(String type, SplittableRandom random) {
		String key = "'key':{'random':{'length':[%d,%d]}}";
		return switch (type) {
			case "substitution" -> switch (random.nextInt(4)) {
				case 0 -> cipher("{'type':'caesar','shift':" + (1 + random.nextInt(25)) + "}");
				case 1 -> cipher("{'type':'affine','a':"
						+ new int[] { 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25 }[random.nextInt(11)] + ",'b':"
						+ random.nextInt(26) + "}");
				default -> cipher("{'type':'substitution','key':{'random':{}}}");
			};
			case "vigenere" ->
				cipher("{'type':'" + new String[] { "vigenere", "variant-vigenere", "gronsfeld" }[random.nextInt(3)]
						+ "'," + key.formatted(3, 10) + "}");
			case "beaufort", "porta" -> cipher("{'type':'" + type + "'," + key.formatted(3, 10) + "}");
			case "autokey" -> cipher("{'type':'autokey'," + key.formatted(3, 8) + "}");
			case "columnar" -> cipher("{'type':'columnar'," + key.formatted(5, 12) + "}");
			case "double-columnar" -> cipher("{'type':'double-columnar','key1':{'random':{'length':[5,8]}},"
					+ "'key2':{'random':{'length':[5,8]}}}");
			case "rail-fence" -> cipher("{'type':'rail-fence','rails':" + (2 + random.nextInt(9)) + "}");
			case "scytale" -> cipher("{'type':'scytale','columns':" + (2 + random.nextInt(14)) + "}");
			case "playfair" -> cipher("{'type':'playfair','key':{'random':{}}}");
			case "bifid" -> cipher("{'type':'bifid','key':{'random':{}},'period':" + (3 + random.nextInt(10)) + "}");
			case "four-square" -> cipher("{'type':'four-square','key1':{'random':{}},'key2':{'random':{}}}");
			case "hill" -> cipher("{'type':'hill','key':{'random':{'length':[4,4]}}}");
			case "enigma" -> cipher("{'type':'enigma','model':'I','plugboard':{'random':{'length':[1,10]}}}");
			case "homophonic" -> cipher("{'type':'homophonic','key':{'random':{}}}");
			case TypeClass.PLAINTEXT, TypeClass.RANDOM -> cipher("{'type':'caesar','shift':0}");
			default -> throw new IllegalArgumentException(type);
		};
	}

	/** A ciphertext of a class. */
	public static Enciphering draw(String type, Passages passages, int length, SplittableRandom random) {
		int[] letters = type.equals(TypeClass.RANDOM) ? random.ints(length, 0, 26).toArray()
				: Passages.letters(passages.draw(length, random));
		return of(draw(type, random), letters, random);
	}

}
