package dev.decipher.language;

import java.util.Arrays;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How likely it is that a text is in a language, and not what a wrong key makes of a
 * ciphertext: a logistic regression on how much likelier n-grams find it than its letters
 * by themselves. Fitted by {@code ./mvnw -Pbench -Dbench=plausibility}.
 */
@Component
public class Plausibility {

	/** Any of the built-in languages. */
	public static final String AUTO = "auto";

	/** Fewer letters tell nothing. */
	static final int LEAST_LETTERS = 10;

	/** More letters leave no doubt. */
	private static final int ENOUGH_LETTERS = 2_000;

	/** The constant, and one for each of the features. */
	private static final double[] WEIGHTS = { 3.895, 3.754, 1.246, 4.402 };

	private final LanguageFinder languages;

	public Plausibility(LanguageFinder languages) {
		this.languages = languages;
	}

	/**
	 * A judgement of a text.
	 *
	 * @param plausibility the probability that it is text in the language, at even odds;
	 * null below {@value #LEAST_LETTERS} letters
	 * @param language the language, the likeliest where any was allowed; null with the
	 * probability
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record Judgement(
			@Schema(description = "The probability that the plaintext is text in the language rather than what a "
					+ "wrong key gives, at even odds; null below ten letters",
					types = {
							"number", "null" },
					example = "0.998") @Nullable Double plausibility,
			@Schema(description = "The language; the likeliest one for auto", types = { "string", "null" },
					example = "english") @Nullable String language){
	}

	/**
	 * Judges a text.
	 * @param name a language, or {@value #AUTO}
	 * @throws dev.decipher.problem.Problem 404 or 409 if there is no such language
	 */
	public Judgement judge(String text, String name) {
		if (name.equals(AUTO)) {
			int[] letters = letters(Spelling.PLAIN.words(text), Alphabet.LATIN26);
			if (letters.length < LEAST_LETTERS) {
				return new Judgement(null, null);
			}
			double[] likely = LanguageGuess.logProbabilities(letters);
			int best = IntStream.range(0, likely.length)
				.reduce((one, other) -> (likely[other] > likely[one]) ? other : one)
				.orElseThrow();
			return new Judgement(probability(features(letters, likely[best])), Languages.builtIn().get(best));
		}
		try (Language language = this.languages.find(name)) {
			String read = (language.alphabet() == Alphabet.LATIN26) ? Spelling.PLAIN.words(text) : text;
			int[] letters = letters(read, language.alphabet());
			return (letters.length < LEAST_LETTERS) ? new Judgement(null, null)
					: new Judgement(probability(features(letters, language.letters().logProbability(letters))), name);
		}
	}

	private static int[] letters(String text, Alphabet alphabet) {
		int[] letters = alphabet.read(text).symbols();
		return (letters.length > ENOUGH_LETTERS) ? Arrays.copyOf(letters, ENOUGH_LETTERS) : letters;
	}

	/**
	 * What tells a text from what a wrong key makes of it.
	 * @param letters indices (length)
	 * @param likely ln p of them in the language, in nats
	 * @return by how many nats a letter they are likelier so than each by how often it
	 * occurs in the text; how many nats a letter they take; a bend of the former's sum
	 */
	static double[] features(int[] letters, double likely) {
		int[] counts = new int[Math.max(1, IntStream.of(letters).max().orElse(0) + 1)];
		IntStream.of(letters).forEach((letter) -> counts[letter]++);
		double alone = IntStream.of(counts)
			.filter((count) -> count > 0)
			.mapToDouble((count) -> count * Math.log((double) count / letters.length))
			.sum();
		double gain = likely - alone;
		return new double[] { gain / letters.length, -likely / letters.length,
				Math.signum(gain) * Math.log1p(Math.abs(gain) / 5) };
	}

	private static double probability(double[] features) {
		return probability(features, WEIGHTS);
	}

	static double probability(double[] features, double[] weights) {
		double sum = weights[0];
		for (int i = 0; i < features.length; i++) {
			sum += weights[i + 1] * features[i];
		}
		return 1 / (1 + Math.exp(-sum));
	}

}
