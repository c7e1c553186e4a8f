package dev.decipher.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a client sees of errors, over a real connection.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "decipher.security.allowed-hosts=x", "decipher.http.max-body-size=1MB",
				"spring.servlet.multipart.max-file-size=1MB", "spring.servlet.multipart.max-request-size=1MB",
				"spring.jackson.factory.constraints.read.max-string-length=500000" })
@Import(ProblemTests.SampleController.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

	@TempDir
	static Path folder;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("decipher.data-dir", folder::toString);
	}

	private static final String GOOD = """
			{"name": "lemon", "network": {"hidden": 7, "dropout": 0.5, "feedback": true},
			"pairs": [{"ciphertext": "A", "plaintext": "B"}], "cipher": {"type": "caesar", "shift": 3}}""";

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void readsWhatIsRight() throws Exception {
		HttpResponse<String> response = post("/sample", GOOD);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.body()).contains("\"at\":\"2026-01-02T03:04:05Z\"")
			.containsSubsequence("\"name\"", "\"network\"", "\"pairs\"", "\"cipher\"", "\"at\"");
	}

	// a quote ' stands for " here
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			// validation
			"{'name':'a','network':{'hidden':5000}} | /network/hidden | must be between 1 and 4096",
			"{'name':'a','pairs':[{'ciphertext':'A','plaintext':'B'},{'ciphertext':'A'}]} | /pairs/1/plaintext | must not be null",
			"{'network':{'hidden':5}} | /name | must not be null",
			"{'name':'a','texts':['x',null]} | /texts/1 | must not be null",
			"{'name':'a','keys':{'a/b':null}} | /keys/a~1b | must not be null",
			// fields
			"{'name':'a','colour':1} | /colour | is not known here",
			"{'name':'a','network':{'hidden':1,'hiden':1}} | /network/hiden | is not known here; known: dropout, feedback, hidden",
			"{'name':'a','name':'b'} | /name | is given twice",
			"{'name':'a','network':{'hidden':1,'hidden':1}} | /network/hidden | is given twice",
			"{'name':'a','pairs':[{'ciphertext':'A','plaintext':'B'},{'ciphertext':'A','ciphertext':'B'}]} | /pairs/1/ciphertext | is given twice",
			// wrong types
			"{'name':7} | /name | must be a string", "{'name':true} | /name | must be a string",
			"{'name':1.5} | /name | must be a string", "{'name':['a']} | /name | must be a string",
			"{'name':{'a':1}} | /name | must be a string",
			"{'name':'a','network':{'hidden':'7'}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':7.5}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':7.0}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':1e2}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':true}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':''}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':null}} | /network/hidden | must be given and not null",
			"{'name':'a','network':{'hidden':[7]}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':{}}} | /network/hidden | must be a whole number",
			"{'name':'a','network':{'hidden':99999999999}} | /network/hidden | must be between -2147483648 and 2147483647",
			"{'name':'a','network':{}} | /network/hidden | must be given and not null",
			"{'name':'a','network':{'hidden':1,'dropout':'0.5'}} | /network/dropout | must be a number",
			"{'name':'a','network':{'hidden':1,'dropout':'NaN'}} | /network/dropout | must be a number",
			"{'name':'a','network':{'hidden':1,'dropout':''}} | /network/dropout | must be a number",
			"{'name':'a','network':{'hidden':1,'dropout':1e999}} | /network/dropout | must be a finite number",
			"{'name':'a','network':{'hidden':1,'feedback':1}} | /network/feedback | must be true or false",
			"{'name':'a','network':{'hidden':1,'feedback':'true'}} | /network/feedback | must be true or false",
			"{'name':'a','network':{'hidden':1,'feedback':''}} | /network/feedback | must be true or false",
			"{'name':'a','network':''} | /network | must be an object",
			"{'name':'a','network':[]} | /network | must be an object",
			"{'name':'a','network':7} | /network | must be an object",
			"{'name':'a','pairs':{}} | /pairs | must be an array",
			"{'name':'a','pairs':''} | /pairs | must be an array",
			"{'name':'a','pairs':{'ciphertext':'A','plaintext':'B'}} | /pairs | must be an array",
			"{'name':'a','pairs':[7]} | /pairs/0 | must be an object",
			"{'name':'a','kind':1} | /kind | must be one of TRAIN, SOLVE",
			"{'name':'a','kind':'train'} | /kind | must be one of TRAIN, SOLVE",
			"{'name':'a','kind':''} | /kind | must be one of TRAIN, SOLVE",
			"{'name':'a\\ud800'} | /name | has half a surrogate pair at position 1",
			"{'name':'a','texts':['b','\\udc00']} | /texts/1 | has half a surrogate pair at position 0",
			// sealed types
			"{'name':'a','cipher':{'type':'rot12'}} | /cipher/type | is not known here; known: atbash, caesar",
			"{'name':'a','cipher':{'shift':3}} | /cipher/type | must be given; known: atbash, caesar",
			"{'name':'a','cipher':{'type':7}} | /cipher/type | is not known here; known: atbash, caesar",
			"{'name':'a','cipher':'caesar'} | /cipher/type | must be given; known: atbash, caesar",
			"{'name':'a','cipher':{'type':'caesar','shift':'3'}} | /cipher/shift | must be a whole number",
			"{'name':'a','cipher':{'type':'caesar','shift':3,'key':'B'}} | /cipher/key | is not known here",
			"{'name':'a','cipher':{'type':'caesar','shift':3,'type':'caesar'}} | /cipher/type | is given twice",
			"{'name':'a','cipher':{'type':'caesar'}} | /cipher/shift | must be given",
			"{'name':'a','cipher':{'type':'caesar','shift':-1}} | /cipher/shift | must be 0 or more",
			// whole bodies
			"[] | `` | must be an object", "7 | `` | must be an object", "'text' | `` | must be an object",
			"null | `` | must be given", "`` | `` | must be given", "{'name':'a'} {} | `` | has more after its end",
			"{'name':'a'}] | `` | is not well-formed JSON (line 1, column 13)",
			"{'name':'a' | `` | is not well-formed JSON (line 1, column 12)",
			"{'name':NaN} | `` | is not well-formed JSON (line 1, column 12)",
			"{'name':'a',} | `` | is not well-formed JSON (line 1, column 13)",
			"{name:'a'} | `` | is not well-formed JSON (line 1, column 2)",
			"{'name':'a','network':{'hidden':01}} | /network | is not well-formed JSON" })
	void namesThePlaceInABody(String body, String pointer, String detail) throws Exception {
		HttpResponse<String> response = post("/sample", body.replace('\'', '"'));
		JsonNode problem = problem(response, 400, "/sample");
		assertThat(problem.at("/errors")).as(response.body()).hasSize(1);
		assertThat(problem.at("/errors/0/pointer").asString()).as(response.body()).isEqualTo(pointer);
		assertThat(problem.at("/errors/0/detail").asString()).startsWith(detail);
	}

	@Test
	void namesEveryPlaceInOrder() throws Exception {
		HttpResponse<String> response = post("/sample", "{\"network\":{\"hidden\":0},\"pairs\":[{}]}");
		JsonNode problem = problem(response, 400, "/sample");
		assertThat(problem.at("/errors").valueStream().map((error) -> error.at("/pointer").asString()))
			.containsExactly("/name", "/network/hidden", "/pairs/0/ciphertext", "/pairs/0/plaintext");
		assertThat(problem.at("/detail").asString()).isEqualTo("/name must not be null (and 3 more)");
	}

	@Test
	void speaksEnglishToEverybody() throws Exception {
		HttpResponse<String> response = send(request("/sample").header("Content-Type", "application/json")
			.header("Accept-Language", "de")
			.POST(BodyPublishers.ofString("{}")));
		assertThat(response.body()).contains("must not be null");
	}

	@Test
	void refusesDeepNestingAndHugeStrings() throws Exception {
		problem(post("/sample", "{\"name\":" + "[".repeat(100) + "]".repeat(100) + "}"), 400, "/sample");
		problem(post("/any", "[".repeat(100) + "]".repeat(100)), 400, "/any");
		problem(post("/any", "[" + "1".repeat(101) + "]"), 400, "/any");
		problem(post("/sample", "{\"number\":" + "1".repeat(101) + "}"), 400, "/sample");
		problem(post("/sample", "{\"name\":\"" + "a".repeat(600_000) + "\"}"), 413, "/sample");
	}

	@Test
	void refusesInvalidUtf8() throws Exception {
		byte[] body = "{\"name\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
		JsonNode problem = problem(send(
				request("/sample").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body))),
				400, "/sample");
		assertThat(problem.at("/errors/0/detail").asString()).startsWith("is not UTF-8");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/models/lemon/versions/x | version | must be a whole number",
					"/models/lemon/versions/1?size=x | size | must be a whole number",
					"/models/lemon/versions/1?size=1.5 | size | must be a whole number",
					"/models/lemon/versions/1?size=99999999999 | size | must be a whole number",
					"/models/lemon/versions/1?size=0 | size | must be greater than or equal to 1",
					"/models/lemon/versions/1?size=101 | size | must be less than or equal to 100",
					"/models/lemon/versions/0 | version | must be greater than or equal to 1",
					"/models/lemon/versions/1?flag=maybe | flag | must be true or false",
					"/models/lemon/versions/1?kind=x | kind | must be one of TRAIN, SOLVE",
					"/required | text | must be given" })
	void namesTheParameter(String path, String parameter, String detail) throws Exception {
		HttpResponse<String> response = send(request(path));
		JsonNode problem = problem(response, 400, path.replaceFirst("\\?.*", ""));
		assertThat(problem.at("/errors")).hasSize(1);
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
		assertThat(problem.at("/errors/0/detail").asString()).isEqualTo(detail);
		assertThat(problem.at("/detail").asString()).isEqualTo(parameter + " " + detail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/plain", "image/png", "text/event-stream", "application/xml", "*/*",
			"application/json", "nonsense", "text/plain;q=nonsense" })
	void answersWithAProblemWhateverIsAccepted(String accept) throws Exception {
		for (String path : List.of("/nowhere", "/throw/problem", "/throw/invalid", "/throw/unexpected", "/throw/error",
				"/actuator/metrics/nothing")) {
			HttpResponse<String> response = send(request(path).header("Accept", accept));
			assertThat(response.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
			problem(response, response.statusCode(), path);
		}
		problem(send(request("/sample").header("Accept", accept)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{}"))), null, "/sample");
	}

	@Test
	void translatesWhatIsThrown() throws Exception {
		JsonNode invalid = problem(send(request("/throw/invalid")), 400, "/throw/invalid");
		assertThat(invalid.at("/errors/0/pointer").asString()).isEqualTo("/data/cipher");
		assertThat(invalid.at("/detail").asString()).isEqualTo("/data/cipher must be solvable");
		HttpResponse<String> busy = send(request("/throw/problem"));
		assertThat(problem(busy, 429, "/throw/problem").at("/detail").asString()).isEqualTo("The queue is full.");
		assertThat(busy.headers().firstValue("Retry-After")).contains("2");
		problem(send(request("/throw/not-found")), 404, "/throw/not-found");
		problem(send(request("/throw/timeout")), 503, "/throw/timeout");
		problem(send(request("/throw/send-error")), 403, "/throw/send-error");
	}

	@Test
	void keepsTheUnexpectedToTheLog(CapturedOutput output) throws Exception {
		HttpResponse<String> response = send(request("/throw/unexpected"));
		problem(response, 500, "/throw/unexpected");
		assertThat(response.body()).doesNotContain("secret", "Exception", "dev.decipher");
		assertThat(output).contains("ERROR").contains("IllegalStateException: secret");
	}

	@Test
	void saysWhatIsSupported() throws Exception {
		HttpResponse<String> method = send(request("/sample").DELETE());
		problem(method, 405, "/sample");
		assertThat(method.headers().firstValue("Allow")).contains("POST");
		HttpResponse<String> type = send(
				request("/sample").header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b")));
		problem(type, 415, "/sample");
		assertThat(type.headers().firstValue("Accept"))
			.hasValueSatisfying((types) -> assertThat(types).contains("application/json"));
		problem(send(
				request("/text").header("Content-Type", "text/plain;charset=foo").POST(BodyPublishers.ofString("a"))),
				415, "/text");
		problem(send(request("/sample").header("Content-Type", "application/json;charset=foo")
			.POST(BodyPublishers.ofString(GOOD))), 415, "/sample");
		problem(send(request("/text").header("Content-Type", "nonsense").POST(BodyPublishers.ofString("a"))), 415,
				"/text");
		problem(send(request("/sample").POST(BodyPublishers.ofString(GOOD))), 415, "/sample");
		problem(send(request("/text").header("Content-Type", "text/plain")
			.header("Accept", "image/png")
			.POST(BodyPublishers.ofString("a"))), 406, "/text");
		problem(send(request("/nowhere").POST(BodyPublishers.ofString("a"))), 404, "/nowhere");
		problem(send(request("/error")), 404, "/error");
	}

	@Test
	void limitsTheBody() throws Exception {
		byte[] large = new byte[1024 * 1024 + 1];
		Arrays.fill(large, (byte) 'a');
		problem(send(request("/text").header("Content-Type", "text/plain").POST(BodyPublishers.ofByteArray(large))),
				413, "/text");
		problem(send(request("/nowhere").POST(BodyPublishers.ofByteArray(large))), 413, "/nowhere");
		// without a length, in chunks
		problem(send(request("/text").header("Content-Type", "text/plain").POST(stream(large))), 413, "/text");
		String json = "{\"texts\": [" + "\"aaaaaaaa\", ".repeat(100_000) + "\"b\"], \"name\": \"a\"}";
		assertThat(json.length()).isGreaterThan(1024 * 1024);
		problem(send(request("/sample").header("Content-Type", "application/json")
			.POST(stream(json.getBytes(StandardCharsets.UTF_8)))), 413, "/sample");
		byte[] fits = Arrays.copyOf(large, 1024 * 1024);
		assertThat(send(request("/text").header("Content-Type", "text/plain").POST(stream(fits))).body())
			.hasSize(fits.length);
		assertThat(send(request("/text").header("Content-Type", "text/plain").POST(BodyPublishers.ofByteArray(fits)))
			.body()).hasSize(fits.length);
		byte[] huge = new byte[20 * 1024 * 1024];
		problem(send(request("/text").header("Content-Type", "text/plain").POST(BodyPublishers.ofByteArray(huge))), 413,
				"/text");
		problem(send(request("/text").header("Content-Type", "text/plain").POST(stream(huge))), 413, "/text");
	}

	@Test
	void limitsAndChecksUploads() throws Exception {
		String upload = "--x\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=\"pairs\"; filename=\"p.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--x--\r\n";
		assertThat(upload(BodyPublishers.ofString(upload.formatted(GOOD, "a,b"))).body()).isEqualTo("3");
		byte[] large = upload.formatted(GOOD, "a".repeat(1024 * 1024)).getBytes(StandardCharsets.UTF_8);
		problem(upload(BodyPublishers.ofByteArray(large)), 413, "/upload");
		problem(upload(stream(large)), 413, "/upload");
		JsonNode problem = problem(upload(BodyPublishers.ofString(upload.formatted("{\"name\":7}", ""))), 400,
				"/upload");
		assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/name");
		problem = problem(upload(BodyPublishers.ofString(upload.formatted("{}", ""))), 400, "/upload");
		assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/name");
		problem = problem(upload(BodyPublishers.ofString("--x--\r\n")), 400, "/upload");
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("request");
		problem(upload(BodyPublishers.ofString("nonsense")), 400, "/upload");
		problem(send(request("/upload").header("Content-Type", "multipart/form-data")
			.POST(BodyPublishers.ofString("--x--"))), 400, "/upload");
	}

	// a newline is written as ~
	@ParameterizedTest
	@CsvSource(delimiter = '^', value = { "GET /a%2fb HTTP/1.1~Host: x~~ ^ 400", "GET /a|b HTTP/1.1~Host: x~~ ^ 400",
			"GET /a{b} HTTP/1.1~Host: x~~ ^ 400", "GET /a?b={c} HTTP/1.1~Host: x~~ ^ 400",
			"GET /%zz HTTP/1.1~Host: x~~ ^ 400", "GET /required?text=%zz HTTP/1.1~Host: x~~ ^ 400",
			"GET /a%00 HTTP/1.1~Host: x~~ ^ 400", "GET /a;b/%2e%2e%2f HTTP/1.1~Host: x~~ ^ 400",
			"GET /../../etc/passwd HTTP/1.1~Host: x~~ ^ 400", "FOO /sample HTTP/1.1~Host: x~~ ^ 405",
			"FOO /nowhere HTTP/1.1~Host: x~~ ^ 404", "TRACE / HTTP/1.1~Host: x~~ ^ 405", "nonsense~~ ^ 400",
			"GET / HTTP/9.9~Host: x~~ ^ 505", "GET / HTTP/1.1~~ ^ 400", "GET / HTTP/1.1~Host: a~Host: b~~ ^ 400",
			"GET / HTTP/1.1~Host: x~No colon~~ ^ 400", "G(T / HTTP/1.1~Host: x~~ ^ 400",
			"POST /text HTTP/1.1~Host: x~Content-Type: text/plain~Content-Length: -1~~ ^ 400",
			"POST /text HTTP/1.1~Host: x~Content-Type: text/plain~Content-Length: x~~ ^ 400",
			"POST /text HTTP/1.1~Host: x~Content-Type: text/plain~Transfer-Encoding: chunked~~zz~abc~0~~ ^ 400",
			"POST /sample HTTP/1.1~Host: x~Content-Type: application/json~Transfer-Encoding: chunked~~zz~abc~0~~ ^ 400",
			"POST /text HTTP/1.1~Host: x~Content-Type: text/plain~Transfer-Encoding: nonsense~~ ^ 501" })
	void reportsWhatTheWebServerRefuses(String request, int status, CapturedOutput output) throws Exception {
		String response = raw(request.replace("~", "\r\n"));
		assertRawProblem(response, status);
		assertThat(output).doesNotContain("WARN").doesNotContain("ERROR");
	}

	@Test
	void reportsHeadersThatAreTooLarge() throws Exception {
		assertRawProblem(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"), 400);
		assertRawProblem(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
	}

	@Test
	void survivesClientsThatLeave(CapturedOutput output) throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write("POST /sample HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
					.getBytes(StandardCharsets.US_ASCII));
		}
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			socket.getInputStream().read();
			socket.setSoLinger(true, 0);
		}
		Thread.sleep(1000);
		assertThat(output.getAll()).doesNotContain("WARN").doesNotContain("ERROR");
	}

	@Test
	void streamsEvents() throws Exception {
		HttpResponse<InputStream> response = this.client.send(request("/events").build(), BodyHandlers.ofInputStream());
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/event-stream"));
		response.body().close();
	}

	@Test
	void describesItself() throws Exception {
		JsonNode api = this.json.readTree(send(request("/v3/api-docs")).body());
		assertThat(api.at("/info/title").asString()).isEqualTo("Decipher");
		assertThat(api.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
		assertThat(api.at("/servers")).hasSize(1);
		assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
		assertThat(api.at("/paths").propertyNames())
			.noneMatch((path) -> path.startsWith("/actuator") || path.equals("/error"));
		assertThat(api.at("/components/schemas/Problem/properties").propertyNames()).containsExactly("type", "title",
				"status", "detail", "instance", "requestId", "errors");
		JsonNode post = api.at("/paths").get("/sample").at("/post/responses");
		assertThat(post.propertyNames()).containsExactlyInAnyOrder("200", "400", "401", "403", "406", "409", "413",
				"415", "429", "500");
		assertThat(post.at("/409/description").asString()).isEqualTo("The model is busy");
		post.forEachEntry((status, response) -> {
			if (!status.equals("200")) {
				assertThat(response.at("/content").propertyNames()).containsExactly("application/problem+json");
				JsonNode content = response.at("/content").get("application/problem+json");
				assertThat(content.at("/schema/$ref").asString()).isEqualTo("#/components/schemas/Problem");
				assertThat(content.at("/example/status").asInt()).isEqualTo(Integer.parseInt(status));
			}
		});
		assertThat(api.at("/paths").get("/models/{name}/versions/{version}").at("/get/responses").propertyNames())
			.containsExactlyInAnyOrder("200", "400", "401", "403", "404", "406", "429", "500", "503");
	}

	@Test
	void showsWhatIsToBeWatched() throws Exception {
		assertThat(this.json.readTree(send(request("/actuator")).body()).at("/_links").propertyNames())
			.allMatch((name) -> name.matches("self|health.*|info|metrics.*|prometheus"));
		JsonNode health = this.json.readTree(send(request("/actuator/health")).body());
		assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
		assertThat(health.at("/components/db/details").isMissingNode()).isTrue();
		assertThat(send(request("/actuator/health/liveness")).statusCode()).isEqualTo(200);
		assertThat(this.json.readTree(send(request("/actuator/info")).body()).at("/java/version").isMissingNode())
			.isFalse();
		assertThat(send(request("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
		problem(send(request("/actuator/env")), 404, "/actuator/env");
		problem(send(request("/actuator/health").DELETE()), 405, "/actuator/health");
	}

	@Test
	void showsABrowserThePage() throws Exception {
		HttpResponse<String> page = send(request("/"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(page.body()).contains("<title>Decipher</title>", "page/app.js");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(20));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> upload(HttpRequest.BodyPublisher body) throws Exception {
		return send(request("/upload").header("Content-Type", "multipart/form-data; boundary=x").POST(body));
	}

	private static HttpRequest.BodyPublisher stream(byte[] body) {
		return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(3000);
			socket.getOutputStream()
				.write(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private JsonNode problem(HttpResponse<String> response, Integer status, String path) {
		String body = response.body();
		assertThat(response.headers().firstValue("Content-Type")).as(body).contains("application/problem+json");
		JsonNode problem = this.json.readTree(body);
		if (status != null) {
			assertThat(response.statusCode()).as(body).isEqualTo(status);
		}
		assertThat(problem.at("/status").asInt()).isEqualTo(response.statusCode());
		assertThat(problem.at("/type").asString()).isEqualTo("about:blank");
		assertThat(problem.at("/title").asString()).isNotEmpty();
		assertThat(problem.at("/detail").asString()).isNotEmpty();
		assertThat(problem.at("/instance").asString()).isEqualTo(path);
		assertThat(body).doesNotContain("java.", "jackson", "dev.decipher", "Exception", "\\tat ");
		return problem;
	}

	private void assertRawProblem(String response, int status) {
		assertThat(response).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
		assertThat(response).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("<html");
		JsonNode problem = this.json.readTree(response.substring(response.indexOf('{'), response.lastIndexOf('}') + 1));
		assertThat(problem.at("/status").asInt()).isEqualTo(status);
		assertThat(problem.at("/type").asString()).isEqualTo("about:blank");
		assertThat(problem.at("/detail").asString()).isNotEmpty();
	}

	enum Kind {

		TRAIN, SOLVE

	}

	record Network(@Range(min = 1, max = 4096, message = "must be between {min} and {max}") int hidden, Double dropout,
			Boolean feedback) {
	}

	record Pair(@NotNull String ciphertext, @NotNull String plaintext) {
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Caesar.class, name = "caesar"),
			@JsonSubTypes.Type(value = Atbash.class, name = "atbash") })
	sealed interface Cipher {

	}

	record Caesar(@JsonProperty(required = true) int shift) implements Cipher {

		Caesar {
			if (shift < 0) {
				throw InvalidInput.at("/shift", "must be 0 or more");
			}
		}

	}

	record Atbash() implements Cipher {
	}

	record Sample(@NotNull String name, @Valid Network network, List<@Valid Pair> pairs, List<@NotNull String> texts,
			Map<String, @NotNull String> keys, Kind kind, Long number, Cipher cipher) {
	}

	record Answer(String name, Network network, List<Pair> pairs, Cipher cipher, Instant at) {
	}

	@RestController
	static class SampleController {

		@PostMapping("/sample")
		@ApiResponse(responseCode = "200", description = "As it was understood")
		@ApiResponse(responseCode = "409", description = "The model is busy")
		Answer sample(@Valid @RequestBody Sample sample) {
			return new Answer(sample.name(), sample.network(), sample.pairs(), sample.cipher(),
					Instant.parse("2026-01-02T03:04:05Z"));
		}

		@PostMapping("/any")
		Object any(@RequestBody Object any) {
			return any;
		}

		@PostMapping(path = "/upload", consumes = "multipart/form-data")
		long upload(@Valid @RequestPart Sample request, @RequestPart MultipartFile pairs) {
			return pairs.getSize();
		}

		@GetMapping("/models/{name}/versions/{version}")
		String model(@PathVariable String name, @PathVariable("version") @Min(1) int v,
				@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
				@RequestParam(required = false) Boolean flag, @RequestParam(required = false) Kind kind) {
			return name + v + size;
		}

		@GetMapping("/required")
		String required(@RequestParam String text) {
			return text;
		}

		@PostMapping(path = "/text", consumes = "text/plain", produces = "text/plain")
		String text(@RequestBody(required = false) String text) {
			return text;
		}

		@GetMapping(path = "/events", produces = "text/event-stream")
		SseEmitter events() throws IOException {
			SseEmitter emitter = new SseEmitter(500L);
			emitter.send(SseEmitter.event().name("progress").data("1"));
			Thread sender = new Thread(() -> {
				try {
					while (true) {
						Thread.sleep(50);
						emitter.send(SseEmitter.event().name("progress").data("2"));
					}
				}
				catch (Exception ex) {
					// gone
				}
			});
			sender.setDaemon(true);
			sender.start();
			return emitter;
		}

		@RequestMapping("/throw/invalid")
		void invalid() {
			throw InvalidInput.at("/cipher", "must be solvable").under("/data");
		}

		@RequestMapping("/throw/problem")
		void problem() {
			throw Problem.tooManyRequests("The queue is full.", Duration.ofMillis(1500));
		}

		@RequestMapping("/throw/not-found")
		void notFound() {
			throw Problem.notFound("There is no model 'x'.");
		}

		@RequestMapping("/throw/unexpected")
		void unexpected() {
			throw new IllegalStateException("secret");
		}

		@RequestMapping("/throw/error")
		void error() {
			throw new StackOverflowError();
		}

		@RequestMapping("/throw/send-error")
		void sendError(jakarta.servlet.http.HttpServletResponse response) throws IOException {
			response.sendError(403, "secret");
		}

		@RequestMapping("/throw/timeout")
		Callable<String> timeout() {
			throw new org.springframework.web.context.request.async.AsyncRequestTimeoutException();
		}

	}

}
