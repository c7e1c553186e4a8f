package dev.decipher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left when the service dies, or is asked to go, in the middle of something. Its
 * starts are what takes the time here, so that each has to do for several questions.
 */
class CrashTests {

	private static final String FIRST_TRAINING = "There is no trained model yet";

	@TempDir
	Path folder;

	@Test
	void whatWasAcknowledgedSurvivesAKill() {
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitLog("for model seed begins")) {
			service.kill();
			assertThat(service.log()).doesNotContain("Ready to decrypt");
		}
		String finished;
		JsonNode version;
		String running;
		List<String> waiting;
		String repeated = ServiceProcess.request("waiting", 4, 0.02, 25_600, 1);
		Instant killed;
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitReady()) {
			assertDecrypts(service, "seed", "ERPDRF", "SECRET");
			assertThat(service.get("/jobs").json().path("total").asInt()).isOne();
			finished = train(service, "finished", 3);
			version = service.get("/models/finished/versions/" + service.awaitSuccess(finished).path("version").asInt())
				.json();
			running = trainInVain(service, "running");
			service.awaitJob(running, CrashTests::isUnderWay);
			waiting = List.of(service.post("/train", repeated, "one").json().path("id").asString(),
					train(service, "finished", 3));
			service.kill();
			killed = Instant.now();
		}
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitReady()) {
			assertThat(service.log()).doesNotContain(FIRST_TRAINING)
				.contains("Job " + running + " for model running was running when the service stopped");
			JsonNode found = service.get("/models/finished/versions/1").json();
			assertThat(found).isEqualTo(version);
			assertThat(found.path("sha256").asString()).hasSize(64);
			assertDecrypts(service, "finished", "KHOOR", "HELLO");
			assertThat(Instant.parse(service.awaitSuccess(running).path("startedAt").asString())).isAfter(killed);
			ServiceProcess.Answer again = service.post("/train", repeated, "one");
			assertThat(again.status()).as(again.body()).isEqualTo(202);
			assertThat(again.json().path("id").asString()).isEqualTo(waiting.get(0));
			waiting.forEach(service::awaitSuccess);
			assertDecrypts(service, "waiting", "LIPPS", "HELLO");
			assertThat(decrypt(service, "running", "KHOOR").status()).isEqualTo(200);
			assertThat(service.get("/jobs/" + finished).json().path("version").asInt()).isOne();
			assertThat(service.get("/models/finished").json().path("activeVersion").asInt()).isEqualTo(2);
			assertThat(service.get("/jobs?state=SUCCEEDED").json().path("total").asInt()).isEqualTo(5);
		}
	}

	@Test
	@Tag("crash") // RollingRestartTests have the sample of an orderly stop
	void anOrderlyStopLosesNothingAndDamageIsFoundAtTheNextStart() throws SQLException {
		String running;
		String waiting;
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitReady()) {
			service.awaitSuccess(train(service, "whole", 3));
			service.awaitSuccess(train(service, "damaged", 3));
			assertThatASecondProcessIsRefused();
			running = trainInVain(service, "running");
			service.awaitJob(running, CrashTests::isUnderWay);
			// with this one the queue is full at the next start
			waiting = train(service, "waiting", 4);
			Instant asked = Instant.now();
			assertThat(service.terminate()).isEqualTo(128 + 15);
			assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
			assertThat(service.log()).contains("Job " + running + " has stopped with the service and is queued again")
				.doesNotContain("WARN", "ERROR");
		}
		damage("damaged");
		damage("seed");
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitReady()) {
			assertThat(service.log()).containsPattern("ERROR.* damaged version 1 is damaged and left out")
				.containsPattern("ERROR.* seed version 1 is damaged and left out")
				.contains(FIRST_TRAINING)
				.doesNotContain("\tat ");
			assertThat(service.get("/models/damaged").status()).isEqualTo(404);
			assertThat(service.get("/models/damaged/versions/1").status()).isEqualTo(404);
			assertThat(decrypt(service, "damaged", "KHOOR").status()).isEqualTo(404);
			assertDecrypts(service, "whole", "KHOOR", "HELLO");
			assertDecrypts(service, "seed", "ERPDRF", "SECRET");
			assertThat(service.get("/models/seed").json().path("activeVersion").asInt()).isEqualTo(2);
			List.of(running, waiting).forEach(service::awaitSuccess);
			assertThat(service.awaitSuccess(train(service, "damaged", 3)).path("version").asInt()).isEqualTo(2);
		}
	}

	@Test
	@Tag("crash") // the kill of a training in whatWasAcknowledgedSurvivesAKill is the
					// sample
	void aTrainingIsRepeatedAcrossAKillAndWithAnotherNumberOfThreads() {
		String again;
		try (ServiceProcess service = ServiceProcess.start(this.folder, "decipher.training.checkpoint-interval=200ms")
			.awaitReady()) {
			service.awaitSuccess(trainInVain(service, "repeated"));
			ServiceProcess.Answer answer = service.post("/models/repeated/versions/1/reproduce", "{}");
			assertThat(answer.status()).as(answer.body()).isEqualTo(202);
			again = answer.json().path("id").asString();
			service.awaitJob(again, CrashTests::isUnderWay);
			service.kill();
		}
		try (ServiceProcess service = ServiceProcess.start(this.folder, "decipher.training.threads=1").awaitReady()) {
			assertThat(service.log()).contains("Job " + again + " for model repeated was running");
			JsonNode job = service.awaitSuccess(again);
			// one thread adds in the same order as two
			assertThat(job.path("result").toString())
				.isEqualTo("{\"equal\":true,\"provenance\":{\"threads\":{\"then\":2,\"now\":1}}}");
			assertThat(service.get("/jobs/" + again + "/history").json()).hasSize(20);
			assertThat(service.get("/models/repeated").json().path("versions")).hasSize(1);
		}
	}

	private void assertThatASecondProcessIsRefused() {
		try (ServiceProcess second = ServiceProcess.start(this.folder)) {
			assertThat(second.awaitEnd()).isOne();
			assertThat(second.log()).contains("The data folder is in use by another process")
				.contains("DECIPHER_DATA_DIR")
				.doesNotContain("\tat ");
		}
	}

	/** Has a shift learned, which one epoch is enough for. */
	private static String train(ServiceProcess service, String model, int shift) {
		return service.train(model, shift, 0.02, 25_600, 1);
	}

	/**
	 * Starts a job that learns nothing, so that how long it takes is known: 20 epochs.
	 */
	private static String trainInVain(ServiceProcess service, String model) {
		return service.train(model, 3, 1e-9, 8_192, 20);
	}

	private static boolean isUnderWay(JsonNode job) {
		assertThat(job.path("state").asString()).isIn("QUEUED", "RUNNING");
		return job.path("epoch").asInt(0) >= 2;
	}

	private static ServiceProcess.Answer decrypt(ServiceProcess service, String model, String text) {
		return service.post("/decrypt", """
				{"text": "%s", "model": "%s"}""".formatted(text, model));
	}

	private static void assertDecrypts(ServiceProcess service, String model, String ciphertext, String plaintext) {
		ServiceProcess.Answer answer = decrypt(service, model, ciphertext);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("text").asString()).isEqualTo(plaintext);
	}

	/** Turns around one bit of a model's weights, where the database has them. */
	private void damage(String model) throws SQLException {
		try (Connection connection = DriverManager.getConnection(
				"jdbc:h2:file:" + this.folder.resolve("decipher") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "", "");
				Statement query = connection.createStatement();
				PreparedStatement update = connection.prepareStatement(
						"update model_weights set bytes = ? where model = ? and version = 1 and chunk = 0")) {
			byte[] bytes;
			try (ResultSet row = query
				.executeQuery("select bytes from model_weights where model = '%s' and version = 1 and chunk = 0"
					.formatted(model))) {
				assertThat(row.next()).isTrue();
				bytes = row.getBytes(1);
			}
			bytes[bytes.length - 1] ^= 1;
			update.setBytes(1, bytes);
			update.setString(2, model);
			assertThat(update.executeUpdate()).isOne();
		}
	}

}
