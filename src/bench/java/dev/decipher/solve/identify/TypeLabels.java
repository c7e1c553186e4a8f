package dev.decipher.solve.identify;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.decipher.cipher.CipherCatalogue;

/**
 * What the classifier learns to tell apart: the types of the catalogue, or more finely
 * where others count more finely.
 */
public final class TypeLabels {

	/**
	 * Types that the text of a substitution doesn't tell, and a type that is of types.
	 */
	private static final Set<String> LEFT_OUT = Set.of("caesar", "rot13", "atbash", "affine", "keyword", "vernam",
			"solitaire", "chain");

	/** Phillips-RC of the American Cryptogram Association moves rows and columns. */
	private static final String PHILLIPS = "phillips";

	/** All labels, in the order of the classifier's outputs. */
	static final List<String> ALL = Stream
		.concat(CipherCatalogue.examples()
			.keySet()
			.stream()
			.filter((type) -> !LEFT_OUT.contains(type))
			.flatMap((type) -> type.equals(PHILLIPS)
					? Stream.of("phillips/phillips", "phillips/phillips-c", "phillips/phillips-rc") : Stream.of(type)),
				Stream.of(TypeClass.PLAINTEXT, TypeClass.RANDOM, TypeClass.UNKNOWN))
		.toList();

	/**
	 * The types that the Neural Cipher Identifier tells apart and the catalogue has
	 * (Ernst Leierzopf, Nils Kopal and others, A Massive Machine-Learning Approach For
	 * Classical Cipher Type Detection Using Feature Engineering, HistoCrypt 2021). It has
	 * two more, null and headlines.
	 */
	static final List<String> NCID = List.of("amsco", "autokey", "bacon", "bazeries", "beaufort", "bifid", "cadenus",
			"checkerboard", "columnar", "condi", "cm-bifid", "digrafid", "four-square", "fractionated-morse",
			"grandpre", "grille", "gromark", "gronsfeld", "homophonic", "key-phrase", "monome-dinome", "morbit",
			"myszkowski", "nicodemus", "nihilist", "nihilist-transposition", "numbered-key", "periodic-gromark",
			"phillips/phillips", "phillips/phillips-rc", "plaintext", "playfair", "pollux", "porta", "portax",
			"progressive", "quagmire-1", "quagmire-2", "quagmire-3", "quagmire-4", "ragbaby", "rail-fence", "redefence",
			"route", "running-key", "seriated-playfair", "slidefair", "swagman", "tridigital", "trifid", "tri-square",
			"two-square", "variant-vigenere", "vigenere");

	private TypeLabels() {
	}

	/** All classes. */
	public static List<String> classes() {
		return ALL.stream().map(TypeIdentifier::classOf).distinct().toList();
	}

}
