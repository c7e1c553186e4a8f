package dev.decipher.language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Größe über Äpfel; GROSSE UBER APFEL; GROESSE UEBER AEPFEL",
					"Ångström på Öland; ANGSTROM PA OLAND; AANGSTROEM PAA OELAND",
					"« L’œuvre, dès Noël »: ça va ?; LOEUVRE DES NOEL CA VA; LOEUVRE DES NOEL CA VA",
					"Mañana será — ¡otro! — día; MANANA SERA OTRO DIA; MANANA SERA OTRO DIA",
					"Zażółć gęślą jaźń; ZAZOLC GESLA JAZN; ZAZOLC GESLA JAZN",
					"Příliš žluťoučký kůň; PRILIS ZLUTOUCKY KUN; PRILIS ZLUTOUCKY KUN",
					"Ærø ĳs ſo ﬁn 12 мир; AERO IJS SO FIN; AEROE IJS SO FIN" })
	void writesLettersAsPeopleDo(String text, String plain, String expanded) {
		assertThat(Spelling.PLAIN.words(text)).isEqualTo(plain);
		assertThat(Spelling.EXPANDED.words(text)).isEqualTo(expanded);
		assertThat(Spelling.PLAIN.words("A\u0308")).isEqualTo("A");
		assertThat(Spelling.EXPANDED.words("A\u0308")).isEqualTo("AE");
	}

}
