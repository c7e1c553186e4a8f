package dev.decipher.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.LanguageGuess;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.solve.form.FormReader;
import dev.decipher.solve.form.Stripped;
import dev.decipher.solve.identify.Evidence;
import dev.decipher.solve.identify.TextSymbols;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeIdentifier;
import dev.decipher.solve.search.Repetition;

import org.springframework.stereotype.Service;

/** Tells what a text may be, for a client. */
@Service
class Identifier {

	/** No type and no language that is less likely is shown. */
	private static final double LEAST_PROBABILITY = 1e-4;

	private static final String SUBSTITUTION = "substitution";

	private final int maxSymbols;

	Identifier(SolveProperties limits) {
		this.maxSymbols = limits.maxSymbols();
	}

	/**
	 * Tells what a text may be.
	 * @param text any text
	 * @throws InvalidInput at the empty pointer if there are no two symbols in it
	 * @throws Problem 413 if the text is too long
	 */
	Identification identify(String text) {
		Stripped stripped = FormReader.read(text).get(0);
		String shown = stripped.text();
		TextSymbols symbols = TextSymbols.of(shown);
		InvalidInput.throwIf(symbols.length() < 2, "",
				"has " + ((symbols.length() == 0) ? "no symbol" : "one symbol only")
						+ "; at least two are needed, and some thirty to tell anything");
		if (symbols.length() > this.maxSymbols) {
			throw Problem.tooLarge("The text has " + symbols.length() + " symbols; at most " + this.maxSymbols
					+ " are looked at. A part of it will do.");
		}
		Map<String, Double> types = TypeIdentifier.trained().identify(shown);
		return new Identification(sorted(types), languages(types, shown), stripped.forms(), Evidence.of(symbols));
	}

	/**
	 * The languages by each type: a plaintext shows its n-grams, a transposition how
	 * often each letter occurs, a substitution how often the most frequent ones do, and
	 * other types nothing.
	 */
	private static List<Identification.LanguageEstimate> languages(Map<String, Double> types, String text) {
		int[] letters = Repetition.once(Alphabet.LATIN26.read(text).symbols());
		int[] counts = new int[Alphabet.LATIN26.size()];
		IntStream.of(letters).forEach((letter) -> counts[letter]++);
		double[] byNothing = LanguageGuess.of(new int[0]);
		double[] bySorted = LanguageGuess.bySortedFrequencies(counts);
		double[] byFrequencies = LanguageGuess.byFrequencies(counts);
		double[] byText = LanguageGuess.of(letters);
		double[] languages = new double[byNothing.length];
		types.forEach((type, probability) -> {
			double[] shares = type.equals(TypeClass.PLAINTEXT) ? byText
					: TypeClass.transposes(type) ? byFrequencies : type.equals(SUBSTITUTION) ? bySorted : byNothing;
			Arrays.setAll(languages, (i) -> languages[i] + probability * shares[i]);
		});
		return LanguageGuess.byName(languages)
			.entrySet()
			.stream()
			.filter((language) -> language.getValue() >= LEAST_PROBABILITY)
			.map((language) -> new Identification.LanguageEstimate(language.getKey(), language.getValue()))
			.toList();
	}

	private static List<Solution.Type> sorted(Map<String, Double> types) {
		return types.entrySet()
			.stream()
			.filter((type) -> type.getValue() >= LEAST_PROBABILITY)
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map((type) -> new Solution.Type(type.getKey(), type.getValue()))
			.toList();
	}

}
