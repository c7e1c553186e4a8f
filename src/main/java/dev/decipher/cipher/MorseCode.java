package dev.decipher.cipher;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The International Morse code (Recommendation ITU-R M.1677-1, 2009), the accented
 * letters and signs that are usual beside it, and those of Russian and Greek.
 */
public final class MorseCode {

	/** The characters of the International code, and what else is usual in English. */
	public static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:?'-/()\"=+@!&;_$";

	private static final Map<Integer, String> CODES = codes("""
			A .- B -... C -.-. D -.. E . F ..-. G --. H .... I .. J .--- K -.- L .-.. M -- N -. O --- P .--. Q --.-
			R .-. S ... T - U ..- V ...- W .-- X -..- Y -.-- Z --..
			1 .---- 2 ..--- 3 ...-- 4 ....- 5 ..... 6 -.... 7 --... 8 ---.. 9 ----. 0 -----
			. .-.-.- , --..-- : ---... ? ..--.. ' .----. - -....- / -..-. ( -.--. ) -.--.- " .-..-. = -...- + .-.-.
			@ .--.-. ! -.-.-- ; -.-.-. _ ..--.- $ ...-..- & .-...
			Ä .-.- Æ .-.- Ą .-.- À .--.- Å .--.- Ç -.-.. Ć -.-.. Ĉ -.-.. Đ ..-.. É ..-.. Ę ..-.. È .-..- Ł .-..-
			Ĝ --.-. Ĥ ---- Ĵ .---. Ñ --.-- Ń --.-- Ó ---. Ö ---. Ø ---. Ś ...-... Ŝ ...-. Š ---- Ü ..-- Ŭ ..-- Ź --..-.
			Ż --..- ß ...--..
			А .- Б -... В .-- Г --. Д -.. Е . Ё . Ж ...- З --.. И .. Й .--- К -.- Л .-.. М -- Н -. О --- П .--. Р .-.
			С ... Т - У ..- Ф ..-. Х .... Ц -.-. Ч ---. Ш ---- Щ --.- Ъ --.-- Ы -.-- Ь -..- Э ..-.. Ю ..-- Я .-.-
			Α .- Β -... Γ --. Δ -.. Ε . Ζ --.. Η .... Θ -.-. Ι .. Κ -.- Λ .-.. Μ -- Ν -. Ξ -..- Ο --- Π .--. Ρ .-.
			Σ ... Τ - Υ -.-- Φ ..-. Χ ---- Ψ --.- Ω .--
			""");

	private MorseCode() {
	}

	private static Map<Integer, String> codes(String table) {
		Map<Integer, String> codes = new HashMap<>();
		String[] words = table.split("\\s+");
		for (int i = 0; i < words.length; i += 2) {
			codes.put(words[i].codePointAt(0), words[i + 1]);
		}
		return codes;
	}

	/** The dots and hyphens of a character in upper case, null if it has none. */
	public static @Nullable String of(int character) {
		return CODES.get(character);
	}

	/**
	 * The first character, by code point, that has these dots and hyphens; null if none.
	 */
	public static @Nullable String characterOf(String code) {
		return CODES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(code))
			.map(Map.Entry::getKey)
			.sorted()
			.findFirst()
			.map(Character::toString)
			.orElse(null);
	}

}
