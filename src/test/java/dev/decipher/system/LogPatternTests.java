package dev.decipher.system;

import java.io.IOException;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether something that a client has sent can look like a line of the log.
 */
class LogPatternTests {

	@ParameterizedTest
	@ValueSource(strings = { "console", "file" })
	void aLineCannotBeForged(String where) throws IOException {
		LoggerContext context = new LoggerContext();
		PatternLayout layout = new PatternLayout();
		layout.setContext(context);
		layout.getInstanceConverterMap().put("clr", ColorConverter::new);
		layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
		layout.setPattern(pattern(where));
		layout.start();
		String forged = "x\n2026-11-25T00:00:00.000Z ERROR forged\r\n2026-11-25 again\rand again\u2028too";
		LoggingEvent event = new LoggingEvent("", context.getLogger("x.Y"), Level.WARN, forged + "\u001b[2J\u0000",
				new IllegalStateException(forged, new IOException(forged)), null);
		String written = layout.doLayout(event);
		assertThat(written).contains("forged", "IllegalStateException", "LogPatternTests");
		assertThat(written.replaceAll("\u001b\\[[0-9;]+m", "")).doesNotContain("\u001b", "\u0000");
		List<String> lines = written.lines().toList();
		assertThat(lines.get(0)).contains("x.Y", "WARN");
		assertThat(lines.subList(1, lines.size()))
			.allMatch((line) -> line.isEmpty() || line.startsWith("    ") || line.startsWith("\t"));
	}

	private static String pattern(String where) throws IOException {
		PropertySource<?> settings = new YamlPropertySourceLoader()
			.load("settings", new ClassPathResource("application.yaml"))
			.get(0);
		return String.valueOf(settings.getProperty("logging.pattern." + where)).replace("${PID:-}", "1");
	}

}
