package dev.decipher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pairs in a file, as {@code curl -F} sends it.
 */
class UploadHttpTests extends ServiceTest {

	private static final String ONE_EPOCH = "\"training\": {\"maxEpochs\": 1, \"examplesPerEpoch\": 64}";

	private static final String REQUEST = "{\"model\": \"uploaded\", " + ONE_EPOCH + "}";

	private static final String FILE = "ciphertext,plaintext\nBCD,ABC\nKHOOR,HELLO\n";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static String part(String name, String headers, String content) {
		return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + headers + "\r\n\r\n" + content + "\r\n";
	}

	private static String request(@Nullable String type, String content) {
		return part("request", (type != null) ? "\r\nContent-Type: " + type : "", content);
	}

	private static String pairs(String name, @Nullable String type, String content) {
		return part("pairs", "; filename=\"" + name + "\"" + ((type != null) ? "\r\nContent-Type: " + type : ""),
				content);
	}

	private Answer upload(String... parts) {
		return send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(String.join("", parts) + "--x--\r\n")));
	}

	private Answer uploadFile(String content) {
		return upload(request(null, REQUEST), pairs("pairs.csv", "text/csv", content));
	}

	private long jobs() {
		return get("/jobs?size=1").as(200).at("/total").longValue();
	}

	@Test
	void learnsFromAFile() {
		SplittableRandom random = new SplittableRandom(11);
		StringBuilder file = new StringBuilder("\ufeffplaintext,note,ciphertext\r\n");
		for (int i = 0; i < 400; i++) {
			String plaintext = letters(10, random) + ", \"" + letters(5, random) + "!\"";
			String ciphertext = plaintext.chars()
				.map((c) -> Character.isUpperCase(c) ? 'A' + (c - 'A' + 7) % 26 : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			file.append('"').append(plaintext.replace("\"", "\"\"")).append("\",,\"");
			file.append(ciphertext.replace("\"", "\"\"")).append("\"\r\n");
		}
		Answer answer = upload(
				request("application/json", "{\"model\": \"from-file\", \"data\": {\"validationFraction\": 0.25}}"),
				pairs("pairs.csv", "application/octet-stream", file.toString()));
		JsonNode job = awaitState(answer.as(202).at("/id").asString(), "SUCCEEDED");
		assertThat(answer.header("Location")).isEqualTo("/jobs/" + job.at("/id").asString());
		JsonNode data = job.at("/request/data");
		assertThat(data.at("/pairs").propertyNames()).containsExactlyInAnyOrder("count", "sha256");
		assertThat(data.at("/pairs/count").intValue()).isEqualTo(400);
		assertThat(data.at("/pairs/sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(data.at("/alphabet").asString()).isEqualTo("latin26");
		assertThat(data.at("/validationFraction").doubleValue()).isEqualTo(0.25);
		assertThat(job.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(post("/decrypt", "{\"text\": \"Olssv!\", \"model\": \"from-file\"}").as(200).at("/text").asString())
			.isEqualTo("Hello!");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			value = { "- | text/csv", "text/plain | -", "application/octet-stream | text/plain",
					"application/json | application/octet-stream", "- | application/json", "- | image/png",
					"- | text/csv;charset=utf-16", "- | application/vnd.ms-excel",
					"text/plain;charset=utf-8 | text/csv;charset=utf-8" })
	void takesThePartsAsClientsSendThem(String requestType, String pairsType) {
		JsonNode job = upload(pairs("p.csv", pairsType, FILE), request(requestType, REQUEST)).as(202);
		assertThat(job.at("/request/data/pairs/count").intValue()).isEqualTo(2);
		awaitState(job.at("/id").asString(), "SUCCEEDED");
	}

	@Test
	void takesTheSamePairsHoweverTheyCome() {
		List<String> headers = new ArrayList<>();
		List<String> sums = IntStream.range(0, 5).mapToObj((form) -> switch (form) {
			case 0 -> post("/train",
					"{\"model\": \"uploaded\", \"data\": {\"pairs\": [{\"ciphertext\": \"BCD\", "
							+ "\"plaintext\": \"ABC\"}, {\"ciphertext\": \"KHOOR\", \"plaintext\": \"HELLO\"}]}, "
							+ ONE_EPOCH + "}");
			case 1 -> uploadFile(FILE);
			case 2 ->
				upload(request(null, REQUEST), pairs("p", null, "ciphertext\tplaintext\nBCD\tABC\nKHOOR\tHELLO\n"));
			case 3 -> uploadFile("BCD;ABC\r\nKHOOR;HELLO\r\n;\r\n");
			default -> upload(request(null, REQUEST), pairs("p", "application/x-ndjson",
					"{\"ciphertext\":\"BCD\",\"plaintext\":\"ABC\"}\n{\"ciphertext\":\"KHOOR\",\"plaintext\":\"HELLO\"}\n"));
		}).map((answer) -> {
			JsonNode job = answer.as(202);
			awaitState(job.at("/id").asString(), "SUCCEEDED");
			headers.add(job.at("/request/data/pairs").path("header").asString("said"));
			return job.at("/request/data/pairs/sha256").asString();
		}).toList();
		assertThat(sums).allMatch(sums.get(0)::equals);
		assertThat(headers).containsExactly("said", "said", "said", "false", "said");
	}

	@Test
	void tellsWhatIsWrongInAFile() {
		long before = jobs();
		JsonNode problem = uploadFile("ciphertext,plaintext\nABC,BCD\n\"A\nB\",CD\nABCDE,ABCDEF\nA\0,BC\nA\n")
			.asProblem(400);
		assertThat(problem.at("/errors").valueStream().map((error) -> error.at("/pointer").asString()))
			.containsExactly("/data/pairs/3/ciphertext", "/data/pairs/4");
		problem = uploadFile("ciphertext,plaintext\nABC,BCD\n\"A\nB\",C\nABCDE,ABCDEF\n").asProblem(400);
		assertThat(problem.at("/errors/1")).isEqualTo(json.readTree(
				"{\"pointer\": \"/data/pairs/2\", \"detail\": \"line 5: ciphertext has 5 symbols, plaintext 6\"}"));
		assertThat(uploadFile("ciphertext,plaintext\n" + "AB,A\n".repeat(1000)).asProblem(400).at("/errors"))
			.hasSize(20);
		uploadFile("").asFaultAt("/data/pairs");
		uploadFile("ciphertext,plaintext\n").asFaultAt("/data/pairs");
		uploadFile("ciphertext,plaintext\nAB,BC\n").asFaultAt("/data/pairs");
		uploadFile("ciphertext,plaintext\nAB,BC\nAB,BC\n").asFaultAt("/data/pairs");
		uploadFile("ciphertext,key\nAB,BC\nAB,BC\n").asFaultAt("/data/pairs");
		assertThat(uploadFile("PK\3\4\24\0\6\0[Content_Types].xml").asProblem(400).at("/errors/0"))
			.isEqualTo(json.readTree("{\"pointer\": \"/data/pairs\", \"detail\": \"is an Excel workbook (.xlsx) or "
					+ "another document of Office: save its sheet as CSV in UTF-8\"}"));
		uploadFile("ciphertext,plaintext\nAB,BC\n\"AB,BC\n").asFaultAt("/data/pairs/1");
		uploadFile("ciphertext,plaintext\nAB,BC\n" + "A".repeat(1_000_001) + ",BC\n").asFaultAt("/data/pairs/1");
		upload(request(null, REQUEST), pairs("p.jsonl", null, "{\"ciphertext\":\"A\",\"plaintext\":\"B\"}\n{]\n"))
			.asFaultAt("/data/pairs/1");
		assertThat(send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers
				.ofByteArray((request(null, REQUEST) + pairs("p.csv", "text/csv", FILE + "\u00ff\n") + "--x--\r\n")
					.getBytes(StandardCharsets.ISO_8859_1))))
			.asProblem(400)
			.at("/detail")
			.asString()).contains("UTF-8");
		assertThat(jobs()).isEqualTo(before);
	}

	@Test
	void refusesAFormThatIsNotAsItShouldBe() {
		long before = jobs();
		String file = pairs("p.csv", "text/csv", FILE);
		String request = request(null, REQUEST);
		assertThat(upload(request).asProblem(400).at("/errors/0/parameter").asString()).isEqualTo("pairs");
		assertThat(upload(file).asProblem(400).at("/errors/0/parameter").asString()).isEqualTo("request");
		upload(request, file, file).asFaultAt("/pairs");
		upload(request, file, part("a/b", "", "c")).asFaultAt("/a~1b");
		upload(request(null, "{}"), file).asFaultAt("/model");
		upload(request(null, "{\"model\": \"Bad\", \"network\": {\"hidden\": 0}}"), file).asFaultAt("/model",
				"/network/hidden");
		upload(request(null, "{\"model\": \"bad\", \"colour\": 1}"), file).asFaultAt("/colour");
		upload(request(null, "nonsense"), file).asProblem(400);
		upload(request(null, ""), file).asProblem(400);
		upload(request(null, "{\"model\": \"bad\", \"data\": {\"pairs\": []}}"), file).asFaultAt("/data/pairs");
		upload(request(null, "{\"model\": \"bad\", \"data\": {\"cipher\": {\"type\": \"rot13\"}}}"), file)
			.asFaultAt("/data");
		upload(request(null, "{\"model\": \"bad\", \"data\": {\"messageLength\": 5}}"), file)
			.asFaultAt("/data/messageLength");
		upload(request("image/png", REQUEST), file).asProblem(415);
		upload(request(null, "{\"model\": \"" + "a".repeat(1 << 20) + "\"}"), file).asProblem(413);
		upload(part("request", "; filename=\"r.json\"", " ".repeat(5 << 20) + REQUEST), file).asProblem(413);
		upload("nonsense").asProblem(400);
		assertThat(jobs()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/decrypt", "/encrypt", "/nowhere" })
	void readsNoUploadThatNobodyAskedFor(String path) {
		int status = path.equals("/nowhere") ? 404 : 415;
		send(request(path).header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(request(null, REQUEST) + "--x--\r\n"))).asProblem(status);
	}

	/** Beyond what a body of JSON may have. */
	@Test
	void takesALargeFile() throws IOException {
		byte[] row = ("A".repeat(40_000) + "," + "B".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8);
		byte[] other = ("C".repeat(40_000) + "," + "B".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8);
		List<byte[]> rows = new ArrayList<>(Collections.nCopies(1_700, row));
		rows.set(77, other);
		rows.add(0,
				(request(null, REQUEST.replace("uploaded", "large").replace("}}", ", \"maxSeconds\": 1}}"))
						+ pairs("p.csv", "text/csv", ""))
					.replaceFirst("\r\n$", "")
					.concat("ciphertext,plaintext\n")
					.getBytes(StandardCharsets.UTF_8));
		rows.add("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
		try (InputStream in = new SequenceInputStream(
				Collections.enumeration(rows.stream().map(ByteArrayInputStream::new).toList()))) {
			JsonNode problem = send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
				.POST(BodyPublishers.ofInputStream(() -> in))).asProblem(400);
			// read as a whole, and then too much for a batch
			assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/training/batchSize");
		}
	}

}
