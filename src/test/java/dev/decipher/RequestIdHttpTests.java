package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The id by which a request, its answer and what the log says of both are found together.
 */
class RequestIdHttpTests extends ServiceTest {

	private static final String HEADER = "X-Request-Id";

	@ParameterizedTest
	@ValueSource(strings = { "a", "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913", "Root=1-67891233-abc:Q_a.z+/@-" })
	void isTakenOver(String id) {
		Answer answer = send(request("/ciphers").header(HEADER, id));
		answer.as(200);
		assertThat(answer.header(HEADER)).isEqualTo(id);
		assertThat(send(request("/jobs/none").header(HEADER, id)).asProblem(404).at("/requestId").asString())
			.isEqualTo(id);
		// by the web server, by a filter, by a controller that reads the body
		for (String path : List.of("/models/a%2fb", "/encrypt")) {
			Answer refused = send(request(path).header(HEADER, id).POST(BodyPublishers.ofString("{")));
			assertThat(refused.json().at("/requestId").asString()).as(path).isEqualTo(id);
			assertThat(refused.header(HEADER)).as(path).isEqualTo(id);
		}
		assertThat(send(request("/ciphers").header(HEADER, "a".repeat(128))).header(HEADER)).hasSize(128);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\tb", "a;b", "a\"b", "<a>", "%0a", "a,b", "\u00e4", "{a}", "a$b" })
	void isMadeWhereTheClientsIsNotFitForTheLog(String id) {
		String answer = raw("GET /ciphers HTTP/1.1", "Host: localhost", HEADER + ": " + id);
		assertThat(answer).startsWith("HTTP/1.1 200").containsPattern("\r\n" + HEADER + ": [a-z0-9]+-[0-9]+\r\n");
	}

	@Test
	void isMadeAnewForEachRequestThatBringsNone() {
		String one = get("/ciphers").header(HEADER);
		String other = get("/jobs/none").header(HEADER);
		assertThat(one).matches("[a-z0-9]+-[0-9]+");
		assertThat(other).matches("[a-z0-9]+-[0-9]+").isNotEqualTo(one);
		assertThat(send(request("/ciphers").header(HEADER, "a".repeat(129))).header(HEADER)).hasSizeLessThan(40);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /ciphers HTTP/1.1\r\nHost: a b", "GET /a|b HTTP/1.1\r\nHost: localhost",
			"GET /ciphers HTTP/7.0\r\nHost: localhost", "GET /ciphers HTTP/1.1" })
	void isInWhatTheWebServerRefusesByItself(String request) {
		String answer = raw(request);
		assertThat(answer).startsWith("HTTP/1.1 ")
			.doesNotStartWith("HTTP/1.1 200")
			.containsPattern("\r\n" + HEADER + ": [a-z0-9]+-[0-9]+\r\n")
			.containsPattern("\"requestId\":\"[a-z0-9]+-[0-9]+\"");
	}

	@Test
	void isInTheLogWithTheJobThatTheRequestMade() {
		awaitDefaultModel();
		Logger root = (Logger) LoggerFactory.getLogger("dev.decipher.job");
		List<Map<String, String>> names = new CopyOnWriteArrayList<>();
		AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

			@Override
			protected void append(ILoggingEvent event) {
				names.add(event.getMDCPropertyMap());
			}

		};
		appender.setContext(root.getLoggerContext());
		appender.start();
		root.addAppender(appender);
		try {
			String job = send(request("/train").header(HEADER, "made-a-job")
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("""
						{"model": "logged", "data": {"cipher": {"type": "rot13"}}, "network": {"hidden": 4},
						"training": {"examplesPerEpoch": 64, "maxEpochs": 1}}"""))).as(202).at("/id").asString();
			awaitState(job, "SUCCEEDED");
			assertThat(names).contains(Map.of("request", "made-a-job", "job", job), Map.of("job", job));
		}
		finally {
			root.detachAppender(appender);
		}
	}

}
