package dev.decipher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Models, their versions, and which of them answers.
 */
class ModelHttpTests extends ServiceTest {

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	/** Trains a new version of a model, however many there are. */
	private JsonNode shift(String model, int shift) {
		return learn("""
				{"model": "%s", "data": {"cipher": {"type": "caesar", "shift": %d}}, %s}""".formatted(model, shift,
				QUICK));
	}

	private String decrypted(String model, String version) {
		return post("/decrypt", "{\"text\": \"FGH\", \"model\": \"%s\"%s}".formatted(model, version)).as(200)
			.at("/text")
			.asString();
	}

	@Test
	void tellsEverythingOfAModel() {
		assertThat(get("/models").as(200).isArray()).isTrue();
		assertThat(get("/models").as(200).valueStream().map((model) -> model.at("/name").asString())).contains("seed");
		JsonNode model = get("/models/seed").as(200);
		assertThat(model.at("/alphabet").asString()).isEqualTo("latin27");
		assertThat(model.at("/network/embedding").intValue()).isEqualTo(5);
		assertThat(model.at("/network/hidden").intValue()).isEqualTo(10);
		assertThat(model.at("/network/headHidden").intValue()).isZero();
		assertThat(model.at("/request/data/cipher")).isEqualTo(json.readTree("{\"type\": \"caesar\", \"shift\": 13}"));
		assertThat(model.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(model.at("/accuracyByPosition")).hasSize(32);
		assertThat(model.at("/accuracyByLength").valueStream()).isNotEmpty()
			.allSatisfy((one) -> assertThat(one.at("/accuracy").doubleValue()).isEqualTo(1));
		assertThat(model.at("/size").longValue()).isPositive();
		assertThat(model.at("/sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(model.at("/createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
		assertThat(model.at("/activeVersion").intValue()).isEqualTo(1);
		JsonNode job = get("/jobs/" + model.at("/job").asString()).as(200);
		assertThat(job.at("/model").asString()).isEqualTo("seed");
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		assertThat(job.at("/request")).isEqualTo(model.at("/request"));
		JsonNode version = get("/models/seed/versions/1").as(200);
		assertThat(version.at("/sha256")).isEqualTo(model.at("/sha256"));
		assertThat(version.at("/network")).isEqualTo(model.at("/network"));
	}

	@Test
	void keepsTheDefaultModel() {
		delete("/models/seed").asProblem(409);
		delete("/models/seed/versions/1").asProblem(409);
		assertThat(get("/models/seed").status()).isEqualTo(200);
	}

	@Test
	void switchesAndNeverGivesANumberTwice() {
		assertThat(shift("rolling", 3).at("/version").intValue()).isEqualTo(1);
		assertThat(decrypted("rolling", "")).isEqualTo("CDE");
		assertThat(shift("rolling", 5).at("/version").intValue()).isEqualTo(2);
		// a finished job activates its version
		assertThat(decrypted("rolling", "")).isEqualTo("ABC");
		assertThat(decrypted("rolling", ", \"version\": 1")).isEqualTo("CDE");
		JsonNode model = put("/models/rolling/active", "{\"version\": 1}").as(200);
		assertThat(model.at("/activeVersion").intValue()).isEqualTo(1);
		assertThat(decrypted("rolling", "")).isEqualTo("CDE");
		assertThat(decrypted("rolling", ", \"version\": 2")).isEqualTo("ABC");
		assertThat(get("/models/rolling").as(200).at("/versions")).isEqualTo(json.readTree("[1, 2]"));

		delete("/models/rolling/versions/1").asProblem(409);
		assertThat(delete("/models/rolling/versions/2").status()).isEqualTo(204);
		get("/models/rolling/versions/2").asProblem(404);
		delete("/models/rolling/versions/2").asProblem(404);
		put("/models/rolling/active", "{\"version\": 2}").asProblem(404);
		post("/decrypt", "{\"text\": \"A\", \"model\": \"rolling\", \"version\": 2}").asProblem(404);
		assertThat(get("/models/rolling").as(200).at("/versions")).isEqualTo(json.readTree("[1]"));
		assertThat(shift("rolling", 3).at("/version").intValue()).isEqualTo(3);

		assertThat(delete("/models/rolling").status()).isEqualTo(204);
		get("/models/rolling").asProblem(404);
		get("/models/rolling/versions/1").asProblem(404);
		delete("/models/rolling").asProblem(404);
		post("/decrypt", "{\"text\": \"A\", \"model\": \"rolling\"}").asProblem(404);
		assertThat(get("/models").as(200).valueStream().map((one) -> one.at("/name").asString()))
			.doesNotContain("rolling");
		assertThat(shift("rolling", 3).at("/version").intValue()).isEqualTo(4);
		assertThat(get("/models/rolling").as(200).at("/versions")).isEqualTo(json.readTree("[4]"));
	}

	@Test
	void switchesWithoutAFailedRequest() {
		shift("busy", 3);
		shift("busy", 5);
		AtomicBoolean enough = new AtomicBoolean();
		AtomicInteger answers = new AtomicInteger();
		List<CompletableFuture<Void>> clients = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			clients.add(CompletableFuture.runAsync(() -> {
				while (!enough.get()) {
					JsonNode answer = post("/decrypt", "{\"text\": \"FGH\", \"model\": \"busy\"}").as(200);
					assertThat(answer.at("/text").asString())
						.isEqualTo((answer.at("/version").intValue() == 1) ? "CDE" : "ABC");
					answers.incrementAndGet();
				}
			}));
		}
		for (int i = 0; i < 20; i++) {
			int version = 1 + i % 2;
			put("/models/busy/active", "{\"version\": " + version + "}").as(200);
			// asked after the switch has been confirmed
			assertThat(post("/decrypt", "{\"text\": \"FGH\", \"model\": \"busy\"}").as(200).at("/version").intValue())
				.isEqualTo(version);
			int before = answers.get();
			await().until(() -> answers.get() > before || clients.stream().anyMatch(CompletableFuture::isDone));
		}
		enough.set(true);
		CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
	}

	@Test
	void keepsAModelThatAJobIsFor() {
		shift("wanted", 3);
		String running = train(endless("wanted"));
		String queued = train(endless("wanted"));
		try {
			delete("/models/wanted").asProblem(409);
			delete("/jobs/" + running).as(202);
			delete("/models/wanted").asProblem(409);
			assertThat(get("/models/wanted").status()).isEqualTo(200);
			delete("/jobs/" + queued).as(202);
			assertThat(delete("/models/wanted").status()).isEqualTo(204);
		}
		finally {
			cancel(running, queued);
		}
	}

	@Test
	void learnsTheSameFromTheSameRequest() {
		String request = """
				{"model": "twins", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}},
				"network": {"embedding": 8, "hidden": 16, "dropout": 0.2},
				"training": {"examplesPerEpoch": 256, "maxEpochs": 2, "seed": 99}}""";
		learn(request);
		learn(request);
		assertThat(get("/models/twins/versions/2").as(200).at("/sha256"))
			.isEqualTo(get("/models/twins/versions/1").as(200).at("/sha256"));
		learn(request.replace("99", "98"));
		assertThat(get("/models/twins/versions/3").as(200).at("/sha256"))
			.isNotEqualTo(get("/models/twins/versions/1").as(200).at("/sha256"));
	}

}
