package dev.decipher.solve.substitution;

import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import dev.decipher.solve.search.Crib;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NomenclatorAttackTests {

	private static final String PROSE = "the lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open because the harbour had been closed for twenty years and "
			+ "the last of the captains who knew the way in had gone to live in london with a sister";

	/** With tokens for THE, AND and LONDON, and with nulls. */
	@Test
	void readsLettersWordsAndNulls() {
		String ciphertext = TextCipher.of(CipherCatalogue.examples().get("nomenclator"), null, null).encrypt(PROSE);
		Crib crib = new Crib("KEEPERCOUNTEDTHESHIPS".chars().map((letter) -> letter - 'A').toArray(), Crib.ANYWHERE);
		ReadingText reading = ReadingText.of(new NomenclatorAttack(), ciphertext, 20_000, crib);
		assertThat(reading.letters()).contains("KEEPERCOUNTEDTHESHIPS", "WROTETHEIRNAMES", "FORTWENTYYEARS");
		assertThat(reading.deciphered()).isEqualTo(reading.letters());
	}

	@Test
	void readsNoLetters() {
		assertThat(new NomenclatorAttack().read("ABCDEFGHIJKLMNOPQRSTUVWXYZ", English.get())).isNull();
	}

}
