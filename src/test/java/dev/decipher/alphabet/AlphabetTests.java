package dev.decipher.alphabet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AlphabetTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	@Test
	void hasItsSymbolsInOrder() {
		assertThat(Alphabet.LATIN27.size()).isEqualTo(27);
		assertThat(Alphabet.LATIN27.symbol(0)).isEqualTo("A");
		assertThat(Alphabet.LATIN27.symbol(26)).isEqualTo("-");
		assertThat(Alphabet.LATIN27.codePoint(25)).isEqualTo('Z');
		assertThat(Alphabet.LATIN27.isForeignPassedThrough()).isFalse();
		assertThat(Alphabet.LATIN26.isForeignPassedThrough()).isTrue();
		assertThat(Alphabet.of("😀אb").symbol(0)).isEqualTo("😀");
		assertThat(Alphabet.of("😀אb").size()).isEqualTo(3);
	}

	@ParameterizedTest
	// the last three: sharp s has no simple upper case, dotless i has I, the Kelvin sign
	// is an upper case of k
	@CsvSource({ "A, 0", "z, 25", "-, -1", "é, -1", "ß, -1", "ı, 8", "\u212a, -1" })
	void readsThroughSimpleCaseMappings(String character, int index) {
		assertThat(Alphabet.LATIN26.indexOf(character.codePointAt(0))).isEqualTo(index);
	}

	@Test
	void prefersTheCharacterItselfThenUpperThenLowerCase() {
		Alphabet alphabet = Alphabet.of("aAbC");
		assertThat(alphabet.indexOf('a')).isEqualTo(0);
		assertThat(alphabet.indexOf('A')).isEqualTo(1);
		assertThat(alphabet.indexOf('B')).isEqualTo(2);
		assertThat(alphabet.indexOf('c')).isEqualTo(3);
		assertThat(alphabet.indexOf(0x10ffff)).isEqualTo(-1);
		assertThat(Alphabet.of("дЖ").indexOf('ж')).isEqualTo(1);
		assertThat(Alphabet.of("𐐀𐐁").indexOf("𐐨".codePointAt(0))).isEqualTo(0);
	}

	@Test
	void readsJAsIInTheAlphabetOfSquares() {
		assertThat(Alphabet.LATIN25.size()).isEqualTo(25);
		assertThat(Alphabet.LATIN25.indexOf('J')).isEqualTo(8);
		assertThat(Alphabet.LATIN25.indexOf('j')).isEqualTo(8);
		assertThat(Alphabet.LATIN25.indexOf('K')).isEqualTo(9);
	}

	@Test
	void isEqualByValue() {
		assertThat(Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ")).isSameAs(Alphabet.LATIN26);
		assertThat(Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-", "-")).isSameAs(Alphabet.LATIN27);
		assertThat(Alphabet.of("ABCDEFGHIKLMNOPQRSTUVWXYZ")).isSameAs(Alphabet.LATIN25);
		assertThat(Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")).isNotEqualTo(Alphabet.LATIN27);
		assertThat(Alphabet.of("abc", "a")).isEqualTo(Alphabet.of("abc", "a"))
			.hasSameHashCodeAs(Alphabet.of("abc", "a"))
			.isNotEqualTo(Alphabet.of("abc", "b"))
			.isNotEqualTo(Alphabet.of("acb", "a"));
		assertThat(Alphabet.of("abc").name()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "ABA", "😀😀", "AB\0", "A\ud800", "\udc00A" })
	void refusesSymbols(String symbols) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Alphabet.of(symbols))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::pointer).containsExactly("/symbols"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AB", "C", "a", "\0", "\ud800" })
	void refusesForeign(String foreign) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Alphabet.of("AB", foreign))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::pointer).containsExactly("/foreign"));
	}

	@Test
	void holdsUpTo256Symbols() {
		assertThat(Alphabet.of(symbols(256)).size()).isEqualTo(256);
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Alphabet.of(symbols(257)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"latin26\"", "\"latin27\"", "\"latin25\"", "{\"symbols\":\"0123\"}",
			"{\"symbols\":\"0123\",\"foreign\":\"0\"}" })
	void isWrittenToJsonAsItWasRead(String json) {
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(json, Alphabet.class))).isEqualTo(json);
	}

	@Test
	void isWrittenByItsName() {
		Alphabet alphabet = this.mapper.readValue("{\"symbols\":\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\",\"foreign\":null}",
				Alphabet.class);
		assertThat(this.mapper.writeValueAsString(alphabet)).isEqualTo("\"latin26\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"latin28\" | ''", "26 | ''", "[] | ''", "{} | /symbols", "{\"symbols\":5} | /symbols",
					"{\"symbols\":\"AB\",\"foreign\":1} | /foreign", "{\"symbols\":\"AB\",\"a/b\":1} | /a~1b",
					"{\"symbols\":\"A\"} | /symbols" })
	void refusesJson(String json, String pointer) {
		DatabindException ex = catchThrowableOfType(DatabindException.class,
				() -> this.mapper.readValue(json, Alphabet.class));
		assertThat(ex).hasRootCauseInstanceOf(InvalidInput.class);
		assertThat(((InvalidInput) ex.getCause()).faults()).extracting(Fault::pointer).containsExactly(pointer);
	}

	@Test
	void listsTheKnownNames() {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readValue("\"klingon\"", Alphabet.class))
			.withMessageContaining("latin26, latin27, latin25");
	}

	private static String symbols(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Character.toString(0x4e00 + i)).collect(Collectors.joining());
	}

}
