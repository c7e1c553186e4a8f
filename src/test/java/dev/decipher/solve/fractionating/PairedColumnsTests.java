package dev.decipher.solve.fractionating;

import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Attack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PairedColumnsTests {

	private static final String PROSE = "The lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open, because the harbour had been closed for twenty years and "
			+ "the only vessels that passed were the ones that he remembered";

	private static final int LOOKS = 100_000;

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'adfgvx', 'squareKey': 'NACHTBOMMENWERPER', 'key': 'CIPHER'}",
			"{'type': 'adfgx', 'squareKey': 'BTALPDHOZKQFVSNGICUXMREWY', 'key': 'CARGOS'}" })
	void findsColumnsAndSquare(String cipher) {
		reads(new AdfgvxAttack(false), cipher);
	}

	@ParameterizedTest
	@ValueSource(
			strings = "{'type': 'chain', 'steps': [{'type': 'polybius', 'key': 'ZEBRAS'}, {'type': 'columnar', 'key': [3, 1, 5, 2, 4]}]}")
	void findsThemWithOtherLabels(String cipher) {
		reads(new PolybiusColumnarAttack(false), cipher);
	}

	private static void reads(Attack attack, String cipher) {
		ReadingText reading = ReadingText.of(attack, cipher, PROSE, LOOKS);
		String letters = PROSE.toUpperCase().replaceAll("[^A-Z]", "");
		assertThat(reading.letters()).isEqualTo(letters);
		assertThat(reading.deciphered()).isEqualTo(letters);
		assertThat(reading.settled()).isTrue();
	}

}
