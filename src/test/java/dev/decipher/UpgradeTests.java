package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backup that is restored, and databases of an earlier schema that are served.
 */
class UpgradeTests {

	/** What there was in {@code V3}. */
	private static final Map<String, String> V3 = Map
		.of("job", "id, kind, model, state, request, progress, epoch, step, training_loss, validation_loss, accuracy, "
				+ "exact_messages, target_reached, symbols_per_second, created_at, started_at, finished_at, version",
				"model", "name, last_version, active_version", "model_version",
				"model, version, created_at, job_id, details, size, sha256", "model_weights",
				"model, version, chunk, bytes");

	@TempDir
	private static Path source;

	private static JsonNode version;

	@TempDir
	private Path folder;

	@BeforeAll
	static void train() {
		try (ServiceProcess service = ServiceProcess.start(source).awaitReady()) {
			service.awaitSuccess(service.train("old", 3, 0.02, 25_600, 1));
			version = service.get("/models/old/versions/1").json();
			service.terminate();
		}
	}

	@Test
	void aCopyOfTheFileIsABackup() throws IOException {
		Files.copy(source.resolve("decipher.mv.db"), this.folder.resolve("decipher.mv.db"));
		try (ServiceProcess service = ServiceProcess.start(this.folder).awaitReady()) {
			assertServes(service);
			assertThat(service.get("/jobs").json().path("total").asInt()).isEqualTo(2);
			assertThat(service.log()).doesNotContain("There is no trained model yet");
		}
	}

	@Test
	void theEmbeddedDatabaseIsMigratedAndServed() throws SQLException {
		String url = "jdbc:h2:file:" + this.folder.resolve("decipher") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
		makeOld(url, "");
		assertUpgrades(List.of());
	}

	@Test
	void postgresIsMigratedAndServed() throws SQLException {
		List<String> settings = PostgresServer.database();
		makeOld(settings.get(0).split("=", 2)[1], "postgres");
		assertUpgrades(settings);
	}

	private void assertUpgrades(List<String> settings) {
		try (ServiceProcess service = ServiceProcess.start(this.folder, settings).awaitReady()) {
			assertServes(service);
			service.awaitSuccess("queued");
			assertThat(service.awaitSuccess("running").path("version").asInt()).isGreaterThan(1);
			assertThat(service.get("/models/old").json().path("versions")).hasSize(3);
		}
	}

	private static void assertServes(ServiceProcess service) {
		assertThat(service.get("/models/old/versions/1").json()).isEqualTo(version);
		assertThat(version.path("sha256").asString()).hasSize(64);
		ServiceProcess.Answer answer = service.post("/decrypt",
				"{\"text\": \"KHOOR\", \"model\": \"old\", \"version\": 1}");
		assertThat(answer.json().path("text").asString()).as(answer.body()).isEqualTo("HELLO");
	}

	/** Makes a database as it was, with a job that waits and one that runs. */
	private static void makeOld(String url, String user) throws SQLException {
		Flyway.configure().dataSource(url, user, user).target("3").load().migrate();
		try (Connection from = DriverManager.getConnection(
				"jdbc:h2:file:" + source.resolve("decipher") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "", "");
				Connection to = DriverManager.getConnection(url, user, user)) {
			for (String table : List.of("job", "model", "model_version", "model_weights")) {
				copy(from, to, table, V3.get(table));
			}
			try (Statement statement = to.createStatement()) {
				for (String state : List.of("queued", "running")) {
					statement.executeUpdate("""
							insert into job (id, kind, model, state, request, created_at, claim)
							select '%s', kind, model, '%s', request, created_at, %s from job where model = 'old'
							fetch first 1 rows only""".formatted(state, state.toUpperCase(Locale.ROOT),
							state.equals("running") ? "'of a process that died'" : "null"));
				}
			}
		}
	}

	private static void copy(Connection from, Connection to, String table, String columns) throws SQLException {
		int count = columns.split(",").length;
		String places = String.join(", ", Collections.nCopies(count, "?"));
		try (Statement query = from.createStatement();
				ResultSet rows = query.executeQuery("select %s from %s".formatted(columns, table));
				PreparedStatement insert = to
					.prepareStatement("insert into %s (%s) values (%s)".formatted(table, columns, places))) {
			while (rows.next()) {
				for (int i = 1; i <= count; i++) {
					insert.setObject(i, rows.getObject(i));
				}
				insert.executeUpdate();
			}
		}
	}

}
