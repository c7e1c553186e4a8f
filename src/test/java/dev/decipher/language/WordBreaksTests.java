package dev.decipher.language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordBreaksTests {

	@ParameterizedTest
	@CsvSource({ "english, IT WAS A BRIGHT COLD DAY IN APRIL AND THE CLOCKS WERE STRIKING THIRTEEN",
			"german, DIE EISENBAHN FUHR LANGSAM UEBER DIE ALTE BRUECKE UND HIELT VOR DEM KLEINEN BAHNHOF",
			"french, LES ENFANTS JOUAIENT DANS LE JARDIN PENDANT QUE LEUR MERE PREPARAIT LE DEJEUNER", "english, GO",
			"latin, A", "english, ''" })
	void putsSpacesWhereTheyWere(String language, String text) {
		int[] letters = text.chars().filter((letter) -> letter != ' ').map((letter) -> letter - 'A').toArray();
		boolean[] starts = WordBreaks.of(Languages.builtIn(language), letters);
		StringBuilder parted = new StringBuilder();
		for (int i = 0; i < letters.length; i++) {
			parted.append((starts[i] && i > 0) ? " " : "").append((char) ('A' + letters[i]));
		}
		assertThat(parted).hasToString(text);
		assertThat(letters.length == 0 || starts[0]).isTrue();
	}

}
