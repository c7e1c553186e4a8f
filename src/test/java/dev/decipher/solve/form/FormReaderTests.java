package dev.decipher.solve.form;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which forms are taken off a text, and what is left.
 */
class FormReaderTests {

	private static final String TEXT = "Gur nggnpx ortvaf ng qnja";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "base64 | R3VyIG5nZ25weCBvcnR2YWYgbmcgcW5qYQ==",
			"base64 | R3VyIG5nZ25weCBvcnR2YWYgbmcgcW5qYQ", "base32 | I52XEIDOM5TW44DYEBXXE5DWMFTCA3THEBYW42TB",
			"hex | 477572206e67676e7078206f7274766166206e6720716e6a61",
			"hex | 47 75 72 20 6E 67 67 6E 70 78 20 6F 72 74 76 61 66 20 6E 67 20 71 6E 6A 61",
			"hex | \\x47\\x75\\x72\\x20\\x6e\\x67\\x67\\x6e\\x70\\x78\\x20\\x6f\\x72\\x74\\x76\\x61\\x66\\x20\\x6e\\x67\\x20"
					+ "\\x71\\x6e\\x6a\\x61",
			"decimal | 71 117 114 32 110 103 103 110 112 120 32 111 114 116 118 97 102 32 110 103 32 113 110 106 97",
			"decimal | &#71;&#117;&#114;&#32;&#110;&#103;&#103;&#110;&#112;&#120;&#32;&#111;&#114;&#116;&#118;&#97;&#102;"
					+ "&#32;&#110;&#103;&#32;&#113;&#110;&#106;&#97;",
			"decimal | 7111711432110103103110112120321111141161189710232110103321131101069" + "7",
			"octal | 107 165 162 40 156 147 147 156 160 170 40 157 162 164 166 141 146 40 156 147 40 161 156 152 141",
			"url | Gur+nggnpx+ortvaf%20ng+qnja", "url | Gur%20nggnpx%20ortvaf%20ng%20qnja",
			"url | Gur%20nggnpx ortvaf ng%20qnj%61" })
	void decodes(String form, String encoded) {
		Stripped stripped = FormReader.read(encoded).get(0);
		assertThat(stripped.text()).isEqualTo(TEXT);
		assertThat(stripped.forms()).containsExactly(form);
	}

	@Test
	void decodesBits() {
		StringBuilder eight = new StringBuilder();
		StringBuilder seven = new StringBuilder();
		TEXT.chars().forEach((character) -> {
			eight.append(String.format("%8s ", Integer.toBinaryString(character)).replaceAll(" (?=.)", "0"));
			seven.append(Integer.toBinaryString(128 + character).substring(1));
		});
		for (String bits : List.of(eight.toString(), seven.toString())) {
			Stripped stripped = FormReader.read(bits).get(0);
			assertThat(stripped.text()).isEqualTo(TEXT);
			assertThat(stripped.forms()).containsExactly("binary");
		}
	}

	@Test
	void decodesWhatIsEncodedTwice() {
		Stripped stripped = FormReader.read("5233567949473539" + "5a323575634867" + "6762334a3064" + "6d466d49473577")
			.get(0);
		assertThat(stripped.forms()).startsWith("hex");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "THEQUICKBROWNFOXJUMPSOVERTHELAZYDOG", "QWERTZUIOPASDFGHJKLYXCVBNM", "deadbeefdeadbeefdeadbeef",
					"1234567890123456789012345678901234", "Prices rose by 5%25 or so", "WKLVLVDVHFUHWPHVVDJHIRUBRX" })
	void takesNothingOffWhatIsNoEncoding(String text) {
		assertThat(FormReader.read(text).get(0).forms()).doesNotContain("base64", "base32", "hex", "binary");
	}

	@ParameterizedTest
	@CsvSource({ "base64, SGVsbG8gV29ybGQ=, Hello World", "base64, aGVsbG8=, hello", "base32, JBSWY3DP, Hello",
			"hex, 48 65 6c 6c 6f, Hello", "binary, 01001000 01101001 00100001, Hi!",
			"binary, 0110100001100101011011000110110001101111, hello", "decimal, '72, 101, 108, 108, 111', Hello",
			"octal, 110 145 154 154 157, Hello", "decimal, 72 69 76 76 79 32 84 79 32 89 79 85, HELLO TO YOU",
			"decimal, 72 69 76 76 79 32 79 76 68 32 77 65 71 73 67 32 76 73 79 78, HELLO OLD MAGIC LION" })
	void decodesShortTexts(String form, String encoded, String text) {
		Stripped stripped = FormReader.read(encoded).get(0);
		assertThat(stripped.text()).isEqualTo(text);
		assertThat(stripped.forms()).containsExactly(form);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "KHOORZRUOG", "Hello World", "WKLVLVDV", "1234567890",
			"12 17 45 33 81 90 21 66 73", "44 15 32 21 44 15 33 11 24 35 43 15", "0101100100011010",
			"345 123 888 452 129 671", "67 52 88 91 34 73 41 66 85 97 39 48 71 93 65 82 99 54 62 77" })
	void takesNothingOffOtherShortTexts(String text) {
		assertThat(FormReader.read(text).get(0).forms()).isSubsetOf("groups");
	}

	@Test
	void keepsTheWordsOfNumberedLetters() {
		for (String numbers : List.of("7-21-18 14-7-7-14-16-24 15-18-20", "7 21 18 / 14 7 7 14 16 24 / 15 18 20",
				"6.20.17 13.6.6.13.15.23 14.17.19.0")) {
			assertThat(FormReader.read(numbers)).as(numbers).anySatisfy((stripped) -> {
				assertThat(stripped.forms()).containsExactly("digits");
				assertThat(stripped.text()).matches("GUR NGGNPX ORTA?");
			});
		}
	}

	@Test
	void readsWordsBackwardsToo() {
		assertThat(FormReader.read(TEXT)).anySatisfy((stripped) -> {
			assertThat(stripped.forms()).containsExactly("reversed-words");
			assertThat(stripped.text()).isEqualTo("ruG xpnggn favtro gn ajnq");
			assertThat(stripped.share()).isLessThan(0.1);
		});
		assertThat(FormReader.read("XQWER TYUIO PASDF GHJKL ZX")).extracting(Stripped::forms)
			.doesNotContain(List.of("reversed-words"));
	}

	@Test
	void namesGroupsAndLeavesThem() {
		Stripped stripped = FormReader.read("XQWER TYUIO PASDF GHJKL ZX").get(0);
		assertThat(stripped.forms()).containsExactly("groups");
		assertThat(stripped.text()).isEqualTo("XQWER TYUIO PASDF GHJKL ZX");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Message 12:\nXQWER TYUIO PASDF GHJKL ZXQWE RTYUI", "Cipher: XQWERTYUIOPASDFGHJKL",
			"To the commander\nXQWERTYUIOPASDFGHJKLXQWERTYUIOPASDFGHJKL",
			"E-12. A title. (K2)\n\nXQWER TYUIO PASDF GHJKL ZXQWE RTYUI OPASD" })
	void takesATitleOff(String text) {
		Stripped stripped = FormReader.read(text).get(0);
		assertThat(stripped.forms()).startsWith("title");
		assertThat(stripped.text()).startsWith("XQWER").doesNotContain("e");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dear sir: Xqwer tyui opa sdfgh jklzx cvbnm", "Gur nggnpx\nortvaf ng qnja",
			"ATTACK AT DAWN\nTHE BRIDGE IS GONE" })
	void leavesWhatIsNoTitle(String text) {
		assertThat(FormReader.read(text).get(0).forms()).doesNotContain("title");
	}

	@Test
	void readsMorseAndNumbersAsLettersToo() {
		assertThat(FormReader.read("--. ..- .-. / -. --. --. -. .--. -..- / --- .-. - ...- .- ..-. / -. --."))
			.anySatisfy((stripped) -> {
				assertThat(stripped.forms()).containsExactly("morse");
				assertThat(stripped.text()).isEqualTo("GUR NGGNPX ORTVAF NG");
			});
		for (String numbers : List.of("07 21 18 14 07 07 14 16 24 15 18 20", "072118140707141624151820",
				"7-21-18-14-7-7-14-16-24-15-18-20")) {
			assertThat(FormReader.read(numbers)).as(numbers).anySatisfy((stripped) -> {
				assertThat(stripped.forms()).containsExactly("digits");
				assertThat(stripped.text()).isEqualTo("GURNGGNPXORT");
			});
		}
	}

	@Test
	void readsTextsBackwardsAndWithBlanksMovedToo() {
		assertThat(FormReader.read(TEXT)).extracting(Stripped::forms).contains(List.of("reversed"));
		assertThat(FormReader.read("Teak t wh,nn  tcadeb e.gi")).anyMatch(Stripped::allCharacters);
		assertThat(FormReader.read(TEXT)).noneMatch(Stripped::allCharacters);
	}

	/** None takes a time that grows with the square of the length, nor a deep stack. */
	@ParameterizedTest
	@ValueSource(strings = { "A", "a ", "A  ", "A, ", "1", "65", "65 ", "12-", "1, ", " ", "-", ". ", "=", "%41", "0",
			"01", "A=", "\n", "Ä", "😀", "\\", "&#65;", "no 1 ", ":" })
	void readsTextsOfAnyLength(String piece) {
		assertThat(FormReader.read("X" + piece.repeat(500_000 / piece.length()))).isNotEmpty();
		assertThat(FormReader.read(piece.repeat(500_000 / piece.length()) + "X")).isNotEmpty();
		assertThat(FormReader.read(piece.repeat(500_000 / piece.length()))).isNotEmpty();
	}

}
