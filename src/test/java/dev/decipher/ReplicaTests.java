package dev.decipher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas on one PostgreSQL, as processes, one of which is killed; a sample of
 * {@link ReplicaCrashTests}. Its starts are what takes the time, so it has to do for
 * several questions.
 */
class ReplicaTests {

	private static final Duration SOON = Duration.ofSeconds(2);

	@TempDir
	Path folder;

	@Test
	void replicasShareWhatTheyHaveAndOneGoesOnWhereTheOtherDied() {
		List<String> settings = Stream
			.concat(PostgresServer.database().stream(),
					Stream.of("decipher.replicas.heartbeat=1s", "decipher.training.checkpoint-interval=1s"))
			.toList();
		try (ServiceProcess one = ServiceProcess.start(this.folder.resolve("one"), settings);
				ServiceProcess other = ServiceProcess.start(this.folder.resolve("other"), settings)) {
			one.awaitReady();
			other.awaitReady();
			assertThat(one.get("/jobs").json().path("total").asInt()).isOne();
			sharesVersions(one, other);
			String job = one.train("killed", 3, 1e-9, 8_192, 40);
			other.awaitJob(job, (found) -> found.path("epoch").asInt() >= 5);
			Awaitility.await().until(() -> hasCheckpoint(job, settings.get(0)));
			boolean here = one.log().contains("Job " + job + " for model killed begins");
			ServiceProcess survivor = here ? other : one;
			CompletableFuture<List<String>> events = survivor.events(job);
			(here ? one : other).kill();
			JsonNode taken = survivor.awaitJob(job,
					(found) -> survivor.log().contains("Job " + job + " for model killed begins"));
			assertThat(taken.path("epoch").asInt()).as(taken.toString()).isPositive();
			survivor.awaitSuccess(job);
			assertThat(events.join()).contains("event:succeeded");
			assertThat(survivor.get("/jobs/" + job + "/history").json()).hasSize(40);
			String whole = survivor.train("whole", 3, 1e-9, 8_192, 40);
			survivor.awaitSuccess(whole);
			assertThat(sha256(survivor, "killed", 1)).isEqualTo(sha256(survivor, "whole", 1));
		}
	}

	/**
	 * Fast epochs end before the first checkpoint is stored, which another replica needs.
	 */
	private static boolean hasCheckpoint(String job, String url) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url.substring(url.indexOf('=') + 1), "postgres",
				"postgres");
				PreparedStatement statement = connection
					.prepareStatement("select checkpoint_epoch from job where id = ? and checkpoint_epoch > 0")) {
			statement.setString(1, job);
			return statement.executeQuery().next();
		}
	}

	private static void sharesVersions(ServiceProcess one, ServiceProcess other) {
		for (int shift : new int[] { 3, 4 }) {
			one.awaitSuccess(one.train("shared", shift, 0.02, 25_600, 1));
		}
		// asked for by its number it is there at once
		assertThat(decrypt(other, "\"model\": \"shared\", \"version\": 2")).isEqualTo(200);
		await(SOON).until(() -> active(other) == 2);
		assertThat(one.put("/models/shared/active", "{\"version\": 1}").status()).isEqualTo(200);
		await(SOON).until(() -> {
			assertThat(decrypt(other, "\"model\": \"shared\"")).isEqualTo(200);
			return active(other) == 1;
		});
		sharesAliases(one, other);
		assertThat(other.delete("/models/shared/versions/1").status()).isEqualTo(409);
		assertThat(other.delete("/models/shared/versions/2").status()).isEqualTo(204);
		await(SOON).until(() -> one.get("/models/shared/versions/2").status() == 404);
		assertThat(one.put("/models/shared/active", "{\"version\": 2}").status()).isEqualTo(404);
		assertThat(sha256(one, "shared", 1)).isEqualTo(sha256(other, "shared", 1));
	}

	private static void sharesAliases(ServiceProcess one, ServiceProcess other) {
		assertThat(one.put("/models/shared/aliases/best", "{\"version\": 2}").status()).isEqualTo(200);
		// asked for it is there at once
		assertThat(decrypt(other, "\"model\": \"shared@best\"")).isEqualTo(200);
		assertThat(other.get("/models/shared@best").json().path("version").asInt()).isEqualTo(2);
		assertThat(other.delete("/models/shared/versions/2").status()).isEqualTo(409);
		assertThat(one.put("/models/shared/aliases/best", "{\"version\": 1}").status()).isEqualTo(200);
		await(SOON).until(() -> other.get("/models/shared@best").json().path("version").asInt() == 1);
		assertThat(one.delete("/models/shared/aliases/best").status()).isEqualTo(204);
		await(SOON).until(() -> decrypt(other, "\"model\": \"shared@best\"") == 404);
	}

	private static int decrypt(ServiceProcess service, String model) {
		return service.post("/decrypt", "{\"text\": \"KHOOR\", %s}".formatted(model)).status();
	}

	private static int active(ServiceProcess service) {
		return service.get("/models/shared").json().path("activeVersion").asInt();
	}

	private static String sha256(ServiceProcess service, String model, int version) {
		String sha256 = service.get("/models/%s/versions/%d".formatted(model, version))
			.json()
			.path("sha256")
			.asString();
		assertThat(sha256).hasSize(64);
		return sha256;
	}

	private static ConditionFactory await(Duration atMost) {
		return Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(50));
	}

}
