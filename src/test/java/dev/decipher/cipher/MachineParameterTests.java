package dev.decipher.cipher;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Parameters of the machine ciphers that can't work, and where the answer points. */
class MachineParameterTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String I = "{'type':'enigma','model':'I','rotors':['I','II','III'],'reflector':'B',"
			+ "'rings':'AAA','positions':'AAA','plugboard':''}";

	private static final String K = "{'type':'enigma','model':'K','rotors':['I','II','III'],'rings':'AAAA',"
			+ "'positions':'AAAA'}";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "reflector | 'D' | /reflector | wiring of D",
			"reflector | 'B thin' | /reflector | thin", "reflector | 'E' | /reflector | one of A, B, C",
			"reflector | 'AZ BC DE FG HI KL MN OP QR ST UV XA' | /reflector | each letter once",
			"reflector | 'AZ BC DE FG HI JL MN OP QR ST UV WX' | /reflector | without J and Y",
			"reflector | 'AC BO DE FG HI JY KL MN PQ RS TU VW XZ' | /reflector | leave out the pair",
			"reflector | 'AZ BC DE FG HI KL MN OP QR ST UV W' | /reflector | 12 pairs",
			"rings | '1 2' | /rings | 3 letters or numbers", "rings | '1 2 27' | /rings | 3 letters",
			"positions | '0 1 2' | /positions | 3 letters", "rotors | ['I','II','viii'] | /rotors/2 | one of I,",
			"rotors | ['I','II','i'] | /rotors/2 | another", "plugboard | '1/27' | /plugboard | pairs",
			"plugboard | '1/2 B/C' | /plugboard | once", "indicator | 'AB' | /indicator | 3 letters",
			"indicator | 'AB1' | /indicator | 3 letters", "indicator | 'ABCABC' | /indicator | twice over" })
	void pointsAtThePartOfAnI(String name, String value, String pointer, String detail) {
		verify(I, name, value, pointer, detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "reflector | 'B' | /reflector | has only one",
			"reflector | 'AZ BC DE FG HI KL MN OP QR ST UV WX' | /reflector | only in I, M3 and KD",
			"plugboard | 'AB' | /plugboard | has none", "plugboard | {'random':{}} | /plugboard | given",
			"rings | 'AAA' | /rings | the reflector and each rotor", "positions | 'AAA' | /positions | 4 letters",
			"rotors | ['I','II','IV'] | /rotors/2 | I, II, III", "indicator | 'ABC' | /indicator | 4 letters" })
	void pointsAtThePartOfAK(String name, String value, String pointer, String detail) {
		verify(K, name, value, pointer, detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'enigma','model':'M4','rotors':['Beta','II','IV','I'],"
					+ "'reflector':'AZ BC DE FG HI KL MN OP QR ST UV WX'} | /reflector | name model M3",
			"{'type':'enigma','model':'KD','rotors':['I','II','III']} | /reflector | given",
			"{'type':'enigma','model':'KD','rotors':['I','II','III'],'reflector':'B'} | /reflector | 12 pairs" })
	void pointsAtThePart(String cipher, String pointer, String detail) {
		ObjectNode json = read(cipher);
		verify(json.put("positions", "AAAA".substring(json.get("rotors").size() % 4 / 3)), pointer, detail);
	}

	/** The message key that was enciphered twice over, as until 1940. */
	@Test
	void anIndicatorMayHaveTheMessageKeyTwice() {
		Cipher ground = JSON.treeToValue(read(I).put("positions", "WXC"), Cipher.class);
		int[] sent = ground.over(Alphabet.LATIN26).encrypt(Alphabet.LATIN26.read("BLABLA").symbols());
		Cipher message = JSON.treeToValue(read(I).put("positions", "BLA"), Cipher.class);
		ObjectNode json = read(I).put("positions", "WXC");
		json.put("indicator", IntStream.of(sent).mapToObj(Alphabet.LATIN26::symbol).collect(Collectors.joining()));
		Cipher received = JSON.treeToValue(json, Cipher.class);
		assertThat(JSON.<ObjectNode>valueToTree(received)).isEqualTo(json);
		assertThat(received.over(Alphabet.LATIN26).encrypt(new int[100]))
			.isEqualTo(message.over(Alphabet.LATIN26).encrypt(new int[100]));
	}

	@Test
	void anIndicatorIsNotForPositionsOfEachMessage() {
		ObjectNode json = read(I.replace("'positions':'AAA'", "'positions':{'any':true},'indicator':'ABC'"));
		Cipher cipher = JSON.treeToValue(json, Cipher.class);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> cipher.anyKey(Alphabet.LATIN26)).faults()
			.get(0)
			.pointer()).isEqualTo("/indicator");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "pins | 'ABC' | /pins | there are 1",
			"pins | 'A AW - - - -' | /pins | wheel 2", "pins | 'AA - - - - -' | /pins | once at most",
			"pins | 'A1 - - - - -' | /pins | wheel 1", "lugs | '0-4*26' | /lugs | there are 26",
			"lugs | '0-4*28' | /lugs | there are 28", "lugs | '0-7*27' | /lugs | 0 to 6",
			"lugs | '3-3*27' | /lugs | same wheel", "lugs | '' | /lugs | pairs of wheels",
			"positions | 'AAAAA' | /positions | six letters", "positions | 'AAAAAR' | /positions | wheel 6",
			"positions | {'random':{'length':[6,6]}} | /positions/random/length | not for",
			"positions | {'random':{}} | /positions | given", "systemIndicator | '' | /systemIndicator | a letter",
			"systemIndicator | 'ÄA' | /systemIndicator | a letter" })
	void pointsAtThePartOfAnM209(String name, String value, String pointer, String detail) {
		verify("{'type':'m-209','pins':'A A A A A A','lugs':'0-1*27','positions':'AAAAAA'}", name, value, pointer,
				detail);
	}

	/**
	 * With no pin set every letter of the tape is Z, which only the first two wheels
	 * have.
	 */
	@Test
	void aTapeMayHaveNoLetterForAWheel() {
		verify("{'type':'m-209','pins':'- - - - - -','lugs':'0-1*27','positions':'AAAAAA'}", "systemIndicator", "'A'",
				"/systemIndicator", "give none");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "order | '1 2 3' | /order | numbers 1 to 25 once",
			"order | '' | /order | one symbol", "order | '1 x' | /order | numbers with spaces",
			"order | 'É' | /order | outside", "order | {'random':{'length':[3,9]}} | /order/random/length | 25",
			"generatrices | [] | /generatrices | at least one", "generatrices | [1,0] | /generatrices/1 | between 1",
			"generatrices | [26] | /generatrices/0 | between 1 and 25",
			"generatrices | [-2147483648] | /generatrices/0 | between 1 and 25",
			"generatrices | [null] | /generatrices/0 | between", "disks | [] | /disks | at least one",
			"disks | [null] | /disks/0 | 26 symbols once", "disks | ['ABC'] | /disks/0 | 26 symbols once" })
	void pointsAtThePartOfAnM94(String name, String value, String pointer, String detail) {
		verify("{'type':'m-94','order':'ARMY','generatrices':[3]}", name, value, pointer, detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "'1 2 3' | has 3", "'AB.C' | position 2",
			"'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 "
					+ "39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 53' | 53 again",
			"'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 "
					+ "39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 1X' | not 1X",
			"'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 "
					+ "39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 55' | not 55" })
	void pointsAtTheDeck(String key, String detail) {
		verify("{'type':'solitaire'}", "key", key, "/key", detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'m-209','pins':'A','lugs':'A','positions':'A'} | ABC",
					"{'type':'m-94','order':'A','generatrices':[1]} | ABCDEFGHIKLMNOPQRSTUVWXYZ",
					"{'type':'solitaire','key':'A'} | ABCDEFGHIKLMNOPQRSTUVWXYZ",
					"{'type':'m-209','pins':'A','lugs':'A','positions':'A'} | ABCDEFGHIJKLMNOPQRSTUVWXYZ 0" })
	void refusesAlphabets(String cipher, String alphabet) {
		Cipher read = JSON.treeToValue(read(cipher), Cipher.class);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> read.requireAlphabet(Alphabet.of(alphabet))).faults()
			.get(0)
			.pointer()).isEmpty();
	}

	/** Bazeries had French disks. */
	@Test
	void disksOfAnotherAlphabet() {
		Alphabet three = Alphabet.of("ÄÖÜ");
		Cipher cipher = JSON.treeToValue(
				read("{'type':'m-94','order':'2 1','generatrices':[1],'disks':['ÄÖÜ','ÖÄÜ','ÜÄÖ']}"), Cipher.class);
		assertThat(TextCipher.of(cipher, three, null).encrypt("äÖÜÄ")).isEqualTo("üÜÖÖ");
		assertThat(cipher.withKeyDrawn(three, new Random(1))).isSameAs(cipher);
	}

	private static void verify(String cipher, String name, String value, String pointer, String detail) {
		ObjectNode json = read(cipher);
		json.set(name, JSON.readTree(value.replace('\'', '"')));
		verify(json, pointer, detail);
	}

	private static void verify(ObjectNode json, String pointer, String detail) {
		Cipher cipher = JSON.treeToValue(json, Cipher.class);
		boolean drawn = pointer.contains("/random/");
		InvalidInput.Fault fault = catchThrowableOfType(InvalidInput.class,
				() -> (drawn ? cipher.withKeyDrawn(Alphabet.LATIN26, new Random(1)) : cipher).over(Alphabet.LATIN26))
			.faults()
			.get(0);
		assertThat(fault.pointer()).isEqualTo(pointer);
		assertThat(fault.detail()).contains(detail);
	}

	private static ObjectNode read(String quoted) {
		return (ObjectNode) JSON.readTree(quoted.replace('\'', '"'));
	}

}
