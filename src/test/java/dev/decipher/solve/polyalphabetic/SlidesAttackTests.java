package dev.decipher.solve.polyalphabetic;

import java.util.Set;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.polyalphabetic.Alberti;
import dev.decipher.cipher.polyalphabetic.InterruptedKey;
import dev.decipher.cipher.polyalphabetic.Nicodemus;
import dev.decipher.cipher.polyalphabetic.Ragbaby;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ciphers that slide an alphabet by rules of their own. */
class SlidesAttackTests {

	/** As some seconds have. */
	private static final int LOOKS = 2_000;

	private static final String WORDS = "the lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open because the harbour had been closed";

	@ParameterizedTest
	@ValueSource(strings = { "GROSBEAK", "PLUMAGE" })
	void readsRagbabyWithItsWords(String keyword) {
		Cipher cipher = new Ragbaby(key(keyword), null, null);
		assertThat(solve(new SlidesAttack(), cipher, Hints.NONE).best().cipher()).isEqualTo(cipher);
	}

	/** Which letter began the ring nobody can tell but by its keyword. */
	@Test
	void readsAlbertisDiskTurnedAgainAndAgain() {
		Cipher cipher = new Alberti(key("TUSCANY"), null, null, 3, 5, 7, null);
		Ciphertext ciphertext = new Ciphertext(Alphabet.LATIN26,
				cipher.over(Alphabet.LATIN26).encrypt(Solving.prose(155)), null);
		Solving solving = Solving.of(new SlidesAttack(), Set.of("alberti"), ciphertext, LOOKS, Solving.knowing(5));
		assertThat(solving.best().cipher()).isEqualTo(cipher);
	}

	@ParameterizedTest
	@CsvSource(value = { "MONEY,null", "HAPPENS,beaufort", "WINTER,porta" }, nullValues = "null")
	void readsNicodemus(String keyword, String base) {
		Cipher cipher = new Nicodemus(key(keyword), base, null);
		Solving solving = Solving.of(new NicodemusAttack(), Set.of("nicodemus"), cipher, 120);
		assertThat(solving.best().plaintext()).isEqualTo(Solving.prose(120));
		assertThat(solving.settled()).isTrue();
	}

	@Test
	void readsKeysThatBeginAnewWithEachWord() {
		Cipher cipher = new InterruptedKey(key("SUMMIT"), null, null, null, null, null);
		assertThat(solve(new InterruptedKeyAttack(), cipher, Solving.knowing(6)).best().plaintext())
			.isEqualTo(Alphabet.LATIN26.read(WORDS).symbols());
	}

	private static Solving solve(Attack attack, Cipher cipher, Hints hints) {
		Message message = Alphabet.LATIN26.read(TextCipher.of(cipher, null, null).encrypt(WORDS));
		boolean[] starts = new boolean[message.length()];
		int at = 0;
		for (int length : message.words()) {
			starts[at] = true;
			at += length;
		}
		return Solving.of(attack, Set.of(cipher.type()), new Ciphertext(Alphabet.LATIN26, message.symbols(), starts),
				LOOKS, hints);
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
