package dev.decipher.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.decipher.fuzz.ApiDescription.Operation;
import dev.decipher.fuzz.FuzzedRequest.Header;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends what clients are not expected to send, made of the examples in the API's
 * description, and holds every answer to that description: no server error, a documented
 * status with a documented body, and nothing in the log. {@code -Dfuzz.seed} and
 * {@code -Dfuzz.requests} choose the requests; a failure names its seed, and shows the
 * request.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "decipher.training.max-memory=256MB", "decipher.models.max-weights=1MB",
				"decipher.http.max-body-size=2MB", "decipher.training.metrics-retention=1s" })
@DirtiesContext
class HttpFuzzTests {

	private static final byte[] NOTHING = {};

	/** So many faults are shown; one is often the cause of many. */
	private static final int MAX_FAULTS = 20;

	@TempDir
	static Path folder;

	@LocalServerPort
	private int port;

	private final Map<String, String> faults = new LinkedHashMap<>();

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private LogWatch log;

	private FuzzClient client;

	private ApiDescription api;

	private byte[] weights;

	private String job = "";

	private String last = "";

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("decipher.data-dir", folder::toString);
	}

	@BeforeEach
	void isReady() throws IOException {
		// not before the service has started, which sets the log up
		this.log = new LogWatch();
		this.client = new FuzzClient(this.port);
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> send("GET", "/actuator/health/readiness", NOTHING).status() == 200);
		this.api = new ApiDescription(send("GET", "/v3/api-docs", NOTHING).text());
		this.weights = send("GET", "/models/seed/versions/1/weights", NOTHING).body();
	}

	@AfterEach
	void endJobs() throws IOException {
		for (String state : List.of("QUEUED", "RUNNING")) {
			JsonNode jobs = JsonMapper.shared().readTree(send("GET", "/jobs?size=100&state=" + state, NOTHING).text());
			for (JsonNode job : jobs.get("items")) {
				send("DELETE", "/jobs/" + job.get("id").asString(), NOTHING);
			}
		}
		this.log.close();
	}

	@Test
	void answersASampleAsDescribed() throws IOException {
		fuzz(Long.getLong("fuzz.seed", 1), Integer.getInteger("fuzz.requests", 300));
	}

	@Test
	@Tag("fuzz")
	void answersManyRequestsAsDescribed() throws IOException {
		fuzz(Long.getLong("fuzz.seed", System.nanoTime()), Integer.getInteger("fuzz.requests", 10_000));
	}

	private void fuzz(long seed, int requests) throws IOException {
		long begin = System.nanoTime();
		SplittableRandom seeds = new SplittableRandom(seed);
		for (int i = 0; i < requests && this.faults.size() < MAX_FAULTS; i++) {
			long own = seeds.nextLong();
			Map<String, String> known = prepared(own);
			RequestMutator mutator = new RequestMutator(this.api, own, known, this.weights);
			if (Math.floorMod(own, 40) == 0) {
				atOnce(own, mutator, known);
				i++;
			}
			else {
				FuzzedRequest request = RequestMutator.bounded(mutator.any());
				judge(own, request, () -> this.client.send(request));
			}
			for (String fault : this.log.faults()) {
				note("log " + fault.replaceAll("(?s)^\\S+|\\R.*", ""),
						"seed %d: the log says %s%nafter %s".formatted(own, fault, this.last));
			}
		}
		System.out.printf("%,d requests from the seed %d in %d s, by status: %s%n", requests, seed,
				(System.nanoTime() - begin) / 1_000_000_000, this.statuses);
		assertThat(this.faults.size())
			.as("faults from the seed %d:%n%s", seed, String.join("\n\n", this.faults.values()))
			.isZero();
	}

	/** Takes care that what requests name is there, most of the time. */
	private Map<String, String> prepared(long seed) throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		Map<String, String> known = new HashMap<>(Map.of("id", this.job));
		if (random.nextInt(4) == 0) {
			known.put("name", "seed");
			known.put("version", "1");
		}
		else if (random.nextInt(4) == 0) {
			send("PUT", "/models/caesar3/weights", this.weights);
		}
		if (this.job.isEmpty() || random.nextInt(10) == 0) {
			String body = random.nextBoolean() ? """
					{"text": "XFMDPNF UP UIF XPSME", "cipher": "caesar", "maxSeconds": 0.1, "async": true}""" : """
					{"model": "slow", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "messageLength": 8},
					"training": {"learningRate": 1e-6, "maxSeconds": 2}, "network": {"embedding": 4, "hidden": 8}}""";
			FuzzedAnswer answer = this.client
				.send(new FuzzedRequest("POST", body.contains("data") ? "/train" : "/solve",
						List.of(new Header("Content-Type", "application/json")), body.getBytes(StandardCharsets.UTF_8),
						Set.of(), NOTHING, false));
			if (answer != null && answer.status() == 202) {
				cancel(this.job);
				this.job = JsonMapper.shared().readTree(answer.text()).get("id").asString();
				known.put("id", this.job);
			}
		}
		return known;
	}

	/** Two requests that change the same, at the same time. */
	private void atOnce(long seed, RequestMutator mutator, Map<String, String> known) throws IOException {
		List<Operation> changing = this.api.operations()
			.stream()
			.filter((operation) -> operation.method().equals("DELETE") || operation.method().equals("PUT"))
			.toList();
		SplittableRandom random = new SplittableRandom(seed);
		if (random.nextBoolean()) {
			known.put("name", "caesar3");
			known.put("version", String.valueOf(random.nextInt(1, 4)));
			for (int i = 0; i < 3; i++) {
				send("PUT", "/models/caesar3/weights", this.weights);
			}
		}
		FuzzedRequest one = mutator.example(changing.get(random.nextInt(changing.size())));
		FuzzedRequest other = random.nextBoolean() ? one
				: mutator.example(changing.get(random.nextInt(changing.size())));
		CompletableFuture<@Nullable FuzzedAnswer> first = this.client.sendAsync(one);
		CompletableFuture<@Nullable FuzzedAnswer> second = this.client.sendAsync(other);
		judge(seed, one, () -> answer(first));
		judge(seed, other, () -> answer(second));
	}

	private static @Nullable FuzzedAnswer answer(CompletableFuture<@Nullable FuzzedAnswer> answer) throws IOException {
		try {
			return answer.orTimeout(FuzzClient.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		}
		catch (CompletionException ex) {
			throw new IOException(ex.getCause());
		}
	}

	private interface Answering {

		@Nullable FuzzedAnswer answer() throws IOException;

	}

	private void judge(long seed, FuzzedRequest request, Answering answering) throws IOException {
		FuzzedAnswer answer;
		this.last = request.toString();
		try {
			answer = answering.answer();
		}
		catch (IOException ex) {
			note(seed, request, "no answer: " + ex, "");
			return;
		}
		if (answer == null) {
			if (!request.cut()) {
				note(seed, request, "no answer", "");
			}
			return;
		}
		this.statuses.merge(answer.status(), 1, Integer::sum);
		List<String> wrong = this.api.faults(request, answer);
		if (!wrong.isEmpty()) {
			note(seed, request, String.join(", ", wrong), answer.toString());
		}
		if (answer.status() == 202) {
			cancelJobOf(answer);
		}
	}

	private void note(long seed, FuzzedRequest request, String wrong, String answer) throws IOException {
		Path file = Files.createDirectories(Path.of("target/fuzz")).resolve("request-" + seed);
		Files.write(file, request.bytes());
		note(request.method() + wrong.substring(0, Math.min(60, wrong.length()))
				+ answer.substring(0, Math.min(3, answer.length())),
				"seed %d: %s%n%s%n-> %s%nthe whole request: %s".formatted(seed, wrong, request, answer, file));
	}

	private void note(String kind, String fault) {
		this.faults.putIfAbsent(kind, fault);
	}

	private void cancelJobOf(FuzzedAnswer answer) throws IOException {
		try {
			cancel(JsonMapper.shared().readTree(answer.text()).path("id").asString(""));
		}
		catch (JacksonException ex) {
			// it has been noted
		}
	}

	private void cancel(String id) throws IOException {
		if (!id.isEmpty()) {
			send("DELETE", "/jobs/" + id, NOTHING);
		}
	}

	private FuzzedAnswer send(String method, String path, byte[] body) throws IOException {
		List<Header> headers = (body.length > 0) ? List.of(new Header("Content-Type", "application/octet-stream"))
				: List.of();
		FuzzedAnswer answer = this.client
			.send(new FuzzedRequest(method, path, headers, body, Set.of(), NOTHING, false));
		assertThat(answer).isNotNull();
		return answer;
	}

}
