package dev.decipher.solve.rank;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TelegraphicTests {

	/** The manual of 1930 for the Enigma I. */
	private static final String MANUAL = "FEINDLIQEINFANTERIEKOLONNEBEOBAQTETXANFANGSUEDAUSGANG"
			+ "BAERWALDEXENDEDREIKMOSTWAERTSNEUSTADT";

	@Test
	void readsWordsAndGermanDigraphs() {
		assertThat(
				Telegraphic.readings(letters("IQXBINXXDAXHIERUNDDORTXX"), Alphabet.LATIN26).stream().map(this::written))
			.containsExactly("IQ BIN DA HIERUNDDORT", "ICH BIN DA HIERUNDDORT");
	}

	@Test
	void leavesOrdinaryTextAlone() {
		assertThat(Telegraphic.readings(letters("THEXRAYMACHINE"), Alphabet.LATIN26)).isEmpty();
		assertThat(Telegraphic.readings(letters("XXXXXXAXX"), Alphabet.LATIN26)).isEmpty();
	}

	/** Where prose is expected, the same text is several nats less likely. */
	@Test
	void aTelegramIsText() {
		Language german = Languages.builtIn("german");
		Ciphertext ciphertext = Readings.letters(MANUAL, german.alphabet());
		DescriptionLength scores = new DescriptionLength(ciphertext, german, Hints.NONE, 1);
		Candidate candidate = new Candidate(new Caesar(0), ciphertext.symbols(), 0, 0);
		assertThat(scores.byNGrams(candidate).text())
			.isGreaterThan(german.letters().logProbability(ciphertext.symbols()) + 5);
		assertThat(scores.byNetwork(List.of(candidate)).get(0).text())
			.isGreaterThan(german.letters().logProbability(ciphertext.symbols()) + 5);
	}

	private static int[] letters(String text) {
		return Alphabet.LATIN26.read(text).symbols();
	}

	private String written(int[] text) {
		return Languages.words(Alphabet.LATIN26).write(text);
	}

}
