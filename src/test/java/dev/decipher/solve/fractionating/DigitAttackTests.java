package dev.decipher.solve.fractionating;

import java.util.Arrays;

import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.substitution.CheckerboardAttack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DigitAttackTests {

	private static final String PROSE = "The lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open, because the harbour had been closed";

	private static final int LOOKS = 5_000;

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'nihilist', 'key': 'RUSSIAN', 'squareKey': 'ZEBRAS'}",
			"{'type': 'nihilist', 'key': 'STONE', 'squareKey': 'ZEBRAS', 'hundreds': 'dropped'}" })
	void findsThePeriodAndTheSquareOfNihilists(String cipher) {
		reads(new NihilistAttack(false), cipher);
	}

	/** Of so few letters it isn't told by how uneven they are. */
	@ParameterizedTest
	@CsvSource({ "RUSSIAN, 10", "STONE, 10", "CABINET, 10", "WINDOWS, -1", "PAPERS, -1" })
	void findsTheKeyOfAShortNihilistByACrib(String key, int position) {
		String letters = PROSE.toUpperCase().replaceAll("[^A-Z]", "").substring(0, 40);
		int[] plaintext = letters.chars().map((letter) -> letter - 'A').toArray();
		Crib crib = new Crib(Arrays.copyOfRange(plaintext, 10, 25), position);
		ReadingText reading = ReadingText.of(new NihilistAttack(false),
				"{'type': 'nihilist', 'key': '%s', 'squareKey': 'ZEBRAS'}".formatted(key), letters, LOOKS, crib);
		assertThat(new Crib(plaintext, 0).mismatches(reading.candidates().get(0).plaintext())).isLessThan(3);
	}

	@Test
	void findsTheRowsOfMonomeDinome() {
		reads(new BoardAttack("monome-dinome", false),
				"{'type': 'monome-dinome', 'key': 'NOTARIES', 'digits': '6318927054'}");
	}

	@Test
	void findsTheBlanksOfACheckerboard() {
		reads(new BoardAttack("straddling-checkerboard", false),
				"{'type': 'straddling-checkerboard', 'key': 'ETAONRISBCDFGHJKLMPQ/UVWXYZ.', 'blanks': '26'}");
	}

	@Test
	void readsACheckerboardOfLetters() {
		reads(new CheckerboardAttack(false),
				"{'type': 'checkerboard', 'key': 'BACKUP', 'rows': 'BRAIN', 'columns': 'WAVES'}");
	}

	private static void reads(Attack attack, String cipher) {
		ReadingText reading = ReadingText.of(attack, cipher, PROSE.replaceAll("[^A-Za-z]", ""), LOOKS);
		String letters = PROSE.toUpperCase().replaceAll("[^A-Z]", "");
		assertThat(reading.letters()).isEqualTo(letters);
		assertThat(reading.deciphered()).isEqualTo(letters);
	}

}
