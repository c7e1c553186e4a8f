package dev.decipher.language;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/** A language as searches know it. */
public interface Language extends AutoCloseable {

	/** Its name, as in {@code "language": "english"}. */
	String name();

	/** The letters its texts are made of; A to Z for English. */
	Alphabet alphabet();

	/**
	 * Its alphabet with the letters that it counts as its own beside those that others
	 * write for them: A to Z, Ä, Ö, Ü and ß for German. A text that has such letters as
	 * symbols is {@linkplain #over(Alphabet) over} this alphabet.
	 */
	default Alphabet ownAlphabet() {
		return alphabet();
	}

	/** n-grams of its letters, what parts words left out; V is the alphabet's size. */
	NGrams letters();

	/**
	 * n-grams of its letters and of the space between words, which is the symbol behind
	 * the last letter; V is the alphabet's size + 1.
	 */
	NGrams words();

	/** Its frequent words; null where they aren't known in this alphabet. */
	default @Nullable Vocabulary vocabulary() {
		return null;
	}

	/**
	 * Whether an LSTM judges texts. What languages say of a text can only be compared
	 * where all of them have one, or by n-grams alone.
	 */
	default boolean hasNetwork() {
		return false;
	}

	/**
	 * What the LSTM makes of texts; the n-grams, where there is no LSTM.
	 * @param texts indices of letters, and of the space behind the last letter if
	 * {@code spaced}
	 * @return ln p(text), in nats, of each
	 */
	default double[] logProbabilities(int[][] texts, boolean spaced) {
		return Arrays.stream(texts).mapToDouble((spaced ? words() : letters())::logProbability).toArray();
	}

	/**
	 * The language as it is written in another alphabet. A letter that the alphabet lacks
	 * is written by another one where that is usual (J by I, V by U, W by V, a letter
	 * with an accent by the one without), and is left out of the n-grams otherwise. A
	 * symbol that is no letter of the language counts as the letter by which others write
	 * it, or else as its rarest.
	 * @param alphabet of at least two symbols
	 * @return a language whose texts, n-grams and LSTM are of that alphabet's indices;
	 * this one if that is its own alphabet. To be closed in place of this one
	 */
	default Language over(Alphabet alphabet) {
		return alphabet.symbols().equals(alphabet().symbols()) ? this : new RewrittenLanguage(this, alphabet);
	}

	/**
	 * The language as it was written before I and J, U and V were letters of their own,
	 * and as careless copyists write it: J counts as I and V as U wherever they stand.
	 * @return a language of the same alphabet, without a network; to be closed in place
	 * of this one
	 */
	default Language inOldSpelling() {
		String letters = alphabet().symbols().replaceAll("[JjVv]", "");
		return new RewrittenLanguage(over(Alphabet.of(letters)), alphabet());
	}

	/** Gives back what only some languages borrow. */
	@Override
	default void close() {
	}

}
