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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as a process of its own, which can be killed.
 */
final class ServiceProcess implements AutoCloseable {

	/** Only so that a broken service ends, however busy the machine is. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

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

	static ServiceProcess start(Path folder, String... settings) {
		return start(folder, List.of(settings));
	}

	static ServiceProcess start(Path folder, List<String> settings) {
		return start(folder, Map.of(), settings);
	}

	/**
	 * Starts the service on a data folder, on a free port and with a queue of two unless
	 * the settings say otherwise, and waits for nothing.
	 * @param environment variables beside those of this process
	 */
	static ServiceProcess start(Path folder, Map<String, String> environment, List<String> settings) {
		List<String> command = program();
		for (String usual : List.of("server.port=0", "decipher.training.max-queued=2")) {
			String name = usual.substring(0, usual.indexOf('=') + 1);
			if (settings.stream().noneMatch((setting) -> setting.startsWith(name))) {
				command.add("--" + usual);
			}
		}
		settings.stream().map((setting) -> "--" + setting).forEach(command::add);
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(environment);
		builder.environment().put("DECIPHER_DATA_DIR", folder.toString());
		try {
			return new ServiceProcess(builder.redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The beginning of a command line; an argument is what the jar takes. */
	static List<String> program() {
		String separator = System.getProperty("path.separator");
		// without the tests' own classes, which are no part of the service
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(separator))
			.filter((entry) -> !Path.of(entry).endsWith("test-classes"))
			.collect(Collectors.joining(separator));
		return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp",
				classPath, DecipherApplication.class.getName()));
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
		try {
			await("readiness")
				.until(() -> alive() && this.port != 0 && get("/actuator/health/readiness").status() == 200);
			return this;
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("The service does not get ready:\n" + log(), ex);
		}
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

	int port() {
		return this.port;
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Posts with an {@code Idempotency-Key}. */
	Answer post(String path, String json, String key) {
		return send(request(path).header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).timeout(PATIENCE);
	}

	Answer put(String path) {
		return send(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
	}

	Answer put(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

	Answer delete(String path) {
		return send(request(path).DELETE());
	}

	/** The lines of an event stream, until it ends. */
	CompletableFuture<List<String>> events(String job) {
		return http.sendAsync(request("/jobs/" + job + "/events").build(), HttpResponse.BodyHandlers.ofLines())
			.thenApply((response) -> response.body().toList());
	}

	/** Sends a request and doesn't wait for the answer. */
	CompletableFuture<Answer> postAsync(String path, String json) {
		return http
			.sendAsync(request(path).header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(json))
				.build(), HttpResponse.BodyHandlers.ofString())
			.thenApply((response) -> new Answer(response.statusCode(), response.body()));
	}

	/** Hands in a training job. */
	String train(String model, int shift, double learningRate, int examples, int maxEpochs) {
		Answer answer = post("/train", request(model, shift, learningRate, examples, maxEpochs));
		if (answer.status() != 202) {
			throw new AssertionError(answer.toString());
		}
		return answer.json().path("id").asString();
	}

	/** A request to learn a Caesar cipher with a network of the tutorial's size. */
	static String request(String model, int shift, double learningRate, int examples, int maxEpochs) {
		return """
				{"model": "%s",
				 "data": {"cipher": {"type": "caesar", "shift": %d}},
				 "network": {"embedding": 5, "hidden": 10, "headHidden": 0, "skip": false},
				 "training": {"learningRate": %s, "examplesPerEpoch": %d, "maxEpochs": %d, "seed": 1}}"""
			.formatted(model, shift, learningRate, examples, maxEpochs);
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
