package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CipherJsonTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	record Holder(Cipher cipher) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'caesar','shift':13}", "{'type':'rot13'}", "{'type':'atbash'}",
			"{'type':'affine','a':5,'b':8}", "{'type':'substitution','key':'BA'}", "{'type':'vigenere','key':'LEMON'}",
			"{'type':'vigenere','key':{'random':{'length':[3,6]}}}", "{'type':'substitution','key':{'random':{}}}",
			"{'type':'vigenere','key':{'any':{'length':[3,6]}}}", "{'type':'autokey','key':{'any':{}}}",
			"{'type':'rot47'}", "{'type':'running-key','text':'Errors'}", "{'type':'trithemius'}",
			"{'type':'progressive','key':'A','step':-1}", "{'type':'bifid','key':'A','period':7}",
			"{'type':'four-square','key1':'A','key2':{'random':{}}}", "{'type':'columnar','key':'ZEBRAS'}",
			"{'type':'columnar','key':'ZEBRAS','block':24}",
			"{'type':'double-columnar','key1':'AB','key2':'BA','block':1}", "{'type':'rail-fence','rails':3}",
			"{'type':'scytale','columns':3,'block':10000}", "{'type':'nihilist','key':'A','squareKey':'B'}",
			"{'type':'homophonic','key':{'E':['01','17'],'A':['02']}}",
			"{'type':'homophonic','key':{'random':{'length':[1,4]}}}", "{'type':'chaocipher','left':'AB','right':'BA'}",
			"{'type':'enigma','model':'M4'}",
			"{'type':'enigma','model':'I','rotors':['II','V','III'],'reflector':'B','rings':'BUL','positions':'ABL',"
					+ "'plugboard':'AV BS CG'}",
			"{'type':'enigma','model':'M3','rotors':{'random':{}},'positions':{'any':{}}}" })
	void isWrittenAsItWasRead(String quoted) {
		String json = quoted.replace('\'', '"');
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(json, Cipher.class))).isEqualTo(json);
		String held = "{\"cipher\":" + json + "}";
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(held, Holder.class))).isEqualTo(held);
	}

	@Test
	void takesTrueForALengthLeftToTheCipher() {
		assertThat(this.mapper.readValue("{\"type\":\"vigenere\",\"key\":{\"random\":true}}", Cipher.class))
			.isEqualTo(new Vigenere(new Key.Random(null)));
		assertThat(this.mapper.readValue("{\"type\":\"vigenere\",\"key\":{\"any\":true}}", Cipher.class))
			.isEqualTo(new Vigenere(new Key.Any(null)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{'type':'caesar'} | /cipher/shift",
			"{'type':'caesar','shift':null} | /cipher/shift", "{'type':'affine','b':1} | /cipher/a",
			"{'type':'affine','a':1} | /cipher/b", "{'type':'vigenere'} | /cipher/key",
			"{'type':'substitution'} | /cipher/key", "{'type':'vigenere','key':5} | /cipher/key",
			"{'type':'vigenere','key':['A']} | /cipher/key", "{'type':'vigenere','key':{}} | /cipher/key/random",
			"{'type':'vigenere','key':{'random':false}} | /cipher/key/random",
			"{'type':'vigenere','key':{'random':{'size':3}}} | /cipher/key/random/size",
			"{'type':'vigenere','key':{'random':{},'fixed':1}} | /cipher/key/fixed",
			"{'type':'vigenere','key':{'any':false}} | /cipher/key/any",
			"{'type':'vigenere','key':{'any':{},'random':{}}} | /cipher/key/random",
			"{'type':'vigenere','key':{'any':{'length':[0,1]}}} | /cipher/key/any/length/0",
			"{'type':'running-key'} | /cipher/text", "{'type':'beaufort'} | /cipher/key",
			"{'type':'progressive','key':'A'} | /cipher/step", "{'type':'progressive','step':1} | /cipher/key",
			"{'type':'bifid','key':'A'} | /cipher/period", "{'type':'bifid','period':5} | /cipher/key",
			"{'type':'bifid','key':'A','period':1} | /cipher/period",
			"{'type':'trifid','key':'A','period':1} | /cipher/period",
			"{'type':'bifid','key':'A','period':10001} | /cipher/period",
			"{'type':'four-square','key1':'A'} | /cipher/key2",
			"{'type':'two-square','key1':'A','key2':'B','direction':'up'} | /cipher/direction",
			"{'type':'rail-fence'} | /cipher/rails", "{'type':'rail-fence','rails':1} | /cipher/rails",
			"{'type':'rail-fence','rails':1001} | /cipher/rails", "{'type':'scytale'} | /cipher/columns",
			"{'type':'scytale','columns':1} | /cipher/columns",
			"{'type':'scytale','columns':2,'block':0} | /cipher/block",
			"{'type':'columnar','key':'AB','block':10001} | /cipher/block",
			"{'type':'double-columnar','key1':'AB','key2':'AB','block':-1} | /cipher/block",
			"{'type':'rail-fence','rails':2,'block':0} | /cipher/block",
			"{'type':'nihilist','key':'A'} | /cipher/squareKey", "{'type':'homophonic'} | /cipher/key",
			"{'type':'homophonic','key':'A'} | /cipher/key", "{'type':'homophonic','key':{'A':'1'}} | /cipher/key/A",
			"{'type':'homophonic','key':{'~':[1]}} | /cipher/key/~0/0",
			"{'type':'homophonic','key':{'random':false}} | /cipher/key/random",
			"{'type':'homophonic','key':{'random':{},'A':['1']}} | /cipher/key/A",
			"{'type':'homophonic','key':{'any':{}}} | /cipher/key/any",
			"{'type':'chaocipher','left':'A'} | /cipher/right", "{'type':'enigma'} | /cipher/model",
			"{'type':'enigma','model':'M5'} | /cipher/model",
			"{'type':'enigma','model':'I','rotors':'I'} | /cipher/rotors",
			"{'type':'enigma','model':'I','rotors':[1]} | /cipher/rotors/0",
			"{'type':'enigma','model':'I','rotors':{'any':true}} | /cipher/rotors/any",
			"{'type':'enigma','model':'I','rotors':{'random':{'length':[3,3]}}} | /cipher/rotors/random/length",
			"{'type':'enigma','model':'I','rings':{'any':true}} | /cipher/rings/any",
			"{'type':'enigma','model':'I','reflector':{'any':true}} | /cipher/reflector/any",
			"{'type':'enigma','model':'I','plugboard':{'any':true}} | /cipher/plugboard/any",
			"{'type':'vigenere','key':{'random':{'length':3}}} | /cipher/key/random/length",
			"{'type':'vigenere','key':{'random':{'length':null}}} | /cipher/key/random/length",
			"{'type':'vigenere','key':{'random':{'length':[3]}}} | /cipher/key/random/length",
			"{'type':'vigenere','key':{'random':{'length':[0,3]}}} | /cipher/key/random/length/0",
			"{'type':'vigenere','key':{'random':{'length':[3.0,6]}}} | /cipher/key/random/length/0",
			"{'type':'vigenere','key':{'random':{'length':[3,2]}}} | /cipher/key/random/length/1",
			"{'type':'vigenere','key':{'random':{'length':[3,'6']}}} | /cipher/key/random/length/1",
			"{'type':'vigenere','key':{'random':{'length':[3,1001]}}} | /cipher/key/random/length/1",
			"{'type':'vigenere','key':{'random':{'length':[3,99999999999]}}} | /cipher/key/random/length/1" })
	void refuses(String cipher, String pointer) {
		// apostrophes for quotation marks keep the table legible
		String json = "{\"cipher\":" + cipher.replace('\'', '"') + "}";
		DatabindException ex = catchThrowableOfType(DatabindException.class,
				() -> this.mapper.readValue(json, Holder.class));
		assertThat(ex).isNotNull();
		assertThat(ex.getCause()).isInstanceOf(InvalidInput.class);
		String prefix = ex.getPath().stream().map(CipherJsonTests::step).collect(Collectors.joining());
		assertThat(((InvalidInput) ex.getCause()).under(prefix).faults()).singleElement()
			.satisfies((fault) -> assertThat(fault.pointer()).isEqualTo(pointer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'substitution','key':?}", "{'type':'hill','key':?}",
			"{'type':'playfair','key':?}", "{'type':'bifid','key':?,'period':5}",
			"{'type':'four-square','key1':?,'key2':'A'}", "{'type':'four-square','key1':'A','key2':?}",
			"{'type':'columnar','key':?}", "{'type':'double-columnar','key1':?,'key2':'AB'}",
			"{'type':'double-columnar','key1':'AB','key2':?}", "{'type':'nihilist','key':?,'squareKey':'A'}",
			"{'type':'nihilist','key':'A','squareKey':?}", "{'type':'chaocipher','left':?,'right':'A'}",
			"{'type':'chaocipher','left':'A','right':?}" })
	void refusesAnyKeyWhereThereIsOne(String cipher) {
		String name = cipher.replaceAll(".*'(\\w+)':\\?.*", "$1");
		refuses(cipher.replace("?", "{'any':{'length':[3,6]}}"), "/cipher/" + name + "/any");
	}

	@Test
	void refusesTooLongAText() {
		String text = "A".repeat(100_000);
		assertThat(new RunningKey(text).over(Alphabet.LATIN26).maxLength()).isEqualTo(100_000);
		refuses("{'type':'running-key','text':'" + text + "A'}", "/cipher/text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"type\":\"rot14\"}", "{\"shift\":1}", "\"caesar\"", "[]" })
	void refusesWhatIsNoCipher(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Cipher.class));
	}

	@Test
	void theCatalogueHasEveryCipherWithAnExampleThatWorks() {
		List<CipherCatalogue.Entry> entries = CipherCatalogue.entries();
		assertThat(entries).hasSize((int) CipherCatalogue.types().count())
			.extracting(CipherCatalogue.Entry::type)
			.doesNotHaveDuplicates()
			.contains("caesar", "rot13", "atbash", "affine", "substitution", "vigenere");
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.description()).isNotBlank();
			assertThat(entry.parameters()).allSatisfy((parameter) -> {
				assertThat(parameter.type()).isIn("integer", "string", "key", "homophones", "rotors", "list");
				assertThat(parameter.description()).isNotBlank();
			});
			Alphabet alphabet = entry.alphabet();
			entry.example().requireAlphabet(alphabet);
			SymbolCipher symbolCipher = entry.example().over(alphabet);
			int[] plaintext = symbolCipher.prepare(new int[] { 0, 1, 2 });
			assertThat(symbolCipher.decrypt(symbolCipher.encrypt(plaintext))).isEqualTo(plaintext);
			assertThat(this.mapper.valueToTree(entry.example()).path("type").stringValue()).isEqualTo(entry.type());
			assertThat(this.mapper.valueToTree(entry.example()).propertyNames()).containsAll(entry.parameters()
				.stream()
				.filter((parameter) -> !parameter.optional())
				.map(CipherCatalogue.Parameter::name)
				.toList());
		});
		assertThat(CipherCatalogue.types()).allMatch(Class::isRecord);
	}

	private static String step(JacksonException.Reference reference) {
		return "/" + ((reference.getPropertyName() != null) ? reference.getPropertyName() : reference.getIndex());
	}

}
