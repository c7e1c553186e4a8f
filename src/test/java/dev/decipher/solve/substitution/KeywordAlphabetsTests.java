package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.substitution.Keyword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordAlphabetsTests {

	private static final int[] LETTERS = IntStream.range(0, 26).toArray();

	private static int[] becomes(Keyword keyword) {
		return keyword.over(Alphabet.LATIN26).encrypt(LETTERS);
	}

	@ParameterizedTest
	@CsvSource({ "KEYBOARD,K2,0", "KEYBOARD,K1,0", "KEYBOARD,K2,4", "KEYBOARD,K1,17", "KEYBOARD,K3,1", "KEYBOARD,K3,8",
			"KRYPTOS,K3,25" })
	void findsTheKeyword(String word, String form, int shift) {
		int[] becomes = becomes(new Keyword(new Key.Given(word), form, null, shift));
		Keyword found = KeywordAlphabets.of(becomes, Alphabet.LATIN26, 14);
		assertThat(found).isNotNull();
		assertThat(becomes(found)).isEqualTo(becomes);
		assertThat(found.key()).isEqualTo(new Key.Given(word));
		assertThat(found.form()).isEqualTo(form);
	}

	@Test
	void findsItThoughTheTextLacksLetters() {
		int[] whole = becomes(new Keyword(new Key.Given("MONARCHY"), "K2", null, 3));
		int[] shown = whole.clone();
		for (char letter : "JKQXZBW".toCharArray()) {
			shown[letter - 'A'] = -1;
		}
		Keyword found = KeywordAlphabets.of(shown, Alphabet.LATIN26, 14);
		assertThat(found).isNotNull();
		int[] becomes = becomes(found);
		assertThat(IntStream.of(LETTERS).boxed()).allMatch((letter) -> shown[letter] < 0 || becomes[letter] == shown[letter]);
	}

	@Test
	void findsNoneInAnyAlphabet() {
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 20; i++) {
			assertThat(KeywordAlphabets.of(KeyPart.permutation(26).draw(random), Alphabet.LATIN26, 14)).isNull();
		}
	}

	@Test
	void writesAnyAlphabetAsALongKeyword() {
		int[] any = KeyPart.permutation(26).draw(new SplittableRandom(2));
		Keyword found = KeywordAlphabets.of(any, Alphabet.LATIN26, 26);
		assertThat(found).isNotNull();
		assertThat(becomes(found)).isEqualTo(any);
		Arrays.fill(any, -1);
		assertThat(KeywordAlphabets.of(any, Alphabet.LATIN26, 26)).isNotNull();
	}

}
