package dev.decipher.cipher;

import java.util.Random;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the polyalphabetic ciphers make of their parameters. */
class PolyalphabeticParameterTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'porta','key':'A','tableau':'descending'} | latin27 | /alphabet",
			"{'type':'quagmire-1','alphabetKey':'','indicator':'A'} | latin26 | /cipher/alphabetKey",
			"{'type':'quagmire-1','alphabetKey':'A','indicator':''} | latin26 | /cipher/indicator",
			"{'type':'quagmire-1','alphabetKey':'A','indicator':{'any':true}} | latin26 | /cipher/indicator",
			"{'type':'quagmire-2','alphabetKey':'A1','indicator':'A'} | latin26 | /cipher/alphabetKey",
			"{'type':'quagmire-3','alphabetKey':'A','indicator':'A','under':'1'} | latin26 | /cipher/under",
			"{'type':'quagmire-3','alphabetKey':'A','indicator':'A','under':'AB'} | latin26 | /cipher/under",
			"{'type':'quagmire-4','alphabetKey':'A','ciphertextKey':'?','indicator':'A'} | latin26 "
					+ "| /cipher/ciphertextKey",
			"{'type':'alberti','ring':''} | latin26 | /cipher/ring",
			"{'type':'alberti','ring':'abc&'} | latin26 | /cipher/ring",
			"{'type':'alberti','ring':'abcdefghijklmnopqrstuvwxyz&'} | latin26 | /cipher/ring",
			"{'type':'alberti','ring':'abcdefghijklmnopqrstuvwxx&'} | latin26 | /cipher/ring",
			"{'type':'alberti','ring':'A','index':'A'} | latin26 | /cipher/index",
			"{'type':'alberti','ring':'A','capitals':'A'} | latin26 | /cipher/capitals",
			"{'type':'alberti','ring':'A','method':'capitals','step':1} | latin26 | /cipher/step",
			"{'type':'alberti','ring':'A','method':'capitals','start':1} | latin26 | /cipher/start",
			"{'type':'alberti','ring':'A','method':'capitals','index':'&'} | latin26 | /cipher/index",
			"{'type':'alberti','ring':'A','method':'capitals','capitals':'A1'} | latin26 | /cipher/capitals",
			"{'type':'alberti','ring':'A','method':'capitals'} | latin27 | /alphabet",
			"{'type':'alberti','ring':'A','method':'digits'} | latin26 | /alphabet",
			"{'type':'alberti','ring':'A','method':'digits','period':3} | latin36 | /cipher/period",
			"{'type':'alberti','ring':'A','method':'digits','index':'&'} | latin36 | /cipher/index",
			"{'type':'vernam','key':''} | latin26 | /cipher/key",
			"{'type':'vernam','key':'12 3'} | latin26 | /cipher/key", "{'type':'vernam','key':'A'} | latin26 | /text",
			"{'type':'vernam','key':'AB','mode':'xor'} | latin26 | /alphabet",
			"{'type':'vernam','key':{'any':true}} | latin26 | /cipher/key",
			"{'type':'interrupted-key','key':''} | latin26 | /cipher/key",
			"{'type':'interrupted-key','key':'A','ciphertextKey':'1'} | latin26 | /cipher/ciphertextKey",
			"{'type':'interrupted-key','key':'A','plaintextLetter':''} | latin26 | /cipher/plaintextLetter",
			"{'type':'interrupted-key','key':'A','ciphertextLetter':'1'} | latin26 | /cipher/ciphertextLetter",
			"{'type':'interrupted-key','key':'A','plaintextLetter':'A','ciphertextLetter':'A'} | latin26 "
					+ "| /cipher/ciphertextLetter",
			"{'type':'interrupted-key','key':'A','plaintextLetter':'A','lengths':[1]} | latin26 | /cipher/lengths",
			"{'type':'interrupted-key','key':'A','base':'porta'} | latin27 | /alphabet",
			"{'type':'gromark','key':'A','primer':'23452'} | latin26 | /cipher/key",
			"{'type':'gromark','key':'AB','primer':'2'} | latin26 | /cipher/primer",
			"{'type':'gromark','key':'AB','primer':'2345A'} | latin26 | /cipher/primer",
			"{'type':'periodic-gromark','key':'A1'} | latin26 | /cipher/key",
			"{'type':'nicodemus','key':''} | latin26 | /cipher/key",
			"{'type':'nicodemus','key':'A','base':'porta'} | latin27 | /alphabet",
			"{'type':'portax','key':''} | latin26 | /cipher/key", "{'type':'portax','key':'A'} | latin27 | /alphabet",
			"{'type':'ragbaby','key':''} | latin26 | /cipher/key",
			"{'type':'ragbaby','key':'A1'} | latin26 | /cipher/key",
			"{'type':'condi','key':'-','start':1} | latin26 | /cipher/key",
			"{'type':'slidefair','key':'1'} | latin26 | /cipher/key" })
	void pointsAtTheParameter(String cipher, String alphabet, String pointer) {
		assertThat(pointerOf(cipher, alphabet(alphabet))).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'porta','key':'A','tableau':'British'} | /tableau",
					"{'type':'quagmire-1','alphabetKey':'A'} | /indicator",
					"{'type':'quagmire-2','indicator':'A'} | /alphabetKey",
					"{'type':'quagmire-3','alphabetKey':{'any':true},'indicator':'A'} | /alphabetKey/any",
					"{'type':'quagmire-4','alphabetKey':'A','indicator':'A'} | /ciphertextKey",
					"{'type':'alberti','ring':{'any':true}} | /ring/any",
					"{'type':'alberti','ring':'A','method':'third'} | /method",
					"{'type':'alberti','ring':'A','period':0} | /period",
					"{'type':'vernam','key':'A','mode':'or'} | /mode",
					"{'type':'interrupted-key','key':'A','base':'gronsfeld'} | /base",
					"{'type':'interrupted-key','key':'A','ciphertextKey':{'any':true}} | /ciphertextKey/any",
					"{'type':'gromark','key':'AB'} | /primer",
					"{'type':'gromark','key':'AB','primer':{'any':true}} | /primer/any",
					"{'type':'nicodemus','key':'A','rows':0} | /rows",
					"{'type':'nicodemus','key':'A','base':'quagmire-1'} | /base",
					"{'type':'ragbaby','key':'A','letters':25} | /letters",
					"{'type':'ragbaby','key':'A','wordLengths':[4,-1]} | /wordLengths/1",
					"{'type':'condi','key':'A'} | /start", "{'type':'slidefair','key':'A','base':'porta'} | /base",
					"{'type':'interrupted-key','key':'A','lengths':[]} | /lengths",
					"{'type':'interrupted-key','key':'A','lengths':[3,0]} | /lengths/1",
					"{'type':'interrupted-key','key':'A','lengths':[null]} | /lengths/0" })
	void refusesToRead(String cipher, String pointer) {
		assertThatExceptionOfType(tools.jackson.databind.DatabindException.class).isThrownBy(() -> read(cipher))
			.havingCause()
			.isInstanceOfSatisfying(InvalidInput.class,
					(ex) -> assertThat(ex.faults().get(0).pointer()).isEqualTo(pointer));
	}

	/** Symbols that parameters name are letters here. */
	@ParameterizedTest
	@ValueSource(strings = { "{'type':'quagmire-3','alphabetKey':R,'indicator':R,'under':'Q'}",
			"{'type':'quagmire-4','alphabetKey':R,'ciphertextKey':R,'indicator':{'any':true},'under':'e'}",
			"{'type':'interrupted-key','key':R,'plaintextLetter':'E'}",
			"{'type':'interrupted-key','key':R,'ciphertextKey':R,'base':'beaufort','ciphertextLetter':'X'}",
			"{'type':'interrupted-key','key':{'any':true},'base':'porta','plaintextLetter':'X'}",
			"{'type':'alberti','ring':R,'method':'capitals','index':'q','capitals':'LEON'}",
			"{'type':'alberti','ring':'zyxwvutsrqponmlkjihgfedcba','method':'capitals','period':7}" })
	void deciphersWhatItEnciphered(String cipher) {
		for (Alphabet alphabet : new Alphabet[] { Alphabet.LATIN26, Alphabet.LATIN36 }) {
			if (cipher.contains("capitals") && alphabet != Alphabet.LATIN26) {
				continue; // digits have no small form
			}
			Random random = new Random(1);
			for (int length = 0; length < 100; length++) {
				Cipher drawn = read(cipher.replace("R", "{'random':{}}")).withKeyDrawn(alphabet, random);
				AnyKey any = drawn.anyKey(alphabet);
				SymbolCipher symbolCipher = (any != null) ? any.with(any.draw(random)) : drawn.over(alphabet);
				int[] plaintext = symbolCipher.draw(length, alphabet.size(), random);
				assertThat(symbolCipher.decrypt(symbolCipher.encrypt(plaintext))).isEqualTo(plaintext);
			}
		}
	}

	@Test
	void wordsAreWhatBlanksPart() {
		TextCipher cipher = text("{'type':'interrupted-key','key':'BC'}");
		assertThat(cipher.encrypt("aa'aa-a  a\naa")).isEqualTo("bc'bc-b  b\nbc");
		assertThat(cipher.decrypt("bc'bc-b  b\nbc", false)).isEqualTo("aa'aa-a  a\naa");
		assertThat(text("{'type':'interrupted-key','key':'BC','lengths':[3]}").encrypt("aaa aaa")).isEqualTo("bcb bcb");
		assertThat(text("{'type':'interrupted-key','key':'BC'}").encrypt("")).isEmpty();
	}

	@Test
	void albertisCapitalsCanBeSetAnywhere() {
		TextCipher cipher = TextCipher.of(
				read("{'type':'alberti','ring':'gklnprtuz&xysomqihfdbace','method':'capitals','index':'g'}"),
				Alphabet.of("ABCDEFGILMNOPQRSTVXZ1234"), null);
		// by hand: with A over g, then with Q
		assertThat(cipher.decrypt("AzgQfg", false)).isEqualTo("LAIQ");
		assertThat(
				catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("zgA", false)).faults().get(0).detail())
			.isEqualTo("can't be used: it doesn't begin with a capital letter, which sets the disk");
		TextCipher small = text("{'type':'alberti','ring':'ZYXWVUTSRQPONMLKJIHGFEDCBA','method':'capitals',"
				+ "'capitals':'AB','period':3}");
		assertThat(small.encrypt("Attack")).isEqualTo("AzggBayq");
		assertThat(small.decrypt("AzggBayq", false)).isEqualTo("ATTACK");
	}

	@Test
	void aVernamKeyTooShortSaysHowMuchItTakes() {
		TextCipher cipher = text("{'type':'vernam','key':'ABC DE'}");
		assertThat(cipher.encrypt("a, aaaa")).isEqualTo("a, bcde");
		InvalidInput ex = catchThrowableOfType(InvalidInput.class, () -> cipher.encrypt("Attack"));
		assertThat(ex.faults().get(0).detail()).isEqualTo("has 6 symbols, and the key is long enough for 5");
		ex = catchThrowableOfType(InvalidInput.class, () -> cipher.decrypt("Attack", false));
		assertThat(ex.faults().get(0).detail()).isEqualTo("can't be used: 6 symbols, and the key is long enough for 5");
		String longest = "A".repeat(100_000);
		assertThat(read("{'type':'vernam','key':'" + longest + "'}").over(Alphabet.LATIN26).maxLength())
			.isEqualTo(100_000);
		assertThat(pointerOf("{'type':'vernam','key':'" + longest + "A'}", Alphabet.LATIN26)).isEqualTo("/cipher/key");
	}

	@Test
	void ragbabysLettersAreNumberedByWord() {
		TextCipher cipher = text("{'type':'ragbaby','key':'JOB'}");
		// by hand in IOBACDEFGHKLMNPQRSTUVWYZ: J is I, X is W
		assertThat(cipher.encrypt("Jo-x, jj!")).isEqualTo("Oa-i, ba!");
		assertThat(cipher.decrypt("Oa-i, ba!", false)).isEqualTo("Io-w, ii!");
		assertThat(text("{'type':'ragbaby','key':'JOB','letters':26}").encrypt("J z")).isEqualTo("O o");
		assertThat(TextCipher.of(read("{'type':'ragbaby','key':'Б'}"), Alphabet.of("АБВ"), null).encrypt("АБВ Б"))
			.isEqualTo("ВВВ В");
	}

	@Test
	void theLastRowsOfPortaxMayBeShorterThanItsKey() {
		// by hand: A and C, then B and D, stand above one another
		assertThat(text("{'type':'portax','key':'AAAA'}").encrypt("AB CD")).isEqualTo("BO AC");
		assertThat(text("{'type':'portax','key':'AAAA'}").encrypt("a")).isEqualTo("lB");
		assertThat(catchThrowableOfType(InvalidInput.class,
				() -> text("{'type':'portax','key':'A'}").decrypt("ABC", false))
			.faults()
			.get(0)
			.detail()).isEqualTo("can't be used: 3 symbols are no multiple of 2");
	}

	@Test
	void blanksInKeysOfDigitsDontCount() {
		assertThat(text("{'type':'gronsfeld','key':'1 2 3'}").encrypt("AAAA")).isEqualTo("BCDB");
		assertThat(text("{'type':'gromark','key':'ENIGMA','primer':'234 52'}").encrypt("THERE")).isEqualTo("NFYCK");
	}

	@Test
	void aChainsTextHasItsBlanks() {
		String steps = "{'type':'chain','steps':[{'type':'ragbaby','key':'GROSBEAK'},{'type':'rot13'}]}";
		assertThat(text(steps).encrypt("WORD DIVISIONS ARE KEPT")).isEqualTo("LOOY UATDQHSTY QRS USLE");
		assertThat(text(steps).decrypt("LOOY UATDQHSTY QRS USLE", false)).isEqualTo("WORD DIVISIONS ARE KEPT");
		// J and X may be what the step before gives
		assertThat(
				pointerOf("{'type':'chain','steps':[{'type':'rot13'},{'type':'ragbaby','key':'A'}]}", Alphabet.LATIN26))
			.isEqualTo("/cipher/steps/1");
		assertThat(text("{'type':'chain','steps':[{'type':'rot13'},{'type':'ragbaby','key':'A','letters':26}]}")
			.encrypt("A A")).isEqualTo("O P");
	}

	/** Searches see keys as numbers. */
	@Test
	void whatIsSearchedForIsTheCipherThatIsNamed() {
		Random random = new Random(1);
		int[] plaintext = random.ints(60, 0, 24).toArray();
		int found = 0;
		for (Cipher example : CipherCatalogue.examples().values()) {
			if (example.getClass().getPackageName().endsWith("polyalphabetic")
					&& example.ciphertextSymbols(Alphabet.LATIN26) == Alphabet.LATIN26) {
				for (KeySpace space : example.keySpaces(Alphabet.LATIN26, new int[60])) {
					int[][] key = space.draw(random);
					if (key.length > 0) {
						space.change(key, random);
					}
					SymbolCipher searched = space.symbolCipher().apply(key);
					int[] ciphertext = searched.encrypt(searched.prepare(plaintext));
					assertThat(space.cipher().apply(key).over(Alphabet.LATIN26).encrypt(searched.prepare(plaintext)))
						.as(example.type())
						.isEqualTo(ciphertext);
					found++;
				}
			}
		}
		assertThat(found).isGreaterThan(200);
	}

	private static TextCipher text(String cipher) {
		return TextCipher.of(read(cipher), null, null);
	}

	private static Alphabet alphabet(String name) {
		return Stream.of(Alphabet.LATIN26, Alphabet.LATIN27, Alphabet.LATIN25, Alphabet.LATIN36)
			.filter((known) -> name.equals(known.name()))
			.findAny()
			.orElseThrow();
	}

	/** Apostrophes for quotation marks keep the tables legible. */
	private static Cipher read(String quoted) {
		return json.readValue(quoted.replace('\'', '"'), Cipher.class);
	}

	private static String pointerOf(String cipher, Alphabet alphabet) {
		return catchThrowableOfType(InvalidInput.class,
				() -> InvalidInput.under("/text", () -> TextCipher.of(read(cipher), alphabet, null).encrypt("AB")))
			.faults()
			.get(0)
			.pointer()
			.replaceFirst("^/text/", "/");
	}

}
