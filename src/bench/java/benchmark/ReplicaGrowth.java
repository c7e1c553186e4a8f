package benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.decipher.DecipherApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;

/**
 * What more and more replicas ask of the PostgreSQL that they share.
 */
final class ReplicaGrowth {

	private static final List<Integer> REPLICAS = List.of(1, 2, 4);

	private static final int IDLE_SECONDS = Math.max(2, 20 / GrowthBenchmark.SMALLER);

	private static final int JOBS = Math.max(4, 40 / GrowthBenchmark.SMALLER);

	private static final int SWITCHES = Math.max(2, 10 / GrowthBenchmark.SMALLER);

	private final Path folder;

	private final List<Row> rows = new ArrayList<>();

	ReplicaGrowth(Path folder) {
		this.folder = folder;
	}

	/**
	 * Figures of a number of replicas.
	 *
	 * @param connections that idle replicas have open
	 * @param transactions a second while they are idle
	 * @param cores of PostgreSQL's, busy while they are idle
	 * @param jobs tiny ones that end in a second
	 * @param perJob transactions that a job adds
	 * @param switched milliseconds from the answer to {@code PUT …/active} until the last
	 * replica decrypts with the version, the median
	 * @param loaded milliseconds until the last one has decrypted with a version of
	 * 64/256 that none has loaded, all asked at the same time, the median
	 */
	private record Row(int replicas, double connections, double transactions, double cores, double jobs, double perJob,
			double switched, double loaded) {
	}

	void measure() throws IOException, SQLException {
		for (int replicas : REPLICAS) {
			if (replicas <= Math.max(1, REPLICAS.get(REPLICAS.size() - 1) / GrowthBenchmark.SMALLER)) {
				try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
					measure(postgres, replicas);
				}
			}
		}
		System.out.println("| replicas | connections | idle, transactions/s | idle, cores of PostgreSQL | jobs/s "
				+ "| transactions a job | until all have switched, ms | until all have loaded 64/256, ms |");
		System.out.println("|---|---|---|---|---|---|---|---|");
		for (Row row : this.rows) {
			System.out.printf(Locale.ROOT, "| %d | %.0f | %.1f | %.4f | %.1f | %.0f | %.0f | %.0f |%n", row.replicas,
					row.connections, row.transactions, row.cores, row.jobs, row.perJob, row.switched, row.loaded);
		}
	}

	private void measure(EmbeddedPostgres postgres, int count) throws SQLException {
		List<Service> replicas = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				replicas.add(Service.start(DecipherApplication.class, this.folder.resolve("replica-" + i),
						"--decipher.decrypt.warm-up=0s", "--decipher.training.max-queued=1000",
						"--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
						"--spring.datasource.username=postgres", "--spring.datasource.password=postgres"));
			}
			replicas.forEach(Service::awaitReady);
			measure(postgres, replicas);
		}
		finally {
			replicas.forEach(Service::close);
		}
	}

	private void measure(EmbeddedPostgres postgres, List<Service> replicas) throws SQLException {
		try (Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			waitSeconds(5); // until all that a start brings is over
			double connections = number(statement,
					"select count(*) - 1 from pg_stat_activity where datname = 'postgres'");
			double before = transactions(statement);
			double cpu = cpuSeconds(statement);
			waitSeconds(IDLE_SECONDS);
			double idle = (transactions(statement) - before) / IDLE_SECONDS;
			double cores = (cpuSeconds(statement) - cpu) / IDLE_SECONDS;

			before = transactions(statement);
			long start = System.nanoTime();
			List<String> jobs = new ArrayList<>();
			for (int i = 0; i < JOBS; i++) {
				jobs.add(replicas.get(i % replicas.size())
					.call("POST", "/train", JobGrowth.TRAIN.replace("tiny", "tiny-" + i))
					.at("/id")
					.asString());
			}
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> number(statement, "select count(*) from job where finished_at is null") == 0);
			double seconds = (System.nanoTime() - start) / 1e9;
			double perJob = (transactions(statement) - before - idle * seconds) / JOBS;

			this.rows.add(new Row(replicas.size(), connections, idle, cores, JOBS / seconds, perJob, switches(replicas),
					loads(replicas)));
		}
	}

	private static double switches(List<Service> replicas) {
		Service first = replicas.get(0);
		byte[] weights = first.download("/models/seed/versions/1/weights");
		first.upload("/models/switched/weights", weights);
		first.upload("/models/switched/weights", weights);
		double[] milliseconds = new double[SWITCHES];
		for (int i = 0; i < SWITCHES; i++) {
			int version = 1 + i % 2;
			first.call("PUT", "/models/switched/active", "{\"version\": %d}".formatted(version));
			long start = System.nanoTime();
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.until(() -> replicas.stream().allMatch((replica) -> decrypt(replica, "switched") == version));
			milliseconds[i] = (System.nanoTime() - start) / 1e6;
		}
		return Side.median(milliseconds);
	}

	private static double loads(List<Service> replicas) {
		Service first = replicas.get(0);
		GrowthBenchmark.train(first, "large", 64, 256);
		replicas.forEach((replica) -> decrypt(replica, "large")); // PyTorch is loaded now
		byte[] weights = first.download("/models/large/versions/1/weights");
		double[] milliseconds = new double[SWITCHES];
		for (int i = 0; i < SWITCHES; i++) {
			String model = "large-" + i;
			first.upload("/models/" + model + "/weights", weights);
			List<Service> others = (replicas.size() > 1) ? replicas.subList(1, replicas.size()) : replicas;
			long start = System.nanoTime();
			others.stream()
				.map((replica) -> CompletableFuture.runAsync(() -> decrypt(replica, model)))
				.toList()
				.forEach(CompletableFuture::join);
			milliseconds[i] = (System.nanoTime() - start) / 1e6;
		}
		return Side.median(milliseconds);
	}

	/** The version that answers. */
	private static int decrypt(Service replica, String model) {
		return replica.call("POST", "/decrypt", "{\"model\": \"%s\", \"text\": \"ABC\"}".formatted(model))
			.at("/version")
			.asInt();
	}

	private static double transactions(Statement statement) throws SQLException {
		return number(statement, "select xact_commit + xact_rollback from pg_stat_database where datname = 'postgres'");
	}

	private static double number(Statement statement, String query) throws SQLException {
		try (ResultSet result = statement.executeQuery(query)) {
			result.next();
			return result.getDouble(1);
		}
	}

	/** All that the processes of PostgreSQL have computed so far. */
	private static double cpuSeconds(Statement statement) throws SQLException {
		ProcessHandle server = ProcessHandle.of((long) number(statement, "select pg_backend_pid()"))
			.flatMap(ProcessHandle::parent)
			.orElseThrow();
		return Stream.concat(Stream.of(server), server.children())
			.map((process) -> process.info().totalCpuDuration())
			.flatMap(Optional::stream)
			.mapToDouble((duration) -> duration.toNanos() / 1e9)
			.sum();
	}

	private static void waitSeconds(int seconds) {
		TrainingLoad.waitUntil(System.nanoTime() + seconds * 1_000_000_000L);
	}

}
