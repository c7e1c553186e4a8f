package dev.decipher.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether something that a client has sent can look like a line of the log, and whether a
 * line says what it belongs to.
 */
class LogPatternTests {

	private static final String FORGED = "x\n2026-11-25T00:00:00.000Z ERROR forged\r\n2026-11-25 again\rand again\u2028too"
			+ "\u001b[2J\u0000";

	private static final Map<String, String> NAMES = Map.of("job", "3f0c1a52", "request", "abc-7");

	@ParameterizedTest
	@ValueSource(strings = { "console", "file" })
	void aLineCannotBeForged(String where) throws IOException {
		String written = layout(where).doLayout(event(Map.of()));
		assertThat(written).contains("forged", "IllegalStateException", "LogPatternTests");
		assertThat(written.replaceAll("\u001b\\[[0-9;]+m", "")).doesNotContain("\u001b", "\u0000");
		List<String> lines = written.lines().toList();
		assertThat(lines.get(0)).contains("x.Y", "WARN").endsWith(" x");
		assertThat(lines.subList(1, lines.size()))
			.allMatch((line) -> line.isEmpty() || line.startsWith("    ") || line.startsWith("\t"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "console", "file" })
	void aLineTellsItsJobAndItsRequest(String where) throws IOException {
		String line = layout(where).doLayout(event(NAMES)).lines().findFirst().orElseThrow();
		assertThat(line).contains("x.Y", "WARN")
			.containsPattern("\\[(job=3f0c1a52, request=abc-7|request=abc-7, job=3f0c1a52)] x$");
	}

	@ParameterizedTest
	@CsvSource({ "ecs, message, log/level", "logstash, message, level", "gelf, short_message, _level_name" })
	void aLineMayBeJson(String format, String message, String level) throws IOException {
		LoggerContext context = new LoggerContext();
		context.putObject(Environment.class.getName(), settings());
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat(format);
		encoder.start();
		String written = new String(encoder.encode(event(NAMES)), StandardCharsets.UTF_8);
		assertThat(written.strip().lines()).hasSize(1);
		JsonNode line = JsonMapper.shared().readTree(written);
		assertThat(line.at("/" + message).asString()).isEqualTo(FORGED);
		assertThat(line.at("/" + level).asString()).isEqualTo("WARN");
		String prefix = format.equals("gelf") ? "/_" : "/";
		NAMES.forEach((name, value) -> assertThat(line.at(prefix + name).asString()).isEqualTo(value));
		assertThat(written).contains("IllegalStateException");
	}

	private static LoggingEvent event(Map<String, String> names) {
		LoggingEvent event = new LoggingEvent("", new LoggerContext().getLogger("x.Y"), Level.WARN, FORGED,
				new IllegalStateException(FORGED, new IOException(FORGED)), null);
		event.setMDCPropertyMap(names);
		return event;
	}

	private static PatternLayout layout(String where) throws IOException {
		LoggerContext context = new LoggerContext();
		PatternLayout layout = new PatternLayout();
		layout.setContext(context);
		layout.getInstanceConverterMap().put("clr", ColorConverter::new);
		layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
		layout.setPattern(settings().getRequiredProperty("logging.pattern." + where));
		layout.start();
		return layout;
	}

	private static Environment settings() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addLast(new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yaml")).get(0));
		return environment;
	}

}
