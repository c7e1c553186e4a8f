package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.Objects;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.NumberedKey;
import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Crib;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberedKeyAttackTests {

	private static final String PHRASE = "YOUWILLNEVERWINIFYOUNEVERBEGIN";

	/** Its letters, numbered from 9 on, and the other thirteen behind them. */
	private static int[] numbered() {
		String all = PHRASE + "ACDHJKMPQSTXZ";
		int[] letters = new int[all.length()];
		for (int i = 0; i < letters.length; i++) {
			letters[(9 + i) % letters.length] = all.charAt(i) - 'A';
		}
		return letters;
	}

	@Test
	void findsThePhraseBehindNumbers() {
		NumberedPhrase phrase = Objects.requireNonNull(NumberedPhrase.of(numbered(), 100, English.get().letters()));
		assertThat(phrase.cipher()).isEqualTo(new NumberedKey(new Key.Given(PHRASE), 9));
	}

	@Test
	void namesLettersThatNoTextShows() {
		int[] known = numbered();
		for (int letter : new int[] { 'Q' - 'A', 'Z' - 'A', 'V' - 'A' }) {
			int number = 0;
			while (known[number] != letter) {
				number++;
			}
			known[number] = -1;
		}
		Cipher cipher = Objects.requireNonNull(NumberedPhrase.of(known, 100, English.get().letters())).cipher();
		int[] read = cipher.over(cipher.defaultAlphabet()).decrypt(new int[] { 9, 10, 11, 12, 13, 42, 0 });
		assertThat(read).isEqualTo(Arrays.copyOf(
				new int[] { 'Y' - 'A', 'O' - 'A', 'U' - 'A', 'W' - 'A', 'I' - 'A', numbered()[42], numbered()[0] }, 7));
	}

	@Test
	void readsAText() {
		Crib crib = new Crib("KEEPERCOUNTEDTHESHIPS".chars().map((letter) -> letter - 'A').toArray(), 13);
		ReadingText reading = ReadingText.of(new NumberedKeyAttack(false),
				"{'type': 'numbered-key', 'key': 'You will never win if you never begin', 'start': 9}",
				"the lighthouse keeper counted the ships each evening and wrote their names in a ledger that nobody "
						+ "would ever ask him to open because the harbour had been closed for twenty years",
				3_000, crib);
		assertThat(reading.letters()).hasSize(147)
			.contains("KEEPERCOUNTEDTHESHIPS", "NAMESINALEDGER", "CLOSEDFORTWENTY");
		assertThat(reading.deciphered().replaceAll("[^A-Z]", "")).isEqualTo(reading.letters());
		assertThat(reading.candidates().get(0).cipher()).isInstanceOf(NumberedKey.class);
	}

}
