package dev.decipher.solve.identify;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;

/**
 * Types of cipher that no ciphertext tells apart, because each enciphers as another of
 * the class with some key does. A class has the name of its most general type.
 */
public final class TypeClass {

	/** No cipher at all. */
	public static final String PLAINTEXT = "plaintext";

	/** Nothing that could be read. */
	public static final String RANDOM = "random";

	/** A cipher that isn't in the catalogue, or two of them on each other. */
	public static final String UNKNOWN = "unknown";

	/** Types whose ciphertexts are random letters to whoever lacks the key. */
	private static final Set<String> RANDOM_TO_ALL = Set.of("vernam", "solitaire");

	/** So few pictures may be the marks of a code. */
	private static final int MOST_MARKS = 5;

	/** Letters and figures. */
	private static final int MOST_SIGNS = 36;

	private static final int LAST_ASCII = 0x7f;

	/** Of a text without its blanks at least so much are letters. */
	private static final double ROTATED_LETTERS = 0.75;

	private TypeClass() {
	}

	/** The class of a type; of one that isn't a cipher's it is the type itself. */
	public static String of(String type) {
		if (RANDOM_TO_ALL.contains(type)) {
			return RANDOM;
		}
		Cipher example = CipherCatalogue.examples().get(type);
		return (example != null) ? example.generalType() : type;
	}

	/** Whether the letters only change their places. */
	public static boolean transposes(String name) {
		Cipher example = CipherCatalogue.examples().get(name);
		return example != null && example.transposes();
	}

	/**
	 * Whether a ciphertext may be of a class, asked by the class. Of letters of other
	 * scripts nothing is known, and pictures may stand for letters.
	 */
	static Predicate<String> canWrite(TextSymbols text) {
		return switch (text.kind()) {
			case LETTERS -> (name) -> canWrite(name, text.symbols());
			case NUMBERS -> (name) -> true;
			case CHARACTERS -> canWriteCharacters(text);
		};
	}

	private static Predicate<String> canWriteCharacters(TextSymbols text) {
		boolean letters = isMostly(text, Character::isLetter);
		boolean pictures = isMostly(text, TypeClass::isPicture) && text.names().size() > MOST_MARKS;
		boolean turned = isRotatedText(text);
		boolean homophones = pictures || areHomophones(text);
		return (name) -> switch (name) {
			case RANDOM, UNKNOWN -> true;
			case "homophonic" -> !letters || pictures;
			case "rot47" -> turned;
			default -> !letters && !homophones;
		};
	}

	/**
	 * Whether a text has more signs than letters and figures, and ROT47 hasn't made them.
	 */
	static boolean areHomophones(TextSymbols text) {
		return text.kind() == TextSymbols.Kind.CHARACTERS && text.names().size() > MOST_SIGNS && !isRotatedText(text);
	}

	/** Whether ROT47 makes letters of most of the characters. */
	private static boolean isRotatedText(TextSymbols text) {
		int visible = '~' - '!' + 1;
		return IntStream.of(text.symbols())
			.map((symbol) -> text.names().get(symbol).codePointAt(0))
			.filter((character) -> character >= '!' && character <= '~')
			.map((character) -> '!' + (character - '!' + visible / 2) % visible)
			.filter(Character::isLetter)
			.count() >= ROTATED_LETTERS * text.length();
	}

	private static boolean isPicture(int character) {
		return Character.getType(character) == Character.OTHER_SYMBOL;
	}

	private static boolean isMostly(TextSymbols text, IntPredicate kind) {
		return IntStream.of(text.symbols())
			.map((symbol) -> text.names().get(symbol).codePointAt(0))
			.filter((character) -> character > LAST_ASCII && kind.test(character))
			.count() > text.length() / 2;
	}

	/**
	 * Whether a ciphertext may be of a class: squares of 25 have no J, pairs no rest. A
	 * type that writes labels may write any, and of one with more signs than letters some
	 * are missing here.
	 * @param text indices of A to Z
	 */
	static boolean canWrite(String name, int[] text) {
		Cipher example = CipherCatalogue.examples().get(name);
		if (example == null) {
			return true;
		}
		Alphabet alphabet = example.defaultAlphabet();
		if (!example.ciphertextSymbols(alphabet).equals(alphabet) || alphabet.size() > TextSymbols.LETTERS) {
			return true;
		}
		String symbols = alphabet.symbols();
		return example.typeFits(text.length)
				&& IntStream.of(text).allMatch((letter) -> symbols.indexOf(Alphabet.LATIN26.codePoint(letter)) >= 0);
	}

}
