package dev.decipher;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each limit that is a setting, with the most that it allows and one more.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LimitTests extends HttpCalls {

	private static final int BODY_BYTES = 4096;

	private static final int FILE_BYTES = 2048;

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(DecipherApplication.class).registerShutdownHook(false)
			.run(Stream
				.of("server.port=0", "decipher.data-dir=" + folder, "logging.level.root=warn",
						"decipher.http.max-body-size=" + BODY_BYTES + "B",
						"spring.servlet.multipart.max-file-size=" + FILE_BYTES + "B", "decipher.decrypt.max-symbols=10",
						"decipher.decrypt.max-texts=3", "decipher.decrypt.max-batch-symbols=20",
						"decipher.decrypt.max-alternatives=30", "decipher.decrypt.max-activations=50",
						"decipher.solve.max-symbols=300", "decipher.solve.max-concurrent=1",
						"decipher.solve.max-job-seconds=5", "decipher.training.max-pairs=12",
						"decipher.training.max-parameters=48112", "decipher.training.max-seconds=90",
						"decipher.training.max-queued=1", "decipher.security.jobs-per-day=15",
						"decipher.models.keep-versions=2", "decipher.security.requests-per-second=1000000")
				.map((setting) -> "--" + setting)
				.toArray(String[]::new));
		new LimitTests().awaitDefaultModel();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Override
	int port() {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** A queue of one has to be empty for the next test. */
	@AfterEach
	void cancelAll() {
		for (String state : List.of("QUEUED", "RUNNING")) {
			get("/jobs?state=" + state).as(200)
				.at("/items")
				.forEach((job) -> delete("/jobs/" + job.at("/id").asString()));
		}
		await().until(() -> get("/jobs?state=RUNNING").as(200).at("/total").intValue() == 0);
	}

	private static String text(int letters) {
		return "{\"text\": \"" + "E".repeat(letters) + "\"}";
	}

	@Test
	void bytesOfABody() {
		String request = text(3);
		post("/decrypt", request + " ".repeat(BODY_BYTES - request.length())).as(200);
		post("/decrypt", request + " ".repeat(BODY_BYTES - request.length() + 1)).asProblem(413);
	}

	@Test
	void bytesOfAFile() {
		assertThat(trainOnFile(FILE_BYTES).status()).isNotEqualTo(413);
		trainOnFile(FILE_BYTES + 1).asProblem(413);
	}

	private Answer trainOnFile(int bytes) {
		String file = "ciphertext,plaintext\nN,A\n";
		String body = String.join("\r\n", "--x", "Content-Disposition: form-data; name=\"request\"",
				"Content-Type: application/json", "", "{\"model\": \"file\"}", "--x",
				"Content-Disposition: form-data; name=\"pairs\"; filename=\"pairs.csv\"", "Content-Type: text/csv", "",
				file + "\n".repeat(bytes - file.length()), "--x--", "");
		return send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(body)));
	}

	@Test
	void symbolsOfAMessage() {
		post("/decrypt", text(10)).as(200);
		post("/decrypt", text(11)).asProblem(413);
		assertThat(filter("/decrypt", "E".repeat(10)).status()).isEqualTo(200);
		filter("/decrypt", "E".repeat(11)).asProblem(413);
	}

	@Test
	void textsAndSymbolsOfABatch() {
		post("/decrypt/batch", "{\"texts\": [\"E\", \"E\", \"E\"]}").as(200);
		post("/decrypt/batch", "{\"texts\": [\"E\", \"E\", \"E\", \"E\"]}").asProblem(413);
		String ten = "E".repeat(10);
		post("/decrypt/batch", "{\"texts\": [\"%s\", \"%s\", \"\"]}".formatted(ten, ten)).as(200);
		post("/decrypt/batch", "{\"texts\": [\"%s\", \"%s\", \"E\"]}".formatted(ten, ten)).asProblem(413);
	}

	@Test
	void alternativesAndHiddenStatesOfAnAnswer() {
		post("/decrypt", "{\"text\": \"EEEEEEEEEE\", \"alternatives\": 3}").as(200);
		post("/decrypt", "{\"text\": \"EEEEEEEEEE\", \"alternatives\": 4}").asProblem(413);
		// the default model has ten units
		get("/models/seed/versions/1/activations?text=EEEEE").as(200);
		get("/models/seed/versions/1/activations?text=EEEEEE").asProblem(413);
	}

	private static String cryptogram(int letters, String more) {
		return "{\"text\": \"%s\"%s}".formatted(ServiceTest.letters(letters, new SplittableRandom(3)), more);
	}

	@Test
	void symbolsOfACryptogram() {
		post("/solve", cryptogram(300, ", \"maxSeconds\": 0.1")).as(200);
		post("/solve", cryptogram(301, ", \"maxSeconds\": 0.1")).asProblem(413);
	}

	@Test
	void searchesAtOnce() throws IOException {
		String another = cryptogram(9, ", \"maxSeconds\": 0.1");
		List<Socket> clients = occupySearches(cryptogram(300, ", \"maxSeconds\": 60"), another);
		Answer refused = post("/solve", another);
		refused.asProblem(429);
		assertThat(refused.header("Retry-After")).isNotNull();
		for (Socket client : clients) {
			client.close();
		}
		await().until(() -> post("/solve", cryptogram(9, ", \"maxSeconds\": 0.1")).status() == 200);
	}

	@Test
	void secondsOfASearch() {
		post("/solve", cryptogram(300, ", \"async\": true, \"maxSeconds\": 5")).as(202);
		post("/solve", cryptogram(300, ", \"async\": true, \"maxSeconds\": 5.1")).asFaultAt("/maxSeconds");
	}

	private static String pairs(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "{\"ciphertext\": \"%1$s%1$s\", \"plaintext\": \"AA\"}".formatted((char) ('B' + i)))
			.collect(Collectors.joining(",", "{\"model\": \"pairs\", \"data\": {\"pairs\": [", "]}}"));
	}

	@Test
	void pairsToLearnFrom() {
		post("/train", pairs(12)).as(202);
		post("/train", pairs(13)).asProblem(413);
	}

	private static String caesar(String network, String training) {
		return """
				{"model": "small", "data": {"cipher": {"type": "caesar", "shift": 3}}, "network": {%s},
				"training": {"learningRate": 1e-6, "maxEpochs": 1000000%s}}""".formatted(network, training);
	}

	/** 26·11 + 4·100·(11+100+2) + 26·(100+1) = 48,112 weights. */
	@Test
	void weightsOfANetwork() {
		String network = "\"embedding\": 11, \"hidden\": %d, \"headHidden\": 0, \"skip\": false";
		post("/train", caesar(network.formatted(100), "")).as(202);
		post("/train", caesar(network.formatted(101), "")).asFaultAt("/network/hidden");
	}

	@Test
	void secondsOfATraining() {
		JsonNode job = post("/train", caesar("", ", \"maxSeconds\": 90")).as(202);
		assertThat(job.at("/request/training/maxSeconds").intValue()).isEqualTo(90);
		delete("/jobs/" + job.at("/id").asString());
		post("/train", caesar("", ", \"maxSeconds\": 91")).asFaultAt("/training/maxSeconds");
		await().until(() -> get("/jobs?state=QUEUED").as(200).at("/total").intValue() == 0);
		// what the recipe would choose is longer
		assertThat(post("/train", caesar("", "")).as(202).at("/request/training/maxSeconds").intValue()).isEqualTo(90);
	}

	@Test
	void jobsThatWait() {
		String running = post("/train", caesar("", "")).as(202).at("/id").asString();
		awaitState(running, "RUNNING");
		post("/train", caesar("", "")).as(202);
		Answer refused = post("/train", caesar("", ""));
		refused.asProblem(429);
		assertThat(refused.header("Retry-After")).isNotNull();
	}

	@Test
	void versionsOfAModel() {
		byte[] weights = download(request("/models/seed/versions/1/weights")).body();
		String path = "/models/kept/weights?activate=false";
		for (int version = 1; version <= 3; version++) {
			assertThat(upload(path, weights).as(201).at("/version").intValue()).isEqualTo(version);
		}
		// the first one is active, and from the second one another is trained
		JsonNode child = post("/train", """
				{"model": "child", "data": {"cipher": {"type": "caesar", "shift": 13}, "alphabet": "latin27"},
				"from": {"model": "kept", "version": 2}, "training": {"maxEpochs": 1, "examplesPerEpoch": 64}}""")
			.as(202);
		awaitState(child.at("/id").asString(), "SUCCEEDED");
		upload(path, weights).as(201);
		upload(path, weights).as(201);
		awaitVersions("kept", 1, 2, 4, 5);
		assertThat(delete("/models/child").status()).isEqualTo(204);
		upload(path, weights).as(201);
		awaitVersions("kept", 1, 5, 6);
		put("/models/kept/active", "{\"version\": 6}").as(200);
		upload(path, weights).as(201);
		awaitVersions("kept", 6, 7);
	}

	private void awaitVersions(String model, int... numbers) {
		await().until(() -> get("/models/" + model).as(200)
			.at("/versions")
			.valueStream()
			.mapToInt(JsonNode::intValue)
			.toArray(), (now) -> java.util.Arrays.equals(now, numbers));
	}

	/** The last test, since no other can make a job after it. */
	@Test
	@Order(Integer.MAX_VALUE)
	void jobsOfADay() {
		String search = cryptogram(9, ", \"maxSeconds\": 0.1%s");
		// until then some are refused since the queue is full
		await().until(() -> post("/solve", search.formatted(", \"async\": true")).body().contains("today"));
		double counted = searchesRefused();
		Answer refused = post("/solve", search.formatted(", \"async\": true"));
		assertThat(refused.asProblem(429).at("/detail").asString()).contains("No more jobs");
		// it was the client's share that was used up, and not the service that was busy
		assertThat(searchesRefused()).isEqualTo(counted);
		assertThat(refused.header("Retry-After")).isNotNull();
		post("/train", caesar("", "")).asProblem(429);
		post("/solve", search.formatted("")).as(200);
	}

	private double searchesRefused() {
		return get("/actuator/metrics/decipher.solve.refused").as(200).at("/measurements/0/value").doubleValue();
	}

	@Test
	void answersSayWhatIsLeft() {
		Answer answer = get("/ciphers");
		assertThat(answer.header("RateLimit")).matches("\"requests\";r=\\d+;t=1");
		assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"requests\";q=1000000;w=1");
		Answer job = post("/train", caesar("", ""));
		job.as(202);
		assertThat(job.headers().allValues("RateLimit")).hasSize(2)
			.last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.matches("\"jobs\";r=\\d+;t=\\d+");
		assertThat(get("/actuator/health").header("RateLimit")).isNull();
	}

}
