package dev.decipher.solve.identify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.language.Language;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Repetition;

import org.springframework.util.function.SingletonSupplier;

/**
 * Tells what a ciphertext may have been enciphered with, before anything is searched.
 * Safe for use by many threads.
 */
public final class TypeIdentifier {

	private static final SingletonSupplier<TypeIdentifier> TRAINED = SingletonSupplier
		.of(() -> new TypeIdentifier(TypeClassifier.trained()));

	/** No class that may have written a text is less likely, so that one is left. */
	private static final double LEAST_PROBABILITY = 1e-12;

	/** Fewer characters may repeat by chance. */
	private static final int LEAST_REPEATED = 12;

	private static final Pattern HAS_LETTERS = Pattern.compile("\\p{L}");

	private static final Pattern BETWEEN = Pattern.compile("[^0-9]+");

	/** A letter's place in the alphabet in two digits. */
	private static final Pattern PLACE = Pattern.compile("0[1-9]|1[0-9]|2[0-6]");

	private static final Pattern ZERO = Pattern.compile("\\b0");

	private final TypeClassifier classifier;

	private final CiphertextFeatures features;

	/** The class of each of the classifier's labels, in their order. */
	private final List<String> classOfLabel;

	/**
	 * The one with the classifier among the resources, which is read when first asked.
	 */
	public static TypeIdentifier trained() {
		return TRAINED.obtain();
	}

	TypeIdentifier(TypeClassifier classifier) {
		this.classifier = classifier;
		this.features = new CiphertextFeatures(classifier.profiles());
		this.classOfLabel = classifier.labels().stream().map(TypeIdentifier::classOf).toList();
	}

	/** The class that a label is a part of. */
	static String classOf(String label) {
		return TypeClass.of((label.indexOf('/') < 0) ? label : label.substring(0, label.indexOf('/')));
	}

	/**
	 * The classes of types that can be told from a ciphertext, and what else it may be.
	 */
	public List<String> classes() {
		return this.classOfLabel.stream().distinct().toList();
	}

	/**
	 * The probability of each class that a text may be of, the likeliest first.
	 * @param text any text: letters with or without words, digits, numbers or other signs
	 */
	public Map<String, Double> identify(String text) {
		double[] probabilities = probabilities(text);
		Map<String, Double> types = new LinkedHashMap<>();
		IntStream.range(0, probabilities.length)
			.forEach((label) -> types.merge(this.classOfLabel.get(label), probabilities[label], Double::sum));
		Map<String, Double> sorted = new LinkedHashMap<>();
		types.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.forEach((type) -> sorted.put(type.getKey(), type.getValue()));
		return sorted;
	}

	/** The probability of each label: (labels). */
	double[] probabilities(String written) {
		String text = withoutZeros(once(Punctuation.removed(written)));
		int length = (int) text.codePoints().filter((character) -> !Readings.isSpace(character)).count();
		TextSymbols symbols = TextSymbols.of(text);
		double[] probabilities = this.classifier.probabilities(this.features.of(numbered(text, symbols)), length);
		Predicate<String> canWrite = TypeClass.canWrite(symbols);
		for (int label = 0; label < probabilities.length; label++) {
			probabilities[label] = canWrite.test(this.classOfLabel.get(label))
					? Math.max(LEAST_PROBABILITY, probabilities[label]) : 0;
		}
		temper(probabilities, length);
		return probabilities;
	}

	/** A text without what it repeats: that would look like a period of the cipher. */
	private static String once(String text) {
		int[] places = IntStream.range(0, text.length())
			.filter((i) -> !Character.isWhitespace(text.charAt(i)))
			.toArray();
		int period = Repetition.period(IntStream.of(places).map(text::charAt).toArray());
		return (period >= LEAST_REPEATED && period < places.length) ? text.substring(0, places[period]) : text;
	}

	/**
	 * The places of letters in the alphabet without zeros in front of them, which the
	 * classifier has not learned from.
	 */
	private static String withoutZeros(String text) {
		boolean places = !HAS_LETTERS.matcher(text).find()
				&& Stream.of(BETWEEN.split(text.strip())).allMatch((number) -> PLACE.matcher(number).matches());
		return places ? ZERO.matcher(text).replaceAll("") : text;
	}

	/** A text of homophones in numbers, with which the classifier has learned. */
	private static String numbered(String text, TextSymbols signs) {
		return TypeClass.areHomophones(signs)
				? IntStream.of(signs.symbols()).mapToObj("%02d"::formatted).collect(Collectors.joining(" ")) : text;
	}

	/**
	 * Makes them add up to one. Shorter texts than those it has learned from tell the
	 * classifier less: it may be that nothing can be told.
	 */
	private void temper(double[] probabilities, int length) {
		double known = Math.min(1, length / (double) TypeClassifier.SHORTEST);
		double sum = Arrays.stream(probabilities).sum();
		for (int label = 0; label < probabilities.length; label++) {
			probabilities[label] *= known / sum;
		}
		probabilities[this.classOfLabel.indexOf(TypeClass.RANDOM)] += 1 - known;
	}

	/**
	 * The probability of each class that a text of letters may be of, by how often each
	 * occurs alone: for alphabets other than A to Z, which the classifier has learned
	 * with.
	 * @param ciphertext in letters of the language's alphabet
	 */
	public Map<String, Double> identify(Ciphertext ciphertext, Language language) {
		return LetterModel.of(language.letters()).types(ciphertext.symbols(), classes());
	}

}
