package dev.decipher;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Training: what a job shows from its beginning to its end, and how it is cancelled.
 */
class TrainHttpTests extends ServiceTest {

	private static final String KEY = "LEMON";

	private final List<String> begun = new ArrayList<>();

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	@AfterEach
	void leaveNothing() {
		cancel(this.begun.toArray(String[]::new));
	}

	/** An endless job, cancelled when the test is over. */
	private String begin(String model) {
		String id = train(endless(model));
		this.begun.add(id);
		return id;
	}

	private JsonNode awaitAnEpoch(String id) {
		return await().until(() -> job(id), (job) -> job.at("/accuracy").isNumber());
	}

	/** The Vigenère cipher, written down once more. */
	private static String vigenere(String plaintext) {
		StringBuilder ciphertext = new StringBuilder();
		for (int i = 0; i < plaintext.length(); i++) {
			ciphertext.append((char) ('A' + (plaintext.charAt(i) - 'A' + KEY.charAt(i % KEY.length()) - 'A') % 26));
		}
		return ciphertext.toString();
	}

	@Test
	void keepsWhatWasAskedForAndShowsHowItGoes() {
		String request = """
				{"model": "asked",
				"data": {"cipher": {"type": "vigenere", "key": "LEMON"}, "alphabet": "latin26", "messageLength": 12},
				"network": {"embedding": 4, "hidden": 6, "layers": 2, "bidirectional": true, "dropout": 0.25,
				"headHidden": 7, "skip": true, "feedback": false, "attentionHeads": 2, "attentionReach": 3,
				"headLayers": 2, "period": 5, "headProducts": true},
				"training": {"learningRate": 0.003, "batchSize": 10, "examplesPerEpoch": 55, "maxEpochs": 3,
				"maxSeconds": 600, "targetAccuracy": 0.999, "seed": 42}}""";
		Answer answer = post("/train", request);
		JsonNode job = answer.as(202);
		String id = job.at("/id").asString();
		assertThat(answer.header("Location")).endsWith("/jobs/" + id);
		assertThat(job.at("/kind").asString()).isEqualTo("TRAIN");
		assertThat(job.at("/model").asString()).isEqualTo("asked");
		assertThat(job.at("/state").asString()).isIn("QUEUED", "RUNNING");
		assertThat(job.at("/progress").doubleValue()).isLessThan(1);
		assertThat(job.has("version")).isFalse();
		assertThat(job.at("/request")).isEqualTo(json.readTree(request));

		job = awaitState(id, "SUCCEEDED");
		assertThat(job.propertyNames()).contains("id", "kind", "model", "state", "progress", "epoch", "step",
				"trainingLoss", "validationLoss", "accuracy", "exactMessages", "targetReached", "symbolsPerSecond",
				"createdAt", "startedAt", "finishedAt", "version", "request");
		assertThat(job.at("/request")).isEqualTo(json.readTree(request));
		assertThat(job.at("/targetReached").booleanValue()).isFalse();
		assertThat(job.at("/progress").doubleValue()).isEqualTo(1);
		assertThat(job.at("/epoch").intValue()).isEqualTo(3);
		assertThat(job.at("/step").intValue()).isEqualTo(18);
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		for (String time : new String[] { "createdAt", "startedAt", "finishedAt" }) {
			assertThat(job.get(time).asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
		}

		JsonNode history = get("/jobs/" + id + "/history").as(200);
		assertThat(history.valueStream().map((point) -> point.at("/epoch").intValue())).containsExactly(1, 2, 3);
		assertThat(history.valueStream().map((point) -> point.at("/step").intValue())).containsExactly(6, 12, 18);
		for (JsonNode point : history) {
			assertThat(point.propertyNames()).containsExactlyInAnyOrder("epoch", "step", "seconds", "trainingLoss",
					"validationLoss", "accuracy", "exactMessages", "learningRate", "samples");
			assertThat(point.at("/learningRate").doubleValue()).isEqualTo(0.003);
			assertThat(point.at("/accuracy").doubleValue()).isBetween(0.0, 1.0);
			assertThat(point.at("/validationLoss").doubleValue()).isBetween(1.0, 5.0);
			assertThat(point.at("/samples")).hasSize(3);
			for (JsonNode sample : point.at("/samples")) {
				assertThat(sample.at("/plaintext").asString()).hasSize(12);
				assertThat(sample.at("/ciphertext").asString()).isEqualTo(vigenere(sample.at("/plaintext").asString()));
				assertThat(sample.at("/decrypted").asString()).hasSize(12);
			}
		}

		JsonNode model = get("/models/asked").as(200);
		assertThat(model.at("/network")).isEqualTo(json.readTree(request).at("/network"));
		assertThat(model.at("/accuracyByPosition")).hasSize(12);
		// a job's last figures are those of what it has stored
		assertThat(job.at("/accuracy")).isEqualTo(model.at("/accuracy"));
		assertThat(job.at("/exactMessages")).isEqualTo(model.at("/exactMessages"));
		assertThat(job.at("/validationLoss")).isEqualTo(model.at("/validationLoss"));
	}

	@Test
	void choosesAmongNetworksThatReadFromBothEnds() {
		JsonNode job = awaitState(train("""
				{"model": "both", "data": {"cipher": {"type": "autokey", "key": "KEY"}, "messageLength": 8},
				"network": {"hidden": 4, "bidirectional": true}, "chooseNetwork": true,
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1, "seed": 1}}"""), "SUCCEEDED");
		assertThat(job.at("/request/network/bidirectional").booleanValue()).isTrue();
		assertThat(job.at("/request").has("chooseNetwork")).isFalse();
	}

	@Test
	void fillsInWhatIsLeftOut() {
		String first = begin("blocker");
		String id = train("""
				{"model": "bare", "data": {"cipher": {"type": "vigenere", "key": {"random": {"length": [3, 6]}}}}}""");
		this.begun.add(id);
		JsonNode request = job(id).at("/request");
		assertThat(request.at("/data/cipher/key").asString()).matches("[A-Z]{3,6}");
		assertThat(request.at("/data/alphabet").asString()).isEqualTo("latin26");
		assertThat(request.at("/data/messageLength").intValue()).isPositive();
		assertThat(request.at("/network").propertyNames()).containsExactlyInAnyOrder("embedding", "hidden", "layers",
				"bidirectional", "dropout", "headHidden", "skip", "feedback");
		assertThat(request.at("/training").propertyNames()).containsExactlyInAnyOrder("learningRate", "batchSize",
				"examplesPerEpoch", "maxEpochs", "maxSeconds", "targetAccuracy", "seed");
		assertThat(request.at("/training/targetAccuracy").doubleValue()).isEqualTo(1);
		delete("/jobs/" + id).as(202);
		// what was chosen is itself a request
		String again = train(request);
		this.begun.add(again);
		assertThat(job(again).at("/request")).isEqualTo(request);
		delete("/jobs/" + again).as(202);
		delete("/jobs/" + first).as(202);
	}

	@Test
	void beginsWithEasyMessagesWhereKeysDiffer() {
		String curriculum = "\"training\": {\"examplesPerEpoch\": 64, \"maxEpochs\": 1, \"curriculum\": true}";
		JsonNode job = learn("""
				{"model": "taught", "data": {"cipher": {"type": "vigenere", "key": {"any": {"length": [2, 3]}}}},
				"network": {"hidden": 8}, %s}""".formatted(curriculum));
		assertThat(job.at("/request/training/curriculum").booleanValue()).isTrue();
		assertThat(get("/models/taught/versions/1").as(200).at("/request/training/curriculum").booleanValue()).isTrue();
		for (String data : List.of("\"cipher\": {\"type\": \"atbash\"}",
				"\"pairs\": [{\"ciphertext\": \"A\", \"plaintext\": \"B\"}, {\"ciphertext\": \"B\", \"plaintext\": \"A\"}]",
				"\"corpus\": \"Call me Ishmael. Some years ago\"")) {
			post("/train", "{\"model\": \"untaught\", \"data\": {%s}, %s}".formatted(data, curriculum))
				.asFaultAt("/training/curriculum");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"headHidden\": 5", "\"skip\": true", "\"feedback\": true", "\"bidirectional\": true",
			"\"layers\": 2, \"dropout\": 0.5", "\"headHidden\": 5, \"skip\": true, \"feedback\": true",
			"\"hidden\": 1, \"embedding\": 1", "\"headHidden\": 0, \"skip\": true",
			"\"attentionHeads\": 2, \"attentionReach\": 3, \"feedback\": true", "\"headLayers\": 2, \"period\": 4",
			"\"headHidden\": 5, \"headProducts\": true",
			"\"headLayers\": 3, \"headProducts\": true, \"headNorm\": true" })
	void trainsAndServesEveryShapeOfNetwork(String parts) {
		JsonNode job = learn("""
				{"model": "shapes", "data": {"cipher": {"type": "atbash"}, "messageLength": 9},
				"network": {%s%s}, "training": {"examplesPerEpoch": 64, "maxEpochs": 1}}"""
			.formatted(parts.contains("hidden\"") ? "" : "\"hidden\": 8, ", parts));
		JsonNode answer = post("/decrypt",
				"{\"text\": \"Zyx, wvu\", \"model\": \"shapes\", \"version\": %s}".formatted(job.at("/version")))
			.as(200);
		assertThat(answer.at("/text").asString()).matches("[A-Z][a-z]{2}, [a-z]{3}");
		assertThat(
				post("/decrypt/batch", "{\"texts\": [\"Z\", \"ZYXWVUTSRQPON\", \"\"], \"model\": \"shapes\"}").as(200)
					.at("/results"))
			.hasSize(3);
	}

	@Test
	void succeedsWhenTimeIsUp() {
		String request = endless("hurried").replace("2592000", "1");
		JsonNode job = learn(request);
		assertThat(job.at("/targetReached").booleanValue()).isFalse();
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		assertThat(get("/models/hurried").as(200).at("/accuracy")).isEqualTo(job.at("/accuracy"));
	}

	@Test
	void stopsAtTheTargetAsSoonAsItIsMet() {
		JsonNode job = learn(
				"""
						{"model": "target", "data": {"cipher": {"type": "caesar", "shift": 3}},
						"network": {"embedding": 5, "hidden": 10},
						"training": {"learningRate": 0.01, "examplesPerEpoch": 640, "maxEpochs": 1000, "targetAccuracy": 0.5}}""");
		assertThat(job.at("/targetReached").booleanValue()).isTrue();
		assertThat(job.at("/accuracy").doubleValue()).isBetween(0.5, 1.0);
		assertThat(get("/models/target").as(200).at("/accuracy")).isEqualTo(job.at("/accuracy"));
		JsonNode history = get("/jobs/" + job.at("/id").asString() + "/history").as(200);
		assertThat(history).hasSize(job.at("/epoch").intValue());
		assertThat(history.get(history.size() - 1).at("/accuracy")).isEqualTo(job.at("/accuracy"));
	}

	@Test
	void cancelsARunningJobAtOnce() {
		String id = begin("stopped");
		JsonNode running = awaitAnEpoch(id);
		assertThat(running.at("/state").asString()).isEqualTo("RUNNING");
		assertThat(running.at("/progress").doubleValue()).isBetween(0.0, 0.9999);
		assertThat(running.propertyNames()).contains("epoch", "step", "trainingLoss", "validationLoss", "accuracy",
				"exactMessages", "symbolsPerSecond", "etaSeconds", "startedAt");
		assertThat(running.propertyNames()).doesNotContain("version", "finishedAt", "error", "targetReached");
		assertThat(get("/jobs/" + id + "/history").as(200)).isNotEmpty();
		assertThat(delete("/jobs/" + id).as(202).at("/state").asString()).isEqualTo("CANCELLED");
		JsonNode job = job(id);
		assertThat(job.at("/state").asString()).isEqualTo("CANCELLED");
		assertThat(job.at("/progress").doubleValue()).isLessThan(1);
		assertThat(job.has("finishedAt")).isTrue();
		assertThat(job.has("version")).isFalse();
		get("/models/stopped").asProblem(404);
		// and the next one begins
		awaitAnEpoch(begin("stopped"));
	}

	@Test
	void cancelsAQueuedJobAtOnce() {
		awaitAnEpoch(begin("first"));
		String id = begin("second");
		assertThat(job(id).at("/state").asString()).isEqualTo("QUEUED");
		assertThat(job(id).at("/progress").doubleValue()).isZero();
		assertThat(get("/jobs/" + id + "/history").as(200)).isEmpty();
		assertThat(delete("/jobs/" + id).as(202).at("/state").asString()).isEqualTo("CANCELLED");
		assertThat(job(id).at("/state").asString()).isEqualTo("CANCELLED");
		assertThat(job(id).has("startedAt")).isFalse();
	}

	@Test
	void deletesAJobThatHasEndedButNotItsVersion() {
		JsonNode job = learn("""
				{"model": "ended", "data": {"cipher": {"type": "rot13"}}, "network": {"hidden": 4},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1}}""");
		String path = "/jobs/" + job.at("/id").asString();
		assertThat(delete(path).status()).isEqualTo(204);
		get(path).asProblem(404);
		delete(path).asProblem(404);
		assertThat(get("/models/ended").as(200).at("/job")).isEqualTo(job.at("/id"));
	}

	@Test
	void refusesMoreThanTheQueueTakes() {
		awaitAnEpoch(begin("full"));
		for (int i = 0; i < MAX_QUEUED; i++) {
			begin("full");
		}
		long before = get("/jobs").as(200).at("/total").longValue();
		Answer answer = post("/train", endless("full"));
		answer.asProblem(429);
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
		assertThat(get("/jobs").as(200).at("/total").longValue()).isEqualTo(before);
		// what can't be used is told even then
		post("/train", "{\"model\": \"full\"}").asFaultAt("/data");
		delete("/jobs/" + this.begun.get(2)).as(202);
		begin("full");
	}

	@Test
	void listsJobsNewestFirst() {
		String first = begin("listed");
		awaitAnEpoch(first);
		String second = begin("listed");
		String third = begin("listed");
		JsonNode page = get("/jobs?model=listed").as(200);
		assertThat(page.propertyNames()).containsExactlyInAnyOrder("items", "page", "size", "total");
		assertThat(page.at("/page").intValue()).isZero();
		assertThat(page.at("/size").intValue()).isEqualTo(20);
		assertThat(page.at("/total").intValue()).isEqualTo(3);
		assertThat(ids(page)).containsExactly(third, second, first);
		assertThat(ids(get("/jobs?model=listed&page=1&size=2").as(200))).containsExactly(first);
		assertThat(ids(get("/jobs?model=listed&page=2147483647&size=100").as(200))).isEmpty();
		assertThat(ids(get("/jobs?model=listed&state=QUEUED").as(200))).containsExactly(third, second);
		assertThat(ids(get("/jobs?state=RUNNING").as(200))).containsExactly(first);
		assertThat(ids(get("/jobs?model=nothing").as(200))).isEmpty();
	}

	private static List<String> ids(JsonNode page) {
		return page.at("/items").valueStream().map((job) -> job.at("/id").asString()).toList();
	}

	@Test
	void tellsAsItHappens() {
		awaitAnEpoch(begin("before"));
		String id = train("""
				{"model": "watched", "data": {"cipher": {"type": "caesar", "shift": 3}}, %s}""".formatted(QUICK));
		this.begun.add(id);
		try (EventStream events = events(id)) {
			assertThat(events.response.statusCode()).isEqualTo(200);
			assertThat(events.response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
			EventStream.Event event = events.next();
			// the newest state at once: it still waits
			assertThat(event.name()).isEqualTo("progress");
			assertThat(event.job().at("/state").asString()).isEqualTo("QUEUED");
			delete("/jobs/" + this.begun.get(0)).as(202);
			double progress = 0;
			int count = 0;
			while (event.name().equals("progress")) {
				assertThat(event.job().at("/id").asString()).isEqualTo(id);
				assertThat(event.job().at("/progress").doubleValue()).isGreaterThanOrEqualTo(progress).isLessThan(1);
				progress = event.job().at("/progress").doubleValue();
				count++;
				event = events.next();
			}
			assertThat(count).isGreaterThan(1);
			assertThat(event.name()).isEqualTo("succeeded");
			assertThat(event.job()).isEqualTo(job(id));
			assertThat(event.job().at("/progress").doubleValue()).isEqualTo(1);
			assertThat(events.next()).isNull();
		}
		try (EventStream late = events(id)) {
			assertThat(late.next().name()).isEqualTo("succeeded");
			assertThat(late.next()).isNull();
		}
		try (EventStream cancelled = events(this.begun.get(0))) {
			EventStream.Event event = cancelled.next();
			assertThat(event.name()).isEqualTo("cancelled");
			assertThat(event.job().at("/state").asString()).isEqualTo("CANCELLED");
			assertThat(cancelled.next()).isNull();
		}
	}

	@Test
	void learnsFromPairsWhatNobodyNamed() {
		SplittableRandom random = new SplittableRandom(11);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < 400; i++) {
			String plaintext = letters(10, random) + ", " + letters(5, random).toLowerCase(java.util.Locale.ROOT) + "!";
			pairs.addObject().put("ciphertext", rot(plaintext, 7)).put("plaintext", plaintext);
		}
		JsonNode job = learn("{\"model\": \"unnamed\", \"data\": {\"pairs\": " + pairs + "}}");
		JsonNode data = job.at("/request/data");
		assertThat(data.at("/pairs").propertyNames()).containsExactlyInAnyOrder("count", "sha256");
		assertThat(data.at("/pairs/count").intValue()).isEqualTo(400);
		assertThat(data.at("/pairs/sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(data.at("/alphabet").asString()).isEqualTo("latin26");
		assertThat(data.at("/validationFraction").doubleValue()).isEqualTo(0.1);
		assertThat(job.at("/targetReached").booleanValue()).isTrue();
		assertThat(job.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(post("/decrypt", "{\"text\": \"%s\", \"model\": \"unnamed\"}".formatted(rot("Hello, World!", 7)))
			.as(200)
			.at("/text")
			.asString()).isEqualTo("Hello, World!");
		assertThat(get("/jobs/" + job.at("/id").asString() + "/history").as(200).at("/0/samples")).hasSize(3);
	}

	@Test
	void learnsFromPairsOverTwoAlphabets() {
		SplittableRandom random = new SplittableRandom(12);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < 300; i++) {
			String digits = random.ints(12, '0', '9' + 1)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			pairs.addObject()
				.put("ciphertext", digits)
				.put("plaintext",
						digits.chars()
							.map((digit) -> "EARTHQUKSO".charAt(digit - '0'))
							.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
							.toString());
		}
		// derived
		JsonNode job = learn("{\"model\": \"digits-derived\", \"data\": {\"pairs\": " + pairs + "}}");
		assertThat(job.at("/request/data/alphabet/symbols").asString()).isEqualTo("AEHKOQRSTU");
		assertThat(job.at("/request/data/ciphertext/alphabet/symbols").asString()).isEqualTo("0123456789");
		assertThat(decrypted("digits-derived")).isEqualTo("ARE, THE!");
		// named
		job = learn("{\"model\": \"digits-named\", \"data\": {\"alphabet\": \"latin26\", \"ciphertext\": "
				+ "{\"alphabet\": {\"symbols\": \"9876543210\"}}, \"validationFraction\": 0.3, \"pairs\": " + pairs
				+ "}}");
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin26");
		assertThat(job.at("/request/data/ciphertext/alphabet/symbols").asString()).isEqualTo("9876543210");
		assertThat(job.at("/request/data/validationFraction").doubleValue()).isEqualTo(0.3);
		assertThat(decrypted("digits-named")).isEqualTo("ARE, THE!");
	}

	private String decrypted(String model) {
		return post("/decrypt", "{\"text\": \"120, 340!\", \"model\": \"" + model + "\"}").as(200)
			.at("/text")
			.asString();
	}

	@Test
	void readsSymbolsOutsideANamedAlphabetAsItSays() {
		// in latin27 they are hyphens, on either side
		String id = train("""
				{"model": "outside", "data": {"alphabet": "latin27", "pairs": [
				{"ciphertext": "A!C", "plaintext": "B D"}, {"ciphertext": "\u00e4bc", "plaintext": "BCD"},
				{"ciphertext": "A-C", "plaintext": "B\ud83d\ude00D"}]},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 3}}""");
		awaitState(id, "SUCCEEDED");
		// in latin26 they pass, at the same places in both
		id = train("""
				{"model": "outside", "data": {"alphabet": "latin26", "pairs": [
				{"ciphertext": "A!C", "plaintext": "B D"}, {"ciphertext": "A E", "plaintext": "B\ud83d\ude00D"}]},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 3}}""");
		this.begun.add(id);
		awaitState(id, "SUCCEEDED");
	}

	private static String rot(String text, int shift) {
		return text.chars()
			.map((c) -> Character.isUpperCase(c) ? 'A' + (c - 'A' + shift) % 26
					: Character.isLowerCase(c) ? 'a' + (c - 'a' + shift) % 26 : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@Test
	void goesOnFromAVersion() {
		caesar("ground", 3, "\"latin26\"");
		JsonNode job = learn("""
				{"model": "further", "data": {"cipher": {"type": "caesar", "shift": 3}},
				"from": {"model": "ground", "version": 1},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 64, "learningRate": 0.000001}}""");
		// it knows all from the start
		assertThat(job.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(job.at("/request/from")).isEqualTo(json.readTree("{\"model\": \"ground\", \"version\": 1}"));
		assertThat(job.at("/request/network")).isEqualTo(get("/models/ground").as(200).at("/network"));
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin26");
		assertThat(job.at("/version").intValue()).isEqualTo(1);
		String further = """
				{"model": "further", "data": {"cipher": {"type": "caesar", "shift": 3}%s},
				"from": {"model": "ground", "version": 1}%s,
				"training": {"maxEpochs": 1, "examplesPerEpoch": 64}}""";
		post("/train", further.formatted("", ", \"network\": {\"hidden\": 11}")).asFaultAt("/network/hidden");
		post("/train", further.formatted("", ", \"network\": {\"skip\": true}")).asFaultAt("/network/skip");
		post("/train", further.formatted(", \"alphabet\": \"latin27\"", "")).asFaultAt("/data/alphabet");
		assertThat(learn(
				further.formatted(", \"alphabet\": \"latin26\"", ", \"network\": {\"hidden\": 10, \"dropout\": 0.0}"))
			.at("/version")
			.intValue()).isEqualTo(2);
		// the same symbols in pairs, which would be another alphabet by themselves
		assertThat(learn("""
				{"model": "further", "data": {"pairs": [{"ciphertext": "DEF", "plaintext": "ABC"},
				{"ciphertext": "KHOOR", "plaintext": "HELLO"}]}, "from": {"model": "further", "version": 1},
				"training": {"maxEpochs": 1, "examplesPerEpoch": 2}}""").at("/version").intValue()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.0, 0.5, 1e-30 })
	void endsWhateverTheLearningRate(double learningRate) {
		String id = train("""
				{"model": "rates", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}},
				"network": {"embedding": 8, "hidden": 16},
				"training": {"learningRate": %s, "examplesPerEpoch": 640, "maxEpochs": 6, "seed": 5}}"""
			.formatted(learningRate));
		JsonNode job = await().until(() -> job(id),
				(one) -> List.of("SUCCEEDED", "FAILED").contains(one.at("/state").asString()));
		if (job.at("/state").asString().equals("FAILED")) {
			assertThat(job.at("/error").asString()).contains("diverged", "learning rate");
			assertThat(job.at("/progress").doubleValue()).isLessThan(1);
			assertThat(job.has("version")).isFalse();
			try (EventStream events = events(id)) {
				assertThat(events.next().name()).isEqualTo("failed");
			}
		}
		else {
			assertThat(job.at("/targetReached").booleanValue()).isFalse();
		}
	}

	@Test
	void keepsTheActiveVersionIfAsked() {
		caesar("kept", 4, "\"latin26\"");
		JsonNode job = learn("""
				{"model": "kept", "activate": false, "data": {"cipher": {"type": "caesar", "shift": 5}}, %s}"""
			.formatted(QUICK));
		assertThat(job.at("/version").intValue()).isEqualTo(2);
		assertThat(get("/models/kept").as(200).at("/activeVersion").intValue()).isEqualTo(1);
		assertThat(post("/decrypt", "{\"text\": \"EF\", \"model\": \"kept\"}").as(200).at("/text").asString())
			.isEqualTo("AB");
		// a model's first version has none to keep
		learn("""
				{"model": "first", "activate": false, "data": {"cipher": {"type": "caesar", "shift": 5}}, %s}"""
			.formatted(QUICK));
		assertThat(get("/models/first").as(200).at("/activeVersion").intValue()).isEqualTo(1);
	}

}
