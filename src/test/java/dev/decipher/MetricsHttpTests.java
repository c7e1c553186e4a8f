package dev.decipher;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What whoever watches the service sees.
 */
class MetricsHttpTests extends ServiceTest {

	private static final String[] GAUGES = { "progress", "loss", "accuracy", "epoch", "symbols.per.second" };

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	/** A figure of a metric; 0 where nothing has been counted yet. */
	private double value(String metric, String statistic) {
		Answer answer = get("/actuator/metrics/" + metric);
		if (answer.status() == 404) {
			return 0;
		}
		return answer.as(200)
			.at("/measurements")
			.valueStream()
			.filter((one) -> one.at("/statistic").asString().equals(statistic))
			.findAny()
			.orElseThrow()
			.at("/value")
			.doubleValue();
	}

	@Test
	void showsAJobWhileItRunsAndForAWhile() {
		double active = value("decipher.training.active", "VALUE");
		double cancelled = value("decipher.training.finished?tag=state:CANCELLED", "COUNT");
		double worked = value("decipher.training.duration?tag=state:CANCELLED", "COUNT");
		assertThat(active).isZero();
		String id = train(endless("gauged"));
		String queued = train(endless("gauged"));
		try {
			await().until(() -> job(id).at("/accuracy").isNumber());
			for (String gauge : GAUGES) {
				// read after the job has shown the value itself
				JsonNode metric = get("/actuator/metrics/decipher.training." + gauge + "?tag=job:" + id).as(200);
				assertThat(metric.at("/name").asString()).isEqualTo("decipher.training." + gauge);
				assertThat(metric.at("/availableTags"))
					.isEqualTo(json.readTree("[{\"tag\": \"model\", \"values\": [\"gauged\"]}]"));
			}
			assertThat(value("decipher.training.epoch?tag=job:" + id, "VALUE")).isGreaterThanOrEqualTo(1);
			assertThat(value("decipher.training.progress?tag=job:" + id + "&tag=model:gauged", "VALUE")).isBetween(0.0,
					0.9999);
			assertThat(value("decipher.training.accuracy?tag=job:" + id, "VALUE")).isBetween(0.0, 1.0);
			assertThat(value("decipher.training.loss?tag=job:" + id, "VALUE")).isBetween(1.0, 10.0);
			assertThat(value("decipher.training.symbols.per.second?tag=job:" + id, "VALUE")).isPositive();
			assertThat(value("decipher.training.active", "VALUE")).isEqualTo(1);
			await().until(() -> value("decipher.training.queued", "VALUE") == 1);
			get("/actuator/metrics/decipher.training.progress?tag=job:" + queued).asProblem(404);
			assertThat(get("/actuator/prometheus").body()).contains("decipher_training_progress{", "job=\"" + id + "\"",
					"decipher_training_symbols_per_second{", "decipher_training_active 1.0",
					"decipher_training_queued 1.0");
			delete("/jobs/" + queued).as(202);
			await().until(() -> value("decipher.training.queued", "VALUE") == 0);
			delete("/jobs/" + id).as(202);
			assertThat(value("decipher.training.active", "VALUE")).isZero();
			assertThat(value("decipher.training.finished?tag=state:CANCELLED", "COUNT")).isEqualTo(cancelled + 2);
			// only one of them was ever worked on
			assertThat(value("decipher.training.duration?tag=state:CANCELLED", "COUNT")).isEqualTo(worked + 1);
			for (String gauge : GAUGES) {
				await().until(
						() -> get("/actuator/metrics/decipher.training." + gauge + "?tag=job:" + id).status() == 404);
			}
			assertThat(get("/actuator/prometheus").body()).doesNotContain(id);
		}
		finally {
			cancel(id, queued);
		}
	}

	@Test
	void countsJobsByTheirEnd() {
		double succeeded = value("decipher.training.finished?tag=state:SUCCEEDED", "COUNT");
		double worked = value("decipher.training.duration?tag=state:SUCCEEDED", "COUNT");
		learn("""
				{"model": "counted", "data": {"cipher": {"type": "rot13"}}, "network": {"hidden": 4},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1}}""");
		// the job shows its end first, and is counted after
		await().untilAsserted(() -> {
			assertThat(value("decipher.training.finished?tag=state:SUCCEEDED", "COUNT")).isEqualTo(succeeded + 1);
			assertThat(value("decipher.training.duration?tag=state:SUCCEEDED", "COUNT")).isEqualTo(worked + 1);
		});
		assertThat(value("decipher.training.finished?tag=state:FAILED", "COUNT")).isNotNegative();
	}

