package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PairFileTests {

	private static final String HEADER = "ciphertext,plaintext\n";

	private static final JsonMapper json = JsonMapper.builder()
		.enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static PairFile file(byte[] content) {
		return new PairFile(() -> new ByteArrayInputStream(content), json);
	}

	private static List<String> read(byte[] file) {
		List<String> pairs = new ArrayList<>();
		try {
			file(file).forEach((ciphertext, plaintext) -> pairs.add(ciphertext + "|" + plaintext));
			return pairs;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> read(String file) {
		return read(file.getBytes(StandardCharsets.UTF_8));
	}

	private static List<Fault> faults(byte[] file) {
		return catchThrowableOfType(InvalidInput.class, () -> read(file)).faults();
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
		assertThat(read("plaintext\tciphertext\nC,D\tA B\n")).containsExactly("A B|C,D");
	}

	@Test
	void readsLinesOfJson() {
		assertThat(read("""
				{"ciphertext": "A\\n", "plaintext": "B,"}

				{"plaintext":"D","ciphertext":"C"}""")).containsExactly("A\n|B,", "C|D");
		assertThat(read("\ufeff{\"ciphertext\":\"A\",\"plaintext\":\"B\"}\r\n")).containsExactly("A|B");
	}

	/** As Excel, LibreOffice and others save a sheet, in this country or that. */
	@ParameterizedTest
	@ValueSource(strings = { "ciphertext,plaintext\nAB,CD\n", "ciphertext;plaintext\r\nAB;CD\r\n",
			"plaintext\tciphertext\r\nCD\tAB", "\r\n\r\nciphertext,plaintext\r\n\r\nAB,CD\r\n\r\n",
			" Ciphertext , PLAINTEXT \nAB,CD\n", "\"Ciphertext\";\"Plaintext\"\n\"AB\";\"CD\"\n",
			"\"ciphertext\", \"plaintext\"\n\"AB\", \"CD\"\n", "'ciphertext';'plaintext'\nAB;CD\n",
			"\u00a0Cipher text\u00a0;Plain_Text\nAB;CD\n", "sep=;\r\nciphertext;plaintext\r\nAB;CD\r\n",
			"id;ciphertext;note;plaintext;\n1;AB;;CD;;\n;;;;\n", "ciphertext,plaintext,note\nAB,CD\n,,\n",
			"ciphertext;plaintext;a,b,c\nAB;CD;1,2,3\n", "ciphertext,plaintext\rAB,CD\r",
			"{\"ciphertext\":\"AB\",\"plaintext\":\"CD\"}",
			"\n \n {\"plaintext\":\"CD\",\"ciphertext\":\"AB\"}\r\n\n" })
	void seesHowItIsWritten(String file) throws IOException {
		for (byte[] content : encoded(file)) {
			assertThat(read(content)).containsExactly("AB|CD");
			assertThat(file(content).isHeaderless()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "AB,CD\nE,F\n", "AB;CD\r\nE;F", "AB\tCD\r\nE\tF\r\n\r\n", "AB;CD;\nE;F\n;\n",
			"\"AB\",\"CD\"\n\"E\",\"F\"\n", "sep=,\nAB,CD\nE,F\n", "\nAB,CD\n\nE,F\n" })
	void takesTwoColumnsWithoutAHeader(String file) throws IOException {
		for (byte[] content : encoded(file)) {
			assertThat(read(content)).containsExactly("AB|CD", "E|F");
			assertThat(file(content).isHeaderless()).isTrue();
		}
	}

	private static List<byte[]> encoded(String file) {
		return List.of(file.getBytes(StandardCharsets.UTF_8), ("\ufeff" + file).getBytes(StandardCharsets.UTF_8),
				("\ufeff" + file).getBytes(StandardCharsets.UTF_16LE),
				("\ufeff" + file).getBytes(StandardCharsets.UTF_16BE));
	}

	@Test
	void takesTheSeparatorThatMakesTwoColumns() {
		assertThat(read("A,B;C,D\nE;F,G\n")).containsExactly("A,B|C,D", "E|F,G");
		assertThat(read("A;B,C;D\nE,F;G\n")).containsExactly("A;B|C;D", "E|F;G");
		assertThat(read("A,B;C\tD;E,F\n")).containsExactly("A,B;C|D;E,F");
		assertThat(read("A;B,C\n")).containsExactly("A|B,C");
		assertThat(faults("A,B,C\n")).extracting(Fault::pointer).containsExactly("");
		assertThat(faults("A,B\nC,D,E\nF,G\n"))
			.containsExactly(new Fault("/1", "line 2: has 3 fields, and a pair has 2"));
		assertThat(faults("A,B\n".repeat(20) + "A,B,C\nA\n")).containsExactly(
				new Fault("/20", "line 21: has 3 fields, and a pair has 2"),
				new Fault("/21", "line 22: has 1 field, and a pair has 2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\ufeff", "\n\n", ",\n", "ciphertext\nA\n", "ciphertext,plaintext,plaintext\n",
			"ciphertext,key\nA,B\n", "A\nB\n", "A|B\n", "A,B,C\n", "[{\"ciphertext\":\"A\",\"plaintext\":\"B\"}]" })
	void refusesAFileThatNamesNoColumns(String file) {
		assertThat(faults(file)).extracting(Fault::pointer).containsExactly("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"504b03041400060008000000210041378242[Content_Types].xml | is an Excel workbook (.xlsx)",
			"504b0304140000080000mimetypeapplication/vnd.oasis.opendocument.spreadsheet | is an OpenDocument spreadsheet",
			"504b0304140000080000xl/drawings/drawing1.xml | is an Excel workbook (.xlsx)",
			"504b0304140000080000Index/Document.iwa | is a Numbers spreadsheet",
			"504b0304140000080000pairs.csv | is a ZIP archive", "d0cf11e0a1b11ae10000 | is an Excel workbook (.xls)",
			"255044462d312e37 | is a PDF", "1f8b0808 | is compressed with gzip", "fffe000063000000 | is UTF-32",
			"3c68746d6c3e | is HTML", "5b207b7d5d | is a JSON array", "41002c004200 | is UTF-16 without its mark",
			"0041002c0042 | is UTF-16 without its mark",
			"412c42fc43 | line 1: is not UTF-8 but windows-1252, it seems, where its byte FC is ü:",
			"412c420a432c440a452c81 | line 3: is not UTF-8 (byte 81): save it in UTF-8",
			"fffe41002c0000d80a00 | line 1: is not UTF-16" })
	void saysWhatIsNoTextThatItReads(String file, String detail) {
		int digits = 0;
		while (digits < file.length() && Character.digit(file.charAt(digits), 16) >= 0
				&& Character.toLowerCase(file.charAt(digits)) == file.charAt(digits)) {
			digits++;
		}
		byte[] start = HexFormat.of().parseHex(file.substring(0, digits & ~1));
		byte[] rest = file.substring(digits & ~1).getBytes(StandardCharsets.UTF_8);
		byte[] content = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, content, start.length, rest.length);
		assertThat(faults(content)).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).startsWith(detail).contains(":"));
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
		for (String start : new String[] { HEADER, HEADER + "A,B\nC,", "{\"ciphertext\":\"" }) {
			byte[] file = (start + "\u00ff\n").getBytes(StandardCharsets.ISO_8859_1);
			assertThat(faults(file)).singleElement()
				.satisfies((fault) -> assertThat(fault.detail()).contains("is not UTF-8"));
		}
		String late = HEADER + "A,B\n".repeat(100_000);
		assertThat(faults((late + "C,\u00ff\n").getBytes(StandardCharsets.ISO_8859_1))).last()
			.satisfies((fault) -> assertThat(fault.detail()).startsWith("line 100002: is not UTF-8"));
	}

	@Property(tries = 200)
	void readsBackWhatWasQuoted(@ForAll @Size(max = 20) List<@StringLength(
			max = 12) @Chars({ ',', '"', '\n', '\r', '\t', '{' }) @CharRange(from = 'A', to = 'C') String> texts) {
		StringBuilder file = new StringBuilder(HEADER);
		List<String> expected = new ArrayList<>();
		for (String text : texts) {
			String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
			file.append(quoted).append(",").append(quoted).append("\r\n");
			if (!text.isEmpty()) { // else it is what a spreadsheet writes of an empty row
				expected.add(text + "|" + text);
			}
		}
		assertThat(read(file.toString())).isEqualTo(expected);
	}

	/** Whatever a file is, it is read or refused. */
	@Property(tries = 500)
	void survivesAnything(@ForAll @Size(max = 60) byte[] file, @ForAll boolean header) {
		byte[] start = header ? HEADER.getBytes(StandardCharsets.UTF_8) : new byte[0];
		byte[] whole = Arrays.copyOf(start, start.length + file.length);
		System.arraycopy(file, 0, whole, start.length, file.length);
		try {
			assertThat(read(whole).size()).isLessThanOrEqualTo(whole.length);
		}
		catch (InvalidInput ex) {
			assertThat(ex.faults()).isNotEmpty();
		}
	}

}
