package dev.decipher.solve.substitution;

import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrandpreAttackTests {

	private static final String CIPHER = "{'type': 'grandpre', 'words': ['ADJACENT', 'NAZARENE', 'AGGRIEVE', 'REQUITED', "
			+ "'CHATEAUX', 'HALFBACK', 'IMPUNITY', 'CROSSBOW']}";

	/** A search that ends early has a key that is right in part, of the same make. */
	@Test
	void offersASquareThatDeciphersTheText() {
		ReadingText reading = ReadingText.of(new GrandpreAttack(false), CIPHER,
				"thelighthousekeepercountedtheshipseachevening", 200);
		assertThat(reading.deciphered()).isEqualTo(reading.letters()).hasSize(45);
		assertThat(reading.candidates().get(0).cipher().type()).isEqualTo("grandpre");
	}

	@Test
	void readsPairsOfDigitsAlone() {
		assertThat(new GrandpreAttack().read("AB CD EA", English.get())).isNull();
		assertThat(new GrandpreAttack().read("11 82 45 7", English.get())).isNull();
	}

}
