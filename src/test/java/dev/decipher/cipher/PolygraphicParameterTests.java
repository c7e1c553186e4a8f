package dev.decipher.cipher;

import java.util.Random;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.cipher.polygraphic.SeriatedPlayfair;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Matrices, squares and fillers as people ask for them, and those that can't be. */
class PolygraphicParameterTests {

	private static final String NORWEGIAN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'hill','key':[1,2,3]} | AB | /cipher/key | must have 4, 9, 16 or 25 numbers, not 3",
			"{'type':'hill','key':'ABCDEF'} | AB | /cipher/key | must have 4, 9, 16 or 25 symbols, not 6",
			"{'type':'hill','key':[2,0,0,1]} | AB | /cipher/key | must be a matrix with an inverse, but its determinant, "
					+ "2, has a divisor in common with the alphabet's size, 26",
			"{'type':'playfair','key':'A','filler':'xx'} | AB | /cipher/filler | must be one symbol of the alphabet",
			"{'type':'playfair','key':'A','filler':'Z','secondFiller':'z'} | AB | /cipher/secondFiller "
					+ "| must be another symbol than the filler",
			"{'type':'playfair','key':'A','columns':7} | AB | /alphabet | must fill two rows or more of as many symbols "
					+ "as the cipher has columns, 7; it has 25 symbols",
			"{'type':'bazeries','number':12,'key':'1'} | AB | /cipher/key "
					+ "| has a character outside the alphabet at position 0",
			"{'type':'seriated-playfair','key':'A','period':5,'filler':''} | AB | /cipher/filler "
					+ "| must be one symbol of the alphabet",
			"{'type':'tri-square','key1':'A','key2':'B','key3':'1'} | AB | /cipher/key3 "
					+ "| has a character outside the alphabet at position 0",
			"{'type':'cm-bifid','key1':'A','key2':'','period':5} | AB | /cipher/key2 | must have at least one symbol",
			"{'type':'digrafid','key1':'?','key2':'B','period':5} | AB | /cipher/key1 "
					+ "| has a character outside the alphabet at position 0",
			"{'type':'playfair','key':'Q','omit':'Q'} | AB | /cipher/key "
					+ "| has a character outside the alphabet at position 0" })
	void refuses(String cipher, String text, String pointer, String detail) {
		assertThat(faultOf(cipher, null)).isEqualTo(new InvalidInput.Fault(pointer, detail));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'playfair','key':'A'} | ABCDEFGHIJKLMNOPQRSTUVWXYZ | must fill a square or a rectangle",
			"{'type':'playfair','key':'A'} | ABC | must fill a square or a rectangle",
			"{'type':'playfair','key':'A','omit':'Q'} | ABCDEFGHIKLMNOPQRSTUVWXYZ | must not have the letter Q",
			"{'type':'four-square','key1':'A','key2':'B'} | " + NORWEGIAN + " | must fill a square or a rectangle",
			"{'type':'digrafid','key1':'A','key2':'B','period':3} | ABCDEFGHIKLMNOPQRSTUVWXYZ "
					+ "| must fill three rows of nine",
			"{'type':'phillips','key':'A'} | ABCDEFGHIKLMNOPQRSTUVWXY | must fill a square, as",
			"{'type':'cm-bifid','key1':'A','key2':'B','period':5} | ABCDEF | must fill a square, as",
			"{'type':'bazeries','number':7} | ABCDEFGHIJKLMNOPQRSTUVWXYZ | must fill a square or a rectangle",
			"{'type':'bifid','key':'A','period':5} | ABCDEFGHIKLMNOPQRSTUVWXY | must fill a square, as" })
	void refusesAlphabets(String cipher, String alphabet, String detail) {
		InvalidInput.Fault fault = faultOf(cipher, Alphabet.of(alphabet));
		assertThat(fault.pointer()).isEqualTo("/alphabet");
		assertThat(fault.detail()).startsWith(detail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'playfair','key':'A','doubles':'x'}", "{'type':'playfair','key':'A','omit':'?'}",
			"{'type':'playfair','key':'A','omit':'QU'}", "{'type':'playfair','key':'A','columns':1}",
			"{'type':'bazeries','number':0}", "{'type':'bazeries','number':1000000}",
			"{'type':'phillips','key':'A','variant':'rc'}", "{'type':'digrafid','key1':'A','key2':'B','period':1}",
			"{'type':'seriated-playfair','key':'A','period':0}", "{'type':'hill','key':['A']}",
			"{'type':'hill','key':[1.5,2]}" })
	void refusesValues(String cipher) {
		assertThatThrownBy(() -> read(cipher)).hasRootCauseInstanceOf(InvalidInput.class);
	}

	/** Rectangles of 4 by 6, 5 by 6, 4 by 8, 3 by 9 and 2 by 13. */
	@ParameterizedTest
	@CsvSource({ "ABCDEFGHIKLMNOPQRSTUVXYZ,", "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß,", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ,",
			"ABCDEFGHIJKLMNÑOPQRSTUVWXYZ,", "ABCDEFGHIJKLMNOPQRSTUVWXYZ,13" })
	void writesRectangles(String alphabet, Integer columns) {
		for (String cipher : new String[] { "{'type':'playfair','key':'%s'%s}",
				"{'type':'four-square','key1':'%s','key2':'%1$s'%s}",
				"{'type':'two-square','key1':'%s','key2':'%1$s','direction':'horizontal'%s}" }) {
			String key = alphabet.substring(3, 9);
			TextCipher text = TextCipher.of(
					read(cipher.formatted(key, (columns != null) ? ",'columns':" + columns : "")),
					Alphabet.of(alphabet), null);
			String ciphertext = text.encrypt(alphabet.substring(0, 20));
			assertThat(ciphertext).isNotEqualTo(alphabet.substring(0, 20));
			assertThat(text.decrypt(ciphertext, false)).isEqualTo(alphabet.substring(0, 20));
		}
	}

	/** The square is the alphabet without J: A and B in a row, A and F in a column. */
	@ParameterizedTest
	@CsvSource({ "split, AABB, CVBCCW", "keep, AABB, AABB", "right, AABB, BBCC", "down, AABB, FFGG",
			"diagonal, AAZZ, GGAA" })
	void takesDoubles(String doubles, String plaintext, String ciphertext) {
		TextCipher cipher = TextCipher.of(read("{'type':'playfair','key':'A','doubles':'" + doubles + "'}"), null,
				null);
		assertThat(cipher.encrypt(plaintext)).startsWith(ciphertext);
		assertThat(cipher.decrypt(cipher.encrypt(plaintext), false).replace("X", "")).isEqualTo(plaintext);
	}

	@Test
	void fillsUp() {
		TextCipher cipher = TextCipher
			.of(read("{'type':'playfair','key':'A','filler':'Z','secondFiller':'K','omit':'Q'}"), null, null);
		assertThat(cipher.decrypt(cipher.encrypt("aAB q ZZ"), false)).isEqualTo("aZA q BZKZK");
	}

	@Test
	void refusesPairsThatPlayfairNeverWrites() {
		TextCipher cipher = TextCipher.of(read("{'type':'playfair','key':'A'}"), null, null);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("ab-cDDeF", false)).faults())
			.singleElement()
			.isEqualTo(new InvalidInput.Fault("", "can't be used: 7 symbols are no multiple of 2"));
		assertThat(catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("abccde", false)).faults())
			.singleElement()
			.isEqualTo(new InvalidInput.Fault("", "can't be used: symbols 3 and 4 are a pair of the same, which this "
					+ "cipher writes only if \"doubles\" are not split"));
	}

	/** A garbled ciphertext is none that is written, but must not end a search. */
	@Test
	void readsGarbledPairsInASearch() {
		SymbolCipher cipher = new Playfair(new Key.Given("A"), null, null, null, null, null).over(Alphabet.LATIN25);
		assertThat(cipher.decrypt(new int[] { 1, 1 })).containsExactly(0, 0);
	}

	/** Lines of three, and of one letter each for what is left. */
	@ParameterizedTest
	@CsvSource({ "ABCDEFG, ABCDEFGX", "ABCABCD, ABCXABCD", "AAAAAA, AAAXXXAAAXXX", "AXCAXX, AXCXAXXQ", "A, AX",
			"ABA, ABXA", "'', ''" })
	void fillsLinesUp(String plaintext, String prepared) {
		SymbolCipher cipher = read("{'type':'seriated-playfair','key':'A','period':3}").over(Alphabet.LATIN25);
		int[] symbols = cipher.prepare(Alphabet.LATIN25.read(plaintext).symbols());
		assertThat(Alphabet.LATIN25.write(symbols)).isEqualTo(prepared);
	}

	@Test
	void refusesPairsThatSeriatedPlayfairNeverWrites() {
		TextCipher cipher = TextCipher.of(read("{'type':'seriated-playfair','key':'A','period':2}"), null, null);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("ABCDEE", false)).faults())
			.singleElement()
			.isEqualTo(new InvalidInput.Fault("",
					"can't be used: symbols 5 and 6 are a pair of the same, which this cipher never writes"));
	}

	@Test
	void searchesPeriodsThatCanBe() {
		Alphabet alphabet = Alphabet.LATIN25;
		SeriatedPlayfair cipher = (SeriatedPlayfair) read("{'type':'seriated-playfair','key':'LOGARITHM','period':6}");
		SymbolCipher keyed = cipher.over(alphabet);
		int[] ciphertext = keyed.encrypt(keyed.draw(300, alphabet.size(), new Random(2)));
		assertThat(cipher.shapes(alphabet, ciphertext)).extracting(SeriatedPlayfair::period).containsExactly(6);
		assertThat(cipher.shapes(alphabet, new int[120])).extracting(SeriatedPlayfair::period).hasSize(14);
	}

	/** The catalogue's examples have Latin keys. */
	@ParameterizedTest
	@ValueSource(strings = { "{'type':'playfair','key':'EXAMPLE'}",
			"{'type':'two-square','key1':'A','key2':'B'," + "'direction':'vertical'}",
			"{'type':'vigenere','key':'LEMON'}", "{'type':'substitution','key':'A'}" })
	void searchesKeysOfTheAlphabetOfATextWhateverTheExamplesAre(String quoted) {
		Alphabet russian = Alphabet.of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ");
		KeySpace space = ((SearchableCipher) read(quoted)).keySpace(russian);
		int[] ciphertext = new Random(1).ints(20, 0, russian.size()).toArray();
		int[][] key = space.draw(new Random(1));
		assertThat(space.cipher().apply(key).over(russian).decrypt(ciphertext))
			.isEqualTo(space.symbolCipher().apply(key).decrypt(ciphertext));
	}

	@Test
	void writesThreeLettersForTwo() {
		TextCipher cipher = TextCipher.of(read("{'type':'tri-square','key1':'A','key2':'B','key3':'C'}"), null, null);
		String ciphertext = cipher.encrypt("It is enough!");
		assertThat(ciphertext).matches("[A-Z]{15}").isEqualTo(cipher.encrypt("ITISENOUGH"));
		assertThat(cipher.decrypt(ciphertext, false)).isEqualTo("ITISENOUGH");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("ABCD", false)).faults())
			.singleElement()
			.isEqualTo(new InvalidInput.Fault("", "can't be used: 4 symbols are no multiple of 3"));
	}

	/** Without Q, P is followed by R. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'polybius','omit':'Q'} | JPQR | 254142", "{'type':'polybius'} | JPQR | 24354142",
					"{'type':'nihilist','key':'A','squareKey':'A','omit':'Q'} | JPQR | 36 52 Q 53",
					"{'type':'adfgx','squareKey':'A','key':'AB','omit':'Q'} | PQ | GA",
					"{'type':'bifid','key':'A','period':2,'omit':'Q'} | AQA | AQA",
					"{'type':'phillips','key':'A','omit':'Q'} | AQA | GQG" })
	void omitsALetter(String cipher, String plaintext, String ciphertext) {
		assertThat(TextCipher.of(read(cipher), null, null).encrypt(plaintext)).isEqualTo(ciphertext);
	}

	/** The digit 0 makes no group; a key stands in for words that the alphabet lacks. */
	@Test
	void numbersInOtherAlphabets() {
		Alphabet cyrillic = Alphabet.of("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ");
		assertThat(faultOf("{'type':'bazeries','number':12}", cyrillic).pointer()).isEqualTo("/cipher/key");
		TextCipher cipher = TextCipher.of(read("{'type':'bazeries','number':102,'key':'АБВГД'}"), cyrillic, null);
		// 4 rows of 8: the alphabet's А, Б, В stand below one another
		assertThat(cipher.encrypt("АБВ")).isEqualTo("АРИ");
		assertThat(cipher.decrypt("АРИ", false)).isEqualTo("АБВ");
	}

	private static InvalidInput.Fault faultOf(String cipher, Alphabet alphabet) {
		return catchThrowableOfType(InvalidInput.class, () -> TextCipher.of(read(cipher), alphabet, null).encrypt("AB"))
			.faults()
			.get(0);
	}

	private static Cipher read(String cipher) {
		return JsonMapper.shared().readValue(cipher.replace('\'', '"'), Cipher.class);
	}

}
