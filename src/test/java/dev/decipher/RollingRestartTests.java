package dev.decipher;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Replicas on one PostgreSQL are stopped and started again in turn, while clients go on:
 * no request may fail.
 */
class RollingRestartTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@TempDir
	Path folder;

	/**
	 * The clients do as a load balancer does: they look at readiness from time to time,
	 * and go elsewhere when they can't connect.
	 */
	@Test
	void aReplicaStopsWithoutFailingARequest() {
		List<String> settings = Stream
			.concat(PostgresServer.database().stream(), Stream.of("decipher.shutdown.delay=2s"))
			.toList();
		try (ServiceProcess one = ServiceProcess.start(this.folder.resolve("one"), settings);
				ServiceProcess other = ServiceProcess.start(this.folder.resolve("other"), settings)) {
			one.awaitReady();
			other.awaitReady();
			try (Balancer balancer = new Balancer(List.of(one.port(), other.port()));
					RequestLoad load = RequestLoad.by(balancer)) {
				awaitAnswers(load, 50);
				assertThat(one.terminate()).isEqualTo(128 + 15);
				assertThat(one.log()).contains("no longer ready, and answering for another 2.0 s");
				awaitAnswers(load, 50);
				assertThat(load.failures()).isEmpty();
			}
		}
	}

	/**
	 * All as docker-compose.yml has it, but for the addresses: the environment of the
	 * replicas, and the proxy with its settings.
	 */
	@Test
	@Tag("crash")
	void eachReplicaIsRestartedBehindTheProxyWithoutFailingARequest() throws IOException {
		assumeThat(Programs.find("haproxy")).as("Skipped: there is no haproxy on the PATH").isPresent();
		List<String> database = PostgresServer.database();
		int[] ports = IntStream.range(0, 3).map((i) -> freePort()).toArray();
		ServiceProcess[] replicas = new ServiceProcess[2];
		Process proxy = proxy(ports);
		try {
			for (int i = 0; i < replicas.length; i++) {
				replicas[i] = replica(i, ports[i], database);
			}
			Stream.of(replicas).forEach(ServiceProcess::awaitReady);
			URI address = URI.create("http://127.0.0.1:" + ports[2]);
			Awaitility.await().atMost(PATIENCE).until(() -> Balancer.isReady(address));
			String job = replicas[0].train("watched", 3, 1e-9, 8_192, 1_000_000);
			try (RequestLoad load = RequestLoad
				.by((request) -> http.send(request.apply(address), BodyHandlers.ofString()));
					Watcher watcher = new Watcher(address.resolve("/jobs/" + job + "/events"))) {
				for (int round = 0; round < 4; round++) {
					awaitAnswers(load, 100);
					int i = round % 2;
					assertThat(replicas[i].terminate()).isEqualTo(128 + 15);
					awaitAnswers(load, 100);
					replicas[i] = replica(i, ports[i], database).awaitReady();
					awaitRequests(replicas[i]);
				}
				awaitAnswers(load, 100);
				watcher.awaitAnother();
				assertThat(load.failures()).isEmpty();
				assertThat(watcher.failures()).isEmpty();
			}
		}
		finally {
			Stream.of(replicas).forEach(ServiceProcess::close);
			proxy.destroyForcibly();
		}
	}

	private ServiceProcess replica(int index, int port, List<String> database) {
		Map<String, String> environment = new HashMap<>();
		DeployFiles.service("decipher-" + (index + 1)).path("environment").properties().forEach((variable) -> {
			if (!variable.getValue().isNull() && !variable.getKey().startsWith("SPRING_DATASOURCE_")) {
				environment.put(variable.getKey(), variable.getValue().asString());
			}
		});
		assertThat(environment).containsKeys("DECIPHER_SHUTDOWN_DELAY", "SERVER_FORWARD_HEADERS_STRATEGY");
		return ServiceProcess.start(this.folder.resolve("data-" + index), environment,
				Stream.concat(database.stream(), Stream.of("server.port=" + port)).toList());
	}

	private Process proxy(int[] ports) throws IOException {
		String configuration = Files.readString(Path.of("deploy/haproxy/haproxy.cfg"));
		for (int i = 0; i < 2; i++) {
			String address = "decipher-" + (i + 1) + ":8080";
			assertThat(configuration).contains(address);
			configuration = configuration.replace(address, "127.0.0.1:" + ports[i]);
		}
		assertThat(configuration).contains("bind :8080");
		Path file = this.folder.resolve("haproxy.cfg");
		Files.writeString(file, configuration.replace("bind :8080", "bind 127.0.0.1:" + ports[2]));
		Process proxy = new ProcessBuilder("haproxy", "-db", "-f", file.toString()).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("haproxy.log").toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(proxy::destroyForcibly));
		return proxy;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Waits until the proxy, too, has seen that a new replica is ready. */
	private static void awaitRequests(ServiceProcess replica) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> replica.get("/actuator/metrics/decipher.decrypt").status() == 200);
	}

	/** Waits until so many more requests have been answered. */
	private static void awaitAnswers(RequestLoad load, int more) {
		int all = load.answered() + more;
		Awaitility.await().atMost(PATIENCE).until(() -> {
			assertThat(load.failures()).isEmpty();
			return load.answered() >= all;
		});
	}

	/** Sends each request to the next replica that was ready when it was last looked. */
	private static final class Balancer implements RequestLoad.Route, AutoCloseable {

		private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

		private final List<URI> replicas;

		private final AtomicInteger turn = new AtomicInteger();

		private final Thread looks = new Thread(this::look, "health-checks");

		private volatile List<URI> ready;

		private Balancer(List<Integer> ports) {
			this.replicas = ports.stream().map((port) -> URI.create("http://127.0.0.1:" + port)).toList();
			this.ready = this.replicas;
			this.looks.start();
		}

		private void look() {
			try {
				while (true) {
					List<URI> ready = new ArrayList<>();
					for (URI replica : this.replicas) {
						if (isReady(replica)) {
							ready.add(replica);
						}
					}
					this.ready = ready;
					Thread.sleep(BETWEEN_LOOKS.toMillis());
				}
			}
			catch (InterruptedException ex) {
				// it is over
			}
		}

		private static boolean isReady(URI replica) throws InterruptedException {
			try {
				return http
					.send(HttpRequest.newBuilder(replica.resolve("/actuator/health/readiness")).build(),
							BodyHandlers.discarding())
					.statusCode() == 200;
			}
			catch (IOException ex) {
				return false;
			}
		}

		@Override
		public HttpResponse<String> send(Function<URI, HttpRequest> request) throws IOException, InterruptedException {
			List<URI> ready = this.ready;
			int first = this.turn.getAndIncrement();
			IOException refused = new ConnectException("no replica is ready");
			for (int i = 0; i < ready.size(); i++) {
				try {
					return http.send(request.apply(ready.get(Math.floorMod(first + i, ready.size()))),
							BodyHandlers.ofString());
				}
				catch (ConnectException ex) {
					refused = ex;
				}
			}
			throw refused;
		}

		@Override
		public void close() {
			this.looks.interrupt();
		}

	}

	/** Watches a job, and begins again whenever its stream is cut. */
	private static final class Watcher implements AutoCloseable {

		private final URI stream;

		private final List<String> failures = new CopyOnWriteArrayList<>();

		private final AtomicInteger events = new AtomicInteger();

		private final Thread thread = new Thread(this::watch, "watcher");

		private volatile boolean over;

		private Watcher(URI stream) {
			this.stream = stream;
			this.thread.start();
		}

		private void watch() {
			while (!this.over) {
				try {
					HttpResponse<InputStream> response = http.send(HttpRequest.newBuilder(this.stream).build(),
							BodyHandlers.ofInputStream());
					if (response.statusCode() != 200) {
						this.failures.add(response.toString());
					}
					try (InputStream in = response.body()) {
						while (!this.over && in.read() >= 0) {
							this.events.incrementAndGet();
						}
					}
				}
				catch (IOException ex) {
					// cut; only that it can't be begun again would be a failure
				}
				catch (InterruptedException ex) {
					return;
				}
			}
		}

		List<String> failures() {
			return this.failures;
		}

		void awaitAnother() {
			int before = this.events.get();
			Awaitility.await().atMost(PATIENCE).until(() -> this.events.get() > before);
		}

		@Override
		public void close() {
			this.over = true;
			this.thread.interrupt();
		}

	}

}
