package dev.decipher.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.Tokens;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PairAlignmentTests {

	private static final JsonMapper json = JsonMapper.shared();

	private static final DataRequest TOKENS = request("{\"ciphertext\": {\"tokens\": \"whitespace\"}}");

	@TempDir
	Path folder;

	private static DataRequest request(String data) {
		return json.readValue(data, DataRequest.class);
	}

	/** The source that pairs make, and the pairs' ciphertexts and plaintexts. */
	private PairsSource plan(DataRequest request, String... texts) {
		List<DataRequest.Pair> pairs = new ArrayList<>();
		for (int i = 0; i < texts.length; i += 2) {
			pairs.add(new DataRequest.Pair(texts[i], texts[i + 1]));
		}
		try (Source.Planned planned = PairsSource.plan(request, PairInput.of(pairs), null,
				new TemporaryFiles(this.folder))) {
			return (PairsSource) planned.source();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Fault> faults(DataRequest request, String... texts) {
		return catchThrowableOfType(InvalidInput.class, () -> plan(request, texts)).faults();
	}

	private static String alignment(PairsSource source) {
		return json.writeValueAsString(source.alignment());
	}

	/** By ROT13; a slash stands for the end of a line. */
	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|',
			value = { "URYYBJBEYQ|HELLO WORLD", "URYYB JBEYQ|HELLOWORLD", "URYYBJBEYQ|Hello, world!",
					"URYYB,JBEYQ!|HELLO, WORLD!", "uryyb jbeyq|Hello, world!", "URYYB JBEYQ|HE LLO WORLD",
					"URY YBJ BEY Q|HELLO, WORLD", "URYY/BJBE/YQ|HELLO WORLD", "URYYB-JBEYQ|HELLOWORLD" })
	void dropsWhatOneSideLacks(String ciphertext, String plaintext) {
		String lines = ciphertext.replace('/', '\n');
		PairsSource source = plan(DataRequest.EMPTY, lines, plaintext, "NOP", "ABC");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(source.ciphertext()).isNull();
		assertThat(alignment(source)).isEqualTo("{\"spaces\":true}");
		assertThat(plan(request("{\"alphabet\": \"latin26\"}"), lines, plaintext, "NOP", "ABC")).isEqualTo(source);
	}

	@Test
	void dropsWhatOneSideLacksBehindKeys() {
		PairsSource source = plan(DataRequest.EMPTY, "KEY:URYYBJBEYQ", "HELLO WORLD", "AB:NOP", "A, BC");
		assertThat(alignment(source)).isEqualTo("{\"spaces\":true}");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(source.format().maxPrefixLength()).isEqualTo(4);
	}

	@Test
	void tellsOfTheOnePairThatIsNotAsTheOthers() {
		assertThat(faults(DataRequest.EMPTY, "URYYBJBEYQ", "HELLO WORLD", "URYYBJBEY", "HELLO WORLD", "NOPNOP",
				"ABC ABC", "N", "A "))
			.containsExactly(new Fault("/data/pairs/1", "ciphertext has 9 symbols, plaintext 10"));
	}

	@Test
	void takesOtherAlphabetsWithoutBlanks() {
		PairsSource source = plan(DataRequest.EMPTY, "#@!!$%$&!*", "HELLO WORLD", "###", "HHH");
		assertThat(source.alphabet()).isEqualTo(Alphabet.of("DEHLORW"));
		assertThat(source.format().symbols()).isEqualTo(Alphabet.of("!#$%&*@"));
		assertThat(alignment(source)).isEqualTo("{\"spaces\":true}");
		// a hyphen that is enciphered, and a blank that isn't
		source = plan(DataRequest.EMPTY, "FUVEMVEMNMERPDRF", "THIS-IS-A- SECRET", "N-", "AM");
		assertThat(source.alphabet()).isEqualTo(Alphabet.of(Alphabet.LATIN27.symbols()));
		source = plan(TOKENS, "08 05 12 12 15", "HELLO!", "08 05", "H-E");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(alignment(source)).isEqualTo("{\"spaces\":true}");
	}

	@Test
	void saysNothingOfPairsThatSimplyMatch() {
		assertThat(plan(DataRequest.EMPTY, "Uryyb, jbeyq!", "Hello, world!", "N", "A").alignment()).isNull();
		assertThat(plan(DataRequest.EMPTY, "FUVEMVEMNMERPDRF", "THIS-IS-A-SECRET", "N", "A").alignment()).isNull();
		assertThat(plan(TOKENS, "08 05 12 12 15", "HE LLO", "08 05", "HE").alignment()).isNull();
	}

	private static final String POLYBIUS = "23 15 31 31 34";

	@Test
	void findsARatio() {
		PairsSource source = plan(DataRequest.EMPTY, "2315313134", "HELLO", "5234423114", "WORLD");
		assertThat(alignment(source)).isEqualTo("{\"ratio\":2}");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(source.format().symbols()).isEqualTo(Tokens.all(Alphabet.of("12345"), 2));
		assertThat(json.readValue(json.writeValueAsString(source), Source.class)).isEqualTo(source);
		// blanks are dropped on either side
		assertThat(plan(DataRequest.EMPTY, POLYBIUS, "HELLO", "52344 23114", "WORLD")).isEqualTo(source);
		assertThat(plan(DataRequest.EMPTY, "2315313134", "hel lo", "52344 23114", "World")).isEqualTo(source);
		assertThat(plan(request("{\"ciphertext\": {\"tokens\": {\"length\": 2}}}"), POLYBIUS, "HELLO", "5234423114",
				"WORLD"))
			.isEqualTo(source);
		assertThat(alignment(plan(DataRequest.EMPTY, "2315313134", "Hello!", "52-34-42-31-14", "World")))
			.isEqualTo("{\"ratio\":2,\"spaces\":true}");
		source = plan(DataRequest.EMPTY, "aabba babaa", "GT", "AAAAA", "A", "ABAAB", "J");
		assertThat(alignment(source)).isEqualTo("{\"ratio\":5}");
		assertThat(source.format().symbols()).isEqualTo(Tokens.all(Alphabet.of("AB"), 5));
		source = plan(request("{\"alphabet\": \"latin25\"}"), "231-531", "JOB", "52", "A");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN25);
		source = plan(DataRequest.EMPTY, "1234567890987654321012", "HELLO WORLD", "1212", "  ");
		assertThat(source.alphabet()).isEqualTo(Alphabet.of(" DEHLORW"));
		source = plan(request("{\"ciphertext\": {\"alphabet\": {\"symbols\": \"ADFGVX\"}}}"), "AD: fg", "HI", "VX",
				"O");
		assertThat(source.format().symbols()).isEqualTo(Tokens.all(Alphabet.of("ADFGVX"), 2));
	}

	@Test
	void saysWhichPairHasNotTheRatioThatWasNamed() {
		DataRequest two = request("{\"ciphertext\": {\"tokens\": {\"length\": 2}}}");
		assertThat(faults(two, "2315", "HE", "23153", "HE", "2315", "H")).containsExactly(
				new Fault("/data/pairs/1/ciphertext", "has 5 characters that count; 2 of them are a symbol"),
				new Fault("/data/pairs/2", "ciphertext has 2 symbols, plaintext 1"));
		assertThat(faults(two, "1111", "AA", "11", "A")).extracting(Fault::pointer).containsExactly("/data/pairs");
		assertThat(faults(DataRequest.EMPTY, "2315", "HE", "231531", "HE")).extracting(Fault::pointer)
			.containsExactly("/data/pairs/0", "/data/pairs/1");
	}

	@Test
	void takesAllCharactersForSymbols() {
		DataRequest all = request("{\"characters\": \"all\"}");
		PairsSource source = plan(all, "dlrow, H", "H, world", "b A\n", "\nA b");
		assertThat(source.alphabet()).isEqualTo(Alphabet.of("\n ,AHbdlorw"));
		assertThat(json.writeValueAsString(source)).contains("\"layout\":{\"characters\":\"all\"}",
				"\"characters\":\"all\",\"validationFraction\"");
		assertThat(json.readValue(json.writeValueAsString(source), Source.class)).isEqualTo(source);
		assertThat(source.format().read("A\nb", true).body().symbols()).containsExactly(3, 0, 5);
		assertThat(catchThrowableOfType(InvalidInput.class, () -> source.format().read("Ab a")).faults())
			.containsExactly(new Fault("",
					"has a character (a) at position 3 that the alphabet doesn't have as it is, while all characters "
							+ "are to be symbols"));
		assertThat(plan(all, "BC", "AB", "D", "C").alphabet()).isEqualTo(Alphabet.of("ABCD"));
		assertThat(plan(all, "12", "AB", "1", "A").format().symbols()).isEqualTo(Alphabet.of("12"));
		assertThat(plan(request("{\"characters\": \"letters\"}"), "BC", "AB", "D", "C").alphabet())
			.isEqualTo(Alphabet.LATIN26);
		// a blank that one side lacks is a symbol that is missing
		assertThat(faults(all, "BCD", "A BC", "D", "C")).extracting(Fault::pointer).containsExactly("/data/pairs/0");
		DataRequest named = request("{\"characters\": \"all\", \"alphabet\": {\"symbols\": \"ABC \"}}");
		assertThat(plan(named, "B A", "A B", "C", "A").format().layout().characters()).isEqualTo(CharacterRule.ALL);
		assertThat(faults(named, "B-A", "A B", "C", "a")).extracting(Fault::pointer)
			.containsExactly("/data/pairs/0/ciphertext", "/data/pairs/1/plaintext");
		assertThat(alignment(plan(all, "A#B ", "ab ", "C #D#", "c d", "BA", "ba"))).isEqualTo("{\"nulls\":[\"#\"]}");
		assertThat(alignment(plan(all, "11122122", "a bc", "1211", " a"))).isEqualTo("{\"ratio\":2}");
	}

	@Test
	void findsNulls() {
		PairsSource source = plan(DataRequest.EMPTY, "UXRYYXB", "HELLO", "JBXEYQ", "WORLD", "NOPX", "ABC");
		assertThat(alignment(source)).isEqualTo("{\"nulls\":[\"X\"]}");
		assertThat(source.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(source.pairs().sha256())
			.isEqualTo(plan(DataRequest.EMPTY, "URYYB", "HELLO", "JBEYQ", "WORLD", "NOP", "ABC").pairs().sha256());
		assertThat(source.format().read("uxryy, x!").body().write(new int[] { 7, 4, 11, 11 }, source.alphabet()))
			.isEqualTo("hell, !");
		assertThat(json.readValue(json.writeValueAsString(source), Source.class)).isEqualTo(source);

		source = plan(DataRequest.EMPTY, "UXRYYXBXJBEYQ!", "Hello, world!", "JBXEYQ", "world", "NOP", "ABC");
		assertThat(alignment(source)).isEqualTo("{\"nulls\":[\"X\"],\"spaces\":true}");
		source = plan(TOKENS, "08 99 05 12 12 15", "HELLO", "98 08 05 99", "HE", "12 15 98 98", "LO", "15 99", "O");
		assertThat(alignment(source)).isEqualTo("{\"nulls\":[\"98\",\"99\"]}");
		assertThat(source.format().read("99 08 98 05").inputs()).isDeepEqualTo(new int[][] { { 1, 0 } });
		source = plan(
				request("{\"alphabet\": \"latin26\", \"ciphertext\": {\"alphabet\": {\"symbols\": \"0123456789\"}}}"),
				"1932", "ACB", "990", "B", "191", "AA", "01", "BA");
		assertThat(alignment(source)).isEqualTo("{\"nulls\":[\"9\"]}");
	}

	@Test
	void refusesNullsThatAreNotCertain() {
		assertThat(faults(DataRequest.EMPTY, "URYYBXQ", "HELLO", "NOP", "ABC")).hasSize(1);
		// Q and X always come together
		assertThat(faults(DataRequest.EMPTY, "UQX", "AB", "QXR", "BC", "RQXU", "CBA", "UR", "AC")).first()
			.satisfies((fault) -> assertThat(fault.detail()).contains("either X or Q may be nulls"));
	}

	/** Whatever pairs are, they are read or refused. */
	@Property(tries = 2000)
	void survivesAnything(
			@ForAll @Size(min = 4,
					max = 12) List<@StringLength(
							max = 8) @Chars({ 'A', 'B', 'b', '1', ' ', '-', ':', '\n', '\u00df', '\0' }) String> texts,
			@ForAll @IntRange(max = 4) int form) throws IOException {
		DataRequest request = (form == 0) ? TOKENS
				: request(List
					.of("{}", "{\"alphabet\": \"latin26\"}", "{\"characters\": \"all\"}",
							"{\"ciphertext\": {\"tokens\": {\"length\": 2}}}")
					.get(form - 1));
		List<DataRequest.Pair> pairs = new ArrayList<>();
		for (int i = 0; i + 1 < texts.size(); i += 2) {
			// so that some do match
			pairs.add(new DataRequest.Pair(texts.get(i) + ((i % 4 == 0) ? texts.get(i + 1) : ""), texts.get(i + 1)));
		}
		Path temporary = Files.createTempDirectory("pairs");
		try (Source.Planned planned = PairsSource.plan(request, PairInput.of(pairs), null,
				new TemporaryFiles(temporary))) {
			PairsSource source = (PairsSource) planned.source();
			assertThat(json.readValue(json.writeValueAsString(source), Source.class)).isEqualTo(source);
			for (DataRequest.Pair pair : pairs) {
				assertThat(source.format().read(pair.ciphertext()).body().length())
					.isEqualTo(source.alphabet().read(pair.plaintext()).length());
			}
		}
		catch (InvalidInput ex) {
			assertThat(ex.faults()).isNotEmpty().allMatch((fault) -> fault.pointer().startsWith("/data/pairs"));
		}
		finally {
			FileSystemUtils.deleteRecursively(temporary);
		}
	}

	@Test
	void refusesWhatNothingExplains() {
		Fault fault = new Fault("/data/pairs/1", "ciphertext has 4 symbols, plaintext 5");
		assertThat(faults(DataRequest.EMPTY, "NOP", "ABC", "URYY", "HELLO")).containsExactly(fault);
		assertThat(faults(DataRequest.EMPTY, "NOP", "ABC", "UR YY", "HELLO ")).hasSize(1);
		assertThat(faults(request("{\"alphabet\": \"latin26\"}"), "A B", "AB ", "C", "D")).containsExactly(
				new Fault("/data/pairs/0", "has a foreign character (U+0020) at position 1 of the ciphertext only"));
	}

}
