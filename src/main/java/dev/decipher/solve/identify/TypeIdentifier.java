package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Ciphertext;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a ciphertext may have been enciphered with, before anything is searched.
 * Safe for use by many threads.
 */
public final class TypeIdentifier {

	private final TypeClassifier classifier = TypeClassifier.trained();

	private volatile @Nullable LetterModel letters;

	/** The classes of types that can be told from a ciphertext of letters. */
	public List<String> classes() {
		return this.classifier.classes();
	}

	/**
	 * The probability of each class that a text may be of.
	 * @param text any text, with two symbols at least
	 */
	public Map<String, Double> identify(String text) {
		TextSymbols symbols = TextSymbols.of(text);
		return (symbols.kind() == TextSymbols.Kind.LETTERS)
				? identify(new Ciphertext(Alphabet.LATIN26, symbols.symbols(), null), English.get())
				: Map.of("homophonic", 1.0);
	}

	/** The probability of each class that a text of letters may be of. */
	public Map<String, Double> identify(Ciphertext ciphertext, Language language) {
		LetterModel model = letters(language);
		if (!language.alphabet().equals(Alphabet.LATIN26)) {
			// the classifier was trained with 26 letters
			return model.types(ciphertext.symbols(), classes());
		}
		Map<String, Double> types = new LinkedHashMap<>(this.classifier.classify(ciphertext.symbols(), model));
		temper(types, ciphertext.symbols());
		return types;
	}

	/**
	 * Shorter texts than those it has learned from tell the classifier less: it may be
	 * that nothing can be told.
	 */
	private static void temper(Map<String, Double> types, int[] letters) {
		double known = Math.min(1.0, letters.length / (double) TypeClassifier.SHORTEST)
				* Math.min(1.0, Arrays.stream(letters).distinct().count() / (double) TypeClassifier.FEWEST);
		types.replaceAll((one, probability) -> known * probability);
		types.merge(TypeClass.RANDOM, 1 - known, Double::sum);
	}

	/** The statistics of a language; most texts are in the same one. */
	private LetterModel letters(Language language) {
		LetterModel last = this.letters;
		if (last == null || last.grams() != language.letters()) {
			last = LetterModel.of(language.letters());
			this.letters = last;
		}
		return last;
	}

}
