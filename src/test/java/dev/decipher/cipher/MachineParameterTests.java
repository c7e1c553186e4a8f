package dev.decipher.cipher;

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

	private static void verify(String cipher, String name, String value, String pointer, String detail) {
		ObjectNode json = read(cipher);
		json.set(name, JSON.readTree(value.replace('\'', '"')));
		verify(json, pointer, detail);
	}

	private static void verify(ObjectNode json, String pointer, String detail) {
		Cipher cipher = JSON.treeToValue(json, Cipher.class);
		InvalidInput.Fault fault = catchThrowableOfType(InvalidInput.class, () -> cipher.over(Alphabet.LATIN26))
			.faults()
			.get(0);
		assertThat(fault.pointer()).isEqualTo(pointer);
		assertThat(fault.detail()).contains(detail);
	}

	private static ObjectNode read(String quoted) {
		return (ObjectNode) JSON.readTree(quoted.replace('\'', '"'));
	}

}
