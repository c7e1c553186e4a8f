package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions of every kind are trained again, and the same comes of it.
 */
class ReproduceHttpTests extends ServiceTest {

	private static final String SMALL = """
			"network": {"embedding": 4, "hidden": 8, "headHidden": 4}, "training": {"examplesPerEpoch": 256, "maxEpochs": 2}""";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private String path(String model, int version) {
		return "/models/%s/versions/%d/reproduce".formatted(model, version);
	}

	private Answer reproduce(String model, int version) {
		return send(request(path(model, version)).POST(BodyPublishers.noBody()));
	}

	/** Holds a version to be what comes of training it again. */
	private JsonNode assertReproduces(Answer answer) {
		JsonNode queued = answer.as(202);
		assertThat(answer.header("Location")).isEqualTo("/jobs/" + queued.at("/id").asString());
		assertThat(queued.at("/kind").asString()).isEqualTo("REPRODUCE");
		JsonNode job = awaitState(queued.at("/id").asString(), "SUCCEEDED");
		assertThat(job.at("/result")).as(job.toString())
			.isEqualTo(json.readTree("{\"equal\": true, \"provenance\": {}}"));
		assertThat(job.at("/progress").doubleValue()).isEqualTo(1);
		assertThat(job.has("version")).isFalse();
		return job;
	}