	@Test
	void countsWhatIsDecrypted() {
		String ofSeed = "decipher.decrypt?tag=model:seed&tag=outcome:SUCCESS";
		String refused = "decipher.decrypt?tag=model:seed&tag=outcome:CLIENT_ERROR";
		String unknown = "decipher.decrypt?tag=model:none&tag=outcome:CLIENT_ERROR";
		String symbols = "decipher.decrypt.symbols?tag=model:seed";
		double[] before = { value(ofSeed, "COUNT"), value(refused, "COUNT"), value(unknown, "COUNT"),
				value(symbols, "COUNT"), value("decipher.decrypt.batch.size", "COUNT"),
				value("decipher.decrypt.batch.size", "TOTAL") };
		post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200);
		filter("/decrypt", "ERPDRF\n");
		post("/decrypt/batch", "{\"texts\": [\"ERP\", \"DRF\", \"\"]}").as(200);
		post("/decrypt", "{\"text\": \"" + "A".repeat(1_000_001) + "\"}").asProblem(413);
		post("/decrypt", "{\"text\": \"A\", \"model\": \"made-up\"}").asProblem(404);
		assertThat(value(ofSeed, "COUNT")).isEqualTo(before[0] + 3);
		assertThat(value(refused, "COUNT")).isEqualTo(before[1] + 1);
		assertThat(value(unknown, "COUNT")).isEqualTo(before[2] + 1);
		assertThat(value(symbols, "COUNT")).isEqualTo(before[3] + 18);
		assertThat(value("decipher.decrypt.batch.size", "COUNT")).isEqualTo(before[4] + 3);
		assertThat(value("decipher.decrypt.batch.size", "TOTAL")).isEqualTo(before[5] + 4);
		assertThat(value(ofSeed, "TOTAL_TIME")).isPositive();
		assertThat(get("/actuator/prometheus").body())
			.contains("decipher_decrypt_seconds_count{", "decipher_decrypt_symbols_total{",
					"decipher_decrypt_batch_size_count", "decipher_training_finished_total{",
					"decipher_training_duration_seconds_count{")
			.doesNotContain("made-up");
	}

	@Test
	void tellsHowLongMessagesWaitForAPass() {
		learn("""
				{"model": "waiting", "data": {"cipher": {"type": "rot13"}}, "network": {"embedding": 64, "hidden": 64},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1}}""");
		double waited = value("decipher.decrypt.queue", "COUNT");
		post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"waiting\"}").as(200);
		post("/decrypt/batch", "{\"texts\": [\"ERP\", \"DRF\"], \"model\": \"waiting\"}").as(200);
		assertThat(value("decipher.decrypt.queue", "COUNT")).isEqualTo(waited + 3);
		assertThat(value("decipher.decrypt.queue", "TOTAL_TIME")).isPositive();
		assertThat(value("decipher.decrypt.waiting", "VALUE")).isZero();
		// no longer than there is such a model
		assertThat(value("decipher.decrypt?tag=model:waiting&tag=outcome:SUCCESS", "COUNT")).isEqualTo(2);
		delete("/models/waiting");
		caesar("after-waiting", 4, "\"latin26\"");
		post("/decrypt", "{\"text\": \"ERPDRF\", \"model\": \"after-waiting\"}").as(200);
		get("/actuator/metrics/decipher.decrypt?tag=model:waiting").asProblem(404);
		get("/actuator/metrics/decipher.decrypt.symbols?tag=model:waiting").asProblem(404);
		assertThat(value("decipher.decrypt?tag=model:seed", "COUNT")).isPositive();
	}

	@Test
	void countsLoadsOfTheModelCache() {
		double hits = value("cache.gets?tag=cache:models&tag=result:hit", "COUNT");
		double misses = value("cache.gets?tag=cache:models&tag=result:miss", "COUNT");
		post("/decrypt", "{\"text\": \"ERPDRF\"}").as(200);
		assertThat(value("cache.gets?tag=cache:models&tag=result:hit", "COUNT")).isGreaterThan(hits);
		caesar("cached", 5, "\"latin26\"");
		assertThat(value("cache.gets?tag=cache:models&tag=result:miss", "COUNT")).isGreaterThan(misses);
		assertThat(value("cache.puts", "COUNT")).isPositive();
		assertThat(value("cache.load.duration", "TOTAL_TIME")).isPositive();
		assertThat(value("cache.size", "VALUE")).isGreaterThanOrEqualTo(2);
	}

	@Test
	void countsSearches() {
		String found = "decipher.solve?tag=type:caesar&tag=outcome:SUCCESS";
		String nothing = "decipher.solve?tag=type:none&tag=outcome:SUCCESS";
		String wrong = "decipher.solve?tag=type:none&tag=outcome:CLIENT_ERROR";
		double[] before = { value(found, "COUNT"), value(nothing, "COUNT"), value(wrong, "COUNT"),
				value("decipher.solve.keys", "COUNT") };
		String text = "{\"text\": \"XFMDPNF UP UIF XPSME PG DJQIFST\", \"cipher\": \"caesar\"%s}";
		double keys = post("/solve", text.formatted("")).as(200).at("/keysTried").doubleValue();
		assertThat(keys).isGreaterThanOrEqualTo(26);
		assertThat(value("decipher.solve.keys", "COUNT")).isEqualTo(before[3] + keys);
		JsonNode job = awaitState(post("/solve", text.formatted(", \"async\": true")).as(202).at("/id").asString(),
				"SUCCEEDED");
		assertThat(value("decipher.solve.keys", "COUNT"))
			.isEqualTo(before[3] + keys + job.at("/result/keysTried").doubleValue());
		assertThat(value(found, "COUNT")).isEqualTo(before[0] + 2);
		assertThat(value(found, "TOTAL_TIME")).isPositive();
		post("/solve", "{\"text\": \"QX\", \"cipher\": \"caesar\"}").as(200);
		assertThat(value(nothing, "COUNT")).isEqualTo(before[1] + 1);
		post("/solve", "{\"text\": \"QX\", \"language\": \"made-up\"}").asProblem(404);
		post("/solve", "{\"text\": \"QX\", \"cipher\": \"made-up\"}").asProblem(400);
		assertThat(value(wrong, "COUNT")).isEqualTo(before[2] + 2);
		assertThat(get("/actuator/prometheus").body()).doesNotContain("made-up");
	}

	@Test
	void countsSearchesThatAreUnderWayRefusedOrLeft() throws IOException {
		String cancelled = "decipher.solve?tag=outcome:CANCELLED";
		double[] before = { value(cancelled, "COUNT"), value("decipher.solve.refused", "COUNT"),
				value("decipher.solve.keys", "COUNT") };
		String endless = "{\"text\": \"%s\", \"maxSeconds\": 60, \"cipher\": \"playfair\"}"
			.formatted(letters(300, new SplittableRandom(9)));
		List<Socket> clients = occupySearches(endless, "{\"text\": \"QX\", \"cipher\": \"caesar\"}");
		assertThat(value("decipher.solve.active", "VALUE")).isGreaterThanOrEqualTo(4);
		assertThat(value("decipher.solve.refused", "COUNT")).isGreaterThan(before[1]);
		await().until(() -> value("decipher.solve.keys", "COUNT") > before[2]);
		for (Socket client : clients) {
			client.close();
		}
		await().until(() -> value("decipher.solve.active", "VALUE") == 0);
		assertThat(value(cancelled, "COUNT")).isGreaterThanOrEqualTo(before[0] + 4);
	}

	@Test
	void noClientMakesSeriesOfItsOwn() {
		post("/decrypt", "{\"text\": \"A\", \"model\": \"invented-model\"}").asProblem(404);
		get("/invented-path/1").asProblem(404);
		get("/jobs/invented-job").asProblem(404);
		send(request("/decrypt").method("INVENTED", HttpRequest.BodyPublishers.noBody()));
		get("/actuator/metrics/invented-metric").asProblem(404);
		assertThat(get("/actuator/prometheus").body()).doesNotContainIgnoringCase("invented");
	}

	@Test
	void isHealthy() {
		for (String path : new String[] { "/actuator/health", "/actuator/health/liveness",
				"/actuator/health/readiness" }) {
			assertThat(get(path).as(200).at("/status").asString()).isEqualTo("UP");
		}
		assertThat(get("/actuator/info").as(200).at("/build/version").isMissingNode()).isFalse();
		assertThat(get("/actuator/prometheus").header("Content-Type")).startsWith("text/plain");
	}

	@ParameterizedTest
	@ValueSource(strings = { "beans", "configprops", "env", "heapdump", "threaddump", "loggers", "mappings",
			"conditions", "flyway", "shutdown", "scheduledtasks" })
	void exposesNothingElse(String endpoint) {
		get("/actuator/" + endpoint).asProblem(404);
		post("/actuator/" + endpoint, "{}").asProblem(404);
	}

}
