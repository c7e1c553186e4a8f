package dev.decipher.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.decipher.alphabet.Alphabet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VocabularyTests {

	private final Language english = English.get();

	private final Vocabulary vocabulary = Objects.requireNonNull(this.english.vocabulary());

	private double judge(String text) {
		boolean spaced = text.indexOf(' ') >= 0;
		int[] symbols = text.chars().map((letter) -> (letter == ' ') ? 26 : letter - 'A').toArray();
		return this.vocabulary.judge(spaced ? this.english.words() : this.english.letters(), symbols.length)
			.logProbability(symbols);
	}

	@Test
	void prefersWordsToWhatLooksLikeThem() {
		assertThat(judge("THE BED WAS LONG ")).isGreaterThan(judge("THE BER WAS LONG ") + 1);
		assertThat(judge("THEBEDWASLONG")).isGreaterThan(judge("THEBERWASLONG") + 1);
	}

	@Test
	void letsTheLastWordBeCutOff() {
		assertThat(judge("THEY UNDERSTO")).isGreaterThan(judge("THEY UNDERSTO ") + 5);
		assertThat(judge("THEYUNDERSTO")).isGreaterThan(judge("THEYUNDERSTB") + 5);
	}

	@Test
	void listsItsWords() {
		List<String> words = this.vocabulary.words().stream().map(Alphabet.LATIN26::write).toList();
		assertThat(words).hasSizeGreaterThan(20_000).doesNotHaveDuplicates().isSorted();
		assertThat(words).contains("A", "CHILDREN", "UNDERSTOOD").doesNotContain("CHILDRE", "");
	}

	@Test
	void judgesTextsWithoutWords() {
		for (String text : List.of("", "A", "QZ", "Q Z", " ", "  A ", "XQZJVKW", "XQ ZJV KW ")) {
			assertThat(judge(text)).isFinite().isLessThanOrEqualTo(0);
		}
	}

	@Test
	void learnsWordsByTheWeightsOfTheirTexts() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// A B is 0 and 1, the space 2
		Vocabulary.save(
				List.of(new Text(new byte[] { 0, 1, 2, 0, 1, 2, 1 }, 2, 1), new Text(new byte[] { 2, 1, 1, 2 }, 2, 6)),
				out);
		Vocabulary learned = Vocabulary.load(new ByteArrayInputStream(out.toByteArray()));
		byte[] even = new byte[27];
		Arrays.fill(even, (byte) 200);
		Vocabulary.Judge judge = learned.judge(new NGrams(3, 3, even), 3);
		// two of nine words, of which one occurs once and is left out, and six
		assertThat(judge.logProbability(new int[] { 0, 1, 2 })).isCloseTo(Math.log(2.0 / 9) - 0.03, within(0.04));
		assertThat(judge.logProbability(new int[] { 1, 1, 2 })).isCloseTo(Math.log(6.0 / 9) - 0.03, within(0.04));
		assertThat(judge.logProbability(new int[] { 1, 2 })).isLessThan(-5);
	}

}
