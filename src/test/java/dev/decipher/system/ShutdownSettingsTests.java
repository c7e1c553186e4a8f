package dev.decipher.system;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class);

	@Test
	void aSingleProcessStopsAtOnce() {
		this.runner.run((context) -> assertThat(context.getBean(ShutdownProperties.class))
			.isEqualTo(new ShutdownProperties(Duration.ZERO)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "decipher.shutdown.delay=-1s", "decipher.shutdown.delay=11m" })
	void areRefusedWhereTheyMakeNoSense(String setting) {
		this.runner.withPropertyValues(setting)
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
	}

	// no stereotype, or the scan of the whole application would find it
	@EnableConfigurationProperties(ShutdownProperties.class)
	static class Settings {

	}

}
