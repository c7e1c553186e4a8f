package dev.decipher.solve;

import java.util.List;
import java.util.Set;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.solve.identify.TypeClass;
import org.jspecify.annotations.Nullable;

/**
 * The types to look for.
 *
 * @param named those that were named, or null
 * @param ofLetters whether the text is made of letters, and not of other symbols
 * @param told the classes of types that can be told from a text; others are only searched
 * when they are named
 */
record Asked(@Nullable List<String> named, boolean ofLetters, Set<String> told) {

	/**
	 * One cipher after another writes anything, and is looked for when all else fails.
	 */
	static final String CHAIN = "chain";

	/**
	 * Whether to look for a type. What is made of letters is no homophones, although
	 * letters may be any signs.
	 */
	boolean contains(String type) {
		if (this.named != null) {
			return this.named.contains(type);
		}
		if (type.equals(CHAIN)) {
			return true;
		}
		return this.told.contains(TypeClass.of(type)) && (this.ofLetters || !writesLetters(type))
				&& !(this.ofLetters && type.equals(TypeEstimate.HOMOPHONIC));
	}

	private static boolean writesLetters(String type) {
		Cipher example = CipherCatalogue.examples().get(type);
		return example != null && example.ciphertextSymbols(example.defaultAlphabet()) == example.defaultAlphabet();
	}

}
