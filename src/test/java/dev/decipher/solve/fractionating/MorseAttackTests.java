package dev.decipher.solve.fractionating;

import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Attack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MorseAttackTests {

	private static final String PROSE = "The lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open";

	private static final int LOOKS = 20_000;

	@ParameterizedTest
	@ValueSource(strings = { PROSE, "thelighthousekeepercountedtheshipseachevening" })
	void triesAllKeysOfMorbit(String plaintext) {
		reads(new MorseKeyAttack("morbit"), "{'type': 'morbit', 'key': 'WISECRACK'}", plaintext);
	}

	@ParameterizedTest
	@ValueSource(strings = { PROSE, "thelighthousekeepercountedtheshipseachevening" })
	void triesAllKeysOfPollux(String plaintext) {
		reads(new MorseKeyAttack("pollux"), "{'type': 'pollux', 'key': 'x-..x.--x.'}", plaintext);
	}

	@ParameterizedTest
	@ValueSource(strings = { PROSE, "thelighthousekeepercountedtheshipseacheveningandwrotetheirnamesinaledgerthatnobody"
			+ "wouldeveraskhimtoopenbecausetheharbour" })
	void annealsFractionatedMorse(String plaintext) {
		reads(new FractionatedMorseAttack(), "{'type': 'fractionated-morse', 'key': 'ROUNDTABLE'}", plaintext);
	}

	private static void reads(Attack attack, String cipher, String plaintext) {
		ReadingText reading = ReadingText.of(attack, cipher, plaintext, LOOKS);
		String letters = plaintext.toUpperCase().replaceAll("[^A-Z]", "");
		assertThat(reading.letters()).isEqualTo(letters);
		assertThat(reading.deciphered().replace(" ", "")).isEqualTo(letters);
		assertThat(reading.settled()).isTrue();
	}

}
