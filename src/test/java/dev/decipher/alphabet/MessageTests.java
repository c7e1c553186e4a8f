package dev.decipher.alphabet;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageTests {

	@Test
	void replacesForeignCharacters() {
		Message message = Alphabet.LATIN27.read("a b😀\0");
		assertThat(message.symbols()).containsExactly(0, 26, 1, 26, 26);
		assertThat(message.positions()).isEqualTo(5);
		assertThat(message.length()).isEqualTo(5);
		assertThat(message.given(3)).isEqualTo("😀");
		assertThat(message.symbolAt(3)).isEqualTo(3);
		assertThat(message.write(message.symbols(), Alphabet.LATIN27)).isEqualTo("A-B--");
		assertThat(message.written(0, 1, Alphabet.LATIN27)).isEqualTo("B");
	}

	@Test
	void letsForeignCharactersPass() {
		Message message = Alphabet.LATIN26.read("Hé, 😀 yoU\0");
		assertThat(message.symbols()).containsExactly(7, 24, 14, 20);
		assertThat(message.positions()).isEqualTo(10);
		assertThat(message.symbolAt(0)).isZero();
		assertThat(message.symbolAt(1)).isEqualTo(-1);
		assertThat(message.symbolAt(6)).isEqualTo(1);
		assertThat(message.write(new int[] { 0, 1, 2, 3 }, Alphabet.LATIN26)).isEqualTo("Aé, 😀 bcD\0");
		assertThat(message.written(6, 3, Alphabet.LATIN26)).isEqualTo("d");
		assertThat(message.written(8, 3, Alphabet.LATIN26)).isEqualTo("D");
	}

	@Test
	void keepsTheOrderOfTextFromRightToLeft() {
		String text = "שלום, abc";
		Message message = Alphabet.of("םושל").read(text);
		assertThat(message.symbols()).containsExactly(2, 3, 1, 0);
		assertThat(message.write(message.symbols(), Alphabet.of("wxyz"))).isEqualTo("yzxw, abc");
	}

	@Test
	void keepsSharpSAndReadsDotlessI() {
		Message message = Alphabet.LATIN26.read("ßı");
		assertThat(message.symbols()).containsExactly(8);
		assertThat(message.write(message.symbols(), Alphabet.LATIN26)).isEqualTo("ßi");
	}

	@Test
	void writesUpperCaseWhereTheAlphabetIsLowerCase() {
		Message message = Alphabet.of("abc").read("aBc");
		assertThat(message.write(new int[] { 1, 2, 0 }, Alphabet.of("abc"))).isEqualTo("bCa");
	}

	@Test
	void leavesASymbolInTheCaseThatIsReadAsThatSymbol() {
		Alphabet alphabet = Alphabet.of("aAB");
		Message message = alphabet.read("b");
		assertThat(message.write(new int[] { 1 }, alphabet)).isEqualTo("A");
		assertThat(message.write(new int[] { 2 }, alphabet)).isEqualTo("b");
	}

	@Test
	void writesInAnotherAlphabet() {
		Message message = Alphabet.LATIN26.read("ab C");
		assertThat(message.write(new int[] { 3, 2, 1 }, Alphabet.of("0123"))).isEqualTo("32 1");
		assertThat(message.write(new int[] { 0, 26, 2 }, Alphabet.LATIN27)).isEqualTo("a- C");
	}

	@ParameterizedTest
	@ValueSource(strings = { "latin", "digits" })
	void letsLineBreaksPassWhereAsked(String kind) {
		Alphabet alphabet = kind.equals("latin") ? Alphabet.LATIN27 : Alphabet.of("AB-\n\r", "-");
		Message message = alphabet.read("ab\r\nb c\n", true);
		assertThat(message.length()).isEqualTo(5);
		assertThat(message.symbolAt(2)).isEqualTo(-1);
		assertThat(message.write(new int[] { 0, 0, 0, 0, 0 }, alphabet)).isEqualTo("AA\r\nAAA\n");
		assertThat(alphabet.read("ab\r\nb c\n").length()).isEqualTo(8);
	}

	@Test
	void countsTheSymbolsOfWords() {
		assertThat(Alphabet.LATIN26.read(" It's  1 2-fold\u00a0text\n").words()).containsExactly(3, 4, 4);
		assertThat(Alphabet.LATIN26.read("-1 !").words()).isEmpty();
		assertThat(Alphabet.LATIN27.read("It is").words()).containsExactly(5);
	}

	@Test
	void readsAnEmptyText() {
		Message message = Alphabet.LATIN26.read("");
		assertThat(message.positions()).isZero();
		assertThat(message.symbols()).isEmpty();
		assertThat(message.write(new int[0], Alphabet.LATIN26)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "AB\ud83d", "\ude00AB", "A\ude00\ud83dB" })
	void refusesALoneSurrogate(String text) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Alphabet.LATIN27.read(text))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::pointer).containsExactly(""));
	}

	@Test
	void asksForAsManySymbolsAsItHas() {
		Message message = Alphabet.LATIN26.read("a b");
		assertThatIllegalArgumentException().isThrownBy(() -> message.write(new int[3], Alphabet.LATIN26));
	}

	@Test
	void cannotBeChangedFromOutside() {
		Message message = Alphabet.LATIN26.read("abc");
		message.symbols()[0] = 25;
		assertThat(message.symbols()).containsExactly(0, 1, 2);
	}

}
