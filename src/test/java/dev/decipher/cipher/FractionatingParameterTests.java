package dev.decipher.cipher;

import java.util.Random;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Forms of the fractionating ciphers' parameters and texts, and those that can't be. */
class FractionatingParameterTests {

	private static final String WIKIPEDIA = "'type':'straddling-checkerboard','key':'ET AON RIS BCDFGHJKLM PQ/UVWXYZ.','blanks':'26'";

	private static Cipher read(String quoted) {
		return JsonMapper.shared().readValue(quoted.replace('\'', '"'), Cipher.class);
	}

	private static TextCipher text(String quoted, Alphabet alphabet) {
		return TextCipher.of(read(quoted), alphabet, null);
	}

	private static void verify(TextCipher cipher, String plaintext, String ciphertext) {
		assertThat(cipher.encrypt(plaintext)).isEqualTo(ciphertext);
		assertThat(cipher.decrypt(ciphertext, false)).isEqualTo(plaintext);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'adfgx','squareKey':'','key':'AB'} | /cipher/squareKey",
			"{'type':'adfgx','squareKey':'A','key':'A'} | /cipher/key",
			"{'type':'adfgx','squareKey':'A','key':'A!'} | /cipher/key",
			"{'type':'adfgx','squareKey':'A','key':{'any':true}} | /key/any", "{'type':'adfgx','squareKey':'A'} | /key",
			"{'type':'adfgvx','squareKey':'A-','key':'AB'} | /cipher/squareKey",
			"{'type':'straddling-checkerboard','key':'A!','blanks':'26'} | /cipher/key",
			"{'type':'straddling-checkerboard','key':'A'} | /blanks",
			"{'type':'straddling-checkerboard','key':'A','blanks':'22'} | /blanks",
			"{'type':'straddling-checkerboard','key':'A','blanks':'2A'} | /blanks",
			"{'type':'straddling-checkerboard','key':'A','blanks':''} | /blanks",
			"{'type':'straddling-checkerboard','key':'A','blanks':'2'} | /alphabet",
			"{'type':'straddling-checkerboard','key':'A','blanks':'26','digits':'012345678'} | /digits",
			"{'type':'straddling-checkerboard','key':'A','blanks':'26','shift':''} | /shift",
			"{'type':'straddling-checkerboard','key':'A','blanks':'26','repeats':4} | /repeats",
			"{'type':'straddling-checkerboard','key':'/','blanks':'26','repeats':2} | /cipher/repeats",
			"{'type':'straddling-checkerboard','key':'ABCDEFGHIJ/','blanks':'26','repeats':3} | /cipher/repeats",
			"{'type':'fractionated-morse','key':'1'} | /cipher/key",
			"{'type':'fractionated-morse','key':''} | /cipher/key" })
	void pointsAtTheParameter(String cipher, String pointer) {
		assertThat(pointerOf(cipher, null)).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'adfgx','squareKey':'A','key':'AB'} | ABCDEFGHIJKLMNOPQRSTUVWXYZ",
					"{'type':'adfgvx','squareKey':'A','key':'AB'} | ABCDEFGHIKLMNOPQRSTUVWXYZ",
					"{'type':'fractionated-morse','key':'A'} | AB~", "{'type':'fractionated-morse','key':'A'} | ABБ" })
	void pointsAtTheAlphabet(String cipher, String alphabet) {
		assertThat(pointerOf(cipher, Alphabet.of(alphabet))).isEqualTo("/alphabet");
	}

	private static String pointerOf(String quoted, Alphabet alphabet) {
		Throwable thrown = catchThrowableOfType(RuntimeException.class, () -> text(quoted, alphabet));
		while (!(thrown instanceof InvalidInput)) {
			thrown = thrown.getCause();
		}
		return ((InvalidInput) thrown).faults().get(0).pointer();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'adfgx','squareKey':'A','key':'AB'} | ADF | 3 characters",
					"{" + WIKIPEDIA + "} | 32 | ends with 2", "{" + WIKIPEDIA + "} | 362 | behind a figure shift",
					"{" + WIKIPEDIA + ",'repeats':2} | 3621121 | no shift ends them",
					"{'type':'straddling-checkerboard','key':'ABC','blanks':'2'} | 29 | no symbol is written as 29",
					"{'type':'fractionated-morse','key':'A'} | IZ | three times in a row",
					"{'type':'fractionated-morse','key':'A'} | T | begins with x",
					"{'type':'fractionated-morse','key':'A'} | AA | ...... is the code of no symbol",
					"{'type':'fractionated-morse','key':'A'} | KD | -.-.-., in Morse ;, is" })
	void refusesATextThatNobodyEnciphered(String cipher, String ciphertext, String fault) {
		Alphabet alphabet = fault.startsWith("no symbol") ? Alphabet.of("ABCDEFGHIJKLM") : null;
		InvalidInput refused = catchThrowableOfType(InvalidInput.class,
				() -> text(cipher, alphabet).decrypt(ciphertext, false));
		assertThat(refused.faults().get(0).detail()).contains(fault);
	}

	/** In a square without J, I and J above columns are two letters. */
	@Test
	void columnsTakeTheLettersThatASquareLacks() {
		String columns = "{'type':'adfgx','squareKey':'BTALP','key':'%s'}";
		assertThat(text(columns.formatted("JUICE"), null).encrypt("ATTACKATONCE"))
			.isEqualTo(text(columns.formatted("DECAB"), null).encrypt("ATTACKATONCE"))
			.isNotEqualTo(text(columns.formatted("CEDAB"), null).encrypt("ATTACKATONCE"));
	}

	@Test
	void squaresOfOtherLetters() {
		Alphabet russian = Alphabet.of("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ01234");
		TextCipher cipher = text("{'type':'adfgvx','squareKey':'МОСКВА','key':'ЗИМА'}", russian);
		assertThat(cipher.decrypt(cipher.encrypt("НАСТУПАЕМ4"), false)).isEqualTo("НАСТУПАЕМ4");
	}

	/** By the board of Wikipedia's article, whose / is 62. */
	@Test
	void writesFigures() {
		verify(text("{" + WIKIPEDIA + "}", null), "A12B", "362162220");
		verify(text("{" + WIKIPEDIA + ",'repeats':1}", null), "7.", "62769");
		verify(text("{" + WIKIPEDIA + ",'repeats':2}", null), "A12B", "36211226220");
		verify(text("{" + WIKIPEDIA + ",'repeats':3}", null), "62E", "62666222620");
		verify(text("{" + WIKIPEDIA + ",'repeats':3}", null), "A6", "36266662");
		assertThat(text("{" + WIKIPEDIA + "}", null).encrypt("A/12 B")).isEqualTo("362162220");
		verify(text("{'type':'straddling-checkerboard','key':'A1','blanks':'0123'}", Alphabet.LATIN36), "A1B2",
				"45622");
	}

	@Test
	void boardsOfThreeRows() {
		Alphabet russian = Alphabet.of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ");
		verify(text("{'type':'straddling-checkerboard','key':'СНЕГОПА','digits':'5073894612','blanks':'612'}", russian),
				"СНЕГБВДЯ", "507365606727");
	}

	@Test
	void wordsInMorse() {
		TextCipher words = text("{'type':'fractionated-morse','key':'ROUNDTABLE'}", null);
		assertThat(words.encrypt("  come,  at once! ")).isEqualTo("CBIILTMHVVFL");
		assertThat(words.encrypt(" ")).isEmpty();
		assertThat(words.decrypt("", false)).isEmpty();
		TextCipher together = text("{'type':'fractionated-morse','key':'ROUNDTABLE'}", Alphabet.LATIN26);
		assertThat(together.decrypt("CBIILTMHVVFL", false)).isEqualTo("COMEATONCE");
		assertThat(together.decrypt(together.encrypt("come at once"), false)).isEqualTo("COMEATONCE");
		TextCipher russian = text("{'type':'fractionated-morse','key':'ROUNDTABLE'}", Alphabet.of("АБВГДЕЖЗИЙ "));
		assertThat(russian.decrypt(russian.encrypt("где ж иВа"), false)).isEqualTo("ГДЕ Ж ИВА");
	}

	@Test
	void drawsMessagesWhoseBlanksHaveAPlace() {
		Random random = new Random(1);
		for (int i = 0; i < 200; i++) {
			SymbolCipher cipher = read("{'type':'fractionated-morse','key':'ROUNDTABLE'}").over(Alphabet.of("E T"));
			int[] drawn = cipher.draw(i, 3, random);
			assertThat(drawn).hasSize(i).isEqualTo(cipher.prepare(drawn));
			assertThat(cipher.decrypt(cipher.encrypt(drawn))).isEqualTo(drawn);
		}
	}

}
