package dev.decipher.solve.rank;

import java.util.List;

import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A text that is pasted several times says no more than once, with words and without. */
class RepeatedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "THEQUICKBROWNFOXJUMPSOVERTHELAZYDOGANDRUNSAWAY", "HAPPY BIRTHDAY TO YOU. " })
	void countsOnce(String text) {
		DescriptionLength.Scored once = scored(text);
		for (int times : new int[] { 2, 12, 40 }) {
			DescriptionLength.Scored often = scored(text.repeat(times));
			assertThat(often.evidence()).isCloseTo(once.evidence(), within(1.0));
			assertThat(often.text()).isCloseTo(once.text(), within(1e-9));
			assertThat(Confidence.of(List.of(often))[0]).isCloseTo(Confidence.of(List.of(once))[0], within(0.05));
		}
	}

	private static DescriptionLength.Scored scored(String text) {
		Language english = English.get();
		Ciphertext ciphertext = Readings.letters(text, english.alphabet());
		return new DescriptionLength(ciphertext, english, Hints.NONE, 1)
			.byNGrams(new Candidate(new Caesar(3), ciphertext.symbols(), 0, 3));
	}

}
