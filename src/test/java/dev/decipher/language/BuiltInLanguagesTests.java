package dev.decipher.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

/**
 * The samples in the test's resources are of works that nothing was learned from.
 */
class BuiltInLanguagesTests {

	private static final Map<String, String> SAMPLES = new LinkedHashMap<>();

	@BeforeAll
	static void read() throws IOException {
		for (String line : Files.readAllLines(Path.of("src/test/resources/language/works.tsv"))) {
			String[] columns = line.split("\t");
			SAMPLES.put(columns[0], columns[1]);
		}
	}

	static List<String> names() {
		return Languages.builtIn();
	}

	/** Letters A to Z without spaces. */
	private static int[] letters(String language) {
		return Spelling.PLAIN.words(SAMPLES.get(language))
			.chars()
			.filter((letter) -> letter != ' ')
			.map((letter) -> letter - 'A')
			.toArray();
	}

	@Test
	void areElevenWithEnglishFirst() {
		assertThat(names()).containsExactly("english", "german", "french", "spanish", "italian", "latin", "dutch",
				"portuguese", "polish", "swedish", "czech");
		assertThat(Languages.builtIn("english")).isSameAs(English.get());
		assertThatNullPointerException().isThrownBy(() -> Languages.builtIn("klingon"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void preferTheirOwnText(String name) {
		Language language = Languages.builtIn(name);
		assertThat(language.name()).isEqualTo(name);
		assertThat(language.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(language.letters()).isSameAs(language.letters());
		assertThat(language.letters().order()).isEqualTo(5);
		assertThat(language.words().symbols()).isEqualTo(27);
		double own = language.letters().logProbability(letters(name)) / letters(name).length;
		assertThat(-own / Math.log(2)).isLessThan(3.3);
		assertThat(SAMPLES.keySet()).filteredOn((other) -> !other.equals(name)).allSatisfy((other) -> {
			int[] text = letters(other);
			assertThat(language.letters().logProbability(text) / text.length).isLessThan(own - 0.3);
		});
	}

	@ParameterizedTest
	@MethodSource("names")
	void areGuessed(String name) {
		int index = names().indexOf(name);
		int[] text = letters(name);
		double[] guess = LanguageGuess.of(Arrays.copyOf(text, 60));
		assertThat(guess).hasSize(names().size());
		assertThat(Arrays.stream(guess).sum()).isCloseTo(1, within(1e-9));
		assertThat(guess[index]).isGreaterThan(0.95);
		assertThat(LanguageGuess.byName(guess).keySet()).first().isEqualTo(name);
		int[] counts = new int[26];
		IntStream.of(text).forEach((letter) -> counts[letter]++);
		assertThat(LanguageGuess.byFrequencies(counts)[index]).isGreaterThan(0.5);
		int[] shuffled = counts.clone();
		Arrays.sort(shuffled);
		double[] sorted = LanguageGuess.bySortedFrequencies(shuffled);
		assertThat(sorted).isEqualTo(LanguageGuess.bySortedFrequencies(counts));
		assertThat(sorted[index]).isGreaterThan(0.01);
		double[] substituted = LanguageGuess
			.bySubstitution(IntStream.of(text).map((letter) -> 100 + (letter * 7 + 3) % 26).toArray());
		assertThat(substituted).containsExactly(LanguageGuess.bySubstitution(text), within(1e-9));
		assertThat(substituted[index]).isGreaterThan(0.1);
	}

	@Test
	void nothingSaysNothing() {
		assertThat(LanguageGuess.of(new int[0])[0]).isBetween(0.3, 0.5);
		assertThat(LanguageGuess.byFrequencies(new int[26])).isEqualTo(LanguageGuess.of(new int[0]));
		assertThat(LanguageGuess.bySortedFrequencies(new int[0])).isEqualTo(LanguageGuess.of(new int[0]));
		assertThat(LanguageGuess.bySubstitution(new int[0])).isEqualTo(LanguageGuess.of(new int[0]));
	}

	@ParameterizedTest
	@MethodSource("names")
	void areAllKnownToTheMixedOne(String name) {
		Language any = Languages.any();
		int[] text = letters(name);
		assertThat(any.hasNetwork()).isFalse();
		assertThat(-any.letters().logProbability(text) / text.length / Math.log(2)).isLessThan(4);
		assertThat(any.logProbabilities(new int[][] { text }, false)[0]).isEqualTo(any.letters().logProbability(text));
		assertThat(any.words().symbols()).isEqualTo(27);
	}

	@Test
	void withoutANetworkTheNGramsJudge() {
		Language polish = Languages.builtIn("polish");
		int[] text = letters("polish");
		assertThat(English.get().hasNetwork()).isTrue();
		assertThat(polish.hasNetwork()).isFalse();
		assertThat(polish.logProbabilities(new int[][] { text, {} }, false))
			.containsExactly(polish.letters().logProbability(text), 0);
	}

	/** The sum over all texts of a length is 1. */
	@Test
	void wholeTextsHaveProbabilities() {
		NGrams grams = English.get().letters();
		double sum = 0;
		for (int first = 0; first < 26; first++) {
			for (int second = 0; second < 26; second++) {
				sum += Math.exp(grams.logProbability(new int[] { first, second }));
			}
		}
		assertThat(sum).isCloseTo(1, within(1e-6));
		int[] text = letters("english");
		assertThat(grams.logProbability(text)).isCloseTo(-grams.cost(text) / 16.0, within(20.0));
	}

}
