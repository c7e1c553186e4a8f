package dev.decipher.cipher;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Input that nobody means, and that must be refused like any other wrong one. */
class AwkwardInputTests {

	private static final String[] VALUES = { "null", "true", "0", "1", "-1", "2147483647", "-2147483648", "1.5", "''",
			"' '", "'A'", "'AB'", "'0'", "'1 2 3'", "'0 0'", "',1'", "'00000000000000000000'", "'\\u0000'", "'\\ud800'",
			"'é😀'", "'./-'", "'" + "A".repeat(1000) + "'", "'" + "A".repeat(100_000) + "'",
			"'" + "1".repeat(1000) + "'", "[]", "['']", "[null]", "['A','A']", "[0]", "[1]", "[2,1]", "[9999,1]",
			"[-5]", "{}", "{'random':true}", "{'random':{'length':[1,1]}}", "{'random':{'length':[1000,1000]}}",
			"{'any':true}", "{'A':['1'],'B':['2']}", "{'A':[]}" };

	/** The pointer of what is refused, null if nothing is. */
	private static @Nullable String refusal(String json, String text, @Nullable CharacterRule characters) {
		try {
			TextCipher cipher = TextCipher.of(JsonMapper.shared().readValue(quoted(json), Cipher.class), null,
					characters);
			refusal(() -> cipher.decrypt(text, false));
			return refusal(() -> cipher.decrypt(cipher.encrypt(text), false));
		}
		catch (InvalidInput ex) {
			return ex.faults().get(0).pointer();
		}
		catch (JacksonException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof InvalidInput invalid) {
					return invalid.faults().get(0).pointer();
				}
			}
			throw ex;
		}
	}

	/** Apostrophes for quotation marks keep the tables legible. */
	private static String quoted(String json) {
		return (json.indexOf('"') < 0) ? json.replace('\'', '"') : json;
	}

	private static @Nullable String refusal(Runnable work) {
		try {
			work.run();
			return null;
		}
		catch (InvalidInput ex) {
			return ex.faults().get(0).pointer();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "{'type':'columnar','key':[1.5,2]} | \"\"", "{'type':'columnar','key':[12]} | /cipher/key",
					"{'type':'permutation','order':[10]} | /cipher/order", "{'type':'chain','steps':[null]} | /steps/0",
					"{'type':'chain','steps':[{'type':'chain','steps':[{'type':'rot13'}]}]} | /steps/0",
					"{'type':'grandpre','words':[null,'A','A','A','A','A']} | /words/0",
					"{'type':'nomenclator','letters':{'A':['1'],'B':['2']},'nulls':[null]} | /nulls/0",
					"{'type':'nomenclator','letters':{'A':['1'],'B':['2',null]}} | /B/1",
					"{'type':'syllabary','table':[null]} | /table/0",
					"{'type':'interrupted-key','key':'A','lengths':[null]} | /lengths/0",
					"{'type':'enigma','model':'I','rotors':['I','II',null]} | /2",
					"{'type':'m-94','order':'A','generatrices':[null]} | /cipher/generatrices/0",
					"{'type':'morse','dot':'/'} | /wordSeparator",
					"{'type':'morse','letterSeparator':'//','wordSeparator':'/'} | /wordSeparator",
					"{'type':'checkerboard','key':'A','rows':'','columns':'ABCDE'} | /rows" })
	void isRefused(String json, String pointer) {
		assertThat(refusal(json, "AB", null)).isEqualTo(pointer);
	}

	@Test
	void aDeckHasNoNamelessCard() {
		String cards = IntStream.rangeClosed(1, 53)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(" ", ", ", ""));
		assertThat(refusal("{'type':'solitaire','key':'" + cards + "'}", "AB", null)).isEqualTo("/cipher/key");
	}

	@Test
	void labelsAreNotWithoutEnd() {
		String many = IntStream.range(0x4e00, 0x4e00 + 5000)
			.mapToObj(Character::toString)
			.collect(Collectors.joining(" "));
		assertThat(
				refusal("{'type':'checkerboard','key':'A','rows':'" + many + "','columns':'" + many + "'}", "A", null))
			.isEqualTo("/rows");
	}

	@Test
	void manyNumbersAreRead() {
		String numbers = IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).collect(Collectors.joining(","));
		for (String key : new String[] { "[" + numbers + "]", "'" + numbers.substring(0, 990) + "'" }) {
			for (String json : new String[] { "{'type':'columnar','key':%s}", "{'type':'hill','key':%s}",
					"{'type':'grille','holes':%s}", "{'type':'myszkowski','key':%s}", "{'type':'ubchi','key':%s}" }) {
				refusal(json.formatted(key), "AB", null);
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "{'type':'monome-dinome','key':'NOTARIES','digits':%s}",
			"{'type':'tridigital','key':'DRAGONFLY','columns':%s}" })
	void digitsMayHaveBlanksBetweenThem(String json) {
		assertThat(Stream.of("'6318927054'", "'6 3 1 8 9 2 7 0 5 4'", "'63189 27054'", "[6,3,1,8,9,2,7,0,5,4]")
			.map((digits) -> JsonMapper.shared().readValue(quoted(json.formatted(digits)), Cipher.class))
			.map((cipher) -> TextCipher.of(cipher, null, null).encrypt("ATTACK"))
			.distinct()).hasSize(1);
	}

	@Test
	void aChainRefusesWhatItsStepsDo() {
		String homophonic = "{'type':'homophonic','key':{'A':['1'],'B':['2']}}";
		assertThat(refusal("{'type':'chain','steps':[" + homophonic + ",{'type':'reverse'}]}", "Z", null)).isEmpty();
		TextCipher playfair = TextCipher.of(JsonMapper.shared()
			.readValue(quoted("{'type':'chain','steps':[{'type':'caesar','shift':1},{'type':'playfair','key':'A'}]}"),
					Cipher.class),
				Alphabet.LATIN25, null);
		assertThat(refusal(() -> playfair.decrypt("AA", false))).isEmpty();
	}

	@Test
	void aChainIsFilledUpForItsLongestBlock() {
		String json = "{'type':'chain','steps':[{'type':'vigenere','key':'KEY'},{'type':'permutation','order':'%s'},"
				+ "{'type':'cadenus','key':'%s'},{'type':'hill','key':'GYBNQKURP'}]}";
		TextCipher cipher = TextCipher.of(
				JsonMapper.shared().readValue(quoted(json.formatted("ZEBRAS", "CRYPTOGRAPHY")), Cipher.class), null,
				null);
		assertThat(cipher.decrypt(cipher.encrypt("ATTACKATDAWN"), false)).startsWith("ATTACKATDAWNXX").hasSize(300);
	}

	@Test
	void aChainIsAsLongAsItsShortestKey() {
		String json = "{'type':'chain','steps':[{'type':'%s'},{'type':'running-key','text':'ABABABABAB'}]}";
		assertThat(cipher(json, "reverse", Alphabet.LATIN26).maxLength()).isEqualTo(10);
		assertThat(cipher(json, "bacon','symbols':'AB", Alphabet.LATIN26).maxLength()).isEqualTo(2);
	}

	private static SymbolCipher cipher(String json, String step, Alphabet alphabet) {
		return JsonMapper.shared().readValue(quoted(json.formatted(step)), Cipher.class).over(alphabet);
	}

	@Test
	void nestingIsRefusedAtOnce() {
		int depth = 100;
		String json = "{'type':'chain','steps':[".repeat(depth) + "{'type':'rot13'}" + "]}".repeat(depth);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(json, "AB", null));
	}

	@Test
	void aStepThatDropsBlanksCanOnlyBeTheFirst() {
		Alphabet alphabet = Alphabet.of("AB ");
		Cipher chain = JsonMapper.shared()
			.readValue(quoted("{'type':'chain','steps':[{'type':'reverse'},{'type':'morbit','key':'WISECRACK'}]}"),
					Cipher.class);
		assertThat(refusal(() -> TextCipher.of(chain, alphabet, null))).isEqualTo("/cipher/steps/1");
	}

	static Stream<String> examples() {
		return CipherCatalogue.examples()
			.values()
			.stream()
			.map((example) -> JsonMapper.shared().writeValueAsString(example));
	}

	/** With every character a symbol, and in either direction. */
	@ParameterizedTest
	@MethodSource("examples")
	void charactersOfAnyKindAreSymbolsOrRefused(String json) {
		for (CharacterRule rule : CharacterRule.values()) {
			for (String text : new String[] { "", "A", "B\n", "0123456789", "ABC 12", "abc/.x- ", "ZZ", "\ud83d\ude00é",
					"A\udc00B\ud800C", " ", "AAAAAAAAAAAAAAAAAAAA",
					String.join("", Collections.nCopies(30, "10 9-8/7 ")) }) {
				refusal(json, text, rule);
			}
		}
		Cipher example = CipherCatalogue.examples().get(JsonMapper.shared().readTree(json).get("type").stringValue());
		String all = example.defaultAlphabet().symbols();
		for (CharacterRule rule : CharacterRule.values()) {
			refusal(json, all, rule);
		}
	}

	@Test
	void halfASurrogatePairIsRefused() {
		for (CharacterRule rule : CharacterRule.values()) {
			assertThat(refusal("{'type':'reverse'}", "A\udc00B\ud800", rule)).isEmpty();
		}
	}

	/** Each symbol of an alphabet of two or of 256. */
	@ParameterizedTest
	@MethodSource("examples")
	void alphabetsOfAnySizeAreTakenOrRefused(String json) {
		String many = IntStream.range(0x4e00, 0x4e00 + 256).mapToObj(Character::toString).collect(Collectors.joining());
		for (Alphabet alphabet : new Alphabet[] { Alphabet.of("AB"), Alphabet.of(" A"), Alphabet.of("XAJI"),
				Alphabet.of(many) }) {
			for (String replaced : new String[] { json,
					json.replaceAll("\"[A-Z]+\"", "\"" + alphabet.symbol(1) + alphabet.symbol(0) + "\"") }) {
				refusal(() -> {
					try {
						TextCipher cipher = TextCipher.of(JsonMapper.shared().readValue(replaced, Cipher.class),
								alphabet, null);
						cipher.decrypt(cipher.encrypt(alphabet.symbols()), false);
					}
					catch (JacksonException ex) {
						// refused earlier
					}
				});
			}
		}
	}

	/** Any value in place of any parameter. */
	@ParameterizedTest
	@MethodSource("examples")
	void parametersOfAnyKindAreTakenOrRefused(String json) {
		ObjectNode example = (ObjectNode) JsonMapper.shared().readTree(json);
		for (RecordComponent parameter : cipher(example).getClass().getRecordComponents()) {
			for (String value : VALUES) {
				ObjectNode changed = example.deepCopy();
				changed.set(parameter.getName(), JsonMapper.shared().readTree(value.replace('\'', '"')));
				try {
					use(cipher(changed));
				}
				catch (InvalidInput | JacksonException ex) {
					assertThat(ex).as(changed.toString()).hasMessageNotContaining("Exception`");
				}
				catch (RuntimeException ex) {
					throw new AssertionError("with " + value + " for " + parameter.getName(), ex);
				}
			}
		}
	}

	private static Cipher cipher(ObjectNode json) {
		return JsonMapper.shared().treeToValue(json, Cipher.class);
	}

	private static void use(Cipher named) {
		Alphabet alphabet = named.defaultAlphabet();
		named.dependsOnLength();
		named.block();
		named.fits(12);
		Cipher cipher = named.withKeyDrawn(alphabet, new SplittableRandom(1));
		TextCipher text = TextCipher.of(cipher, null, null);
		cipher.keyNats(alphabet);
		if (cipher.keepsLength()) {
			cipher.over(alphabet).draw(10, alphabet.size(), new SplittableRandom(1));
		}
		refusal(() -> text.decrypt(text.encrypt("Attack at dawn"), false));
		refusal(() -> text.decrypt("ABC 12 34", false));
	}

}
