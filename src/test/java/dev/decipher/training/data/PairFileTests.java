package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.HttpMediaTypeNotSupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PairFileTests {

	private static final String HEADER = "ciphertext,plaintext\n";

	private static final JsonMapper json = JsonMapper.builder()
		.enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static List<String> read(byte[] file, @Nullable String type, @Nullable String name) {
		List<String> pairs = new ArrayList<>();
		try {
			PairFile.of(() -> new ByteArrayInputStream(file), type, name, json)
				.forEach((ciphertext, plaintext) -> pairs.add(ciphertext + "|" + plaintext));
			return pairs;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (HttpMediaTypeNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> read(String file) {
		return read(file.getBytes(StandardCharsets.UTF_8), null, null);
	}

	private static List<Fault> faults(byte[] file) {
		return catchThrowableOfType(InvalidInput.class, () -> read(file, null, null)).faults();
	}

	private static List<Fault> faults(String file) {
		return faults(file.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void readsRowsAsRfc4180WritesThem() {
		assertThat(read(HEADER + "AB,CD\n")).containsExactly("AB|CD");
		assertThat(read("\ufeff" + HEADER + "AB,CD")).containsExactly("AB|CD");
		assertThat(read("ciphertext,plaintext\r\nAB,CD\r\nE,F\r\n")).containsExactly("AB|CD", "E|F");
		assertThat(read(HEADER + "\"A,B\",\"C\"\"D\"\n\"A\nB\",\"C\r\nD\"\n")).containsExactly("A,B|C\"D",
				"A\nB|C\r\nD");
		assertThat(read("id,plaintext,note,ciphertext\n1,CD,,AB\n")).containsExactly("AB|CD");
		assertThat(read(HEADER + "\n\nÄ😀,,\n".replace(",,", ",ÖÜ"))).containsExactly("Ä😀|ÖÜ");
		assertThat(read(HEADER + ",\n")).containsExactly("|");
		assertThat(read("plaintext\tciphertext\nC,D\tA B\n")).containsExactly("A B|C,D");
	}

	@Test
	void readsLinesOfJson() {
		assertThat(read("""
				{"ciphertext": "A\\n", "plaintext": "B,"}

				{"plaintext":"D","ciphertext":"C"}""")).containsExactly("A\n|B,", "C|D");
		assertThat(read("\ufeff{\"ciphertext\":\"A\",\"plaintext\":\"B\"}\r\n")).containsExactly("A|B");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "text/csv, x.tsv, c", "text/csv;charset=utf-8, -, c", "-, x.csv, c",
			"application/octet-stream, X.CSV, c", "application/vnd.ms-excel, x.csv, c", "text/plain, -, c",
			"text/tab-separated-values, x.csv, t", "-, x.tsv, t", "-, x.tab, t", "application/octet-stream, x, t",
			"application/x-ndjson, x.csv, j", "-, x.jsonl, j", "text/plain, x.ndjson, j", "-, -, j" })
	void seesWhatKindOfFileItIs(String type, String name, char kind) {
		String file = switch (kind) {
			case 'c' -> HEADER + "AB,CD\n";
			case 't' -> "ciphertext\tplaintext\nAB\tCD\n";
			default -> " {\"ciphertext\":\"AB\",\"plaintext\":\"CD\"}\n";
		};
		assertThat(read(file.getBytes(StandardCharsets.UTF_8), type, name)).containsExactly("AB|CD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "image/png", "text/csv;charset=iso-8859-1", "text/csv;charset=none",
			"nonsense" })
	void refusesOtherKinds(String type) {
		assertThatExceptionOfType(HttpMediaTypeNotSupportedException.class)
			.isThrownBy(() -> PairFile.of(() -> new ByteArrayInputStream(new byte[0]), type, "x.csv", json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\ufeff", "\n\n", "A,B\n", "ciphertext\nA\n", "ciphertext,plaintext,plaintext\n",
			"Ciphertext,Plaintext\n", "ciphertext;plaintext\nA;B\n", "[{\"ciphertext\":\"A\",\"plaintext\":\"B\"}]" })
	void refusesAFileWithoutAHeader(String file) {
		assertThat(faults(file)).extracting(Fault::pointer).containsExactly("");
	}

	@Test
	void tellsEachBadRowByItsLine() {
		assertThat(faults(HEADER + "\"A\nB\",CD\nA\nB,C\n\nA,B,C\n")).containsExactly(
				new Fault("/1", "line 4: has 1 field, and the header has 2"),
				new Fault("/3", "line 7: has 3 fields, and the header has 2"));
		assertThat(faults("""
				{"ciphertext": "A", "plaintext": "B"}
				{"ciphertext": "A"}
				{"ciphertext": "A", "plaintext": "B", "key": "C"}
				{"ciphertext": "A", "plaintext": ["B"]}
				{"ciphertext": "A", "plaintext": "B"
				{"ciphertext": "A", "ciphertext": "A", "plaintext": "B"}
				null
				[]
				""")).extracting(Fault::pointer).containsExactly("/1", "/2", "/3", "/4", "/5", "/6", "/7");
		assertThat(faults(HEADER + "A\n".repeat(1000))).hasSize(PairFaults.MAX_FAULTS)
			.last()
			.isEqualTo(new Fault("/19", "line 21: has 1 field, and the header has 2"));
	}

	@Test
	void tellsWhatEndsAFileTooEarly() {
		assertThat(faults(HEADER + "A,B\nA\n\"A,B\nC,D\n")).extracting(Fault::pointer).containsExactly("/1", "/2");
		assertThat(faults(HEADER + "A,B\n\"A\"x,B\n")).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).startsWith("after line 2: has a quote"));
		assertThat(faults(HEADER + "A,B\n" + "A".repeat(PairFile.MAX_ROW) + ",B\n")).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).contains("after line 2", "1,000,000"));
		// neither has an end
		assertThat(faults(HEADER + "A,B\n\"" + "A\n".repeat(3 * PairFile.MAX_ROW))).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).contains("after line 2"));
		assertThat(faults("A".repeat(5 * PairFile.MAX_ROW))).extracting(Fault::pointer).containsExactly("");
		assertThat(faults("{}\n{" + "A".repeat(2 * PairFile.MAX_ROW))).extracting(Fault::detail)
			.last()
			.isEqualTo("line 2: a row has more than 1,000,000 characters");
		assertThat(read(HEADER + "A".repeat(500_000) + "," + "B".repeat(500_000))).hasSize(1);
	}

	@Test
	void refusesWhatIsNoUtf8() {
		for (String start : new String[] { "", HEADER, HEADER + "A,B\nC,", "{\"ciphertext\":\"" }) {
			byte[] file = (start + "\u00ff\n").getBytes(StandardCharsets.ISO_8859_1);
			assertThat(faults(file)).singleElement()
				.satisfies((fault) -> assertThat(fault.detail()).contains("is not UTF-8"));
		}
		assertThat(faults((HEADER + "A,B").getBytes(StandardCharsets.UTF_16))).isNotEmpty();
	}

	@Property(tries = 200)
	void readsBackWhatWasQuoted(@ForAll @Size(max = 20) List<@StringLength(
			max = 12) @Chars({ ',', '"', '\n', '\r', '\t', '{' }) @CharRange(from = 'A', to = 'C') String> texts) {
		StringBuilder file = new StringBuilder(HEADER);
		List<String> expected = new ArrayList<>();
		for (String text : texts) {
			String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
			file.append(quoted).append(",").append(quoted).append("\r\n");
			expected.add(text + "|" + text);
		}
		assertThat(read(file.toString())).isEqualTo(expected);
	}

	/** Whatever a file is, it is read or refused. */
	@Property(tries = 500)
	void survivesAnything(@ForAll @Size(max = 60) byte[] file, @ForAll boolean header) {
		byte[] start = header ? HEADER.getBytes(StandardCharsets.UTF_8) : new byte[0];
		byte[] whole = java.util.Arrays.copyOf(start, start.length + file.length);
		System.arraycopy(file, 0, whole, start.length, file.length);
		for (String type : new String[] { "text/csv", "text/tab-separated-values", "application/x-ndjson" }) {
			try {
				assertThat(read(whole, type, null).size()).isLessThanOrEqualTo(whole.length);
			}
			catch (InvalidInput ex) {
				assertThat(ex.faults()).isNotEmpty();
			}
		}
	}

}
