package dev.decipher.solve;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Types of cipher that a ciphertext can't be told apart by, because each enciphers as
 * another of the class with some key does.
 */
enum TypeClass {

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

	String label() {
		return this.types.get(0);
	}

	List<String> types() {
		return this.types;
	}

	boolean hasAny(Collection<String> some) {
		return this.types.stream().anyMatch(some::contains);
	}

	/** The class of a type; of one that nobody looks for it is random. */
	static TypeClass of(String type) {
		return Arrays.stream(values()).filter((one) -> one.types.contains(type)).findAny().orElse(RANDOM);
	}

	/** Whether the letters only change their places. */
	boolean transposes() {
		return Set.of(COLUMNAR, DOUBLE_COLUMNAR, RAIL_FENCE, SCYTALE).contains(this);
	}

}
