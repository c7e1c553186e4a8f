package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.language.NGrams;
import dev.decipher.solve.identify.TypeClass;

/**
 * A text with letters such as Ä or Ñ: these may be symbols of the cipher, or stand as
 * they were among letters of A to Z that alone were enciphered.
 *
 * @param languages whose own letters they are, those with the fewest first
 * @param tongues the same over each of the alphabets in which their letters are counted
 */
record OwnLetters(List<Language> languages, List<Tongues> tongues) {

	/** Letters that a language writes and counts as those without an accent. */
	private static final Map<String, String> ACCENTS = Map.of("spanish", "ÁÉÍÓÚÜ", "swedish", "ÀÉ");

	static final OwnLetters NONE = new OwnLetters(List.of(), List.of());

	/** Of a text's letters at least so many are no letters of A to Z. */
	private static final double SHARE = 0.01;

	/** So many languages are searched in. */
	private static final int MOST = 2;

	/**
	 * Where a letter that was left stands right, it makes a text no less likely by more
	 * than this, in nats, than the text is without it: about what any letter takes.
	 */
	private static final double LEFT = 2.5;

	private static final String SUBSTITUTION = "substitution";

	/**
	 * Alphabets as they are recited, or with fewer letters than a language has; others
	 * have their own letters behind Z.
	 */
	private static final Map<String, List<String>> RECITED = Map.of("spanish", List.of("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"),
			"german", List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"), "polish",
			List.of("AĄBCĆDEĘFGHIJKLŁMNŃOÓPRSŚTUWYZŹŻ", "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ"), "czech",
			List.of("AÁBCČDĎEÉĚFGHIÍJKLMNŇOÓPQRŘSŠTŤUÚŮVWXYÝZŽ"));

	/**
	 * Reads which languages' letters a text has; none if it has hardly any beyond A to Z.
	 * @param names of built-in languages
	 */
	static OwnLetters of(String text, List<String> names) {
		int[] letters = letters(text, (letter) -> true);
		int[] own = letters(text, OwnLetters::isOwn);
		if (own.length == 0 || own.length < SHARE * letters.length) {
			return NONE;
		}
		List<Language> languages = names.stream()
			.map(Languages::builtIn)
			.filter((language) -> mayBeIn(language, own))
			.sorted(Comparator.comparingInt((Language language) -> language.ownAlphabet().size()))
			.limit(MOST)
			.toList();
		List<Tongues> tongues = new ArrayList<>();
		for (Language language : languages) {
			Alphabet all = language.ownAlphabet();
			Stream.concat(RECITED.getOrDefault(language.name(), List.of()).stream().map(Alphabet::of), Stream.of(all))
				.filter((alphabet) -> count(alphabet, letters) == count(all, letters))
				.forEach((alphabet) -> tongues.add(Tongues.of(language.over(alphabet))));
		}
		return new OwnLetters(languages, List.copyOf(tongues));
	}

	private static int[] letters(String text, IntPredicate some) {
		return text.codePoints().filter(Character::isLetter).map(Character::toUpperCase).filter(some).toArray();
	}

	private static boolean isOwn(int letter) {
		return Alphabet.LATIN26.indexOf(letter) < 0;
	}

	/**
	 * Whether a language counts some of the letters as its own, and writes all of them.
	 */
	private static boolean mayBeIn(Language language, int[] own) {
		Alphabet letters = language.ownAlphabet();
		String accents = ACCENTS.getOrDefault(language.name(), "");
		return count(letters, own) > 0
				&& IntStream.of(own).allMatch((letter) -> letters.indexOf(letter) >= 0 || accents.indexOf(letter) >= 0);
	}

	private static long count(Alphabet alphabet, int[] letters) {
		return IntStream.of(letters).filter((letter) -> alphabet.indexOf(letter) >= 0).count();
	}

	boolean isEmpty() {
		return this.tongues.isEmpty();
	}

	/**
	 * What the best reading is worth with all its letters, in nats: where those beyond A
	 * to Z were left as they stood, they have to make sense as well.
	 */
	double worth(Solution solution) {
		return solution.candidates().isEmpty() ? Double.NEGATIVE_INFINITY : worth(solution.candidates().get(0));
	}

	/** What a reading is worth with all its letters, in nats. */
	double worth(Solution.Reading reading) {
		if (reading.alphabet() != null) {
			return reading.score() * reading.alphabet().read(reading.text()).length();
		}
		double left = this.languages.stream()
			.mapToDouble((language) -> left(reading.text(), language))
			.max()
			.orElse(Double.NEGATIVE_INFINITY);
		return reading.score() * Alphabet.LATIN26.read(reading.text()).length() + left;
	}

	/**
	 * Whether a solution in letters of A to Z explains those as well that it has left
	 * where they stood.
	 */
	boolean explains(Solution solution) {
		if (solution.candidates().isEmpty()) {
			return false;
		}
		String text = solution.candidates().get(0).text();
		int own = letters(text, OwnLetters::isOwn).length;
		return this.languages.stream()
			.anyMatch((language) -> left(text, language) >= -LEFT * own && isPlausible(text, language));
	}

	/**
	 * Whether a solution over a language's own alphabet is sure, reads like the language,
	 * and none over another one can have a simpler key: a shift is a substitution where
	 * letters are counted in another order.
	 * @param sure the confidence of a sure one
	 */
	boolean isSettled(Solution solution, double sure) {
		if (solution.confidence() < sure) {
			return false;
		}
		Solution.Reading best = solution.candidates().get(0);
		return best.alphabet() != null
				&& (best.cipher() instanceof Caesar || !TypeClass.of(best.cipher().type()).equals(SUBSTITUTION))
				&& this.languages.stream().anyMatch((language) -> isPlausible(best.text(), language));
	}

	private static boolean isPlausible(String text, Language language) {
		Language own = language.over(language.ownAlphabet());
		int[] letters = own.alphabet().read(text).symbols();
		NGrams grams = own.letters();
		return grams.isPlausible(grams.cost(letters), Math.max(1, letters.length - grams.order() + 1));
	}

	/** By how much a text is likelier, in nats, with letters beyond A to Z. */
	private static double left(String text, Language language) {
		Language own = language.over(language.ownAlphabet());
		return own.letters().logProbability(own.alphabet().read(text).symbols())
				- language.letters().logProbability(language.alphabet().read(text).symbols());
	}

}
