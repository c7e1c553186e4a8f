package dev.decipher.solve.substitution;

import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PolybiusAttackTests {

	private static final String PROSE = "The lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open, because the harbour had been closed";

	private static final int LOOKS = 2_000;

	private final PolybiusAttack attack = new PolybiusAttack(false);

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'polybius', 'key': 'MAGNETISCHFLD'}",
			"{'type': 'polybius', 'key': 'ZEBRAS', 'labels': 'abcdef'}",
			"{'type': 'polybius', 'key': 'ZEBRAS', 'labels': 'KNIFE', 'columnLabels': 'WORDS', 'order': 'column-row'}",
			"{'type': 'polybius', 'key': 'ZEBRAS', 'labels': '\u2660\u2665\u2666\u2663\u2605', 'omit': 'Q'}" })
	void readsAnySquareWithAnyLabels(String cipher) {
		ReadingText reading = ReadingText.of(this.attack, cipher, PROSE, LOOKS);
		String expected = PROSE.toUpperCase().replaceAll("[^A-Z]", "");
		assertThat(reading.letters()).isEqualTo(expected);
		assertThat(reading.deciphered()).isEqualTo(expected);
		assertThat(reading.settled()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'polybius'}", "{'type': 'polybius', 'order': 'column-row'}",
			"{'type': 'polybius', 'labels': 'ABCDEF'}" })
	void readsTheSquareWithoutAKeyAtOnce(String cipher) {
		ReadingText reading = ReadingText.of(this.attack, cipher, "We meet at the old bridge at 9", 10);
		assertThat(reading.letters()).isEqualTo("WEMEETATTHEOLDBRIDGEAT");
		assertThat(reading.settled()).isTrue();
		assertThat(reading.candidates().get(0).keyCost()).isZero();
	}

	@Test
	void readsNoOtherText() {
		assertThat(this.attack.read(PROSE, English.get())).isNull();
		assertThat(this.attack.read("123", English.get())).isNull();
	}

}
