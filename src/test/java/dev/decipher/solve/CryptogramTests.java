package dev.decipher.solve;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.fractionating.Trifid;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.English;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How texts are read.
 */
class CryptogramTests {

	private static @Nullable Ciphertext read(String text) {
		return Readings.letters(text, Alphabet.LATIN26);
	}

	private static boolean isOfLetters(String text) {
		return Cryptogram.of(text).isOfLetters(Alphabet.LATIN26);
	}

	@Test
	void keepsWhatIsNoLetter() {
		Cryptogram cryptogram = Cryptogram.of("Ifmmp, Xpsme't 3se!");
		int[] symbols = read(cryptogram.text()).symbols();
		assertThat(symbols).startsWith(8, 5, 12, 12, 15).hasSize(13);
		int[] plaintext = IntStream.of(symbols).map((letter) -> (letter + 25) % 26).toArray();
		assertThat(cryptogram.write(new Candidate(new Caesar(1), plaintext, 0, 0), English.get()))
			.isEqualTo("Hello, World's 3rd!");
	}

	@Test
	void seesWhereWordsBegin() {
		assertThat(read("Ab cde'f gh-i").wordStarts()).containsExactly(true, false, true, false, false, false, true,
				false, true);
		assertThat(read("line one\nline two").wordStarts()).hasSize(14).contains(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ABCDEFGHIJKLMNOP", "ABCDE FGHIJ KLMNO PQ", "A B C D E F G H",
			"ABCDEFGHIJKLMNOPQRST UVWXYZABCDEFGH", "ABCDE FGHIJ KLMNO" })
	void takesNoGroupsForWords(String text) {
		assertThat(read(text).wordStarts()).isNull();
	}

	@Test
	void readsNumbersAsSymbols() {
		String text = "17 03 99 17 03 99 17 03 99 17 03 99 17 03 99 17 03 99 17 03";
		assertThat(isOfLetters(text)).isFalse();
		Ciphertext ciphertext = Readings.symbols(text);
		assertThat(ciphertext.alphabet()).isInstanceOf(Tokens.class);
		assertThat(ciphertext.alphabet().size()).isEqualTo(3);
		assertThat(ciphertext.length()).isEqualTo(20);
	}

	@Test
	void readsSignsAsSymbols() {
		String text = "△☐⊕∇ ⊥◫◪◩ △☐⊕∇ ⊥◫◪◩ △☐⊕∇\n⊥◫◪◩";
		assertThat(isOfLetters(text)).isFalse();
		assertThat(Readings.symbols(text).alphabet().size()).isEqualTo(8);
		assertThat(Readings.symbols(text).length()).isEqualTo(24);
	}

	@Test
	void readsLettersOfBothCasesAsSymbolsWhereTheyAreMixed() {
		String text = "aBcDeFgHiJkLmNoPqRsTuVwXyZAbCdEfGhIjKlMnOpQrStUvWxYz";
		assertThat(isOfLetters(text)).isFalse();
		assertThat(Readings.symbols(text).alphabet().size()).isEqualTo(52);
		assertThat(isOfLetters("The Quick Brown Fox Jumps Over The Lazy Dog And Runs")).isTrue();
	}

	@Test
	void readsTheSymbolsOfACipher() {
		Trifid trifid = new Trifid(new Key.Given("A"), 5);
		Ciphertext ciphertext = Readings.as(trifid, "Ab.c D.!", English.get());
		assertThat(ciphertext.symbols()).containsExactly(0, 1, 26, 2, 3, 26);
		int[] plaintext = trifid.over(trifid.defaultAlphabet()).decrypt(ciphertext.symbols());
		assertThat(Cryptogram.of("Ab.c D.!").write(new Candidate(trifid, plaintext, 0, 0), English.get())).hasSize(8)
			.endsWith("!");
	}

	@Test
	void readsAnySigns() {
		assertThat(Readings.symbols("абаб").alphabet().size()).isEqualTo(2);
		assertThat(Readings.symbols("XYZXY").alphabet().size()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "A", "1", "Привет, как дела сегодня", "123 456" })
	void findsNoLettersWhereThereAreNone(String text) {
		assertThat(read(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { " \n", "aaaa", "7 7 7" })
	void findsNoSymbolsThatAreOneOrNone(String text) {
		assertThat(Readings.symbols(text)).isNull();
	}

}
