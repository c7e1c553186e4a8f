package dev.decipher.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.TorchEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The sample in the test's resources is of the documents that were held out.
 */
class EnglishTests {

	private static final int SPACE = 26;

	private final Language english = English.get();

	@BeforeAll
	static void start() {
		TorchEngine.start(1);
	}

	private static int[] symbols(String text, boolean spaced) {
		return text.chars()
			.filter((character) -> spaced || character != ' ')
			.map((character) -> (character == ' ') ? SPACE : character - 'A')
			.toArray();
	}

	private static int[][] heldOut(boolean spaced) throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/language/heldout.txt"))
			.stream()
			.map((line) -> symbols(line, spaced))
			.toArray(int[][]::new);
	}

	@Test
	void knowsEnglish() {
		assertThat(this.english.name()).isEqualTo("english");
		assertThat(this.english.alphabet()).isSameAs(Alphabet.LATIN26);
		assertThat(this.english.letters().symbols()).isEqualTo(26);
		assertThat(this.english.words().symbols()).isEqualTo(27);
		for (boolean spaced : new boolean[] { false, true }) {
			int[] said = symbols("THE OLD MAN WENT DOWN TO THE SEA", spaced);
			int[] reversed = IntStream.range(0, said.length).map((i) -> said[said.length - 1 - i]).toArray();
			NGrams grams = spaced ? this.english.words() : this.english.letters();
			assertThat(grams.cost(said)).isLessThan(grams.cost(reversed) / 2);
			double[] logs = this.english.logProbabilities(new int[][] { said, reversed }, spaced);
			assertThat(logs[0]).isGreaterThan(logs[1] / 2);
		}
	}

	/** In bits a symbol; guessing takes 4.7. */
	@Test
	void takesFewBitsForTextThatItNeverSaw() throws IOException {
		for (boolean spaced : new boolean[] { false, true }) {
			int[][] texts = heldOut(spaced);
			NGrams grams = spaced ? this.english.words() : this.english.letters();
			double symbols = Arrays.stream(texts).mapToInt((text) -> text.length).sum() * Math.log(2);
			double byGrams = Arrays.stream(texts).mapToInt(grams::cost).sum() / (double) NGrams.UNITS / symbols;
			double byNetwork = -Arrays.stream(this.english.logProbabilities(texts, spaced)).sum() / symbols;
			assertThat(byGrams).isLessThan(spaced ? 1.9 : 2.4);
			assertThat(byNetwork).isLessThan(byGrams);
		}
	}

	@Test
	void saysTheSameOfATextHoweverItComes() throws IOException {
		int[][] texts = heldOut(false);
		double[] together = this.english.logProbabilities(texts, false);
		List<double[]> atOnce = IntStream.range(0, 4)
			.parallel()
			.mapToObj((thread) -> this.english.logProbabilities(texts, false))
			.toList();
		assertThat(atOnce).allSatisfy((logs) -> assertThat(logs).isEqualTo(together));
		for (int i = 0; i < texts.length; i++) {
			assertThat(this.english.logProbabilities(new int[][] { texts[i] }, false)[0]).isCloseTo(together[i],
					within(1e-3));
		}
		assertThat(this.english.logProbabilities(new int[0][], false)).isEmpty();
		assertThat(this.english.logProbabilities(new int[][] { {} }, true)).containsExactly(0);
	}

	@Test
	void probabilitiesSumToOne() {
		int[] start = symbols("WHEREUPO", false);
		int[][] texts = IntStream.rangeClosed(0, SPACE).mapToObj((last) -> {
			int[] text = Arrays.copyOf(start, start.length + 1);
			text[start.length] = last;
			return text;
		}).toArray(int[][]::new);
		double before = this.english.logProbabilities(new int[][] { start }, false)[0];
		double[] logs = this.english.logProbabilities(texts, false);
		assertThat(Arrays.stream(logs).map((log) -> Math.exp(log - before)).sum()).isCloseTo(1, within(1e-4));
		assertThat(Math.exp(logs['N' - 'A'] - before)).isGreaterThan(0.9);
		assertThat(Math.exp(logs[SPACE] - before)).isLessThan(0.01);
	}

}
