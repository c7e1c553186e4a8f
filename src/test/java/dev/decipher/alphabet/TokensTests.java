package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TokensTests {

	private static final Tokens SECRET = Tokens.of(List.of("03", "11", "17", "Aa", "aa", "B"));

	private final JsonMapper mapper = JsonMapper.shared();

	@Test
	void readsTokensAndDropsTheSpaceBetween() {
		Message message = SECRET.read("  17 03\t\u00a0\u3000 11\r\n");
		assertThat(message.symbols()).containsExactly(2, 0, 1);
		assertThat(message.positions()).isEqualTo(3);
		assertThat(message.given(1)).isEqualTo("03");
		assertThat(message.write(new int[] { 18, 4, 2 }, Alphabet.LATIN26)).isEqualTo("SEC");
		assertThat(message.written(0, 18, Alphabet.LATIN26)).isEqualTo("S");
		assertThat(SECRET.read(" \n").positions()).isZero();
		assertThat(SECRET.read("").write(new int[0], Alphabet.LATIN26)).isEmpty();
	}

	@Test
	void letsForeignTokensPassAsTheyAre() {
		Message message = SECRET.read("17 03 , 11 \ud83d\ude00x");
		assertThat(message.symbols()).containsExactly(2, 0, 1);
		assertThat(message.positions()).isEqualTo(5);
		assertThat(message.symbolAt(2)).isEqualTo(-1);
		assertThat(message.symbolAt(3)).isEqualTo(2);
		assertThat(message.given(4)).isEqualTo("\ud83d\ude00x");
		assertThat(message.write(new int[] { 18, 4, 2 }, Alphabet.LATIN26)).isEqualTo("SE,C\ud83d\ude00x");
		assertThat(message.write(new int[] { 0, 1, 2 }, SECRET)).isEqualTo("03 11 , 17 \ud83d\ude00x");
	}

	@Test
	void keepsLineBreaksWhereTheyPass() {
		Message message = SECRET.read("17 03\r\n\n11 \n", true);
		assertThat(message.write(new int[] { 18, 4, 2 }, Alphabet.LATIN26)).isEqualTo("SE\r\n\nC\n");
		assertThat(message.given(2)).isEqualTo("\r");
		assertThat(message.length()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "Aa, 3", "aa, 4", "AA, 4", "aA, 4", "b, 5", "17, 2", "7, -1", "171, -1" })
	void prefersTheTokenItselfThenUpperThenLowerCase(String token, int index) {
		assertThat(SECRET.indexOf(token)).isEqualTo(index);
	}

	@Test
	void writesLettersAsTokensWithTheForeignOnesBetween() {
		Message message = Alphabet.of("abc").read("aB, c!\n\ud83d\ude00?");
		assertThat(message.write(new int[] { 2, 0, 1 }, SECRET)).isEqualTo("17 03 , 11 ! \ud83d\ude00 ?");
		assertThat(message.written(1, 5, SECRET)).isEqualTo("B");
	}

	@Test
	void isJsonOfTokensAndOfAlphabets() {
		Tokens tokens = Tokens.of(List.of("01", "17"));
		String json = "{\"tokens\":\"whitespace\",\"symbols\":[\"01\",\"17\"]}";
		assertThat(this.mapper.writeValueAsString(tokens)).isEqualTo(json);
		assertThat(this.mapper.readValue(json, Symbols.class)).isEqualTo(tokens).hasSameHashCodeAs(tokens);
		assertThat(this.mapper.readValue(json, Tokens.class)).isEqualTo(tokens).hasToString("01 17");
		assertThat(this.mapper.readValue("\"latin27\"", Symbols.class)).isSameAs(Alphabet.LATIN27);
		Symbols custom = Alphabet.of("abc", "a");
		assertThat(this.mapper.readValue(this.mapper.writeValueAsString(custom), Symbols.class)).isEqualTo(custom);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!',
			value = { "{\"tokens\": \"whitespace\"}|/symbols",
					"{\"tokens\": \"commas\", \"symbols\": [\"1\", \"2\"]}|/tokens",
					"{\"tokens\": 1, \"symbols\": [\"1\", \"2\"]}|/tokens",
					"{\"tokens\": \"whitespace\", \"symbols\": \"12\"}|/symbols",
					"{\"tokens\": \"whitespace\", \"symbols\": [\"1\", 2]}|/symbols/1",
					"{\"tokens\": \"whitespace\", \"symbols\": [\"1\", \"2\"], \"foreign\": \"1\"}|/foreign",
					"{\"tokens\": \"whitespace\", \"symbols\": [\"1\"]}|/symbols",
					"{\"tokens\": \"whitespace\", \"symbols\": [\"1\", \"2\", \"1\"]}|/symbols/2", "[1]|", "3|" })
	void saysWhatIsWrongWithItsJson(String json, String pointer) {
		assertThat(faultsOf(() -> Symbols.fromJson(this.mapper.readTree(json)))).extracting(Fault::pointer)
			.containsExactly((pointer != null) ? pointer : "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "\u00a0", "a\u0085", "\0", "\ud800", "a\nb" })
	void refusesWhatIsNoToken(String token) {
		assertThat(faultsOf(() -> Tokens.of(List.of("a", token)))).extracting(Fault::pointer)
			.containsExactly("/symbols/1");
	}

	@Test
	void hasAsManyTokensAsANetworkCanTell() {
		List<String> tokens = new ArrayList<>(IntStream.range(0, 4096).mapToObj(String::valueOf).toList());
		assertThat(Tokens.of(tokens).size()).isEqualTo(4096);
		tokens.add("more");
		assertThat(faultsOf(() -> Tokens.of(tokens)))
			.containsExactly(new Fault("/symbols", "must be between 2 and 4096 tokens, not 4097"));
		assertThat(Tokens.of(List.of("a".repeat(64), "b")).symbol(0)).hasSize(64);
		assertThat(faultsOf(() -> Tokens.of(List.of("a".repeat(65), "b")))).hasSize(1);
	}

	@Test
	void refusesALoneSurrogate() {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> SECRET.read("17 \ud800"))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::pointer).containsExactly(""));
	}

	@Test
	void collectsTheTokensOfCiphertexts() {
		TokenCollector collector = new TokenCollector();
		collector.add("17 03 , 11\n!", Alphabet.LATIN26.read("SE, C!"));
		collector.add("99 -", Alphabet.LATIN26.read("SE"));
		collector.add("03 ? 03 4", Alphabet.LATIN26.read("E.E"));
		assertThat(collector.tokens()).isEqualTo(Tokens.of(List.of("-", "03", "11", "17", "4", "99", "?")));
	}

	@Test
	void collectsNeitherTooFewNorTooMany() {
		Message plaintext = Alphabet.LATIN26.read("");
		TokenCollector collector = new TokenCollector();
		collector.add("1 1 1", plaintext);
		assertThat(faultsOf(collector::tokens)).extracting(Fault::pointer).containsExactly("");
		collector.add(String.join(" ", IntStream.range(0, 4096).mapToObj(String::valueOf).toList()), plaintext);
		assertThat(collector.tokens().size()).isEqualTo(4096);
		assertThat(faultsOf(() -> collector.add("1 x", plaintext))).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).contains("4096"));
		assertThat(faultsOf(() -> new TokenCollector().add("a".repeat(65), plaintext))).hasSize(1);
	}

	@Test
	void isComparedWithPlaintextWhoseSpacesCountForNothing() {
		Message ciphertext = SECRET.read("17 03 , 11");
		assertThat(KnownPairs.mismatch(ciphertext, Alphabet.LATIN26.read("SE,C"))).isNull();
		assertThat(KnownPairs.mismatch(ciphertext, Alphabet.LATIN26.read(" S E, C\n"))).isNull();
		assertThat(KnownPairs.mismatch(ciphertext, Alphabet.LATIN26.read("SEC")))
			.isEqualTo("has a foreign character (,) at position 2 of the ciphertext only");
		assertThat(KnownPairs.mismatch(SECRET.read("17 03 11"), Alphabet.LATIN26.read("S E-C")))
			.isEqualTo("has a foreign character (-) at position 3 of the plaintext only");
		assertThat(KnownPairs.mismatch(SECRET.read("17 99 03"), Alphabet.LATIN26.read("SE")))
			.isEqualTo("has a foreign token (99) at position 1 of the ciphertext only");
		assertThat(KnownPairs.mismatch(ciphertext, Alphabet.LATIN27.read("SE,C")))
			.isEqualTo("ciphertext has 3 symbols, plaintext 4");
	}

	@Test
	void readsAMillionCharacters() {
		String text = String.join(" ", Collections.nCopies(333_333, "17"));
		Message message = SECRET.read(text);
		assertThat(message.length()).isEqualTo(333_333);
		assertThat(message.write(message.symbols(), SECRET)).isEqualTo(text);
	}

	private static List<Fault> faultsOf(Runnable call) {
		return catchThrowableOfType(InvalidInput.class, call::run).faults();
	}

}
