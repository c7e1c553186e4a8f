package dev.decipher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service on a free port, with a default model that it trains itself. All
 * classes of tests that extend it share the one.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		// it would warn of what OpenAPI's schemas have beyond JSON Schema's
		properties = "logging.level.com.networknt.schema=error")
abstract class RunningService {

	static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

	final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws IOException {
		// the service lives on when a class is through, and so must its data
		Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
		registry.add("decipher.data-dir", folder::toString);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).timeout(LONG_ENOUGH);
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	void awaitTheDefaultModel() {
		Awaitility.await()
			.atMost(LONG_ENOUGH)
			.until(() -> send(request("/actuator/health/readiness")).statusCode() == 200);
	}

}
