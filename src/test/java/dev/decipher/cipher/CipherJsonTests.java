package dev.decipher.cipher;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
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
			"{'type':'vigenere','key':{'random':{'length':[3,6]}}}", "{'type':'substitution','key':{'random':{}}}" })
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
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{'type':'caesar'} | /cipher/shift", "{'type':'caesar','shift':null} | /cipher/shift",
					"{'type':'affine','b':1} | /cipher/a", "{'type':'affine','a':1} | /cipher/b",
					"{'type':'vigenere'} | /cipher/key", "{'type':'substitution'} | /cipher/key",
					"{'type':'vigenere','key':5} | /cipher/key", "{'type':'vigenere','key':['A']} | /cipher/key",
					"{'type':'vigenere','key':{}} | /cipher/key/random",
					"{'type':'vigenere','key':{'random':false}} | /cipher/key/random",
					"{'type':'vigenere','key':{'random':{'size':3}}} | /cipher/key/random/size",
					"{'type':'vigenere','key':{'random':{},'fixed':1}} | /cipher/key/fixed",
					"{'type':'vigenere','key':{'any':{'length':[3,6]}}} | /cipher/key/any",
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
	@ValueSource(strings = { "{}", "{\"type\":\"rot14\"}", "{\"shift\":1}", "\"caesar\"", "[]" })
	void refusesWhatIsNoCipher(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Cipher.class));
	}

	@Test
	void theCatalogueHasEveryCipherWithAnExampleThatWorks() {
		List<CipherCatalogue.Entry> entries = new CipherCatalogue(this.mapper).entries();
		assertThat(entries).hasSize(Cipher.class.getPermittedSubclasses().length)
			.extracting(CipherCatalogue.Entry::type)
			.doesNotHaveDuplicates()
			.contains("caesar", "rot13", "atbash", "affine", "substitution", "vigenere");
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.description()).isNotBlank();
			assertThat(entry.parameters()).allSatisfy((parameter) -> {
				assertThat(parameter.type()).isIn("integer", "key");
				assertThat(parameter.description()).isNotBlank();
			});
			Alphabet alphabet = entry.alphabet();
			entry.example().requireAlphabet(alphabet);
			assertThat(entry.example().over(alphabet).encrypt(new int[] { 0, 1, 2 })).hasSize(3);
			assertThat(this.mapper.valueToTree(entry.example()).path("type").stringValue()).isEqualTo(entry.type());
			assertThat(this.mapper.valueToTree(entry.example()).propertyNames())
				.containsAll(entry.parameters().stream().map(CipherCatalogue.Parameter::name).toList());
		});
		assertThat(Arrays.stream(Cipher.class.getPermittedSubclasses())).allMatch(Class::isRecord)
			.allMatch((type) -> type.getAnnotation(Schema.class)
				.name()
				.equals(type.getAnnotation(JsonTypeName.class).value()));
	}

	private static String step(JacksonException.Reference reference) {
		return "/" + ((reference.getPropertyName() != null) ? reference.getPropertyName() : reference.getIndex());
	}

}
