package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Types of cipher that a ciphertext can't be told apart by, because each enciphers as
 * another of the class with some key does.
 */
public enum TypeClass {

	SUBSTITUTION("substitution", "affine", "caesar", "atbash"),

	VIGENERE("vigenere", "variant-vigenere", "gronsfeld"),

	BEAUFORT("beaufort"),

	PORTA("porta"),

	AUTOKEY("autokey"),

	COLUMNAR("columnar"),

	DOUBLE_COLUMNAR("double-columnar"),

	RAIL_FENCE("rail-fence"),

	SCYTALE("scytale"),

	PLAYFAIR("playfair"),

	BIFID("bifid"),

	FOUR_SQUARE("four-square"),

	HILL("hill"),

	HOMOPHONIC("homophonic"),

	ENIGMA("enigma"),

	/** No cipher at all. */
	PLAINTEXT("plaintext"),

	/** Nothing that could be read. */
	RANDOM("random");

	private final List<String> types;

	/** The first of the types is the one that can do what the others can. */
	TypeClass(String... types) {
		this.types = List.of(types);
	}

	/**
	 * How likely an attack that had its time has found the key, if there was one: about
	 * what the benchmark shows at 100 letters.
	 */
	public double power() {
		return switch (this) {
			case SUBSTITUTION, VIGENERE, BEAUFORT, PORTA, AUTOKEY, COLUMNAR, RAIL_FENCE, SCYTALE, HILL -> 0.95;
			case PLAYFAIR, HOMOPHONIC -> 0.6;
			case PLAINTEXT -> 0.99;
			default -> 0.2;
		};
	}

	public String label() {
		return this.types.get(0);
	}

	public List<String> types() {
		return this.types;
	}

	public boolean hasAny(Collection<String> some) {
		return this.types.stream().anyMatch(some::contains);
	}

	/** The class of a type; of one that nobody looks for it is random. */
	public static TypeClass of(String type) {
		return Arrays.stream(values()).filter((one) -> one.types.contains(type)).findAny().orElse(RANDOM);
	}

	/**
	 * Whether a ciphertext may be of this class: squares of 25 have no J, pairs no rest.
	 */
	boolean canWrite(int[] text) {
		boolean square = EnumSet.of(PLAYFAIR, BIFID, FOUR_SQUARE).contains(this);
		boolean pairs = EnumSet.of(PLAYFAIR, FOUR_SQUARE, HILL).contains(this);
		return !(square && Arrays.stream(text).anyMatch((letter) -> letter == 'J' - 'A'))
				&& !(pairs && text.length % 2 != 0);
	}

	/** Whether the letters only change their places. */
	public boolean transposes() {
		return EnumSet.of(COLUMNAR, DOUBLE_COLUMNAR, RAIL_FENCE, SCYTALE).contains(this);
	}

}
