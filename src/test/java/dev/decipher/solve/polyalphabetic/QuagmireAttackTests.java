package dev.decipher.solve.polyalphabetic;

import java.util.Set;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Quagmire3;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Ciphertext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ciphers with keyed alphabets and a period. */
class QuagmireAttackTests {

	private static final int LOOKS = 1_000;

	@Test
	void readsTheSecondPartOfKryptos() {
		Solving solving = solve(Kryptos.SECOND, 8);
		assertThat(text(solving.best().plaintext())).startsWith(Kryptos.SECOND_BEGINS).endsWith("WESTIDBYROWS");
		assertThat(solving.best().cipher())
			.isEqualTo(new Quagmire3(new Key.Given("KRYPTOS"), new Key.Given("ABSCISSA"), "K"));
		assertThat(solving.settled()).isTrue();
	}

	@Test
	void readsTheFirstPartOfKryptos() {
		Solving solving = solve(Kryptos.FIRST, 10);
		assertThat(text(solving.best().plaintext())).isEqualTo(Kryptos.FIRST_READ);
		assertThat(solving.best().cipher())
			.isEqualTo(new Quagmire3(new Key.Given("KRYPTOS"), new Key.Given("PALIMPSEST"), "K"));
	}

	private static Solving solve(String ciphertext, int period) {
		return Solving.of(new QuagmireAttack(), Set.of("quagmire-3"),
				new Ciphertext(Alphabet.LATIN26, Alphabet.LATIN26.read(ciphertext).symbols(), null), LOOKS,
				Solving.knowing(period));
	}

	private static String text(int[] letters) {
		return Alphabet.LATIN26.write(letters);
	}

}
