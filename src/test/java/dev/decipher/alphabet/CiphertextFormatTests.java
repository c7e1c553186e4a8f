package dev.decipher.alphabet;

import java.util.List;

import dev.decipher.alphabet.CiphertextFormat.Reading;
import dev.decipher.alphabet.CiphertextLayout.KeyPrefix;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CiphertextFormatTests {

	private static final KeyPrefix KEY = new KeyPrefix(Alphabet.LATIN26, 2, 4);

	private static final CiphertextFormat KEYED = new CiphertextFormat(Alphabet.LATIN26,
			new CiphertextLayout(KEY, null, null));

	private final JsonMapper mapper = JsonMapper.shared();

	@Test
	void readsAPlainCiphertextAsItsSymbols() {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN26, null);
		Reading reading = format.read("A:b");
		assertThat(reading.inputs()).isDeepEqualTo(new int[][] { { 0, 1 } });
		assertThat(reading.prefixLength()).isZero();
		assertThat(reading.body().given(1)).isEqualTo(":");
		assertThat(format.size()).isEqualTo(26);
		assertThat(format.maxPrefixLength()).isZero();
		assertThat(format.layout()).isEqualTo(CiphertextLayout.FREE);
		assertThat(format.read("?").inputs()).isEmpty();
		assertThat(format.write(new int[] { 0, 1, 2 }, 2)).isEqualTo("AB");
		int[] ciphertext = { 3, 4 };
		assertThat(format.input(new int[0], ciphertext)).containsExactly(3, 4);
	}

	@Test
	void readsAKeyPrefix() {
		assertThat(KEYED.size()).isEqualTo(27);
		assertThat(KEYED.maxPrefixLength()).isEqualTo(5);
		Reading reading = KEYED.read("\n keY\t:b, :C");
		assertThat(reading.prefixLength()).isEqualTo(4);
		assertThat(reading.inputs()).isDeepEqualTo(new int[][] { { 10, 4, 24, 26, 1, 2 } });
		assertThat(reading.body().write(new int[] { 0, 1 }, Alphabet.LATIN26)).isEqualTo("a, :B");
		assertThat(KEYED.input(new int[] { 10, 4, 24 }, new int[] { 1, 2 })).isEqualTo(reading.inputs()[0]);
		assertThat(KEYED.write(reading.inputs()[0], 200)).isEqualTo("KEY:BC");
		assertThat(KEYED.write(reading.inputs()[0], 1)).isEqualTo("KEY:B");
		assertThat(KEYED.read("KEY:").inputs()).isEmpty();
		assertThat(KEYED.read("KEY: !").body().positions()).isEqualTo(2);
	}

	@Test
	void hasNoKeyMissingInAnEmptyDocument() {
		assertThat(KEYED.read("", true).inputs()).isEmpty();
		assertThat(faultsOf(KEYED, "")).hasSize(1);
		assertThat(KEYED.read("KEY:A\nB\n", true).body().write(new int[] { 1, 2 }, Alphabet.LATIN26))
			.isEqualTo("B\nC\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "LXFOPV|must have a key in front of the ciphertext, KEY:CIPHERTEXT",
			"L:XFO|has a key of 1 symbol before the colon; this model reads keys of 2 to 4 symbols",
			":XFO|has a key of 0 symbols before the colon; this model reads keys of 2 to 4 symbols",
			"LEMON:XFO|has a key of 5 symbols before the colon; this model reads keys of 2 to 4 symbols",
			"L M:XFO|has a key with a character outside of its alphabet (U+0020) at position 1 before the colon",
			"ABß:X|has a key with a character outside of its alphabet (ß) at position 2 before the colon" })
	void saysWhatIsWrongWithAKey(String text, String detail) {
		assertThat(faultsOf(KEYED, text)).containsExactly(new Fault("", detail));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A\ud800:AB", "AB:A\ud800" })
	void refusesALoneSurrogate(String text) {
		assertThat(faultsOf(KEYED, text)).extracting(Fault::pointer).containsExactly("");
	}

	@Test
	void hasTheSymbolsOfKeysBehindThoseOfCiphertexts() {
		Tokens tokens = Tokens.of(List.of("17", "B", "03"));
		CiphertextFormat format = new CiphertextFormat(tokens,
				new CiphertextLayout(new KeyPrefix(Alphabet.of("ABC"), 1, 3), null, null));
		// 17 B 03, A C, :
		assertThat(format.size()).isEqualTo(6);
		Reading reading = format.read("abc:03 ; b 17");
		assertThat(reading.inputs()).isDeepEqualTo(new int[][] { { 3, 1, 4, 5, 2, 1, 0 } });
		assertThat(reading.prefixLength()).isEqualTo(4);
		assertThat(format.write(reading.inputs()[0], 200)).isEqualTo("ABC:03 B 17");
		assertThat(reading.body().write(new int[] { 0, 1, 2 }, Alphabet.LATIN26)).isEqualTo("A;BC");
	}

	@Test
	void keepsAForeignSymbolOutOfKeys() {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN27,
				new CiphertextLayout(new KeyPrefix(Alphabet.LATIN27, 1, 9), null, null));
		assertThat(format.read("a-b:a b:").inputs()).isDeepEqualTo(new int[][] { { 0, 26, 1, 27, 0, 26, 1, 26 } });
		assertThat(faultsOf(format, "a b:AB")).hasSize(1);
	}

	@Test
	void refusesAColonAmongTheSymbols() {
		Alphabet colon = Alphabet.of("ab:");
		assertThat(catchThrowableOfType(InvalidInput.class,
				() -> new CiphertextFormat(colon,
						new CiphertextLayout(new KeyPrefix(Alphabet.LATIN26, 1, 3), null, null)))
			.faults()).extracting(Fault::pointer).containsExactly("");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new CiphertextFormat(Alphabet.LATIN26,
				new CiphertextLayout(new KeyPrefix(colon, 1, 3), null, null)))
			.faults()).hasSize(1);
		assertThat(new CiphertextFormat(colon, null).read("a:b").inputs()).isDeepEqualTo(new int[][] { { 0, 2, 1 } });
	}

	@Test
	void readsOneLengthAlone() {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN26, new CiphertextLayout(KEY, 3, null));
		assertThat(format.read("KEY:A bc").inputs()).isDeepEqualTo(new int[][] { { 10, 4, 24, 26, 0, 1, 2 } });
		assertThat(format.read("KEY:").inputs()).isEmpty();
		assertThat(faultsOf(format, "KEY:AB"))
			.containsExactly(new Fault("", "has 2 symbols; this model reads messages of exactly 3 symbols"));
		assertThat(faultsOf(format, "KEY:ABCDEF")).hasSize(1);
	}

	@Test
	void readsWholeBlocks() {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN26, new CiphertextLayout(null, null, 2));
		assertThat(format.read("ab, cdef").inputs()).isDeepEqualTo(new int[][] { { 0, 1 }, { 2, 3 }, { 4, 5 } });
		assertThat(format.read("").inputs()).isEmpty();
		assertThat(faultsOf(format, "abc"))
			.containsExactly(new Fault("", "has 3 symbols; this model reads messages of whole blocks of 2 symbols"));
		Reading keyed = new CiphertextFormat(Alphabet.LATIN26, new CiphertextLayout(KEY, null, 2)).read("xy:abcd");
		assertThat(keyed.inputs()).isDeepEqualTo(new int[][] { { 23, 24, 26, 0, 1 }, { 23, 24, 26, 2, 3 } });
		assertThat(keyed.prefixLength()).isEqualTo(3);
	}

	@Test
	void isStoredAsALayout() {
		CiphertextLayout layout = new CiphertextLayout(KEY, null, 8);
		String json = "{\"key\":{\"alphabet\":\"latin26\",\"max\":4,\"min\":2},\"block\":8}";
		assertThat(this.mapper.readTree(this.mapper.writeValueAsString(layout))).isEqualTo(this.mapper.readTree(json));
		assertThat(this.mapper.readValue(json, CiphertextLayout.class)).isEqualTo(layout);
		assertThat(this.mapper.writeValueAsString(CiphertextLayout.FREE)).isEqualTo("{}");
		layout = CiphertextLayout.FREE.with(List.of("X")).with(CharacterRule.ALL);
		json = "{\"nulls\":[\"X\"],\"characters\":\"all\"}";
		assertThat(this.mapper.writeValueAsString(layout)).isEqualTo(json);
		assertThat(this.mapper.readValue(json, CiphertextLayout.class)).isEqualTo(layout);
		assertThat(this.mapper.readValue("{\"nulls\":[],\"characters\":\"letters\"}", CiphertextLayout.class))
			.isEqualTo(CiphertextLayout.FREE);
	}

	@Test
	void leavesNullsOut() {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN26, CiphertextLayout.FREE.with(List.of("X", "Q")));
		Reading reading = format.read("xaX, QbX!");
		assertThat(reading.inputs()).isDeepEqualTo(new int[][] { { 0, 1 } });
		assertThat(reading.body().write(new int[] { 2, 3 }, Alphabet.LATIN26)).isEqualTo("c, d!");
		assertThat(format.read("XQ").inputs()).isEmpty();
		format = new CiphertextFormat(Alphabet.LATIN26, new CiphertextLayout(KEY, 2, null).with(List.of("X")));
		assertThat(format.read("XY:AXB").inputs()).isDeepEqualTo(new int[][] { { 23, 24, 26, 0, 1 } });
		for (Symbols tokens : List.of(Tokens.of(List.of("01", "17", "99")),
				Tokens.ofLength(2, List.of("01", "17", "99")))) {
			format = new CiphertextFormat(tokens, CiphertextLayout.FREE.with(List.of("99")));
			assertThat(format.read("99 17 99 01 99").inputs()).isDeepEqualTo(new int[][] { { 1, 0 } });
		}
		assertThat(catchThrowableOfType(InvalidInput.class,
				() -> new CiphertextFormat(Alphabet.LATIN26, CiphertextLayout.FREE.with(List.of("AB"))))
			.faults()).hasSize(1);
		assertThat(catchThrowableOfType(InvalidInput.class,
				() -> new CiphertextLayout(null, null, null, java.util.Arrays.asList("A", null), null))
			.faults()).extracting(Fault::pointer).containsExactly("/nulls");
	}

	@Test
	void refusesLengthsThatAreNone() {
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new CiphertextLayout(null, 0, null)).faults())
			.extracting(Fault::pointer)
			.containsExactly("/length");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new CiphertextLayout(null, null, 0)).faults())
			.extracting(Fault::pointer)
			.containsExactly("/block");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new CiphertextLayout(null, 3, 3)).faults())
			.extracting(Fault::pointer)
			.containsExactly("/block");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new KeyPrefix(Alphabet.LATIN26, 0, 3)).faults())
			.extracting(Fault::pointer)
			.containsExactly("/min");
		assertThat(catchThrowableOfType(InvalidInput.class, () -> new KeyPrefix(Alphabet.LATIN26, 3, 2)).faults())
			.extracting(Fault::pointer)
			.containsExactly("/max");
	}

	private static List<Fault> faultsOf(CiphertextFormat format, String text) {
		return catchThrowableOfType(InvalidInput.class, () -> format.read(text)).faults();
	}

}
