package dev.decipher.cipher;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Forms of the fractionating ciphers' parameters and texts, and those that can't be. */
class FractionatingParameterTests {

	private static final String WIKIPEDIA = "'type':'straddling-checkerboard','key':'ET AON RIS BCDFGHJKLM PQ/UVWXYZ.','blanks':'26'";

	private static final String VIC = "'type':'vic','board':'AT ONE SIR','personalNumber':8,"
			+ "'phrase':'I dream of Jeannie with the light brown hair'";

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
			"{'type':'fractionated-morse','key':''} | /cipher/key",
			"{'type':'morbit','key':'WISECRACKS'} | /cipher/key", "{'type':'morbit','key':'!ISECRACK'} | /cipher/key",
			"{'type':'pollux','key':'.-x'} | /cipher/key", "{'type':'pollux','key':'..........'} | /cipher/key",
			"{'type':'pollux','key':'x-..x.--x/'} | /cipher/key",
			"{'type':'monome-dinome','key':'1','digits':'6318927054'} | /cipher/key",
			"{'type':'monome-dinome','key':'A','digits':'631892705'} | /cipher/digits",
			"{'type':'monome-dinome','key':'A','digits':'6318927055'} | /cipher/digits",
			"{'type':'monome-dinome','key':'A','digits':'TOOSHORT'} | /cipher/digits",
			"{" + VIC + ",'date':'7417765'} | /date", "{" + VIC + ",'date':'July 4'} | /date",
			"{" + VIC + ",'date':'741776','keyGroup':'7765'} | /keyGroup",
			"{" + VIC + ",'date':'741776','personalNumber':17} | /personalNumber",
			"{" + VIC + ",'date':'741776','board':'ABCDEFGHIJ'} | /board",
			"{" + VIC + ",'date':'741776','board':''} | /board",
			"{" + VIC + ",'date':'741776','board':'Aa BB'} | /cipher/board",
			"{" + VIC + ",'date':'741776','board':'A! ONE SIR'} | /cipher/board",
			"{" + VIC + ",'date':'741776','phrase':'Too short'} | /cipher/phrase",
			"{" + VIC + ",'date':'741776','cut':5} | /start", "{" + VIC + ",'date':'741776','start':'<>'} | /start",
			"{" + VIC + ",'date':'741776','shift':'<>'} | /shift",
			"{" + VIC + ",'date':'741776','start':'<'} | /alphabet",
			"{" + VIC + ",'date':'741776','board':'/T ONE SIR'} | /cipher/repeats",
			"{" + VIC + ",'date':'741776','board':'/','repeats':1} | /cipher/board",
			"{" + VIC + ",'date':'741776','board':'/*','repeats':1,'start':'*'} | /cipher/board" })
	void pointsAtTheParameter(String cipher, String pointer) {
		assertThat(pointerOf(cipher, null)).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'adfgx','squareKey':'A','key':'AB'} | ABCDEFGHIJKLMNOPQRSTUVWXYZ",
					"{'type':'adfgvx','squareKey':'A','key':'AB'} | ABCDEFGHIKLMNOPQRSTUVWXYZ",
					"{'type':'monome-dinome','key':'A','digits':'6318927054'} | ABCDEFGHIJKLMNOPQRSTUVWXY1",
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
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'adfgx','squareKey':'A','key':'AB'} | ADF | 3 characters",
			"{" + WIKIPEDIA + "} | 32 | ends with 2", "{" + WIKIPEDIA + "} | 362 | behind a figure shift",
			"{" + WIKIPEDIA + ",'repeats':2} | 3621121 | no shift ends them",
			"{'type':'straddling-checkerboard','key':'ABC','blanks':'2'} | 29 | no symbol is written as 29",
			"{'type':'fractionated-morse','key':'A'} | IZ | three times in a row",
			"{'type':'fractionated-morse','key':'A'} | T | begins with x",
			"{'type':'fractionated-morse','key':'A'} | AA | ...... is the code of no symbol",
			"{'type':'morbit','key':'WISECRACK'} | 9665 | three times in a row",
			"{'type':'monome-dinome','key':'NOTARIES','digits':'6318927054'} | 1166 | no symbol is written as 66",
			"{" + VIC + ",'date':'741776'} | 776511 | 6 symbols are no multiple of 5",
			"{" + VIC + ",'date':'741776'} | ? | lacks the group",
			"{'type':'fractionated-morse','key':'A'} | KD | -.-.-., in Morse ;, is" })
	void refusesATextThatNobodyEnciphered(String cipher, String ciphertext, String fault) {
		Alphabet alphabet = fault.endsWith("as 29") ? Alphabet.of("ABCDEFGHIJKLM") : null;
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

	/** A search gives the cipher that it has found as one names it. */
	@ParameterizedTest
	@ValueSource(strings = { "{'type':'adfgx','squareKey':'A','key':'ABCD'}",
			"{'type':'adfgvx','squareKey':'A','key':'ABCDEFG'}",
			"{'type':'straddling-checkerboard','key':'A','blanks':'26'}",
			"{'type':'straddling-checkerboard','key':'A','blanks':'26','repeats':3,'shift':'.'}",
			"{'type':'fractionated-morse','key':'A'}", "{'type':'morbit','key':'WISECRACK'}",
			"{'type':'monome-dinome','key':'A','digits':'6318927054'}", "{'type':'bifid','key':'A'}" })
	void namesWhatASearchFinds(String quoted) {
		Random random = new Random(2);
		Cipher example = read(quoted);
		Alphabet alphabet = example.defaultAlphabet();
		assertThat(example.keySpaces(alphabet, new int[30])).isNotEmpty().allSatisfy((space) -> {
			int[][] key = space.draw(random);
			SymbolCipher found = space.cipher().apply(key).over(alphabet);
			int[] message = found.prepare(random.ints(40, 0, alphabet.size()).toArray());
			assertThat(found.encrypt(message)).isEqualTo(space.symbolCipher().apply(key).encrypt(message));
			assertThat(space.nats()).isPositive();
		});
	}

	@Test
	void theBoxOfMonomeDinomeLacksTwoLetters() {
		String cipher = "{'type':'monome-dinome','key':'JAZZ','digits':'JOURNALIST'}";
		TextCipher all = text(cipher, null);
		assertThat(all.encrypt("Jazz")).isEqualTo("0755");
		assertThat(all.decrypt("0755", false)).isEqualTo("IAYY");
		assertThat(text(cipher, Alphabet.of("ABCDEFGHIKLMNOPQRSTUVWXY")).encrypt("IAYY")).isEqualTo("0755");
	}

	@Test
	void vicReadsTheGroupInTheMessage() {
		TextCipher cipher = text("{" + VIC + ",'date':'7/4/1776'}", null);
		TextCipher sameGroup = text("{" + VIC + ",'date':'741776','keyGroup':'77651'}", null);
		for (String message : new String[] { "", "A", "We are pleased to hear of your 12 successes.", "0123456789",
				"Meet me at 10.30, and bring 5 of them" }) {
			String deciphered = cipher.decrypt(cipher.encrypt(message), false);
			String expected = message.toUpperCase(Locale.ROOT).replaceAll("[ ,]", "");
			assertThat(deciphered).matches(Pattern.quote(expected) + "A{0,4}");
			assertThat(cipher.decrypt(sameGroup.encrypt(message), false)).isEqualTo(deciphered);
			assertThat(sameGroup.encrypt(message)).contains("77651").hasSameSizeAs(cipher.encrypt(message));
		}
		assertThat(text("{" + VIC + ",'date':'741770'}", null).encrypt("Stop")).hasSize(10);
	}

	@Test
	void vicExchangesHalves() {
		String halves = "{" + VIC.replace("AT ONE SIR", "ESTONIA") + ",'date':'391945','start':'*','cut':%d}";
		TextCipher uncut = text(halves.replace(",'cut':%d", ""), null);
		for (int cut : new int[] { 1, 7, 20, 100 }) {
			String ciphertext = text(halves.formatted(cut), null).encrypt("Package 3 was delivered on 12.5");
			assertThat(uncut.decrypt(ciphertext, false)).matches("PACKAGE3WASDELIVEREDON12[.]5E{0,4}");
			assertThat(ciphertext).isNotEqualTo(uncut.encrypt("Package 3 was delivered on 12.5"));
		}
	}

	/** Wherever lines and triangles of the transpositions end. */
	@Test
	void vicDeciphersMessagesOfAnyLength() {
		Random random = new Random(3);
		Alphabet alphabet = read("{" + VIC + ",'date':'741776'}").defaultAlphabet();
		for (int i = 0; i < 300; i++) {
			String date = "%06d".formatted(random.nextInt(1_000_000));
			SymbolCipher cipher = read("{" + VIC.replace("8", Integer.toString(1 + random.nextInt(16))) + ",'date':'"
					+ date + "','repeats':" + (1 + random.nextInt(3)) + "}")
				.over(alphabet);
			int[] message = cipher.draw((i < 250) ? i : 10 * i, alphabet.size(), random);
			assertThat(cipher.prepare(message)).isEqualTo(message);
			assertThat(cipher.decrypt(cipher.encrypt(message))).isEqualTo(message);
		}
	}

	@Test
	void bifidTakesTheWholeMessage() {
		assertThat(text("{'type':'bifid','key':'BGWKZQPNDSIOAXEFCLUMTHYVR'}", null).encrypt("Flee at once"))
			.isEqualTo("Uaeo lw rins");
	}

	@Test
	void someDependOnTheMessagesLength() {
		assertThat(read("{'type':'bifid','key':'A'}").dependsOnLength()).isTrue();
		assertThat(read("{'type':'bifid','key':'A','period':5}").dependsOnLength()).isFalse();
		assertThat(read("{'type':'adfgx','squareKey':'A','key':'AB'}").dependsOnLength()).isTrue();
		String chain = "{'type':'chain','steps':[{'type':'rot13'},{'type':'columnar','key':'AB'%s}]}";
		assertThat(read(chain.formatted("")).dependsOnLength()).isTrue();
		assertThat(read(chain.formatted(",'block':4")).dependsOnLength()).isFalse();
	}

}
