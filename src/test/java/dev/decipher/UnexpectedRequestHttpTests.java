package dev.decipher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.network.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no client is expected to send, found by {@code HttpFuzzTests} and
 * {@code ParserFuzzTests}, and once answered wrongly.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnexpectedRequestHttpTests extends ServiceTest {

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	@Test
	void refusesToWriteJsonInACharsetThatItDoesNotWrite() {
		send(request("/models/seed").header("Accept", "application/json;charset=utf-16")).asProblem(406);
		send(request("/models/seed").header("Accept", "application/json;charset=utf-8")).as(200);
	}

	@Test
	void handsOutSeveralRangesOfWeights() {
		String path = "/models/seed/versions/1/weights";
		byte[] whole = download(request(path)).body();
		HttpResponse<byte[]> one = download(request(path).header("Range", "bytes=8-17"));
		assertThat(one.statusCode()).isEqualTo(206);
		assertThat(one.body()).isEqualTo(Arrays.copyOfRange(whole, 8, 18));
		HttpResponse<byte[]> several = download(request(path).header("Range", "bytes=0-0,8-9,-1"));
		assertThat(several.statusCode()).isEqualTo(206);
		assertThat(several.headers().firstValue("Content-Type").orElseThrow()).startsWith("multipart/byteranges");
		assertThat(new String(several.body(), StandardCharsets.ISO_8859_1)).contains("bytes 0-0/" + whole.length,
				"bytes 8-9/" + whole.length,
				"bytes %d-%d/%d".formatted(whole.length - 1, whole.length - 1, whole.length));
		for (String range : List.of("bytes=99999999-", "bytes=5-2", "lines=1-2", "bytes=0-" + ",0-".repeat(20))) {
			Answer refused = send(request(path).header("Range", range));
			refused.asProblem(416);
			assertThat(refused.header("Content-Range")).isEqualTo("bytes */" + whole.length);
		}
		assertThat(download(request(path)).headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
		assertThat(download(request(path).method("HEAD", BodyPublishers.noBody())).headers()
			.firstValueAsLong("Content-Length")).hasValue(whole.length);
	}

	@Test
	void refusesALayoutWhoseKeyHasNoAlphabet() throws IOException {
		byte[] seed = download(request("/models/seed/versions/1/weights")).body();
		Safetensors.File file = Safetensors.read(new ByteArrayInputStream(seed));
		Map<String, String> metadata = new HashMap<>(file.metadata());
		metadata.put("layout", "{\"key\":{\"min\":3,\"max\":6}}");
		ByteArrayOutputStream damaged = new ByteArrayOutputStream();
		Safetensors.write(new Safetensors.File(file.weights(), metadata), damaged);
		upload("/models/keyless/weights", damaged.toByteArray()).asFaultAt("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/train/post", "/models~1{name}~1weights/put" })
	void tellsOfTheConflictWithALanguage(String operation) {
		String pointer = "/paths/" + operation.replaceFirst("^/", "~1") + "/responses/409";
		assertThat(get("/v3/api-docs").as(200).at(pointer).isObject()).as(pointer).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/x/%2e%2e/%252e%252e/models", "/models/seed/versions/1/../weights", "/x/../models/seed" })
	void saysNothingOfAPathThatLeadsUp(String path, CapturedOutput output) {
		get(path);
		assertThat(output).doesNotContain("WARN", "ERROR");
	}

	@Test
	void refusesAFormThatCannotBeDecoded() {
		send(request("/models/form/weights").header("Content-Type", "application/x-www-form-urlencoded")
			.PUT(BodyPublishers.ofString("%v@"))).asProblem(415);
	}

	@Test
	void refusesAnUploadThatEndsWithinAPartsHeaders(CapturedOutput output) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.getOutputStream().write("""
					POST /train HTTP/1.1\r
					Host: 127.0.0.1\r
					Content-Type: multipart/form-data; boundary=x\r
					Content-Length: 332\r
					Connection: close\r
					\r
					--x\r
					Content-D""".getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).doesNotContain(" 500 ");
		}
		assertThat(output).doesNotContain("WARN", "ERROR");
	}

	@Test
	void saysNothingOfAMethodThatThePageDoesNotTake(CapturedOutput output) {
		put("/", "{}").asProblem(405);
		assertThat(output).doesNotContain("WARN", "ERROR");
	}

	@Test
	void answersBodiesOfACharsetWithoutAName(CapturedOutput output) {
		String body = """
				{"text": "ERPDRF"}""";
		assertThat(raw("POST /decrypt HTTP/1.1", "Host: localhost", "Content-Type: application/json;charset=",
				"Content-Length: " + body.length(), "Connection: close", "", body))
			.doesNotContain(" 500 ");
		assertThat(output).doesNotContain("WARN", "ERROR", "\tat ");
	}

	@Test
	void saysNothingOfWhatIsNoHttp(CapturedOutput output) {
		send(request("/models").header("X", "a".repeat(1 << 16))).asProblem(400);
		assertThat(output).doesNotContain("WARN", "ERROR", "\tat ");
	}

}
