package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Parameters of substitution ciphers that can't work. */
class SubstitutionParameterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "{'type':'keyword','key':''} | /cipher/key",
			"{'type':'keyword','key':'A1'} | /cipher/key", "{'type':'keyword','key':'A','form':'K3'} | /cipher/shift",
			"{'type':'keyword','key':'A','form':'K3','shift':-26} | /cipher/shift",
			"{'type':'keyword','key':'A','form':'K4','key2':'?'} | /cipher/key2",
			"{'type':'keyword','key':{'random':{'length':[27,30]}}} | /cipher/key/random/length/0",
			"{'type':'polybius','labels':'12345'} | /cipher/labels", "{'type':'polybius','labels':'123456'} | ''",
			"{'type':'polybius','labels':'ABCDEFG'} | /cipher/labels",
			"{'type':'polybius','labels':'ABCDEA'} | /cipher/labels",
			"{'type':'polybius','labels':'A'} | /cipher/labels",
			"{'type':'polybius','labels':'ABC DE'} | /cipher/labels",
			"{'type':'polybius','columnLabels':'AA'} | /cipher/columnLabels",
			"{'type':'polybius','key':'3'} | /cipher/key",
			"{'type':'nomenclator','letters':{'?':['1']}} | /cipher/letters/?",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['1']}} | /cipher/letters/B/0",
			"{'type':'nomenclator','letters':{'A':['1']}} | /cipher/letters",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'words':{'B':['3']}} | /cipher/words/B",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'words':{'AB':[]}} | /cipher/words/AB",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'words':{'AB':['2']}} | /cipher/words/AB/0",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'words':{'AB':['3'],'a b':['4']}} "
					+ "| /cipher/words/a b",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'words':{'random':{}}} | /cipher/words",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'nulls':['3','2']} | /cipher/nulls/1",
			"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'nulls':['3 4']} | /cipher/nulls/0",
			"{'type':'homophonic','key':{'A':['1'],'C':['2']}} | /text" })
	void pointsAtTheKey(String json, String pointer) {
		Cipher cipher = read(json);
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> new CipherController()
			.encrypt(new CipherApi.EncryptRequest("AB", cipher, Alphabet.LATIN26, null, null)));
		assertThat((refusal != null) ? refusal.faults().get(0).pointer() : "").isEqualTo(pointer.replace("''", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'keyword'} | /key", "{'type':'keyword','key':'A','form':'K5'} | /form",
					"{'type':'keyword','key':'A','form':'K4'} | /key2",
					"{'type':'keyword','key':'A','key2':'B'} | /key2", "{'type':'a1z26','start':-1} | /start",
					"{'type':'a1z26','separator':'x'} | /separator", "{'type':'a1z26','separator':''} | /separator",
					"{'type':'polybius','order':'diagonal'} | /order", "{'type':'bacon','letters':25} | /letters",
					"{'type':'bacon','symbols':'ABC'} | /symbols", "{'type':'bacon','symbols':'AA'} | /symbols",
					"{'type':'bacon','symbols':'A '} | /symbols", "{'type':'morse','dot':''} | /dot",
					"{'type':'morse','dot':'-'} | /dash", "{'type':'morse','dash':'. '} | /dash",
					"{'type':'morse','letterSeparator':''} | /letterSeparator",
					"{'type':'morse','wordSeparator':'.'} | /wordSeparator",
					"{'type':'morse','wordSeparator':' '} | /wordSeparator",
					"{'type':'morse','wordSeparator':'a b'} | /wordSeparator", "{'type':'tap-code','form':'x'} | /form",
					"{'type':'key-phrase'} | /key", "{'type':'numbered-key'} | /key",
					"{'type':'tridigital','key':'A'} | /columns", "{'type':'grandpre'} | /words",
					"{'type':'grandpre','words':['A','B','C','D','E']} | /words",
					"{'type':'grandpre','words':['A','B','C','D','E','F'],'labels':'12345'} | /labels",
					"{'type':'checkerboard','key':'A','rows':'BLACK'} | /columns",
					"{'type':'checkerboard','key':'A','rows':'BLACK SHEEP','columns':'WHITE'} | /rows",
					"{'type':'checkerboard','key':'A','rows':'BLACK HORS','columns':'WHITE'} | /rows",
					"{'type':'syllabary','rows':'0123456788'} | /rows", "{'type':'syllabary','columns':''} | /columns",
					"{'type':'syllabary','table':['A']} | /table", "{'type':'nomenclator'} | /letters",
					"{'type':'nomenclator','letters':{'A':'1'}} | /letters/A" })
	void pointsAtTheParameter(String json, String pointer) {
		DatabindException refusal = catchThrowableOfType(DatabindException.class, () -> read(json));
		assertThat(refusal).isNotNull();
		String path = refusal.getPath()
			.stream()
			.map((reference) -> "/" + reference.getPropertyName())
			.reduce("", String::concat);
		assertThat(((InvalidInput) refusal.getCause()).under(path).faults()).singleElement()
			.satisfies((fault) -> assertThat(fault.pointer()).isEqualTo(pointer));
	}

	@ParameterizedTest
	@CsvSource({ "{'type':'morse'}, latin27, false", "{'type':'bacon'}, latin36, true",
			"{'type':'tap-code'}, latin36, false" })
	void asksForAnAlphabet(String json, String name, boolean refused) {
		Alphabet alphabet = name.equals("latin36") ? Alphabet.LATIN36 : Alphabet.LATIN27;
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
				() -> TextCipher.of(read(json), alphabet, null));
		assertThat(refusal != null).isEqualTo(refused);
	}

	private static Cipher read(String json) {
		return JsonMapper.shared().readValue(json.replace('\'', '"'), Cipher.class);
	}

}
