package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A request to train that is sent again with the same {@code Idempotency-Key}. */
class IdempotencyHttpTests extends ServiceTest {

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	@AfterEach
	void leaveNothing() {
		for (String state : List.of("QUEUED", "RUNNING")) {
			get("/jobs?state=" + state).as(200).at("/items").forEach((job) -> cancel(job.at("/id").asString()));
		}
	}

	private Answer train(String key, String request) {
		return send(request("/train").header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofString(request)));
	}

	private static String id(Answer answer) {
		String id = answer.as(202).at("/id").asString();
		assertThat(answer.header("Location")).isEqualTo("/jobs/" + id);
		return id;
	}

	private long jobs(String model) {
		return get("/jobs?model=" + model).as(200).at("/total").longValue();
	}

	@Test
	void makesOneJobOfTheSameRequest() {
		String request = endless("repeated");
		String id = id(train("one", request));
		assertThat(id(train("one", request))).isEqualTo(id);
		assertThat(id(train("one", request.replace(": ", ":  \n")))).as("written otherwise").isEqualTo(id);
		assertThat(jobs("repeated")).isOne();
		JsonNode refused = train("one", request.replace("LEMON", "MELON")).asProblem(422);
		assertThat(refused.at("/detail").asString()).contains("Idempotency-Key");
		String other = id(train("other", request));
		assertThat(other).isNotEqualTo(id);
		delete("/jobs/" + other).as(202);
		delete("/jobs/" + id).as(202);
		assertThat(train("one", request).as(202).at("/state").asString()).isEqualTo("CANCELLED");
		assertThat(delete("/jobs/" + id).status()).isEqualTo(204);
		assertThat(train("one", request).asProblem(409).at("/detail").asString()).contains(id, "deleted");
		this.jdbc.sql("update idempotency_key set expires_at = current_timestamp where job_id = ?").param(id).update();
		String next = id(train("one", request));
		assertThat(next).isNotEqualTo(id);
		assertThat(id(train("one", request))).isEqualTo(next);
		delete("/jobs/" + next).as(202);
	}

	@Test
	void remembersNoError() {
		train("erroneous", endless("erroneous").replace("\"hidden\": 8", "\"hidden\": 0")).asProblem(400);
		String running = train(endless("waiting"));
		awaitState(running, "RUNNING");
		List<String> waiting = IntStream.range(0, MAX_QUEUED).mapToObj((i) -> train(endless("waiting"))).toList();
		train("erroneous", endless("erroneous")).asProblem(429);
		cancel(waiting.toArray(String[]::new));
		String id = id(train("erroneous", endless("erroneous")));
		assertThat(id(train("erroneous", endless("erroneous")))).isEqualTo(id);
		cancel(running, id);
	}

	@Test
	void makesOneJobOfRequestsAtTheSameTime() {
		List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> train("at once", endless("at-once"))))
			.toList();
		List<String> ids = answers.stream().map((answer) -> id(answer.join())).distinct().collect(Collectors.toList());
		assertThat(ids).hasSize(1);
		assertThat(jobs("at-once")).isOne();
		cancel(ids.get(0));
	}

	@Test
	void comparesTheFilesOfAnUpload() {
		String request = "{\"model\": \"twice\", \"training\": {\"maxEpochs\": 1, \"examplesPerEpoch\": 64}}";
		String file = "ciphertext,plaintext\nBCD,ABC\nKHOOR,HELLO\n";
		String id = id(upload("upload", "pairs", request, file));
		assertThat(id(upload("upload", "pairs", request, file))).isEqualTo(id);
		upload("upload", "pairs", request, file.replace("HELLO", "HALLO")).asProblem(422);
		upload("upload", "corpus", request, file).asProblem(422);
		upload("upload", "pairs", request.replace("64", "65"), file).asProblem(422);
		train("upload", endless("twice")).asProblem(422);
		assertThat(jobs("twice")).isOne();
		cancel(id);
	}

	private Answer upload(String key, String part, String request, String file) {
		String body = String.join("\r\n", "--x", "Content-Disposition: form-data; name=\"request\"", "", request, "--x",
				"Content-Disposition: form-data; name=\"" + part + "\"; filename=\"file.csv\"",
				"Content-Type: text/csv", "", file, "--x--", "");
		return send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofString(body)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "tab\tbed" })
	void refusesWhatIsNoKey(String key) {
		JsonNode problem = train(key, endless("no-key")).asProblem(400);
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
	}

	@Test
	void takesAKeyOf255CharactersAndNoLongerOne() {
		String key = "k".repeat(255);
		train(key + "k", endless("long-key")).asProblem(400);
		cancel(id(train(key, endless("long-key"))));
	}

}
