package dev.decipher.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import dev.decipher.DecipherApplication;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces, as a collector gets them.
 */
@ExtendWith(OutputCaptureExtension.class)
class TracingTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	@TempDir
	Path folder;

	/** One that a collector has got. */
	private record Export(String path, String type, String body) {
	}

	@Test
	void aCollectorThatIsNamedGetsThem(CapturedOutput output) throws Exception {
		List<Export> exports = new CopyOnWriteArrayList<>();
		HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		collector.createContext("/", (exchange) -> {
			exports.add(new Export(exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders().getFirst("Content-Type"),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		collector.start();
		String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
		try (ConfigurableApplicationContext context = start("--" + TracingOffByDefault.ENDPOINT + "=" + endpoint,
				"--management.tracing.sampling.probability=1",
				"--management.opentelemetry.tracing.export.schedule-delay=100ms")) {
			assertThat(train(context).statusCode()).isEqualTo(202);
			String id = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> exports.stream().anyMatch((export) -> export.body().contains(id)));
			assertThat(exports).filteredOn((export) -> export.body().contains(id))
				.singleElement()
				.satisfies((export) -> {
					assertThat(export.path()).isEqualTo("/v1/traces");
					assertThat(export.type()).isEqualTo("application/x-protobuf");
					assertThat(export.body()).contains("service.name", "decipher", "http post /train");
				});
			assertThat(output.toString().lines()).anyMatch((line) -> line.contains("traceId=" + TRACE)
					&& line.contains("request=traced") && line.contains("waits for its turn"));
		}
		finally {
			collector.stop(0);
		}
	}

	@Test
	void nobodyMakesThemUnlessACollectorIsNamed(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(train(context).statusCode()).isEqualTo(202);
			assertThat(context.getBeanProvider(Tracer.class)).isEmpty();
			assertThat(context.getBeanProvider(SdkTracerProvider.class)).isEmpty();
			assertThat(output).contains("waits for its turn").doesNotContain("traceId");
		}
	}

	private ConfigurableApplicationContext start(String... settings) {
		return new SpringApplicationBuilder(DecipherApplication.class).registerShutdownHook(false)
			.properties("server.port=0", "decipher.data-dir=" + this.folder)
			.run(settings);
	}

	private static HttpResponse<String> train(ConfigurableApplicationContext context)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/train"))
				.header("Content-Type", "application/json")
				.header("X-Request-Id", "traced")
				.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
				.POST(BodyPublishers.ofString("{\"model\": \"traced\", \"data\": {\"cipher\": {\"type\": \"rot13\"}}}"))
				.build(), BodyHandlers.ofString());
	}

}
