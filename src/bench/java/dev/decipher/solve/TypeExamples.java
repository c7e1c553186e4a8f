package dev.decipher.solve;

import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;

/**
 * Ciphertexts of each class, drawn at random.
 */
final class TypeExamples {

	private TypeExamples() {
	}

	/** A cipher of a class, with everything that a ciphertext may be of. */
	private static Cipher draw(TypeClass type, SplittableRandom random) {
		String key = "'key':{'random':{'length':[%d,%d]}}";
		return switch (type) {
			case SUBSTITUTION -> switch (random.nextInt(4)) {
				case 0 -> Enciphering.cipher("{'type':'caesar','shift':" + (1 + random.nextInt(25)) + "}");
				case 1 -> Enciphering.cipher("{'type':'affine','a':"
						+ new int[] { 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25 }[random.nextInt(11)] + ",'b':"
						+ random.nextInt(26) + "}");
				default -> Enciphering.cipher("{'type':'substitution','key':{'random':{}}}");
			};
			case VIGENERE -> Enciphering
				.cipher("{'type':'" + new String[] { "vigenere", "variant-vigenere", "gronsfeld" }[random.nextInt(3)]
						+ "'," + key.formatted(3, 10) + "}");
			case BEAUFORT, PORTA -> Enciphering.cipher("{'type':'" + type.label() + "'," + key.formatted(3, 10) + "}");
			case AUTOKEY -> Enciphering.cipher("{'type':'autokey'," + key.formatted(3, 8) + "}");
			case COLUMNAR -> Enciphering.cipher("{'type':'columnar'," + key.formatted(5, 12) + "}");
			case DOUBLE_COLUMNAR -> Enciphering.cipher("{'type':'double-columnar','key1':{'random':{'length':[5,8]}},"
					+ "'key2':{'random':{'length':[5,8]}}}");
			case RAIL_FENCE -> Enciphering.cipher("{'type':'rail-fence','rails':" + (2 + random.nextInt(9)) + "}");
			case SCYTALE -> Enciphering.cipher("{'type':'scytale','columns':" + (2 + random.nextInt(14)) + "}");
			case PLAYFAIR -> Enciphering.cipher("{'type':'playfair','key':{'random':{}}}");
			case BIFID ->
				Enciphering.cipher("{'type':'bifid','key':{'random':{}},'period':" + (3 + random.nextInt(10)) + "}");
			case FOUR_SQUARE -> Enciphering.cipher("{'type':'four-square','key1':{'random':{}},'key2':{'random':{}}}");
			case HILL -> Enciphering.cipher("{'type':'hill','key':{'random':{'length':[4,4]}}}");
			case ENIGMA -> Enciphering.cipher("{'type':'enigma','model':'I','plugboard':{'random':{'length':[1,10]}}}");
			case HOMOPHONIC -> Enciphering.cipher("{'type':'homophonic','key':{'random':{}}}");
			case PLAINTEXT, RANDOM -> Enciphering.cipher("{'type':'caesar','shift':0}");
		};
	}

	/** A ciphertext of a class. */
	static Enciphering draw(TypeClass type, Passages passages, int length, SplittableRandom random) {
		int[] letters = (type == TypeClass.RANDOM) ? random.ints(length, 0, 26).toArray()
				: Passages.letters(passages.draw(length, random));
		return Enciphering.of(draw(type, random), letters, random);
	}

}
