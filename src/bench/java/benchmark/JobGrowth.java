package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.decipher.DecipherApplication;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

/**
 * How the service does with more and more ended jobs in its database.
 */
final class JobGrowth {

	private static final List<Integer> JOBS = List.of(100, 1_000, 10_000, 100_000);

	/** Of how many requests of a kind the median counts, behind as many to warm up. */
	private static final int REQUESTS = 100;

	/** Of how many jobs that are worked on. */
	private static final int WORKED_ON = 9;

	/** So small that it is learned in an instant. */
	static final String TRAIN = """
			{"model": "tiny", "data": {"cipher": {"type": "caesar", "shift": 3}},
			"network": {"embedding": 2, "hidden": 2, "headHidden": 0, "skip": false, "feedback": false},
			"training": {"examplesPerEpoch": 1, "batchSize": 1, "maxEpochs": 1}}""";

	private final Path folder;

	private final Map<String, List<Chart.Point>> milliseconds = new LinkedHashMap<>();

	private final List<Chart.Point> seconds = new ArrayList<>();

	JobGrowth(Path folder) {
		this.folder = folder;
	}

	void measure() throws IOException, SQLException {
		Path data = this.folder.resolve("data");
		GrowthBenchmark.service(data).close(); // trains the default model if it isn't
												// there
		for (int jobs : JOBS) {
			if (jobs <= JOBS.get(JOBS.size() - 1) / GrowthBenchmark.SMALLER) {
				Path copy = Files.createDirectory(this.folder.resolve("jobs-" + jobs));
				FileSystemUtils.copyRecursively(data, copy);
				String newest = insert(copy, jobs);
				measure(copy, jobs, newest);
				FileSystemUtils.deleteRecursively(copy);
			}
		}
		Chart requests = new Chart("Requests for jobs, by how many are in the database", "ended jobs", "ms");
		this.milliseconds.forEach(requests::with);
		GrowthBenchmark.show("jobs", requests);
		GrowthBenchmark.show("jobs-start",
				new Chart("Start, by how many jobs are in the database", "ended jobs", "seconds").with("until ready",
						this.seconds));
	}

	private void measure(Path data, int jobs, String newest) {
		double[] starts = new double[Side.ROUNDS];
		for (int round = 0; round < starts.length; round++) {
			try (Service service = Service.start(DecipherApplication.class, data, "--decipher.decrypt.warm-up=0s",
					"--decipher.training.max-queued=1000")) {
				starts[round] = service.awaitReady();
				if (round == 0) {
					requests(service, jobs, newest);
				}
			}
		}
		this.seconds.add(new Chart.Point(jobs, Side.median(starts)));
	}

	private void requests(Service service, int jobs, String newest) {
		time("first page", jobs, service, "/jobs");
		time("page by state", jobs, service, "/jobs?state=SUCCEEDED");
		time("page by model", jobs, service, "/jobs?model=model-1");
		time("one job", jobs, service, "/jobs/" + newest);
		List<Double> accepted = new ArrayList<>();
		List<Double> waited = new ArrayList<>();
		for (int i = 0; i < 2 * WORKED_ON; i++) {
			long begin = System.nanoTime();
			String id = service.call("POST", "/train", TRAIN).at("/id").asString();
			double took = (System.nanoTime() - begin) / 1e6;
			JsonNode job = awaitEnd(service, id);
			if (i >= WORKED_ON) {
				accepted.add(took);
				waited.add(
						(double) Duration
							.between(Instant.parse(job.at("/createdAt").asString()),
									Instant.parse(job.at("/startedAt").asString()))
							.toMillis());
			}
		}
		add("train until 202", jobs, accepted);
		add("until it is taken", jobs, waited);
	}

	private void time(String name, int jobs, Service service, String path) {
		List<Double> times = new ArrayList<>();
		for (int i = 0; i < 2 * REQUESTS; i++) {
			long begin = System.nanoTime();
			service.call("GET", path, "");
			if (i >= REQUESTS) {
				times.add((System.nanoTime() - begin) / 1e6);
			}
		}
		add(name, jobs, times);
	}

	private void add(String name, int jobs, List<Double> times) {
		this.milliseconds.computeIfAbsent(name, (key) -> new ArrayList<>())
			.add(new Chart.Point(jobs, Side.median(times.stream().mapToDouble(Double::doubleValue).toArray())));
	}

	static JsonNode awaitEnd(Service service, String job) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> service.call("GET", "/jobs/" + job, ""), (now) -> now.has("finishedAt"));
	}

	/** Inserts ended jobs, and returns the id of the last. */
	private static String insert(Path data, int jobs) throws SQLException {
		String id = "";
		try (Connection connection = DriverManager
			.getConnection("jdbc:h2:file:" + data + "/decipher;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "", "");
				PreparedStatement row = connection.prepareStatement("""
						insert into job (id, kind, model, state, request, progress, created_at, started_at,
						finished_at, claim) values (?, 'TRAIN', ?, ?, ?, 1, current_timestamp, current_timestamp,
						current_timestamp, ?)""")) {
			connection.setAutoCommit(false);
			for (int i = 0; i < jobs; i++) {
				id = UUID.randomUUID().toString();
				row.setString(1, id);
				row.setString(2, "model-" + i % 10);
				row.setString(3, (i % 5 == 0) ? "FAILED" : "SUCCEEDED");
				row.setString(4, TRAIN);
				row.setString(5, UUID.randomUUID().toString());
				row.addBatch();
				if (i % 1000 == 999 || i == jobs - 1) {
					row.executeBatch();
				}
			}
			try (Statement totals = connection.createStatement()) {
				totals.execute("delete from ended_jobs");
				totals.execute("insert into ended_jobs (state, model, total)"
						+ " select state, model, count(*) from job group by state, model");
			}
			connection.commit();
		}
		return id;
	}

}
