package dev.decipher.solve.substitution;

import dev.decipher.language.English;
import dev.decipher.solve.ReadingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeAttackTests {

	private static final int LOOKS = 5_000;

	private static CodeAttack attack(String type) {
		return CodeAttack.all().stream().filter((attack) -> attack.types().contains(type)).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"a1z26;13-5-5-20 13-5 1-20 20-8-5 15-12-4 2-18-9-4-7-5;MEETMEATTHEOLDBRIDGE",
			"a1z26;12 4 4 19 12 4 0 19 19 7 4 14 11 3 1 17 8 3 6 4;MEETMEATTHEOLDBRIDGE",
			"a1z26;13.5.5.20 13.5 1.20 20.8.5;MEETMEATTHE", "morse;-- . . - / -- . / .- - / - .... .;MEETMEATTHE",
			"morse;.. - - . | .. - | -. . | . ---- -;MEETMEATTHE", "morse;11 0 0 1/11 0/01 1/1 0000 0;MEETMEATTHE",
			"morse;MMxExExMxxMMxExxEMxMxxMxEEEExE;MEETMEATTHE", "tap-code;32 15 15 44 32 15 11 44 44 23 15;MEETMEATTHE",
			"tap-code;... ..  . .....  . .....  .... ....  ... ..  . .....  . .  .... ....  .... ....  .. ...  . .....;MEETMEATTHE",
			"bacon;ABABB AABAA AABAA BAABA ABABB AABAA AAAAA BAABA BAABA AABBB AABAA;MEETMEATTHE",
			"rot47;|66E >6 2E E96 @=5 3C:586[ 7C:6?5P;MEETMEATTHEOLDBRIDGEFRIEND",
			"bacon;10100110111101101101101001101111111011010110111000 11011;MEETMEATTHE" })
	void readsWhatHasNoKey(String type, String ciphertext, String plaintext) {
		ReadingText reading = ReadingText.of(attack(type), ciphertext, LOOKS);
		assertThat(reading.letters()).isEqualTo(plaintext);
		assertThat(reading.deciphered().toUpperCase().replaceAll("[^A-Z]", "")).isEqualTo(plaintext);
		assertThat(reading.settled()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "case", "halves", "vowels" })
	void readsWhatIsHiddenInAnotherText(String cover) {
		ReadingText reading = ReadingText.of(attack("bacon"), "{'type': 'bacon', 'cover': '" + cover + "'}",
				"meet me at the old bridge", LOOKS);
		assertThat(reading.letters()).isEqualTo("MEETMEATTHEOLDBRIDGE");
		assertThat(reading.deciphered()).isEqualTo("MEETMEATTHEOLDBRIDGE");
	}

	@Test
	void readsNoOrdinaryText() {
		String text = "The lighthouse keeper counted 17 ships";
		assertThat(CodeAttack.all()).filteredOn((attack) -> !attack.types().contains("bacon"))
			.allSatisfy((attack) -> assertThat(attack.read(text, English.get())).isNull());
	}

}