	@Test
	void theDefaultModel() {
		JsonNode before = get("/models/seed").as(200);
		JsonNode job = assertReproduces(reproduce("seed", 1));
		assertThat(job.at("/model").asString()).isEqualTo("seed");
		assertThat(job.at("/request")).isEqualTo(json.readTree("{\"model\": \"seed\", \"version\": 1}"));
		assertThat(job.at("/step")).isEqualTo(before.at("/lastStep"));
		// it makes no version and activates none
		assertThat(get("/models/seed").as(200)).isEqualTo(before);
		JsonNode trained = get("/jobs/" + before.at("/job").asString() + "/history").as(200);
		JsonNode again = get("/jobs/" + job.at("/id").asString() + "/history").as(200);
		assertThat(again).hasSameSizeAs(trained);
		assertThat(again.at("/0/validationLoss")).isEqualTo(trained.at("/0/validationLoss"));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// an open choice of networks, of which one is left
			"\"data\": {\"cipher\": {\"type\": \"vigenere\", \"key\": \"LEMON\"}, \"messageLength\": 8}, \"training\": "
					+ "{\"examplesPerEpoch\": 256, \"maxEpochs\": 5}",
			// a key that is left to chance, dropout and two layers
			"\"data\": {\"cipher\": {\"type\": \"columnar\", \"key\": {\"random\": {\"length\": [3, 3]}}}, "
					+ "\"messageLength\": 6}, \"network\": {\"embedding\": 4, \"hidden\": 8, \"layers\": 2, \"dropout\": 0.2, "
					+ "\"bidirectional\": true}, \"training\": {\"examplesPerEpoch\": 256, \"maxEpochs\": 2}",
			// any key, by a curriculum
			"\"data\": {\"cipher\": {\"type\": \"vigenere\", \"key\": {\"any\": {\"length\": [2, 3]}}}, \"messageLength\": 6}, "
					+ "\"network\": {\"embedding\": 4, \"hidden\": 8, \"attentionHeads\": 1, \"attentionReach\": 4}, "
					+ "\"training\": {\"examplesPerEpoch\": 256, \"maxEpochs\": 2, \"curriculum\": true}" })
	void aCipher(String request) {
		JsonNode job = learn("{\"model\": \"again\", %s}".formatted(request));
		assertReproduces(reproduce("again", job.at("/version").intValue()));
	}

	@Test
	void whatTheClockEnded() {
		// nothing but the clock ends it, within an epoch
		JsonNode job = learn("""
				{"model": "again-in-time", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "messageLength": 8},
				"network": {"embedding": 4, "hidden": 8, "headHidden": 0},
				"training": {"examplesPerEpoch": 100000000, "maxSeconds": 1, "learningRate": 1e-6}}""");
		assertThat(job.at("/targetReached").booleanValue()).isFalse();
		assertReproduces(reproduce("again-in-time", 1));
	}

	@Test
	void whatWentOnFromAnother() {
		caesar("again-parent", 3, "\"latin26\"");
		learn("""
				{"model": "again-child", "data": {"cipher": {"type": "caesar", "shift": 4}},
				"from": {"model": "again-parent", "version": 1},
				"training": {"examplesPerEpoch": 256, "maxEpochs": 2}}""");
		assertReproduces(reproduce("again-child", 1));
		assertThat(delete("/models/again-parent").status()).isEqualTo(204);
		assertThat(reproduce("again-child", 1).asProblem(409).at("/detail").asString())
			.contains("again-parent version 1", "gone");
	}

	@Test
	void pairs() {
		SplittableRandom random = new SplittableRandom(1);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < 40; i++) {
			String plaintext = letters(8, random);
			pairs.addObject()
				.put("ciphertext",
						plaintext.chars()
							.mapToObj((c) -> Character.toString('A' + (c - 'A' + 3) % 26))
							.collect(Collectors.joining()))
				.put("plaintext", plaintext);
		}
		learn("{\"model\": \"again-pairs\", \"data\": {\"pairs\": %s}, %s}".formatted(pairs, SMALL));
		String path = path("again-pairs", 1);
		assertReproduces(post(path, "{\"pairs\": %s}".formatted(pairs)));
		String csv = "ciphertext,plaintext\n" + pairs.valueStream()
			.map((pair) -> pair.at("/ciphertext").asString() + "," + pair.at("/plaintext").asString() + "\n")
			.collect(Collectors.joining());
		assertReproduces(form(path, "pairs", csv));

		assertThat(reproduce("again-pairs", 1).asProblem(409).at("/detail").asString()).contains("send them again");
		post(path, "{}").asProblem(409);
		ArrayNode others = pairs.deepCopy();
		others.remove(39);
		assertThat(post(path, "{\"pairs\": %s}".formatted(others)).asProblem(409).at("/detail").asString())
			.contains("SHA-256", get("/models/again-pairs").as(200).at("/request/data/pairs/sha256").asString());
		post(path, "{\"pairs\": [{\"ciphertext\": \"ÄB\", \"plaintext\": \"AB\"}]}").asProblem(409);
		post(path, "{\"corpus\": \"a text\"}").asFaultAt("/corpus");
		post(path, "{\"pairs\": [{\"ciphertext\": \"AB\"}]}").asFaultAt("/pairs/0/plaintext");
		form(path, "texts", csv).asFaultAt("/texts");
		send(request(path).header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(BodyPublishers
				.ofString("--limit\r\nContent-Disposition: form-data; name=\"pairs\"\r\n\r\nciphertext")))
			.asProblem(400);
	}

	@Test
	void aLanguage() {
		SplittableRandom random = new SplittableRandom(2);
		String text = IntStream.range(0, 300)
			.mapToObj((i) -> letters(random.nextInt(2, 8), random))
			.collect(Collectors.joining(" "));
		learn("""
				{"model": "again-language", "data": {"corpus": "%s"}, "network": {"embedding": 4, "hidden": 8},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 2}}""".formatted(text));
		String path = path("again-language", 1);
		assertReproduces(post(path, "{\"corpus\": \"%s\"}".formatted(text)));
		assertReproduces(form(path, "corpus", text));
		reproduce("again-language", 1).asProblem(409);
		post(path, "{\"corpus\": \"%s\"}".formatted(text.substring(10))).asProblem(409);
		post(path, "{\"corpus\": \"short\"}").asProblem(409);
		post(path, "{\"pairs\": []}").asFaultAt("/pairs");
	}

	@Test
	void tellsWhatDiffers() {
		// weights that no training gives, said to be those of one
		JsonNode job = learn(
				"{\"model\": \"again-other\", \"data\": {\"cipher\": {\"type\": \"caesar\", \"shift\": 3}}, %s}"
					.formatted(SMALL));
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		reproduce("again-other", 2).asProblem(404);
		reproduce("again-nothing", 1).asProblem(404);
		post(path("again-other", 1), "{\"pairs\": []}").asFaultAt("/pairs");
		byte[] weights = download(request("/models/again-other/versions/1/weights")).body();
		upload("/models/again-other/weights", weights).as(201);
		assertThat(reproduce("again-other", 2).asProblem(409).at("/detail").asString()).contains("imported");
	}

	@Test
	void canBeCancelled() {
		String running = train(endless("again-busy"));
		try {
			// waits in line with what trains
			String waiting = reproduce("seed", 1).as(202).at("/id").asString();
			assertThat(job(waiting).at("/state").asString()).isEqualTo("QUEUED");
			assertThat(delete("/jobs/" + waiting).as(202).at("/state").asString()).isEqualTo("CANCELLED");
		}
		finally {
			cancel(running);
		}
	}

	private Answer form(String path, String part, String content) {
		String body = String.join("\r\n", "--limit",
				"Content-Disposition: form-data; name=\"%s\"; filename=\"a.csv\"".formatted(part),
				"Content-Type: text/csv", "", content, "--limit--", "");
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(BodyPublishers.ofString(body)));
	}

}
