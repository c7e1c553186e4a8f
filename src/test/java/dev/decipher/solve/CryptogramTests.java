package dev.decipher.solve;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.fractionating.Trifid;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.search.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How texts are read.
 */
class CryptogramTests {

	private static Cryptogram read(String text) {
		return Cryptogram.read(text, SolveRequest.AUTO, Alphabet.LATIN26);
	}

	@Test
	void keepsWhatIsNoLetter() {
		Cryptogram cryptogram = read("Ifmmp, Xpsme't 3se!");
		assertThat(cryptogram.isOfSymbols()).isFalse();
		assertThat(cryptogram.ciphertext().symbols()).startsWith(8, 5, 12, 12, 15).hasSize(13);
		int[] plaintext = IntStream.of(cryptogram.ciphertext().symbols()).map((letter) -> (letter + 25) % 26).toArray();
		assertThat(cryptogram.write(new Candidate(new Caesar(1), plaintext, 0, 0))).isEqualTo("Hello, World's 3rd!");
	}

	@Test
	void seesWhereWordsBegin() {
		assertThat(read("Ab cde'f gh-i").ciphertext().wordStarts()).containsExactly(true, false, true, false, false,
				false, true, false, true);
		assertThat(read("line one\nline two").ciphertext().wordStarts()).hasSize(14).contains(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ABCDEFGHIJKLMNOP", "ABCDE FGHIJ KLMNO PQ", "A B C D E F G H",
			"ABCDEFGHIJKLMNOPQRST UVWXYZABCDEFGH", "ABCDE FGHIJ KLMNO" })
	void takesNoGroupsForWords(String text) {
		assertThat(read(text).ciphertext().wordStarts()).isNull();
	}

	@Test
	void readsNumbersAsSymbols() {
		Cryptogram cryptogram = read("17 03 99 17 03 99 17 03 99 17 03 99 17 03 99 17 03 99 17 03");
		assertThat(cryptogram.isOfSymbols()).isTrue();
		assertThat(cryptogram.ciphertext().alphabet()).isInstanceOf(Tokens.class);
		assertThat(cryptogram.ciphertext().alphabet().size()).isEqualTo(3);
		assertThat(cryptogram.ciphertext().length()).isEqualTo(20);
		assertThat(cryptogram.write(new Candidate(new Caesar(0), cryptogram.ciphertext().symbols(), 0, 0)))
			.startsWith("BACBAC");
	}

	@Test
	void readsSignsAsSymbols() {
		Cryptogram cryptogram = read("△☐⊕∇ ⊥◫◪◩ △☐⊕∇ ⊥◫◪◩ △☐⊕∇\n⊥◫◪◩");
		assertThat(cryptogram.isOfSymbols()).isTrue();
		assertThat(cryptogram.ciphertext().alphabet().size()).isEqualTo(8);
		assertThat(cryptogram.ciphertext().length()).isEqualTo(24);
	}

	@Test
	void readsLettersOfBothCasesAsSymbolsWhereTheyAreMixed() {
		String text = "aBcDeFgHiJkLmNoPqRsTuVwXyZAbCdEfGhIjKlMnOpQrStUvWxYz";
		assertThat(read(text).ciphertext().alphabet().size()).isEqualTo(52);
		assertThat(read("The Quick Brown Fox Jumps Over The Lazy Dog And Runs").isOfSymbols()).isFalse();
		assertThat(Cryptogram.read(text, "vigenere", Alphabet.LATIN26).isOfSymbols()).isFalse();
	}

	@Test
	void readsTheSymbolsOfTheCipherThatIsNamed() {
		Cryptogram cryptogram = Cryptogram.read("Ab.c D.!", "trifid", Alphabet.LATIN26);
		assertThat(cryptogram.isOfSymbols()).isFalse();
		assertThat(cryptogram.ciphertext().symbols()).containsExactly(0, 1, 26, 2, 3, 26);
		Trifid trifid = new Trifid(new Key.Given("A"), 5);
		int[] plaintext = trifid.over(trifid.defaultAlphabet()).decrypt(cryptogram.ciphertext().symbols());
		assertThat(cryptogram.write(new Candidate(trifid, plaintext, 0, 0))).hasSize(8).endsWith("!");
	}

	@Test
	void readsAnythingAsHomophonesWhereThatIsSaid() {
		assertThat(Cryptogram.read("абаб", "homophonic", Alphabet.LATIN26).ciphertext().alphabet().size()).isEqualTo(2);
		assertThat(Cryptogram.read("XYZXY", "homophonic", Alphabet.LATIN26).isOfSymbols()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "A", "1", "Привет, как дела сегодня", "123 456" })
	void refusesWhatHasNothingToSolve(String text) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "aaaa", "7 7 7" })
	void refusesSymbolsThatAreOneOrNone(String text) {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> Cryptogram.read(text, "homophonic", Alphabet.LATIN26));
	}

}
