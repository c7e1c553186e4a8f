package dev.decipher.solve;

import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.solve.identify.TypeClass;

/**
 * Ciphertexts of each class, drawn at random.
 */
public final class TypeExamples {

	private TypeExamples() {
	}

	/** A cipher of a class, with everything that a ciphertext may be of. */
	private static Cipher draw(String type, SplittableRandom random) {
		String key = "'key':{'random':{'length':[%d,%d]}}";
		return switch (type) {
			case "substitution" -> switch (random.nextInt(4)) {
				case 0 -> Enciphering.cipher("{'type':'caesar','shift':" + (1 + random.nextInt(25)) + "}");
				case 1 -> Enciphering.cipher("{'type':'affine','a':"
						+ new int[] { 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25 }[random.nextInt(11)] + ",'b':"
						+ random.nextInt(26) + "}");
				default -> Enciphering.cipher("{'type':'substitution','key':{'random':{}}}");
			};
			case "vigenere" -> Enciphering
				.cipher("{'type':'" + new String[] { "vigenere", "variant-vigenere", "gronsfeld" }[random.nextInt(3)]
						+ "'," + key.formatted(3, 10) + "}");
			case "beaufort", "porta" -> Enciphering.cipher("{'type':'" + type + "'," + key.formatted(3, 10) + "}");
			case "autokey" -> Enciphering.cipher("{'type':'autokey'," + key.formatted(3, 8) + "}");
			case "columnar" -> Enciphering.cipher("{'type':'columnar'," + key.formatted(5, 12) + "}");
			case "double-columnar" -> Enciphering.cipher("{'type':'double-columnar','key1':{'random':{'length':[5,8]}},"
					+ "'key2':{'random':{'length':[5,8]}}}");
			case "rail-fence" -> Enciphering.cipher("{'type':'rail-fence','rails':" + (2 + random.nextInt(9)) + "}");
			case "scytale" -> Enciphering.cipher("{'type':'scytale','columns':" + (2 + random.nextInt(14)) + "}");
			case "playfair" -> Enciphering.cipher("{'type':'playfair','key':{'random':{}}}");
			case "bifid" ->
				Enciphering.cipher("{'type':'bifid','key':{'random':{}},'period':" + (3 + random.nextInt(10)) + "}");
			case "four-square" ->
				Enciphering.cipher("{'type':'four-square','key1':{'random':{}},'key2':{'random':{}}}");
			case "hill" -> Enciphering.cipher("{'type':'hill','key':{'random':{'length':[4,4]}}}");
			case "enigma" ->
				Enciphering.cipher("{'type':'enigma','model':'I','plugboard':{'random':{'length':[1,10]}}}");
			case TypeClass.PLAINTEXT, TypeClass.RANDOM -> Enciphering.cipher("{'type':'caesar','shift':0}");
			default -> throw new IllegalArgumentException(type);
		};
	}

	/** A ciphertext of a class. */
	public static Enciphering draw(String type, Passages passages, int length, SplittableRandom random) {
		int[] letters = type.equals(TypeClass.RANDOM) ? random.ints(length, 0, 26).toArray()
				: Passages.letters(passages.draw(length, random));
		return Enciphering.of(draw(type, random), letters, random);
	}

}
