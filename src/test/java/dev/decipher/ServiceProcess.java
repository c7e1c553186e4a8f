package dev.decipher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as a process of its own, which can be killed.
 */
final class ServiceProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final HttpClient http = HttpClient.newHttpClient();

	private final Process process;

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final Thread reader;

	private volatile int port;

	private ServiceProcess(Process process) {
		this.process = process;
		this.reader = new Thread(this::read, "log-of-" + process.pid());
		this.reader.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Starts the service on a data folder, with a queue of two, and waits for nothing.
	 */
	static ServiceProcess start(Path folder) {
		String separator = System.getProperty("path.separator");
		// without the tests' own classes, which are no part of the service
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(separator))
			.filter((entry) -> !Path.of(entry).endsWith("test-classes"))
			.collect(Collectors.joining(separator));
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp",
				classPath, DecipherApplication.class.getName(), "--server.port=0", "--decipher.training.max-queued=2");
		builder.environment().put("DECIPHER_DATA_DIR", folder.toString());
		try {
			return new ServiceProcess(builder.redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.log.add(line);
				Matcher started = STARTED.matcher(line);
				if (started.find()) {
					this.port = Integer.parseInt(started.group(1));
				}
			}
		}
		catch (IOException ex) {
			this.log.add("(the log broke off: " + ex.getMessage() + ")");
		}
	}

	String log() {
		return String.join("\n", this.log);
	}

	ServiceProcess awaitLog(String part) {
		await("the log to say: " + part).until(() -> alive() && this.log.stream().anyMatch((it) -> it.contains(part)));
		return this;
	}

	ServiceProcess awaitReady() {
		await("readiness").until(() -> alive() && this.port != 0 && get("/actuator/health/readiness").status() == 200);
		return this;
	}

	/** Waits until a job is as asked for. */
	JsonNode awaitJob(String id, Predicate<JsonNode> condition) {
		return await("job " + id).until(() -> get("/jobs/" + id).json(), (job) -> {
			if (job.path("state").asString().equals("FAILED")) {
				throw new AssertionError("the job has failed: " + job);
			}
			return condition.test(job);
		});
	}

	/** Waits until a job has succeeded. */
	JsonNode awaitSuccess(String id) {
		return awaitJob(id, (job) -> job.path("state").asString().equals("SUCCEEDED"));
	}

	private boolean alive() {
		if (!this.process.isAlive()) {
			throw new AssertionError("The service has ended:\n" + log());
		}
		return true;
	}

	private static ConditionFactory await(String what) {
		return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).timeout(PATIENCE);
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What {@code kill -9} does. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/**
	 * What {@code kill} does.
	 * @return the exit status
	 */
	int terminate() {
		// by its handle, since Process.destroy() also closes the pipe that the log comes
		// through
		this.process.toHandle().destroy();
		return awaitEnd();
	}

	/**
	 * Waits until the process has ended and its log is whole.
	 * @return the exit status
	 */
	int awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("The service does not end:\n" + log());
			}
			this.reader.join();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

	record Answer(int status, String body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

	}

}
