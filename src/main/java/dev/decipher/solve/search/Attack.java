package dev.decipher.solve.search;

import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.language.Language;
import org.jspecify.annotations.Nullable;

/** A search for the keys of a family of ciphers. */
public interface Attack {

	/** The types that it finds, as in {@code {"type": "caesar"}}. */
	Set<String> types();

	/**
	 * How likely it has found the key after its time, if the text was enciphered with one
	 * of its types: about the share of texts of 100 letters that the benchmark shows.
	 */
	default double power() {
		return 0.95;
	}

	/** Whether it tries all keys at once, in next to no time. */
	default boolean isQuick() {
		return false;
	}

	/**
	 * Whether it divides its time among what it does one after the other: in two halves
	 * it finds less than in one whole.
	 */
	default boolean plansItsTime() {
		return false;
	}

	/**
	 * Reads a text as ciphertexts of its types are written.
	 * @param text without any form that was taken off before
	 * @return null if none of its types writes such texts
	 */
	default @Nullable Ciphertext read(String text, Language language) {
		return types().stream()
			.sorted()
			.map((type) -> Readings.as(Objects.requireNonNull(CipherCatalogue.examples().get(type)), text, language))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The hints that it can make use of, beside that no reading without the cribs is
	 * kept.
	 */
	default Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB);
	}

	/** The most letters that the plaintext of a ciphertext may have. */
	default int mostLetters(Ciphertext ciphertext) {
		return ciphertext.length();
	}

	/** Whether it takes no two symbols for the same letter. */
	default boolean isOneToOne() {
		return false;
	}

	/** Whether nothing can be found without a crib. */
	default boolean needsCrib() {
		return false;
	}

	/**
	 * Searches until it is sure, or has tried all there is, or the search is over. Called
	 * on several threads at once, which share nothing but what they are given here: an
	 * attack by restarts goes its own ways on each by its random numbers, one that tries
	 * everything divides the keys among the workers.
	 * @param types which of its types to look for, at least one
	 * @param worker the calling thread's number, from 0
	 * @param workers how many there are
	 */
	void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers);

}
