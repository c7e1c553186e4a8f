package dev.decipher.solve.substitution;

import java.util.stream.IntStream;

import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Crib;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedSymbolsTests {

	private static final String PROSE = "the lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open because the harbour had been closed";

	private static final String LETTERS = PROSE.toUpperCase().replace(" ", "");

	private static final String PHRASE = "{'type': 'key-phrase', 'key': 'WHATS ANOTHER WORD FOR SYNONYM'}";

	private static final String THREE = "{'type': 'tridigital', 'key': 'DRAGONFLY', 'columns': 'NOVELCRAFT'}";

	private static Crib crib(String word) {
		return new Crib(word.chars().map((letter) -> letter - 'a').toArray(), Crib.ANYWHERE);
	}

	private static void assertIsRead(ReadingText reading) {
		String read = reading.letters();
		assertThat(read).hasSameSizeAs(LETTERS);
		assertThat(IntStream.range(0, read.length()).filter((i) -> read.charAt(i) != LETTERS.charAt(i)).count())
			.isLessThanOrEqualTo(7);
	}

	@Test
	void readsAKeyPhrase() {
		ReadingText reading = ReadingText.of(new KeyPhraseAttack(), PHRASE, PROSE, 3_000);
		assertIsRead(reading);
		// the cipher gives the first of the letters that become a symbol
		assertThat(reading.deciphered()).hasSameSizeAs(PROSE).containsPattern("^[a-z ]+$");
	}

	@Test
	void readsThreeLettersToADigit() {
		ReadingText reading = ReadingText.of(new TridigitalAttack(), THREE, PROSE, 3_000,
				crib("lighthousekeepercounted"));
		assertIsRead(reading);
		assertThat(reading.letters()).contains("LIGHTHOUSEKEEPERCOUNTED");
		assertThat(reading.deciphered()).hasSameSizeAs(PROSE).contains(" ");
	}

	@Test
	void choosesTheLikeliestLetters() {
		int[][] choices = "QTHE".chars()
			.mapToObj((letter) -> (letter == 'Q') ? new int[] { 23, 14 } : new int[] { letter - 'A', 25 })
			.toArray(int[][]::new);
		LikeliestText.Chosen chosen = LikeliestText.of(English.get().letters(), choices, 10);
		assertThat(chosen.symbols()).containsExactly(14, 19, 7, 4);
	}

}
