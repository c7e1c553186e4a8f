package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The forms in which people write numbers, dots and dashes, and names for letters. */
class SubstitutionFormTests {

	private static TextCipher cipher(String json, Alphabet alphabet) {
		return TextCipher.of(JsonMapper.shared().readValue(json.replace('\'', '"'), Cipher.class), alphabet, null);
	}

	private static String decrypt(String json, String ciphertext) {
		return cipher(json, null).decrypt(ciphertext, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "20-8-5 17-21-9-3-11", "20 8 5 / 17 21 9 3 11", "20.8.5 17.21.9.3.11",
			"20/8/5 17/21/9/3/11", "20-8-5 / 17-21-9-3-11", "20, 8, 5 | 17, 21, 9, 3, 11",
			"20\u20138\u20135 17-21-9-3-11", "020-008-005  17-21-09-03-11", "20-8-5\n17-21-9-3-11" })
	void readsNumbers(String ciphertext) {
		assertThat(decrypt("{'type':'a1z26'}", ciphertext).replace("\n", "")).isEqualTo("THE QUICK");
	}

	@Test
	void keepsWhatNoNumberStandsFor() {
		TextCipher cipher = cipher("{'type':'a1z26'}", null);
		assertThat(cipher.encrypt("Don't, dad!")).isEqualTo("4-15-14'20, 4-1-4!");
		assertThat(cipher.decrypt("4-15-14'20, 4-1-4!", false)).isEqualTo("DON'T, DAD!");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.decrypt("8-9-27", false))
			.withMessageContaining("27");
		assertThat(cipher("{'type':'a1z26','start':0,'separator':' '}", Alphabet.LATIN26).encrypt("a b"))
			.isEqualTo("0 1");
		assertThat(cipher("{'type':'a1z26'}", Alphabet.LATIN26).decrypt("1-2 3", false)).isEqualTo("ABC");
		assertThat(cipher.encrypt("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".... .. / - .... . .-. .", "....  ..   /  -  ....  .  .-.  .",
			"\u00b7\u00b7\u00b7\u00b7 \u00b7\u00b7 / \u2212 \u00b7\u00b7\u00b7\u00b7 \u00b7 \u00b7\u2013\u00b7 \u00b7",
			"\u2026. .. / _ .... . ._. .", ".... ..   - .... . .-. .", ".... .. | - .... . .-. .",
			"..../..//-/...././.-./.", ".... ..  - .... . .-. ." })
	void readsMorseCode(String ciphertext) {
		assertThat(decrypt("{'type':'morse'}", ciphertext)).isEqualTo("HI THERE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'morse','dot':'0','dash':'1'} | 0000 00 / 010",
					"{'type':'morse','letterSeparator':'/','wordSeparator':'//'} | ..../..//.-.",
					"{'type':'morse','wordSeparator':'   '} | ....\u0020..\u0020\u0020\u0020.-.",
					"{'type':'morse','wordSeparator':'='} | .... .. = .-.",
					"{'type':'morse','letterSeparator':',','wordSeparator':' '} | ....,.. .-.",
					"{'type':'morse','letterSeparator':'  '} | \"....  ..  /  .-.\"" })
	void writesMorseCode(String json, String ciphertext) {
		String written = ciphertext.replace("\\u0020", " ");
		assertThat(cipher(json, null).encrypt("Hi r")).isEqualTo(written);
		assertThat(decrypt(json, written)).isEqualTo("HI R");
	}

