package benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that is measured.
 */
final class Service implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private static final HttpClient http = HttpClient.newHttpClient();

	private final Process process;

	private final long started = System.nanoTime();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private Service(Process process) {
		this.process = process;
		Thread reader = new Thread(this::read, "log-of-" + process.pid());
		reader.setDaemon(true);
		reader.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/** Starts a main class of this class path. */
	static Service start(Class<?> main, Path data, String... arguments) {
		List<String> command = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path")));
		command.add(main.getName());
		command.addAll(List.of(arguments));
		return start(data, command);
	}

	/** Starts java with the given arguments, and a free port. */
	static Service start(Path data, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(arguments);
		command.add("--server.port=0");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("DECIPHER_DATA_DIR", data.toString());
		try {
			return new Service(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		StringBuilder log = new StringBuilder();
		try (BufferedReader lines = this.process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				log.append(line).append('\n');
				Matcher found = PORT.matcher(line);
				if (found.find()) {
					this.port.complete(Integer.parseInt(found.group(1)));
				}
			}
		}
		catch (IOException ex) {
			log.append(ex);
		}
		this.port.completeExceptionally(new IllegalStateException("The service has ended:\n" + log));
	}

	int port() {
		return this.port.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	String url(String path) {
		return "http://127.0.0.1:" + port() + path;
	}

	/**
	 * Waits until the default model answers.
	 * @return the seconds since the start
	 */
	double awaitReady() {
		port();
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> send("GET", "/actuator/health/readiness", "").statusCode() == 200);
		return (System.nanoTime() - this.started) / 1e9;
	}

	/**
	 * Waits until a bare echo answers.
	 * @return the seconds since the start
	 */
	double awaitEcho() {
		port();
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> send("POST", "/echo", LoadBenchmark.JSON).statusCode() == 200);
		return (System.nanoTime() - this.started) / 1e9;
	}

	JsonNode call(String method, String path, String body) {
		HttpResponse<String> response = send(method, path, body);
		if (response.statusCode() >= 300) {
			throw new IllegalStateException(response.body());
		}
		return JsonMapper.shared().readTree(response.body());
	}

	/** Gets a file. */
	byte[] download(String path) {
		return send("GET", path, "application/json", HttpRequest.BodyPublishers.noBody(),
				HttpResponse.BodyHandlers.ofByteArray())
			.body();
	}

	/** Puts a file there. */
	void upload(String path, byte[] file) {
		HttpResponse<String> response = send("PUT", path, "application/octet-stream",
				HttpRequest.BodyPublishers.ofByteArray(file), HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() >= 300) {
			throw new IllegalStateException(response.body());
		}
	}

	private HttpResponse<String> send(String method, String path, String body) {
		return send(method, path, "application/json", HttpRequest.BodyPublishers.ofString(body),
				HttpResponse.BodyHandlers.ofString());
	}

	private <T> HttpResponse<T> send(String method, String path, String type, HttpRequest.BodyPublisher body,
			HttpResponse.BodyHandler<T> handler) {
		try {
			return http.send(HttpRequest.newBuilder(URI.create(url(path)))
				.header("Content-Type", type)
				.method(method, body)
				.build(), handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Has the garbage collected, and memory that is not needed given back. */
	void collect() throws IOException, InterruptedException {
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				Long.toString(this.process.pid()), "GC.run")
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

	/** The memory of the process that is resident. */
	double residentMegabytes() {
		try {
			Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + this.process.pid() + "/status")));
			return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : Double.NaN;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.toHandle().destroy();
		this.process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

}
