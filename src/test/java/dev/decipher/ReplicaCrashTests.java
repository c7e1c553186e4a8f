package dev.decipher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.ServiceProcess.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Real processes die, and then is counted: every job that was acknowledged ends, every
 * version that was listed serves with the same checksum, and no job ran twice at once.
 * {@code ./mvnw test -Pcrash}
 */
@Tag("crash")
class ReplicaCrashTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	@TempDir
	Path folder;

	/** The jobs that a service has said yes to. */
	private final List<String> acknowledged = new ArrayList<>();

	/** The checksums of the versions that were listed. */
	private final Map<String, String> listed = new HashMap<>();

	@Test
	void replicasAreKilledAgainAndAgain() {
		List<String> settings = settings(PostgresServer.database());
		SplittableRandom random = new SplittableRandom(1);
		ServiceProcess[] replicas = { start("0", settings), start("1", settings) };
		try {
			for (int round = 0; round < 4; round++) {
				ServiceProcess[] both = replicas;
				IntStream.range(0, 4).forEach((i) -> submit(both[i % 2], "m" + i));
				list(replicas[0]);
				int victim = random.nextInt(2);
				ServiceProcess dying = replicas[victim];
				Awaitility.await().atMost(PATIENCE).until(() -> dying.log().contains(" begins"));
				dying.kill();
				replicas[victim] = start("round" + round + "-" + victim, settings);
			}
			everyJobEnds(replicas[0]);
			everyVersionServes(replicas);
		}
		finally {
			Stream.of(replicas).forEach(ServiceProcess::close);
		}
	}

	@Test
	void theDatabaseIsRestartedUnderLoad() {
		onTwoReplicas((postgres, one, other) -> {
			for (int round = 0; round < 3; round++) {
				submitFourTo(one, other);
				CompletableFuture<List<Integer>> load = CompletableFuture
					.supplyAsync(() -> IntStream.range(0, 300).mapToObj((i) -> decrypt(one, "seed")).toList());
				postgres.restart();
				assertThat(load.join()).containsOnly(200);
			}
		});
	}

	@Test
	void theDatabaseIsAwayForLongerThanALease() {
		onTwoReplicas((postgres, one, other) -> {
			submitFourTo(one, other);
			postgres.stop();
			Awaitility.await()
				.during(Duration.ofSeconds(8))
				.atMost(Duration.ofSeconds(12))
				.until(() -> decrypt(one, "seed") == 200);
			postgres.restart();
		});
	}

	private interface Ordeal {

		void endure(PostgresServer postgres, ServiceProcess one, ServiceProcess other);

	}

	/** Every job survives what the replicas go through, and every version serves. */
	private void onTwoReplicas(Ordeal ordeal) {
		try (PostgresServer postgres = PostgresServer.start(this.folder.resolve("postgres"))) {
			List<String> settings = settings(postgres.newDatabase());
			try (ServiceProcess one = start("one", settings); ServiceProcess other = start("other", settings)) {
				ordeal.endure(postgres, one, other);
				everyJobEnds(one);
				everyVersionServes(one, other);
				assertThat(states(one)).doesNotContain("FAILED");
			}
		}
	}

	private void submitFourTo(ServiceProcess one, ServiceProcess other) {
		IntStream.range(0, 4).forEach((i) -> submit((i % 2 == 0) ? one : other, "m" + i));
		list(one);
	}

	@Test
	void theServiceIsKilledWhileItShrinksItsFile() throws Exception {
		String[] settings = { "decipher.training.max-queued=16" };
		for (int round = 0; round < 6; round++) {
			try (ServiceProcess service = ServiceProcess.start(this.folder, settings).awaitReady()) {
				submit(service, "m" + round);
				everyJobEnds(service);
				list(service);
				service.terminate();
			}
			bloat();
			java.util.concurrent.CountDownLatch stopping = new java.util.concurrent.CountDownLatch(1);
			try (ServiceProcess service = ServiceProcess.start(this.folder, settings).awaitReady()) {
				everyVersionServes(service);
				CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> {
					stopping.countDown();
					return service.terminate();
				});
				stopping.await();
				Path copy = this.folder.resolve("decipher.mv.db.tempFile");
				Awaitility.await()
					.atMost(PATIENCE)
					.pollInterval(Duration.ofMillis(2))
					.until(() -> java.nio.file.Files.exists(copy) || end.isDone());
				Awaitility.await().pollDelay(Duration.ofMillis(60L * round)).until(() -> true);
				service.kill();
			}
		}
		try (ServiceProcess service = ServiceProcess.start(this.folder, settings).awaitReady()) {
			everyJobEnds(service);
			everyVersionServes(service);
		}
	}

	/** Leaves a file of which most is free, and the rest takes a while to write. */
	private void bloat() throws Exception {
		try (java.sql.Connection connection = java.sql.DriverManager.getConnection(
				"jdbc:h2:file:" + this.folder.resolve("decipher") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "", "");
				java.sql.Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists ballast (number integer primary key, bytes bytea)");
			statement.execute("delete from ballast");
			for (int number = 0; number < 600; number++) {
				statement.execute("insert into ballast values (%d, secure_rand(262144))".formatted(number));
			}
			statement.execute("delete from ballast where mod(number, 8) > 0");
		}
	}

	@Test
	void theDiskIsFull() throws Exception {
		Path disk = java.nio.file.Files.createDirectory(this.folder.resolve("disk"));
		assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
			.as("only root can mount a small disk")
			.isZero();
		try {
			String[] settings = { "decipher.training.max-queued=16", "decipher.training.checkpoint-interval=1s" };
			Path ballast = disk.resolve("ballast");
			try (ServiceProcess service = ServiceProcess.start(disk, settings).awaitReady()) {
				submit(service, "before");
				service.awaitSuccess(this.acknowledged.get(0));
				list(service);
				java.nio.file.Files.write(ballast, new byte[24 << 20]);
			}
			catch (java.io.IOException full) {
				// as much as there was room for
			}
			try (ServiceProcess service = ServiceProcess.start(disk, settings)) {
				java.nio.file.Files.deleteIfExists(ballast);
				service.awaitReady();
				everyJobEnds(service);
				everyVersionServes(service);
			}
		}
		finally {
			run("umount", "--lazy", disk.toString());
		}
	}

	@Test
	void aReplicaIsAskedToGoInTheMiddleOfABatch() {
		List<String> settings = settings(PostgresServer.database());
		try (ServiceProcess one = start("one", settings); ServiceProcess other = start("other", settings)) {
			IntStream.range(0, 4).forEach((i) -> submit((i % 2 == 0) ? one : other, "m" + i));
			String texts = "\"" + "FUVEMVEMNMERPDRF".repeat(2_000) + "\"";
			String batch = "{\"texts\": [%s]}".formatted(String.join(",", java.util.Collections.nCopies(40, texts)));
			List<CompletableFuture<Answer>> answers = IntStream.range(0, 4)
				.mapToObj((i) -> one.postAsync("/decrypt/batch", batch))
				.toList();
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> one.get("/actuator/metrics/decipher.decrypt.batch.size").status() == 200);
			list(one);
			assertThat(one.terminate()).isEqualTo(128 + 15);
			answers.forEach((answer) -> assertThat(answer.join().status()).isEqualTo(200));
			assertThat(one.log()).doesNotContain("ERROR");
			everyJobEnds(other);
			everyVersionServes(other);
		}
	}

	private static List<String> settings(List<String> database) {
		List<String> settings = new ArrayList<>(database);
		settings.addAll(List.of("decipher.replicas.heartbeat=1s", "decipher.training.checkpoint-interval=1s",
				"decipher.training.max-queued=100"));
		return settings;
	}

	private ServiceProcess start(String name, List<String> settings) {
		return ServiceProcess.start(this.folder.resolve(name), settings).awaitReady();
	}

	private void submit(ServiceProcess service, String model) {
		this.acknowledged.add(service.train(model, 3, 1e-9, 8_192, 12));
	}

	private void list(ServiceProcess service) {
		versions(service).forEach((version, sha256) -> {
			String before = this.listed.put(version, sha256);
			assertThat(before).isIn(null, sha256);
		});
	}

	private static Map<String, String> versions(ServiceProcess service) {
		Map<String, String> versions = new HashMap<>();
		for (JsonNode model : service.get("/models").json()) {
			for (JsonNode number : model.path("versions")) {
				String path = "/models/%s/versions/%d".formatted(model.path("name").asString(), number.asInt());
				versions.put(path, service.get(path).json().path("sha256").asString());
			}
		}
		return versions;
	}

	private void everyJobEnds(ServiceProcess service) {
		for (String id : this.acknowledged) {
			Awaitility.await(id)
				.atMost(PATIENCE)
				.until(() -> service.get("/jobs/" + id).json().path("state").asString(), "SUCCEEDED"::equals);
		}
		assertThat(service.get("/jobs?state=RUNNING").json().path("total").asInt()).isZero();
		// a job that ran twice at once would have made two versions
		List<String> made = new ArrayList<>();
		for (JsonNode job : service.get("/jobs?size=100").json().path("items")) {
			made.add(job.path("model").asString() + "/" + job.path("version").asInt());
		}
		assertThat(made).doesNotHaveDuplicates();
		// a replica hears of another's version a moment later
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(versions(service)).hasSameSizeAs(made));
	}

	private static List<String> states(ServiceProcess service) {
		List<String> states = new ArrayList<>();
		service.get("/jobs?size=100").json().path("items").forEach((job) -> states.add(job.path("state").asString()));
		return states;
	}

	private void everyVersionServes(ServiceProcess... services) {
		assertThat(this.listed).isNotEmpty();
		for (ServiceProcess service : services) {
			assertThat(versions(service)).containsAllEntriesOf(this.listed);
			this.listed.keySet().forEach((path) -> {
				String[] parts = path.split("/");
				assertThat(
						service
							.post("/decrypt",
									"{\"text\": \"KHOOR\", \"model\": \"%s\", \"version\": %s}".formatted(parts[2],
											parts[4]))
							.status())
					.isEqualTo(200);
			});
		}
	}

	private static int decrypt(ServiceProcess service, String model) {
		return service.post("/decrypt", "{\"text\": \"KHOOR\", \"model\": \"%s\"}".formatted(model)).status();
	}

	private static int run(String... command) throws Exception {
		return new ProcessBuilder(command).start().waitFor();
	}

}