	@Test
	void morseCodeHasOtherAlphabets() {
		TextCipher russian = cipher("{'type':'morse'}",
				Alphabet.of("\u0410\u0411\u0412\u0413\u0414\u0415\u0401\u0416 "));
		assertThat(russian.encrypt("\u0435\u0436 \u0401")).isEqualTo(". ...- / .");
		assertThat(russian.decrypt(". ...- / .", false)).isEqualTo("\u0415\u0416 \u0415");
		assertThat(cipher("{'type':'morse'}", Alphabet.LATIN26).encrypt("a 1 b")).isEqualTo(".- 1 -...");
		assertThat(cipher("{'type':'morse'}", Alphabet.LATIN26).decrypt(".- / -...", false)).isEqualTo("AB");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decrypt("{'type':'morse'}", "... --- ... ........ .-.-.-"))
			.withMessageContaining("........");
	}

	@ParameterizedTest
	@ValueSource(strings = { "52 11 44 15 42", "5,2 1,1 4,4 1,5 4,2", "..... .. / . . / .... .... / . ..... / .... ..",
			"\u2022\u2022\u2022\u2022\u2022 \u2022\u2022  * *  .... ....  . .....  .... .." })
	void readsTaps(String ciphertext) {
		assertThat(decrypt("{'type':'tap-code'}", ciphertext)).isEqualTo("WATER");
	}

	@Test
	void tapsKAsC() {
		TextCipher cipher = cipher("{'type':'tap-code'}", null);
		assertThat(cipher.encrypt("Kick")).isEqualTo("13241313");
		assertThat(cipher.decrypt("13241313", false)).isEqualTo("CICC");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.decrypt(".......... .", false))
			.withMessageContaining("10 taps");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.decrypt("52 1", false))
			.withMessageContaining("2 of them are a symbol");
	}

	@Test
	void baconsLetters() {
		assertThat(
				cipher("{'type':'bacon'}", null).decrypt(cipher("{'type':'bacon'}", null).encrypt("Just view"), false))
			.isEqualTo("IUSTUIEW");
		TextCipher each = cipher("{'type':'bacon','letters':26,'symbols':'01'}", null);
		assertThat(each.encrypt("Zj")).isEqualTo("1100101001");
		assertThat(each.decrypt("11001 01001", false)).isEqualTo("ZJ");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> each.decrypt("11111", false))
			.withMessageContaining("stands for nothing");
	}

	@Test
	void squaresMayHaveOtherLabels() {
		assertThat(cipher("{'type':'polybius','labels':'ABCDE','columnLabels':'VWXYZ'}", null).encrypt("Hi j"))
			.isEqualTo("BXBYBY");
		assertThat(cipher("{'type':'polybius','order':'column-row'}", null).encrypt("b")).isEqualTo("21");
		assertThat(cipher("{'type':'polybius'}", Alphabet.LATIN26).encrypt("az")).isEqualTo("1152");
		assertThat(cipher("{'type':'polybius'}", Alphabet.LATIN36).encrypt("a9")).isEqualTo("1166");
		assertThat(cipher("{'type':'polybius','columnLabels':'0123456789'}", Alphabet.LATIN26).encrypt("az"))
			.isEqualTo("1035");
	}

	@Test
	void enciphersTheLongestWordFirst() {
		String json = "{'type':'nomenclator','letters':{'A':['1'],'N':['2'],'D':['3','4'],'L':['5'],'I':['6']},"
				+ "'words':{'and':['a'],'An':['b'],'New Land':['c'],'INDIA':['d']}}";
		TextCipher cipher = cipher(json, null);
		assertThat(cipher.encrypt("And Newland, land in Ind.")).matches("a c 5 a 6 2 6 2 [34]");
		assertThat(cipher.decrypt("A c 5 / a , b", false)).isEqualTo("ANDNEWLANDLANDAN");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.encrypt("Lend"))
			.withMessageContaining("the key has no token for E");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.decrypt("a 431 5", false))
			.withMessageContaining("431 at position 1");
	}

	@Test
	void nullsFollowFromTheMessage() {
		String json = "{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'nulls':['0','00']}";
		TextCipher cipher = cipher(json, null);
		String ciphertext = cipher.encrypt("AB".repeat(100));
		assertThat(List.of(ciphertext.split(" "))).contains("0", "00").hasSizeBetween(205, 250);
		assertThat(cipher.encrypt("AB".repeat(100))).isEqualTo(ciphertext);
		assertThat(cipher.decrypt(ciphertext, false)).isEqualTo("AB".repeat(100));
	}

	@Test
	void homophonesMayLackLetters() {
		TextCipher cipher = cipher("{'type':'homophonic','key':{'A':['1','3'],'C':['2']}}", null);
		assertThat(cipher.encrypt("cac")).matches("2 [13] 2");
		assertThat(cipher.decrypt("3 2", false)).isEqualTo("AC");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.encrypt("abc"))
			.withMessageContaining("the key has no token for B");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'checkerboard','key':'A','rows':'BLACK HORSE','columns':'WHITE NOVAX'}",
			"{'type':'numbered-key','key':'It was the best of times, it was the worst of times'}",
			"{'type':'syllabary','key':'TABLE'}", "{'type':'syllabary'}",
			"{'type':'grandpre','words':['VOLUPTUEUX','INQUIETUDE','MAJESTUEUX','OBLIGEANCE','UNIFORMITE',"
					+ "'TWICKENHAM','INGOLSTADT','EINSIEDELN','RYMKIEWICZ','SHREWSBURY']}" })
	void takesOneOfSeveral(String json) {
		TextCipher cipher = cipher(json, null);
		String ciphertext = cipher.encrypt("There and here. There and here.");
		assertThat(cipher.encrypt("There and here. There and here.")).isEqualTo(ciphertext);
		int half = ciphertext.length() / 2;
		assertThat(ciphertext.substring(0, half)).isNotEqualTo(ciphertext.substring(half));
		assertThat(cipher.decrypt(ciphertext, false)).isEqualTo("THEREANDHERETHEREANDHERE");
	}

	@Test
	void tridigitalBlanks() {
		String json = "{'type':'tridigital','key':'DRAGONFLY','columns':'6 7 0 3 5 2 8 1 4 9'}";
		assertThat(cipher(json, null).encrypt("The ides, of")).isEqualTo("03095607,958");
		assertThat(cipher(json, Alphabet.LATIN26).encrypt("The ides, of")).isEqualTo("030 5607, 58");
		assertThat(cipher(json, Alphabet.LATIN26).decrypt("030 58", false)).isEqualTo("AGA IF");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher(json, Alphabet.LATIN26).decrypt("9", false))
			.withMessageContaining("no symbol becomes what is at position 0");
	}

	@Test
	void writesNumbersOfThreeDigits() {
		TextCipher cipher = cipher("{'type':'numbered-key','key':'" + "AB".repeat(60) + "'}", Alphabet.of("ABC"));
		assertThat(cipher.encrypt("ccc")).isEqualTo("120120120");
		assertThat(cipher.decrypt("000 001 120", false)).isEqualTo("ABC");
	}

	@Test
	void syllablesOfOnesOwn() {
		StringBuilder table = new StringBuilder("'A','B','AB'");
		for (char first = 'A'; first <= 'Z'; first++) {
			for (char second = 'D'; second <= 'G'; second++) {
				table.append(",'").append(first).append(second).append("'");
			}
		}
		String cells = String.join(",", List.of(table.toString().split(",")).subList(0, 100));
		TextCipher cipher = cipher("{'type':'syllabary','table':[" + cells + "]}", Alphabet.LATIN26);
		assertThat(cipher.decrypt("00 01 02", false)).isEqualTo("ABAB");
		assertThat(cipher.decrypt(cipher.encrypt("abadab"), false)).isEqualTo("ABADAB");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.encrypt("abz"))
			.withMessageContaining("the key has no token for Z");
	}

	@Test
	void joinsAChain() {
		String json = "{'type':'chain','steps':[{'type':'caesar','shift':1},{'type':'tap-code','form':'dots'}]}";
		assertThat(cipher(json, Alphabet.LATIN26).encrypt("AB")).isEqualTo(". ..  . ...");
		assertThat(cipher(json, Alphabet.LATIN26).decrypt(". ..  . ...", false)).isEqualTo("AB");
		assertThat(decrypt(
				"{'type':'chain','steps':[{'type':'polybius','labels':'ADFGX'},{'type':'columnar','key':'XA'}]}", "XA"))
			.isEqualTo("E");
	}

}
