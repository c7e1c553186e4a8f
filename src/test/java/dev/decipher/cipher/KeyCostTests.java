package dev.decipher.cipher;

import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polygraphic.TriSquare;
import dev.decipher.cipher.substitution.Bacon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What a ciphertext has beyond its plaintext costs as much as it takes to tell, or a
 * cipher with free choices could explain any text.
 */
class KeyCostTests {

	private final SplittableRandom random = new SplittableRandom(1);

	/** Letters that say nothing have to be told, each as one of 26. */
	@ParameterizedTest
	@ValueSource(ints = { 30, 100, 400 })
	void baconTellsItsCover(int letters) {
		int[] ciphertext = this.random.ints(letters, 0, Alphabet.LATIN26.size()).toArray();
		int[] plaintext = new int[letters / 5];
		Bacon bacon = new Bacon(null, null, "halves");
		double hidden = letters * Math.log(2);
		assertThat(bacon.keyCost(Alphabet.LATIN26, ciphertext, plaintext) + hidden)
			.isGreaterThan(letters * Math.log(Alphabet.LATIN26.size()) - 3);
	}

	@Test
	void triSquareTellsColumnsAndRows() {
		TriSquare cipher = (TriSquare) CipherCatalogue.examples().get("tri-square");
		Alphabet alphabet = cipher.defaultAlphabet();
		double none = cipher.keyCost(alphabet, new int[0], new int[0]);
		assertThat(cipher.keyCost(alphabet, new int[30], new int[20]) - none).isCloseTo(10 * 2 * Math.log(5),
				within(1e-9));
	}

}
