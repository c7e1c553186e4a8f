package dev.decipher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code POST /decrypt/batch} line by line.
 */
class TextStreamHttpTests extends ServiceTest {

	private static final String NDJSON = "application/x-ndjson";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private Answer stream(String query, String lines) {
		return send(request("/decrypt/batch" + query).header("Content-Type", NDJSON)
			.POST(BodyPublishers.ofByteArray(lines.getBytes(StandardCharsets.UTF_8))));
	}

	private List<JsonNode> results(String lines) {
		Answer answer = stream("", lines);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo(NDJSON);
		return answer.body().lines().map((line) -> json.readTree(line)).toList();
	}

	@Test
	void answersEachLine() {
		List<JsonNode> results = results("""
				{"text": "ERPDRF"}
				{"text":"FUVEMVEMNMERPDRF"}\r

				{"text": ""}
				{"text": "FUVEMVEMN-AFURDMERPDRF"}""");
		assertThat(results.stream().map((result) -> result.at("/text").asString())).containsExactly("SECRET",
				"THIS-IS-A-SECRET", "", "THIS-IS-ANOTHER-SECRET");
		JsonNode alone = post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200);
		assertThat(results.get(0).propertyNames()).containsExactly("text", "confidence");
		assertThat(results.get(0).at("/confidence")).isEqualTo(alone.at("/confidence"));
		assertThat(results.get(2).at("/confidence").isNull()).isTrue();
		assertThat(stream("", "").body()).isEmpty();
		assertThat(stream("?model=seed&version=1", "{\"text\": \"ERPDRF\"}").body()).startsWith("{\"text\":\"SECRET\",")
			.endsWith("}\n");
	}

	@Test
	void tellsInItsPlaceWhatIsWrongWithALine() {
		List<JsonNode> results = results("""
				{"text": "ERPDRF"}
				nonsense
				{"text": 7}
				{"text": "A", "more": 1}
				{"text": "A", "text": "B"}
				{}
				null
				[]
				{"text": "A"} {"text": "B"}
				{"text": "\\ud800"}
				{"text": "%s"}
				{"text": "ERPDRF"}
				""".formatted("A".repeat(1_000_001)));
		assertThat(results).hasSize(12);
		assertThat(results.get(0).at("/text").asString()).isEqualTo("SECRET");
		assertThat(results.get(11).at("/text").asString()).isEqualTo("SECRET");
		for (JsonNode result : results.subList(1, 11)) {
			assertThat(result.propertyNames()).containsExactly("error");
			assertThat(result.at("/error").propertyNames()).containsExactly("status", "detail");
			assertThat(result.at("/error/detail").asString()).isNotEmpty().doesNotContain("Exception");
		}
		assertThat(results.subList(1, 11).stream().map((result) -> result.at("/error/status").intValue()))
			.containsExactly(400, 400, 400, 400, 400, 400, 400, 400, 400, 413);
	}

	@Test
	void skipsALineThatIsLongerThanAnyText() {
		List<JsonNode> results = results(
				"{\"text\": \"" + " ".repeat(13_000_000) + "\"}\n{\"text\": \"ERPDRF\"}\n" + "x".repeat(13_000_000));
		assertThat(results).hasSize(3);
		assertThat(results.get(0).at("/error/status").intValue()).isEqualTo(413);
		assertThat(results.get(1).at("/text").asString()).isEqualTo("SECRET");
		assertThat(results.get(2).at("/error/status").intValue()).isEqualTo(413);
	}

	@Test
	void refusesWhatItCannotBeginWith() {
		stream("?model=nobody", "{\"text\": \"ERPDRF\"}").asProblem(404);
		stream("?model=seed&version=99", "{\"text\": \"ERPDRF\"}").asProblem(404);
		stream("?version=x", "{\"text\": \"ERPDRF\"}").asProblem(400);
		send(request("/decrypt/batch").header("Content-Type", NDJSON)
			.header("Accept", "text/plain")
			.POST(BodyPublishers.ofString("{}"))).asProblem(406);
	}

	/** As a client does that asks for the next text once it has seen the last one. */
	@Test
	void answersALineBeforeTheNextIsSent() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(30_000);
			OutputStream out = socket.getOutputStream();
			out.write("POST /decrypt/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
				.getBytes(StandardCharsets.US_ASCII));
			out.write("Transfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			for (int i = 0; i < 3; i++) {
				out.write("13\r\n{\"text\": \"ERPDRF\"}\n\r\n".getBytes(StandardCharsets.US_ASCII));
				String line = in.readLine();
				while (!line.contains("SECRET")) {
					line = in.readLine();
				}
			}
			out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			String last = in.readLine();
			while (!last.equals("0")) {
				last = in.readLine();
			}
			assertThat(in.readLine()).isEmpty();
		}
	}

	@Test
	void answersManyLinesInOrder() {
		String lines = IntStream.range(0, 20_000)
			.mapToObj((i) -> "{\"text\": \"" + "E".repeat(1 + i % 50) + "\"}\n")
			.reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
			.toString();
		List<JsonNode> results = results(lines);
		assertThat(results).hasSize(20_000);
		for (int i = 0; i < 20_000; i++) {
			assertThat(results.get(i).at("/text").asString()).hasSize(1 + i % 50);
		}
	}

}
