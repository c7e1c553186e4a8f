package dev.decipher.cipher.substitution;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The International Morse code (ITU-R M.1677-1, 2009), the signs for other Latin letters
 * that are usual beside it, and those for Greek and Russian letters.
 */
final class MorseCode {

	/** The characters of the International code, and what else is usual in English. */
	static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:?'-/()\"=+@!&;_$";

	private static final Map<Integer, String> CODES = new HashMap<>();

	static {
		add("A .- B -... C -.-. D -.. E . F ..-. G --. H .... I .. J .--- K -.- L .-.. M -- N -. O --- P .--. "
				+ "Q --.- R .-. S ... T - U ..- V ...- W .-- X -..- Y -.-- Z --..");
		add("0 ----- 1 .---- 2 ..--- 3 ...-- 4 ....- 5 ..... 6 -.... 7 --... 8 ---.. 9 ----.");
		add(". .-.-.- , --..-- : ---... ? ..--.. ' .----. - -....- / -..-. ( -.--. ) -.--.- \" .-..-. = -...- + .-.-. "
				+ "@ .--.-. ! -.-.-- & .-... ; -.-.-. _ ..--.- $ ...-..-");
		add("\u00c0 .--.- \u00c4 .-.- \u00c5 .--.- \u00c6 .-.- \u0104 .-.- \u00c7 -.-.. \u0106 -.-.. \u00c8 .-..- "
				+ "\u00c9 ..-.. \u0118 ..-.. \u00d1 --.-- \u0143 --.-- \u00d3 ---. \u00d6 ---. \u00d8 ---. "
				+ "\u015a ...-... \u0160 ---- \u00dc ..-- \u00df ...--..");
		add("\u0391 .- \u0392 -... \u0393 --. \u0394 -.. \u0395 . \u0396 --.. \u0397 .... \u0398 -.-. \u0399 .. "
				+ "\u039a -.- \u039b .-.. \u039c -- \u039d -. \u039e -..- \u039f --- \u03a0 .--. \u03a1 .-. "
				+ "\u03a3 ... \u03a4 - \u03a5 -.-- \u03a6 ..-. \u03a7 ---- \u03a8 --.- \u03a9 .--");
		add("\u0410 .- \u0411 -... \u0412 .-- \u0413 --. \u0414 -.. \u0415 . \u0401 . \u0416 ...- \u0417 --.. "
				+ "\u0418 .. \u0419 .--- \u041a -.- \u041b .-.. \u041c -- \u041d -. \u041e --- \u041f .--. "
				+ "\u0420 .-. \u0421 ... \u0422 - \u0423 ..- \u0424 ..-. \u0425 .... \u0426 -.-. \u0427 ---. "
				+ "\u0428 ---- \u0429 --.- \u042a --.-- \u042b -.-- \u042c -..- \u042d ..-.. \u042e ..-- "
				+ "\u042f .-.-");
	}

	private MorseCode() {
	}

	private static void add(String codes) {
		String[] parts = codes.split(" ");
		for (int i = 0; i < parts.length; i += 2) {
			CODES.put(parts[i].codePointAt(0), parts[i + 1]);
		}
	}

	/** The dots and hyphens of a character, null if it has none. */
	static @Nullable String of(int character) {
		return CODES.get(character);
	}

}
