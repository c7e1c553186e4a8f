package dev.decipher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of the service that knows nothing of it but HTTP.
 */
abstract class HttpCalls {

	/** Only so that a broken service doesn't hang the build. */
	private static final Duration PATIENCE = Duration.ofMinutes(20);

	private static final HttpClient client = HttpClient.newHttpClient();

	static final JsonMapper json = JsonMapper.shared();

	abstract int port();

	/** What came back. */
	record Answer(int status, HttpHeaders headers, String body) {

		JsonNode json() {
			return json.readTree(this.body);
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse(null);
		}

		/** Holds the answer to a status and reads it. */
		JsonNode as(int status) {
			assertThat(this.status).as(this.body).isEqualTo(status);
			return json();
		}

		/** Holds the answer to a problem of RFC 9457 and reads it. */
		JsonNode asProblem(int status) {
			assertThat(this.status).as(this.body).isEqualTo(status);
			assertThat(header("Content-Type")).as(this.body).isEqualTo("application/problem+json");
			JsonNode problem = json();
			assertThat(problem.at("/type").asString()).isNotEmpty();
			assertThat(problem.at("/title").asString()).isNotEmpty();
			assertThat(problem.at("/status").intValue()).isEqualTo(status);
			assertThat(problem.at("/detail").asString()).isNotEmpty();
			assertThat(problem.at("/instance").asString()).startsWith("/");
			assertThat(problem.at("/requestId").asString()).isNotEmpty().isEqualTo(header("X-Request-Id"));
			assertThat(this.body).doesNotContain("Exception", "dev.decipher", "java.", "\\tat ");
			return problem;
		}

		/** Holds the answer to a 400 that names exactly these places. */
		void asFaultAt(String... pointers) {
			assertThat(asProblem(400).at("/errors").valueStream().map((error) -> error.at("/pointer").asString()))
				.as(this.body)
				.containsExactlyInAnyOrder(pointers);
		}

	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + port() + path);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(uri(path));
	}

	Answer send(HttpRequest.Builder request) {
		try {
			var response = client.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	Answer get(String path) {
		return send(request(path));
	}

	Answer delete(String path) {
		return send(request(path).DELETE());
	}

	Answer post(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body))));
	}

	/** Asks for the answer as server-sent events, and waits for the last of them. */
	Answer streamed(String path, String body) {
		return send(request(path).header("Content-Type", "application/json")
			.header("Accept", "text/event-stream")
			.POST(BodyPublishers.ofString(body)));
	}

	Answer put(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(text(body))));
	}

	/** Sends a text as it is. */
	Answer filter(String path, String text) {
		return send(request(path).header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8))));
	}

	/** Sends weights, to be imported as a version. */
	Answer upload(String path, byte[] weights) {
		return send(request(path).header("Content-Type", "application/octet-stream")
			.PUT(BodyPublishers.ofByteArray(weights)));
	}

	/**
	 * Sends a request as it is written here, line by line, and returns all of the answer.
	 */
	String raw(String... lines) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
			socket.getOutputStream()
				.write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Begins searches for which nobody will be answered, until another one is refused.
	 * @return their connections
	 */
	List<Socket> occupySearches(String request, String another) {
		List<Socket> clients = new ArrayList<>();
		await().until(() -> {
			// one that comes while the other is answered may be refused itself
			Socket client = new Socket(InetAddress.getLoopbackAddress(), port());
			client.getOutputStream()
				.write("POST /solve HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(request.length(), request)
					.getBytes(StandardCharsets.US_ASCII));
			clients.add(client);
			return post("/solve", another).status() == 429;
		});
		return clients;
	}

	HttpResponse<byte[]> download(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** A string is JSON already. */
	private static String text(Object body) {
		return (body instanceof String text) ? text : json.writeValueAsString(body);
	}

	EventStream events(String job) {
		return new EventStream(client, uri("/jobs/" + job + "/events"));
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
	}

	void awaitDefaultModel() {
		await().until(() -> get("/actuator/health/readiness").status() == 200);
	}

	JsonNode job(String id) {
		return get("/jobs/" + id).as(200);
	}

	/** Hands a job in and returns its id. */
	String train(Object request) {
		return post("/train", request).as(202).at("/id").asString();
	}

	JsonNode awaitState(String id, String state) {
		return await().until(() -> job(id), (job) -> {
			String now = job.at("/state").asString();
			assertThat(now.equals(state) || now.equals("QUEUED") || now.equals("RUNNING")).as(job.toString()).isTrue();
			return now.equals(state);
		});
	}

	/** Trains and waits for it. */
	JsonNode learn(Object request) {
		return awaitState(train(request), "SUCCEEDED");
	}

	/** Cancels what a failed test may have left, and the others would wait for. */
	void cancel(String... jobs) {
		for (String id : jobs) {
			if (List.of("QUEUED", "RUNNING").contains(job(id).at("/state").asString())) {
				delete("/jobs/" + id);
			}
		}
	}

}
